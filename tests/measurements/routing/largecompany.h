// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/services.h"

#include <random>
#include <vector>

// A company of any size on the real services, without a store: what is decided is timed, not kept.
class LargeCompany
{
public:
    struct Size
    {
        int agents = 1000;
        int queued = 10'000;
        int skills = 20;
        int queues = 40;
    };

    LargeCompany(Size size, unsigned seed);

    // Everybody signs in, ready; agents take what they can hold; the rest waits.
    void fill();
    // An agent who has something finishes it; what that frees is routed. Microseconds of routing.
    double agentBecomesFree();
    // How long it takes to find the same by looking at everybody who waits.
    double scanForAgent();
    // Somebody comes while nobody is free, or (after empty()) while all are.
    double customerComes();
    void empty();
    int waiting() const;

private:
    tandem::InteractionId arrive();
    double settled();
    void discard() { (void)m_services.engine.takeUnit(); }
    void acceptOffers();

    Size m_size;
    std::mt19937 m_random;
    tandem::Now m_now;
    tandem::Services m_services{tandem::SiteSettings{}};
    std::vector<tandem::AgentId> m_agents;
    long m_customers = 0;
    const void *m_found = nullptr; // so that what was looked for is not left out by the compiler
};
