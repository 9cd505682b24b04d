// SPDX-License-Identifier: GPL-3.0-or-later
#include "testserver/forwardingdatabase.h"

namespace tandem {

ForwardingDatabase::ForwardingDatabase(std::unique_ptr<Database> real) : m_real(std::move(real)) {}

Result<void> ForwardingDatabase::open() { return m_real->open(); }

void ForwardingDatabase::close() { m_real->close(); }

bool ForwardingDatabase::isLost() const { return m_real->isLost(); }

Result<void> ForwardingDatabase::probe() { return m_real->probe(); }

Result<void> ForwardingDatabase::reopen() { return m_real->reopen(); }

Result<void> ForwardingDatabase::begin() { return m_real->begin(); }

Result<void> ForwardingDatabase::commit() { return m_real->commit(); }

void ForwardingDatabase::rollback() { m_real->rollback(); }

Result<void> ForwardingDatabase::beginReading() { return m_real->beginReading(); }

Result<std::vector<TableShape>> ForwardingDatabase::tables() { return m_real->tables(); }

Result<void> ForwardingDatabase::execute(const Statement &statement,
                                         const std::vector<SqlValue> &values)
{
    return m_real->execute(statement, values);
}

Result<void> ForwardingDatabase::query(const Statement &statement,
                                       const std::vector<SqlValue> &values, const Each &each)
{
    return m_real->query(statement, values, each);
}

Result<void> ForwardingDatabase::executeScript(const std::string &script)
{
    return m_real->executeScript(script);
}

} // namespace tandem
