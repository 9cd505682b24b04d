// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktop.h"

#include "link/remotelink.h"
#include "models/text.h"
#include "shell/signinpage.h"

#include <QCoreApplication>

namespace tandem {

namespace {

constexpr int pluginsFinishWithinMs = 3000;

const PluginHost &loaded(PluginHost &plugins)
{
    plugins.load(QCoreApplication::applicationDirPath() + QStringLiteral("/../lib/tandem/plugins"),
                 QStringLiteral(TANDEM_VERSION));
    return plugins;
}

const Look &dressed(Look &look, const Options &options, const Settings &settings)
{
    const bool isPicture = !options.screenshot.isEmpty();
    const auto theme = !options.theme.isEmpty() ? options.theme
                       : isPicture              ? QStringLiteral("light")
                                                : settings.themeName();
    look.use(theme, options.scalePercent > 0 ? options.scalePercent : settings.scalePercent());
    return look;
}

} // namespace

Desktop::Desktop(const Options &options, Settings &settings, const Clock &clock)
    : m_options(options),
      m_settings(settings),
      m_signIn(m_settings, m_tokens,
               [](const ServerAddress &address) { return std::make_unique<RemoteLink>(address); }),
      m_window((dressed(m_look, options, m_settings), m_look), m_settings, m_signIn,
               loaded(m_plugins).points(), clock)
{
    connect(&m_window, &MainWindow::closed, &m_plugins,
            [this] { m_plugins.shutdown(pluginsFinishWithinMs); });
    connect(&m_plugins, &PluginHost::shutdownFinished, qApp, &QCoreApplication::quit,
            Qt::QueuedConnection);
    connect(&m_window, &MainWindow::embeddedAsked, this, &Desktop::startEmbedded);
    m_window.setEmbeddedAvailable(!m_options.isEmbedded || !m_options.screenshot.isEmpty());
}

QString Desktop::demoNotice(const QString &url)
{
    return tr("Customers write to you at %1/demo/").arg(url);
}

void Desktop::start()
{
    m_window.show();
    if (m_options.isEmbedded)
        startEmbedded();
    else
        m_signIn.start();
}

void Desktop::startEmbedded()
{
    if (const auto started = m_embedded.start(m_options.dataFolder, m_options.isDemo); !started) {
        m_window.notice(tr("This computer cannot work without a server now. %1")
                            .arg(toQString(started.error().message)));
        return;
    }
    emit serves(m_embedded.url());
    m_signIn.workHere([this] { return m_embedded.link(); });
    m_window.setEmbeddedAvailable(false);
    signInHere();
}

void Desktop::signInHere()
{
    if (m_options.isDemo) {
        connect(
            &m_signIn, &SignIn::signedIn, this,
            [this] { m_window.notice(demoNotice(m_embedded.url())); }, Qt::QueuedConnection);
        m_signIn.submit({}, QStringLiteral("alice"), QStringLiteral("demo"), false);
        return;
    }
    const auto password = m_embedded.administratorPassword();
    if (password.isEmpty()) {
        m_signIn.start();
        return;
    }
    m_window.signInPage()->offer(QStringLiteral("admin"), password);
    m_window.notice(tr("This is the first start. Write down your password, it is shown only once: "
                       "user admin, password %1")
                        .arg(password));
}

} // namespace tandem
