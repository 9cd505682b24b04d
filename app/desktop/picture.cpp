// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/picture.h"

#include "desktop/demostage.h"
#include "desktop/desktop.h"
#include "desktop/scenes.h"

#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QPainter>
#include <QTemporaryDir>

namespace tandem {

namespace {

// Delayed layouts and clocks that tick come with timers; all have had their turn after this.
void settle()
{
    QElapsedTimer since;
    since.start();
    while (!since.hasExpired(250))
        QApplication::processEvents(QEventLoop::AllEvents, 10);
}

// Dialogs are windows of their own; in the picture they stand before the one they belong to.
void paintDialogs(QPixmap &picture, const QWidget &window)
{
    const auto dialogs = window.findChildren<QDialog *>();
    for (auto *dialog : dialogs) {
        if (!dialog->isVisible())
            continue;
        QPainter painter(&picture);
        painter.setOpacity(0.35);
        painter.fillRect(window.rect(), window.palette().color(QPalette::Shadow));
        painter.setOpacity(1.0);
        painter.drawPixmap((window.width() - dialog->width()) / 2,
                           (window.height() - dialog->height()) / 2, dialog->grab());
    }
}

} // namespace

Result<void> writePicture(const Options &options)
{
    SceneClock clock;
    auto stage = DemoStage::open(&clock);
    if (!stage)
        return std::unexpected(stage.error());
    const QTemporaryDir nowhere;
    Settings defaults(nowhere.path());
    Desktop desktop(options, defaults, clock);
    auto &window = desktop.window();
    window.resize(options.size);
    window.show();
    if (auto played = Scenes(window, **stage, clock).play(options.view); !played)
        return played;
    window.resize(options.size);
    settle();
    auto picture = window.grab();
    paintDialogs(picture, window);
    if (!picture.save(options.screenshot, "PNG")) {
        return failure(Reason::StoreUnavailable,
                       "The picture cannot be written to " + options.screenshot.toStdString());
    }
    return {};
}

} // namespace tandem
