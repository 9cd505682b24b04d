// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testserver/forwardingdatabase.h"

#include <chrono>

namespace tandem {

// The control of the test that kills servers: says "committed" and commits up to `late` later, so
// that what was acknowledged in between dies with the process. Same thread rules as Database.
class EarlyDatabase final : public ForwardingDatabase
{
public:
    EarlyDatabase(std::unique_ptr<Database> real, std::chrono::milliseconds late);

    void close() override;
    Result<void> reopen() override;
    Result<void> begin() override;
    Result<void> commit() override;
    void rollback() override;

private:
    Result<void> commitWhatIsOpen();

    std::chrono::milliseconds m_late;
    std::chrono::steady_clock::time_point m_since;
    bool m_isOpen = false;
};

} // namespace tandem
