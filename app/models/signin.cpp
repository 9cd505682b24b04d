// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/signin.h"

#include "models/errortext.h"
#include "models/settings.h"
#include "models/text.h"
#include "models/tokenstore.h"

#include <QPointer>

namespace tandem {

SignIn::SignIn(Settings &settings, TokenStore &tokens, LinkFactory links, QObject *parent)
    : QObject(parent), m_settings(settings), m_tokens(tokens), m_links(std::move(links))
{
}

SignIn::~SignIn() = default;

void SignIn::workHere(LocalFactory links)
{
    m_local = std::move(links);
    setStep(Step::Asking);
}

Result<std::unique_ptr<ServiceLink>> SignIn::makeLink(const QString &server) const
{
    if (m_local)
        return m_local();
    const auto address = parseServerAddress(server);
    if (!address)
        return std::unexpected(address.error());
    return m_links(*address);
}

void SignIn::start()
{
    const bool knowsWhere = isHere() || !m_settings.server().isEmpty();
    if (!m_settings.keepSignedIn() || !knowsWhere || m_settings.user().isEmpty()) {
        setStep(Step::Asking);
        return;
    }
    setStep(Step::Resuming);
    m_tokens.read(account(), [self = QPointer(this)](const std::optional<QString> &token) {
        if (!self || self->m_step != Step::Resuming)
            return;
        if (token)
            self->resume(*token);
        else
            self->setStep(Step::Asking);
    });
}

void SignIn::resume(const QString &token)
{
    auto link = makeLink(m_settings.server());
    if (!link) {
        setStep(Step::Asking);
        return;
    }
    m_keep = true;
    m_link = std::move(*link);
    m_link->resume(toUtf8(token), [this](auto welcome) { onAnswer(std::move(welcome)); });
}

void SignIn::submit(const QString &server, const QString &user, const QString &password, bool keep)
{
    auto link = makeLink(server);
    if (!link) {
        setStep(Step::Asking, errorText(link.error()));
        return;
    }
    if (user.trimmed().isEmpty() || password.isEmpty()) {
        setStep(Step::Asking, tr("Enter user and password."));
        return;
    }
    if (!isHere())
        m_settings.setServer(server.trimmed());
    m_settings.setUser(user.trimmed());
    m_settings.setKeepSignedIn(keep);
    m_keep = keep;
    m_link = std::move(*link);
    setStep(Step::Connecting);
    m_link->signIn({toUtf8(user.trimmed()), toUtf8(password), {}},
                   [this](auto welcome) { onAnswer(std::move(welcome)); });
}

void SignIn::cancel()
{
    // The link is deleted later: this may be called from inside one of its answers.
    if (m_link)
        m_link.release()->deleteLater();
    setStep(Step::Asking);
}

void SignIn::askAgain(const QString &problem)
{
    m_tokens.remove(account());
    setStep(Step::Asking, problem);
}

void SignIn::forget()
{
    m_tokens.remove(account());
    setStep(Step::Asking);
}

void SignIn::onAnswer(Result<protocol::Welcome> welcome)
{
    if (m_step != Step::Connecting && m_step != Step::Resuming)
        return;
    if (!welcome) {
        const bool wasKept = m_step == Step::Resuming;
        const auto reason = welcome.error().reason;
        m_link.release()->deleteLater();
        if (wasKept && reason != Reason::NotConnected)
            m_tokens.remove(account());
        setStep(Step::Asking, errorText(welcome.error()));
        return;
    }
    if (m_keep) {
        m_tokens.write(account(), toQString(welcome->sessionToken),
                       [self = QPointer(this)](bool isKept) {
                           if (self && !isKept)
                               emit self->notKept();
                       });
    }
    setStep(Step::Done);
    emit signedIn(*welcome);
}

void SignIn::setStep(Step step, const QString &problem)
{
    m_step = step;
    m_problem = problem;
    emit changed();
}

QString SignIn::account() const
{
    const auto where =
        isHere() ? QLatin1String("here:") + m_settings.folder() : m_settings.server();
    return m_settings.user() + QLatin1Char('@') + where;
}

} // namespace tandem
