// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <memory>

namespace tandem {

class Host;
class ServiceLink;

// The services inside this program, with their front door on this machine for the customers'
// pages. GUI thread.
class Embedded
{
public:
    Embedded();
    ~Embedded();

    // Starts them over the data of `folder`; the error says what to do.
    Result<void> start(const QString &folder, bool isDemo);
    bool isRunning() const { return static_cast<bool>(m_host); }
    std::unique_ptr<ServiceLink> link() const;
    QString url() const;
    // Of the very first start, to be shown once; otherwise empty.
    QString administratorPassword() const;

private:
    std::unique_ptr<Host> m_host;
};

} // namespace tandem
