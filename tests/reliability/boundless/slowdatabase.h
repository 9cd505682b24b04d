// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testserver/forwardingdatabase.h"

#include <chrono>

namespace tandem {

// A store on a disk that takes a while for each commit. Same thread rules as Database.
class SlowDatabase final : public ForwardingDatabase
{
public:
    SlowDatabase(std::unique_ptr<Database> real, std::chrono::milliseconds commitTime);

    Result<void> commit() override;

private:
    std::chrono::milliseconds m_commitTime;
};

} // namespace tandem
