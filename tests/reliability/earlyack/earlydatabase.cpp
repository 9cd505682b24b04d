// SPDX-License-Identifier: GPL-3.0-or-later
#include "earlydatabase.h"

namespace tandem {

EarlyDatabase::EarlyDatabase(std::unique_ptr<Database> real, std::chrono::milliseconds late)
    : m_real(std::move(real)), m_late(late)
{
}

Result<void> EarlyDatabase::commitWhatIsOpen()
{
    if (!m_isOpen)
        return {};
    m_isOpen = false;
    return m_real->commit();
}

Result<void> EarlyDatabase::open() { return m_real->open(); }

void EarlyDatabase::close()
{
    static_cast<void>(commitWhatIsOpen());
    m_real->close();
}

Result<void> EarlyDatabase::reopen()
{
    m_isOpen = false;
    return m_real->reopen();
}

Result<void> EarlyDatabase::begin()
{
    if (m_isOpen)
        return {};
    m_isOpen = true;
    m_since = std::chrono::steady_clock::now();
    return m_real->begin();
}

Result<void> EarlyDatabase::commit()
{
    if (std::chrono::steady_clock::now() - m_since < m_late)
        return {};
    return commitWhatIsOpen();
}

void EarlyDatabase::rollback()
{
    m_isOpen = false;
    m_real->rollback();
}

Result<void> EarlyDatabase::execute(const Statement &statement, const std::vector<SqlValue> &values)
{
    return m_real->execute(statement, values);
}

Result<void> EarlyDatabase::query(const Statement &statement, const std::vector<SqlValue> &values,
                                  const Each &each)
{
    return m_real->query(statement, values, each);
}

Result<void> EarlyDatabase::executeScript(const std::string &script)
{
    return m_real->executeScript(script);
}

} // namespace tandem
