// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contacts/contactdocument.h"
#include "link/servicelink.h"
#include "protocol/file.h"

#include <QCryptographicHash>
#include <QObject>
#include <QSaveFile>
#include <QStringList>

#include <functional>
#include <memory>

namespace tandem {

// Fetches all that is kept of a contact and, where a folder is named, the contents of the files
// into it, one after the other. The whole export is there or nothing of it: what was written goes
// again where it fails, is deleted before its end, or discard() says so. On the link's thread.
class ContactExport : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<ExportedContact>)>;

    // folder: "" where no contents are asked for.
    ContactExport(ServiceLink &link, QString folder, QObject *parent = nullptr);
    ~ContactExport() override;

    // What files would be put into has to be new or empty, so that two contacts are not mixed up.
    static Result<void> checkFolder(const QString &folder);

    // Once. `done` may delete it.
    void start(protocol::PrivacyExport request, Done done);
    // Behind the end: the document could not be kept.
    void discard();

signals:
    // Of the contents.
    void progressed(qint64 bytes, qint64 ofBytes);

private:
    void fetchNext();
    void readNext();
    void take(const protocol::FileReadReply &reply);
    void endFile(ContactFileState state);
    Result<void> openFile();
    void finish();
    void fail(const Error &error);

    ServiceLink &m_link;
    const QString m_folder;
    Done m_done;
    ExportedContact m_contact;
    std::size_t m_at = 0; // of the files
    std::unique_ptr<QSaveFile> m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_received = 0; // of the file
    qint64 m_before = 0;   // of the files before it
    qint64 m_all = 0;
    bool m_hasMadeFolder = false;
    bool m_isWhole = false;
    QStringList m_written;
};

} // namespace tandem
