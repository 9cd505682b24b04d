// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diskfaults.h"

namespace tandem {

// From now on SQLite keeps databases and their logs on a disk that forgets what was not synced when
// the process is killed, and that fails as `faults` say. Once, before the first database is opened;
// `faults` must outlive all databases. Memory that processes share ("-shm") and locks are real.
// False where SQLite refuses.
bool useFaultyDisk(DiskFaults &faults);

} // namespace tandem
