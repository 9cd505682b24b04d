// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
