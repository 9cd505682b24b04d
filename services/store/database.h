// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/statement.h"

#include <functional>

namespace tandem {

enum class ColumnKind { Text, Number, Bytes };

struct ColumnShape
{
    std::string name;
    ColumnKind kind = ColumnKind::Text;
};

struct TableShape
{
    std::string name;
    std::vector<ColumnShape> columns;
    std::vector<std::string> key; // of its primary key, in order
};

// One connection to a store. Used by the thread that opened it, and by no other. Every failure is
// `store_unavailable`, with a message that says what is wrong.
class Database
{
public:
    enum class Access { Write, Read };
    using Each = std::function<void(const Row &row)>;

    virtual ~Database() = default;

    // Opens, and brings the schema up to date where this connection may write.
    virtual Result<void> open() = 0;
    virtual void close() = 0;
    // The connection is gone: only open() helps.
    virtual bool isLost() const { return false; }
    // Whether it still answers, within a second: what is asked when nothing was written for a
    // while.
    virtual Result<void> probe() { return {}; }
    // After a failed commit: closes, opens, and proves that what is in the log reaches the file.
    virtual Result<void> reopen() = 0;

    // Between begin() and commit() a statement may be refused as late as by the commit. After a
    // refusal: rollback(), then reopen().
    virtual Result<void> begin() = 0;
    // After success all that was executed since begin() is on disk.
    virtual Result<void> commit() = 0;
    virtual void rollback() = 0;
    // Outside a transaction: nothing of what was deleted or overwritten is left in the files of the
    // store, as far as this connection can see to it. May take as long as writing all of it anew.
    virtual Result<void> clean() { return {}; }
    // What is read from here to rollback() is of one moment, whatever is written meanwhile.
    virtual Result<void> beginReading() = 0;
    // All tables but schema_version, by name.
    virtual Result<std::vector<TableShape>> tables() = 0;

    virtual Result<void> execute(const Statement &statement,
                                 const std::vector<SqlValue> &values) = 0;
    virtual Result<void> query(const Statement &statement, const std::vector<SqlValue> &values,
                               const Each &each) = 0;
    // Text of our own only (schema): not prepared, several statements.
    virtual Result<void> executeScript(const std::string &script) = 0;
};

} // namespace tandem
