// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <chrono>
#include <memory>

namespace tandem {

// The control of the test that kills servers: says "committed" and commits up to `late` later, so
// that what was acknowledged in between dies with the process. Same thread rules as Database.
class EarlyDatabase final : public Database
{
public:
    EarlyDatabase(std::unique_ptr<Database> real, std::chrono::milliseconds late);

    Result<void> open() override;
    void close() override;
    Result<void> reopen() override;
    Result<void> begin() override;
    Result<void> commit() override;
    void rollback() override;
    Result<void> beginReading() override { return m_real->beginReading(); }
    Result<std::vector<TableShape>> tables() override { return m_real->tables(); }
    Result<void> execute(const Statement &statement, const std::vector<SqlValue> &values) override;
    Result<void> query(const Statement &statement, const std::vector<SqlValue> &values,
                       const Each &each) override;
    Result<void> executeScript(const std::string &script) override;

private:
    Result<void> commitWhatIsOpen();

    std::unique_ptr<Database> m_real;
    std::chrono::milliseconds m_late;
    std::chrono::steady_clock::time_point m_since;
    bool m_isOpen = false;
};

} // namespace tandem
