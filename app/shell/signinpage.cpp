// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/signinpage.h"

#include "link/serveraddress.h"
#include "models/settings.h"
#include "models/signin.h"
#include "widgets/look.h"
#include "widgets/restyle.h"
#include "widgets/tickbox.h"

#include <QAction>
#include <QFrame>
#include <QGraphicsDropShadowEffect>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace tandem {

SignInPage::SignInPage(const Look &look, Settings &settings, SignIn &signIn, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_settings(settings),
      m_signIn(signIn),
      m_logo(new QLabel(this)),
      m_keep(new TickBox(look, tr("Keep me signed in on this computer"), this)),
      m_problem(new QLabel(this)),
      m_notice(new QLabel(this)),
      m_submit(new QPushButton(this)),
      m_embedded(new QPushButton(tr("Work on this computer without a server"), this))
{
    auto *column = new QVBoxLayout(this);
    column->addStretch();
    column->addWidget(card(), 0, Qt::AlignHCenter);
    column->addStretch();
    m_embedded->hide();
    m_notice->hide();
    m_server->setText(settings.server());
    m_user->setText(settings.user());
    m_keep->setChecked(settings.keepSignedIn());
    connect(m_server, &QLineEdit::textChanged, this, &SignInPage::showLock);
    for (auto *edit : {m_server, m_user, m_password})
        connect(edit, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_submit, &QPushButton::clicked, this, [this] {
        if (m_signIn.step() == SignIn::Step::Asking)
            submit();
        else
            m_signIn.cancel();
    });
    connect(m_embedded, &QPushButton::clicked, this, &SignInPage::embeddedAsked);
    connect(&signIn, &SignIn::changed, this, &SignInPage::refresh);
    connect(&look, &Look::changed, this, &SignInPage::dress);
    dress();
    refresh();
}

QFrame *SignInPage::card()
{
    auto *card = new QFrame(this);
    card->setProperty("surface", QStringLiteral("card"));
    card->setFixedWidth(m_look.px(380));
    auto *shadow = new QGraphicsDropShadowEffect(card);
    shadow->setBlurRadius(48);
    shadow->setOffset(0, 12);
    shadow->setColor(m_look[Colour::Shadow]);
    card->setGraphicsEffect(shadow);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(32, 32, 32, 24);
    column->setSpacing(0);
    column->addWidget(m_logo);
    column->addSpacing(18);
    auto *title = new QLabel(tr("Welcome back"), card);
    title->setProperty("role", QStringLiteral("title"));
    column->addWidget(title);
    column->addSpacing(4);
    m_what = new QLabel(card);
    m_what->setProperty("role", QStringLiteral("muted"));
    m_what->setWordWrap(true);
    column->addWidget(m_what);
    column->addSpacing(14);
    for (auto *label : {m_notice, m_problem}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    m_notice->setProperty("role", QStringLiteral("notice"));
    m_problem->setProperty("role", QStringLiteral("problem"));
    m_server = field(column, tr("Server"), &m_serverLabel);
    m_server->setPlaceholderText(QStringLiteral("care.example.com"));
    m_lock = m_server->addAction(QIcon(), QLineEdit::TrailingPosition);
    m_user = field(column, tr("User"));
    m_password = field(column, tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    column->addSpacing(14);
    column->addWidget(m_keep);
    column->addSpacing(14);
    m_submit->setProperty("role", QStringLiteral("primary"));
    m_submit->setProperty("tall", true);
    column->addWidget(m_submit);
    column->addSpacing(10);
    m_embedded->setProperty("role", QStringLiteral("link"));
    column->addWidget(m_embedded, 0, Qt::AlignHCenter);
    return card;
}

QLineEdit *SignInPage::field(QVBoxLayout *column, const QString &name, QLabel **buddy)
{
    column->addSpacing(12);
    auto *label = new QLabel(name, this);
    label->setProperty("role", QStringLiteral("field"));
    auto *edit = new QLineEdit(this);
    edit->setAccessibleName(name);
    edit->setMinimumHeight(m_look.px(38));
    label->setBuddy(edit);
    column->addWidget(label);
    column->addSpacing(6);
    column->addWidget(edit);
    if (buddy)
        *buddy = label;
    return edit;
}

void SignInPage::setEmbeddedAvailable(bool isAvailable)
{
    m_embedded->setVisible(isAvailable && !m_signIn.isHere());
}

void SignInPage::notice(const QString &text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

void SignInPage::offer(const QString &user, const QString &password)
{
    m_user->setText(user);
    m_password->setText(password);
}

void SignInPage::fill(const QString &server, const QString &user, const QString &password)
{
    m_server->setText(server);
    m_user->setText(user);
    m_password->setText(password);
    setFocus();
}

void SignInPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    const bool knowsWhere = m_signIn.isHere() || !m_server->text().isEmpty();
    auto *first = !knowsWhere ? m_server : m_user->text().isEmpty() ? m_user : m_password;
    first->setFocus();
}

void SignInPage::submit()
{
    m_signIn.submit(m_server->text(), m_user->text(), m_password->text(), m_keep->isChecked());
}

void SignInPage::refresh()
{
    const auto step = m_signIn.step();
    const bool isAsking = step == SignIn::Step::Asking || step == SignIn::Step::Done;
    for (auto *edit : {m_server, m_user, m_password})
        edit->setEnabled(isAsking);
    m_keep->setEnabled(isAsking);
    m_server->setVisible(!m_signIn.isHere());
    m_serverLabel->setVisible(!m_signIn.isHere());
    m_what->setText(m_signIn.isHere() ? tr("This computer answers your customers itself.")
                                      : tr("Sign in to your company's customer care"));
    m_embedded->setEnabled(isAsking);
    m_submit->setText(isAsking ? tr("Sign in") : tr("Signing in … Cancel"));
    m_submit->setAccessibleName(isAsking ? tr("Sign in") : tr("Cancel"));
    const bool wasHidden = m_problem->isHidden();
    m_problem->setText(m_signIn.problem());
    m_problem->setVisible(!m_signIn.problem().isEmpty());
    if (step == SignIn::Step::Done)
        m_password->clear();
    if (isAsking && wasHidden && !m_problem->isHidden()) {
        m_password->setFocus();
        m_password->selectAll();
    }
}

void SignInPage::showLock()
{
    const auto address = parseServerAddress(m_server->text());
    const bool isSafe = address && address->isEncrypted();
    m_lock->setVisible(address.has_value());
    m_lock->setIcon(m_look.icon(isSafe ? QStringLiteral("lock") : QStringLiteral("lock-open"),
                                isSafe ? Colour::Positive : Colour::TextFaint, 16));
    m_lock->setToolTip(isSafe ? tr("The connection is encrypted")
                              : tr("The connection is not encrypted"));
    m_server->setAccessibleDescription(address ? m_lock->toolTip() : QString());
    for (auto *lock : m_server->findChildren<QToolButton *>())
        lock->setAccessibleName(m_lock->toolTip());
}

void SignInPage::dress()
{
    const int side = m_look.px(44);
    QPixmap logo(QSize(side, side) * devicePixelRatioF());
    logo.setDevicePixelRatio(devicePixelRatioF());
    logo.fill(Qt::transparent);
    QPainter painter(&logo);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look[Colour::Accent]);
    painter.drawRoundedRect(QRect(0, 0, side, side), m_look.px(10), m_look.px(10));
    painter.setPen(m_look[Colour::AccentText]);
    painter.setFont(m_look.font(21, QFont::Bold));
    painter.drawText(QRect(0, 0, side, side), Qt::AlignCenter, QStringLiteral("T"));
    painter.end();
    m_logo->setPixmap(logo);
    showLock();
}

} // namespace tandem
