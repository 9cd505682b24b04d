// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct Measured
{
    double p50 = 0; // microseconds of start, three events and end
    double p99 = 0;
};

struct Live
{
    double megabytes = 0; // resident, all sessions and what they share
    double eventMicroseconds = 0;
};

Measured measureOwn(int sessions);
Live measureLive(int sessions);
Measured measureReference(int sessions);
Live measureLiveReference(int sessions);

// Resident memory of this process.
double residentBytes();
Measured percentilesOf(double *times, int count);
