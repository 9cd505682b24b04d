// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/conversationfiles.h"

#include "models/desksession.h"
#include "widgets/transcriptview.h"
#include "widgets/transferlist.h"

#include <QBuffer>
#include <QDir>
#include <QFileDialog>
#include <QImage>
#include <QStandardPaths>

namespace tandem {

ConversationFiles::ConversationFiles(TransferList &list, TranscriptView &transcript,
                                     QWidget *window)
    : QObject(window), m_list(list), m_transcript(transcript), m_window(window)
{
    transcript.drawPicturesWith([this](FileId id) { return picture(id); });
    connect(&transcript, &TranscriptView::fileAsked, this, &ConversationFiles::save);
    connect(&list, &TransferList::retryAsked, this, [this](int number) {
        if (m_session)
            m_session->files().retry(number);
    });
    connect(&list, &TransferList::cancelAsked, this, [this](int number) {
        if (m_session)
            m_session->files().cancel(number);
    });
}

void ConversationFiles::show(DeskSession *session, InteractionId id)
{
    if (m_session != session) {
        if (m_session)
            m_session->files().disconnect(this);
        m_session = session;
        m_pictures.clear();
        if (session) {
            connect(&session->files(), &FileTransfers::changed, this, &ConversationFiles::refresh);
            connect(&session->files(), &FileTransfers::thumbnailArrived, this,
                    [this] { m_transcript.viewport()->update(); });
            connect(&session->files(), &FileTransfers::saved, this, [this](const QString &path) {
                emit m_session->noticed(tr("Saved: %1").arg(QDir::toNativeSeparators(path)));
            });
        }
    }
    m_id = id;
    refresh();
}

void ConversationFiles::refresh()
{
    m_list.show(m_session && m_id ? m_session->files().transfers(m_id)
                                  : std::vector<FileTransfers::Transfer>());
}

void ConversationFiles::choose(Audience audience)
{
    auto *dialog = new QFileDialog(m_window->window(), tr("Send files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this,
            [this, audience](const QStringList &paths) { send(paths, audience); });
    dialog->open();
}

void ConversationFiles::send(const QStringList &paths, Audience audience)
{
    if (!m_session || !m_id)
        return;
    for (const auto &path : paths)
        m_session->files().send(m_id, path, audience);
}

void ConversationFiles::sendPicture(const QImage &picture, Audience audience)
{
    QBuffer bytes;
    if (!m_session || !m_id || !picture.save(&bytes, "PNG"))
        return;
    m_session->files().send(m_id, tr("picture") + QStringLiteral(".png"), bytes.data(), audience);
}

void ConversationFiles::save(const TranscriptRow &row)
{
    if (!m_session || !m_id)
        return;
    if (m_folder.isEmpty())
        m_folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto *dialog = new QFileDialog(m_window->window(), tr("Save file"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(row.fileName);
    connect(dialog, &QFileDialog::fileSelected, this, [this, row, id = m_id](const QString &path) {
        m_folder = QFileInfo(path).absolutePath();
        if (m_session)
            m_session->files().fetch(id, row.fileId, row.fileName, row.fileSize, path);
    });
    dialog->open();
}

QPixmap ConversationFiles::picture(FileId id)
{
    const auto known = m_pictures.constFind(id.value);
    if (known != m_pictures.constEnd() || !m_session)
        return known == m_pictures.constEnd() ? QPixmap() : *known;
    const auto bytes = m_session->files().thumbnail(id);
    if (bytes.isEmpty())
        return {};
    QPixmap made;
    made.loadFromData(bytes, "PNG");
    return *m_pictures.insert(id.value, made);
}

} // namespace tandem
