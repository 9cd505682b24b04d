// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "desktop/embedded.h"
#include "desktop/options.h"
#include "extension/pluginhost.h"
#include "models/settings.h"
#include "models/signin.h"
#include "shell/keychainstore.h"
#include "shell/mainwindow.h"
#include "widgets/look.h"

#include <QObject>

namespace tandem {

// The parts of the program, put together for what the command line asks.
class Desktop : public QObject
{
    Q_OBJECT

public:
    Desktop(const Options &options, Settings &settings, const Clock &clock);

    MainWindow &window() { return m_window; }
    // Where customers find the demo company that this program serves.
    static QString demoNotice(const QString &url);
    // Shows the window and begins to sign in; quits the application when it was closed.
    void start();
    // The way out, as if the window had been closed.
    void close() { m_window.close(); }

signals:
    // The services inside the program answer at this address.
    void serves(const QString &url);

private:
    void startEmbedded();
    void signInHere();

    Options m_options;
    Embedded m_embedded; // outlives every link
    Settings &m_settings;
    Look m_look;
    PluginHost m_plugins;
    KeychainStore m_tokens;
    SignIn m_signIn;
    MainWindow m_window;
};

} // namespace tandem
