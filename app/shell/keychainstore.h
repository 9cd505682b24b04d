// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tokenstore.h"

namespace tandem {

// The system's keychain, through QtKeychain; never a plain file. Where none answers within three
// seconds there is none.
class KeychainStore final : public TokenStore
{
public:
    void read(const QString &account, std::function<void(std::optional<QString>)> done) override;
    void write(const QString &account, const QString &token,
               std::function<void(bool)> done) override;
    void remove(const QString &account) override;
};

} // namespace tandem
