// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "models/desksession.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QTest>

namespace tandem {

namespace {

const Look &dressed(Look &look)
{
    look.use(QStringLiteral("light"), 100);
    return look;
}

} // namespace

Desk::Desk(DemoStage &stage, bool isRemote)
    : m_settings(m_folder.path()),
      m_signIn(m_settings, m_tokens,
               [&stage, isRemote](const ServerAddress &) {
                   return isRemote ? stage.remoteLink() : stage.localLink();
               }),
      m_window((dressed(m_look), m_look), m_settings, m_signIn, m_points, m_clock)
{
    m_window.show();
    m_window.activateWindow();
    (void)QTest::qWaitForWindowActive(&m_window);
}

QWidget *Desk::find(const QString &name) const
{
    // Dialogs are the window's children, too.
    const auto widgets = m_window.findChildren<QWidget *>();
    for (auto *widget : widgets) {
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const bool isRead = !widget->accessibleName().isEmpty() || !button;
        const auto read = isRead ? widget->accessibleName() : button->text();
        if (read == name && widget->isVisible())
            return widget;
    }
    return nullptr;
}

bool Desk::shows(const QString &name) const { return find(name); }

QWidget *Desk::control(const QString &name)
{
    if (!QTest::qWaitFor([&] { return find(name) && find(name)->isEnabled(); }, 10'000))
        qFatal("no control \"%s\" came", qPrintable(name));
    return find(name);
}

void Desk::press(const QString &name) { QTest::mouseClick(control(name), Qt::LeftButton); }

void Desk::type(const QString &name, const QString &text)
{
    auto *widget = control(name);
    widget->setFocus();
    QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(widget, text);
}

void Desk::keys(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    // A modal dialog has the keyboard, whatever the platform makes of activation.
    auto *modal = QApplication::activeModalWidget();
    auto *focus = modal ? modal->focusWidget() : QApplication::focusWidget();
    auto *otherwise = modal ? modal : &m_window;
    QTest::keyClick(focus ? focus : otherwise, key, modifiers);
}

void Desk::signsIn(const QString &user, const QString &password)
{
    type(QStringLiteral("Server"), QStringLiteral("localhost"));
    type(QStringLiteral("User"), user);
    type(QStringLiteral("Password"), password);
    press(QStringLiteral("Sign in"));
}

void Desk::isReady()
{
    control(QStringLiteral("Status"));
    keys(Qt::Key_1, Qt::ControlModifier);
    auto &agent = m_window.session()->agent();
    if (!QTest::qWaitFor([&] { return agent.state() == AgentState::Ready; }, 10'000))
        qFatal("not ready");
}

QStringList Desk::transcript() { return linesOf(control(QStringLiteral("Transcript"))); }

QStringList Desk::cards()
{
    const auto *list = find(QStringLiteral("Interactions"));
    return list ? linesOf(list) : QStringList();
}

QStringList Desk::linesOf(const QWidget *list)
{
    QStringList lines;
    const auto *model = qobject_cast<const QAbstractItemView *>(list)->model();
    for (int row = 0; model && row < model->rowCount(); ++row)
        lines += model->index(row, 0).data(Qt::AccessibleTextRole).toString();
    return lines;
}

} // namespace tandem
