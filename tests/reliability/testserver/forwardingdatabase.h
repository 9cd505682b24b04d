// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <memory>

namespace tandem {

// A store that passes everything on to a real one; controls change what they get wrong on purpose.
// Same thread rules as Database.
class ForwardingDatabase : public Database
{
public:
    explicit ForwardingDatabase(std::unique_ptr<Database> real);

    Result<void> open() override;
    void close() override;
    bool isLost() const override;
    Result<void> probe() override;
    Result<void> reopen() override;
    Result<void> begin() override;
    Result<void> commit() override;
    void rollback() override;
    Result<void> beginReading() override;
    Result<std::vector<TableShape>> tables() override;
    Result<void> execute(const Statement &statement, const std::vector<SqlValue> &values) override;
    Result<void> query(const Statement &statement, const std::vector<SqlValue> &values,
                       const Each &each) override;
    Result<void> executeScript(const std::string &script) override;

protected:
    Database &real() { return *m_real; }

private:
    std::unique_ptr<Database> m_real;
};

} // namespace tandem
