// SPDX-License-Identifier: GPL-3.0-or-later
#include "earlydatabase.h"

namespace tandem {

EarlyDatabase::EarlyDatabase(std::unique_ptr<Database> real, std::chrono::milliseconds late)
    : ForwardingDatabase(std::move(real)), m_late(late)
{
}

Result<void> EarlyDatabase::commitWhatIsOpen()
{
    if (!m_isOpen)
        return {};
    m_isOpen = false;
    return real().commit();
}

void EarlyDatabase::close()
{
    static_cast<void>(commitWhatIsOpen());
    real().close();
}

Result<void> EarlyDatabase::reopen()
{
    m_isOpen = false;
    return real().reopen();
}

Result<void> EarlyDatabase::begin()
{
    if (m_isOpen)
        return {};
    m_isOpen = true;
    m_since = std::chrono::steady_clock::now();
    return real().begin();
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
    real().rollback();
}

} // namespace tandem
