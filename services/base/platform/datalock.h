// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/base_export.h"
#include "base/result.h"

#include <cstdint>
#include <memory>
#include <string>

namespace tandem {

// The right to use a data folder, held by at most one process at a time and given back by the
// system when that process ends, however it ends.
class TANDEM_BASE_EXPORT DataLock
{
public:
    ~DataLock();
    DataLock(const DataLock &) = delete;
    DataLock &operator=(const DataLock &) = delete;

    // `conflict` where another process holds it.
    static Result<std::unique_ptr<DataLock>> acquire(const std::string &folder);

private:
    explicit DataLock(std::intptr_t handle) : m_handle(handle) {}

    std::intptr_t m_handle;
};

} // namespace tandem
