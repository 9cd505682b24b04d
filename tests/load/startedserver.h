// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <string>

namespace tandem::load {

// A tandemd of one's own, with a new data folder and a free port; ended when this is destroyed.
class StartedServer
{
public:
    // `command`: the program and its further arguments, divided by spaces, quotes as in a shell.
    static Result<std::unique_ptr<StartedServer>> start(const std::string &command);
    ~StartedServer();
    const std::string &url() const { return m_url; }

private:
    Result<void> waitUntilReady(const std::string &command);

    QTemporaryDir m_data;
    QProcess m_process;
    std::string m_url;
};

} // namespace tandem::load
