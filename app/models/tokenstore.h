// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <optional>

namespace tandem {

// Where secrets are kept: the system's keychain. There is no other place; where there is none the
// password is asked again. Answers come later, on the GUI thread.
class TokenStore
{
public:
    virtual ~TokenStore() = default;
    virtual void read(const QString &account, std::function<void(std::optional<QString>)> done) = 0;
    // done: whether it is kept.
    virtual void write(const QString &account, const QString &token,
                       std::function<void(bool)> done) = 0;
    virtual void remove(const QString &account) = 0;
};

} // namespace tandem
