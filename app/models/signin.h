// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "link/serveraddress.h"
#include "link/servicelink.h"
#include "models/models_export.h"

#include <QObject>

#include <functional>
#include <memory>

namespace tandem {

class Settings;
class TokenStore;

// The way in: the token kept from last time, or user and password. Gives a link that is signed
// in. GUI thread.
class TANDEM_MODELS_EXPORT SignIn : public QObject
{
    Q_OBJECT

public:
    enum class Step { Asking, Resuming, Connecting, Done };
    Q_ENUM(Step)

    using LinkFactory = std::function<std::unique_ptr<ServiceLink>(const ServerAddress &)>;
    using LocalFactory = std::function<std::unique_ptr<ServiceLink>()>;

    SignIn(Settings &settings, TokenStore &tokens, LinkFactory links, QObject *parent = nullptr);
    ~SignIn() override;

    Step step() const { return m_step; }
    QString problem() const { return m_problem; }

    // From now on at the services of this program itself, without a server.
    void workHere(LocalFactory links);
    bool isHere() const { return static_cast<bool>(m_local); }
    // Uses a kept token where there is one; otherwise asks.
    void start();
    void submit(const QString &server, const QString &user, const QString &password, bool keep);
    void cancel();
    // After the session: asks anew; a kept token is of no use any more.
    void askAgain(const QString &problem);
    // The agent signs out on purpose.
    void forget();

    std::unique_ptr<ServiceLink> takeLink() { return std::move(m_link); }

signals:
    void changed();
    // takeLink() gives the link.
    void signedIn(const tandem::protocol::Welcome &welcome);
    // No keychain took the token: next time the password is asked.
    void notKept();

private:
    void resume(const QString &token);
    void onAnswer(Result<protocol::Welcome> welcome);
    void setStep(Step step, const QString &problem = {});
    QString account() const;

    Settings &m_settings;
    TokenStore &m_tokens;
    Result<std::unique_ptr<ServiceLink>> makeLink(const QString &server) const;

    LinkFactory m_links;
    LocalFactory m_local;
    Step m_step = Step::Asking;
    QString m_problem;
    bool m_keep = false;
    std::unique_ptr<ServiceLink> m_link;
};

} // namespace tandem
