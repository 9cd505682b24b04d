// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testserver/forwardingdatabase.h"

namespace tandem {

// A store that fails when it is told to.
class FailingStore final : public ForwardingDatabase
{
public:
    enum class Fault {
        None,
        Refuses,    // nothing of the commit is stored
        AnswersLate // all of it is stored, and the answer is that it is not
    };

    using ForwardingDatabase::ForwardingDatabase;

    void failNextCommit(Fault fault) { m_fault = fault; }
    void setAway(bool isAway) { m_isAway = isAway; }

    Result<void> begin() override { return m_isAway ? gone() : real().begin(); }
    Result<void> commit() override;
    Result<void> query(const Statement &statement, const std::vector<SqlValue> &values,
                       const Each &each) override
    {
        return m_isAway ? gone() : real().query(statement, values, each);
    }
    // The real one is in memory: it would be empty behind it.
    Result<void> reopen() override { return m_isAway ? gone() : Result<void>(); }

private:
    static Result<void> gone()
    {
        return failure(Reason::StoreUnavailable, "The store of the simulation fails.");
    }

    Fault m_fault = Fault::None;
    bool m_isAway = false;
};

} // namespace tandem
