// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/demostage.h"
#include "desktop/scenes.h"
#include "models/desksession.h"
#include "models/text.h"
#include "shell/mainwindow.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <algorithm>

// Scenes of files that are sent in chats.
namespace tandem {

using namespace std::chrono_literals;

namespace {

// A photograph of a shoe, as far as a program can take one.
std::string photograph()
{
    QImage image(960, 640, QImage::Format_RGB32);
    image.fill(QColor(QStringLiteral("#c9b79c")));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(QStringLiteral("#2f4858")));
    painter.drawRoundedRect(180, 330, 620, 120, 60, 60);
    painter.drawRoundedRect(180, 210, 300, 220, 80, 80);
    painter.setBrush(QColor(QStringLiteral("#f6f5f2")));
    painter.drawRoundedRect(160, 440, 660, 50, 25, 25);
    painter.end();
    QBuffer bytes;
    image.save(&bytes, "PNG");
    return bytes.data().toStdString();
}

} // namespace

Result<void> Scenes::files()
{
    if (const auto began = begin(); !began)
        return began;
    const auto maria = m_stage.arrives("Maria Keller", "support", "A sole has come off");
    if (!maria)
        return std::unexpected(maria.error());
    const auto sends = [this](const char *name, const QByteArray &bytes) {
        auto &session = *m_window.session();
        session.files().send(session.current()->id(), toQString(std::string(name)), bytes,
                             Audience::Everyone);
        const auto isOver = [&] {
            const auto going = session.files().transfers(session.current()->id());
            return std::ranges::all_of(going, &FileTransfers::Transfer::hasFailed);
        };
        return DemoStage::until(isOver, "the file to be sent");
    };
    const auto hasPicture = [this] {
        const auto &events = m_window.session()->current()->transcript()->events();
        const auto isFile = [](const auto &event) { return event.userData.contains("file-id"); };
        const auto found = std::ranges::find_if(events, isFile);
        const auto id = found == events.end() ? std::string() : found->userData.at("file-id");
        return !m_window.session()
                    ->files()
                    .thumbnail(FileId::fromText(id).value_or(FileId{}))
                    .isEmpty();
    };
    return inOrder(
        {[this] { return takesNext("Maria"); },
         [&] { return m_stage.says(*maria, "Hi! The sole came off after two runs."); },
         [&] { return m_stage.sendsFile(*maria, "left shoe.png", photograph()); },
         [&] { return m_stage.sendsFile(*maria, "invoice 88213.txt", std::string(48'200, 'a')); },
         [&]() -> Result<void> {
             // Where the program that draws it is not there, the file has none.
             (void)DemoStage::until(hasPicture, "the small picture");
             return {};
         },
         [this] {
             return answers(
                 QStringLiteral("I am sorry. Please print this label; we replace them."));
         },
         [&] { return sends("return label.txt", QByteArray(212'000, 'b')); },
         [&] { return sends("label printer.exe", QByteArray(1000, 'c')); }});
}

} // namespace tandem
