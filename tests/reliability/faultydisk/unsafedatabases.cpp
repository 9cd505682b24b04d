// SPDX-License-Identifier: GPL-3.0-or-later
#include "unsafedatabases.h"

namespace tandem {

Result<void> HastyDatabase::hurry() { return real().executeScript("PRAGMA synchronous=NORMAL"); }

Result<void> HastyDatabase::open()
{
    if (auto opened = real().open(); !opened)
        return opened;
    return hurry();
}

Result<void> HastyDatabase::reopen()
{
    if (auto opened = real().reopen(); !opened)
        return opened;
    return hurry();
}

DoubtfulDatabase::DoubtfulDatabase(std::unique_ptr<Database> real, DiskFaults &faults)
    : ForwardingDatabase(std::move(real)), m_faults(faults)
{
}

Result<void> DoubtfulDatabase::commit()
{
    auto done = real().commit();
    if (done && m_faults.isDoubtful())
        return failure(Reason::StoreUnavailable, "The disk did not say whether it is done.");
    return done;
}

Result<void> DeafDatabase::ignoring(Result<void> done)
{
    if (!done)
        real().rollback();
    return {};
}

Result<void> DeafDatabase::begin() { return ignoring(real().begin()); }

Result<void> DeafDatabase::commit() { return ignoring(real().commit()); }

Result<void> DeafDatabase::execute(const Statement &statement, const std::vector<SqlValue> &values)
{
    return ignoring(real().execute(statement, values));
}

} // namespace tandem
