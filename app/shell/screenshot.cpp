// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/screenshot.h"

#include "models/desksession.h"
#include "shell/demo/democompany.h"
#include "shell/demo/demolink.h"
#include "shell/mainwindow.h"
#include "shell/signinpage.h"
#include "shell/workpage.h"

#include <QApplication>
#include <QDialog>
#include <QPainter>
#include <QTimer>

#include <functional>
#include <map>

namespace tandem {

namespace {

void settle()
{
    // Delayed layouts come with timers of no length; a few turns bring them all.
    for (int turn = 0; turn < 20; ++turn) {
        QApplication::processEvents(QEventLoop::AllEvents, 10);
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

const Clock &clock()
{
    static const SystemClock system;
    return system;
}

DemoLink *beginDesk(MainWindow &window, bool isBusy)
{
    auto link = std::make_unique<DemoLink>(clock());
    auto *told = link.get();
    window.begin(std::move(link), democompany::welcome(clock().now().utc, isBusy));
    if (isBusy)
        window.session()->setCurrent(democompany::shown());
    return told;
}

void showWork(MainWindow &window)
{
    auto *link = beginDesk(window, true);
    auto *conversation = window.session()->conversation(democompany::shown());
    conversation->transcript()->setNewFrom(7);
    protocol::ChatEvent typing;
    typing.type = ChatEventType::TypingStarted;
    typing.from = democompany::customer();
    link->tell(protocol::ChatEventHappened{democompany::shown(), typing});
    window.session()->drafts().setDraft(
        democompany::shown(),
        {QStringLiteral(
             "I can send a replacement by express today, it would be with you on Friday."),
         Audience::Everyone});
    window.workPage()->show(window.session());
}

void showOffer(MainWindow &window)
{
    showWork(window);
    const auto offer = democompany::offer(clock().now().utc);
    window.session()->offers().add(offer.interaction, Ms(30'000));
    window.session()->offers().add(offer.interaction, Ms(offer.timeLeftMs));
}

void showReconnecting(MainWindow &window)
{
    auto *link = beginDesk(window, true);
    link->breakOff();
    window.session()->send(democompany::shown(), QStringLiteral("Yes, I will send it again today."),
                           Audience::Everyone);
}

const std::map<QString, std::function<void(MainWindow &)>> &views()
{
    static const std::map<QString, std::function<void(MainWindow &)>> all{
        {QStringLiteral("sign-in"), [](MainWindow &) {}},
        {QStringLiteral("work"), showWork},
        {QStringLiteral("offer"), showOffer},
        {QStringLiteral("empty"), [](MainWindow &window) { beginDesk(window, false); }},
        {QStringLiteral("transfer"),
         [](MainWindow &window) {
             showWork(window);
             window.workPage()->transfer();
         }},
        {QStringLiteral("reconnecting"), showReconnecting}};
    return all;
}

void paintDialog(QPixmap &picture, MainWindow &window)
{
    const auto dialogs = window.findChildren<QDialog *>();
    for (auto *dialog : dialogs) {
        if (!dialog->isVisible())
            continue;
        QPainter painter(&picture);
        const QRect where(QPoint((window.width() - dialog->width()) / 2,
                                 (window.height() - dialog->height()) / 2),
                          dialog->size());
        painter.setOpacity(0.35);
        painter.fillRect(window.rect(), window.palette().color(QPalette::Shadow));
        painter.setOpacity(1.0);
        painter.drawPixmap(where.topLeft(), dialog->grab());
    }
}

} // namespace

QStringList screenshotViews()
{
    QStringList names;
    for (const auto &[name, show] : views())
        names += name;
    return names;
}

Result<void> writeScreenshot(MainWindow &window, const QString &view, QSize size,
                             const QString &file)
{
    const auto found = views().find(view);
    if (found == views().end()) {
        return failure(Reason::InvalidParams,
                       "There is no view \"" + view.toStdString() + "\"; there are: "
                           + screenshotViews().join(QStringLiteral(", ")).toStdString());
    }
    window.resize(size);
    window.show();
    window.signInPage()->fill(QStringLiteral("care.northwind.example"), QStringLiteral("alice"),
                              QStringLiteral("only-a-demo"));
    settle();
    found->second(window);
    window.resize(size);
    settle();
    auto picture = window.grab();
    paintDialog(picture, window);
    if (!picture.save(file, "PNG")) {
        return failure(Reason::StoreUnavailable,
                       "The picture cannot be written to " + file.toStdString());
    }
    return {};
}

} // namespace tandem
