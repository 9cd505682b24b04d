// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diskfaults.h"

#include "testserver/forwardingdatabase.h"

namespace tandem {

// The control of power cuts: does not wait until a commit is on the disk (synchronous=NORMAL).
class HastyDatabase final : public ForwardingDatabase
{
public:
    using ForwardingDatabase::ForwardingDatabase;

    Result<void> open() override;
    Result<void> reopen() override;

private:
    Result<void> hurry();
};

// The disk took a commit and could not say so: reported as failed, where the faults want it.
class DoubtfulDatabase final : public ForwardingDatabase
{
public:
    DoubtfulDatabase(std::unique_ptr<Database> real, DiskFaults &faults);

    Result<void> commit() override;

private:
    DiskFaults &m_faults;
};

// The control of full and failing disks: says "committed" whatever the store says.
class DeafDatabase final : public ForwardingDatabase
{
public:
    using ForwardingDatabase::ForwardingDatabase;

    Result<void> begin() override;
    Result<void> commit() override;
    Result<void> execute(const Statement &statement, const std::vector<SqlValue> &values) override;

private:
    Result<void> ignoring(Result<void> done);
};

} // namespace tandem
