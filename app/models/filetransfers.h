// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/chatevent.h"
#include "link/servicelink.h"
#include "models/models_export.h"
#include "protocol/file.h"

#include <QByteArray>
#include <QIODevice>
#include <QObject>
#include <QSaveFile>

#include <map>
#include <memory>
#include <vector>

namespace tandem {

// Files on their way between this desktop and the chats, piece by piece, so that a large one keeps
// nothing waiting. One that has failed can be tried again; it never doubles. GUI thread.
class TANDEM_MODELS_EXPORT FileTransfers : public QObject
{
    Q_OBJECT

public:
    enum class Direction { Up, Down };
    struct Transfer
    {
        int number = 0;
        Direction direction = Direction::Up;
        InteractionId interactionId;
        QString name;
        qint64 size = 0;
        qint64 done = 0;
        QString problem; // empty: it goes on

        bool hasFailed() const { return !problem.isEmpty(); }
        int percent() const { return size > 0 ? static_cast<int>(done * 100 / size) : 0; }
    };

    explicit FileTransfers(ServiceLink &link, QObject *parent = nullptr);
    ~FileTransfers() override;

    void send(InteractionId id, const QString &path, Audience audience);
    void send(InteractionId id, const QString &name, const QByteArray &bytes, Audience audience);
    // Into the file `path`, which is there whole or not at all.
    void fetch(InteractionId id, FileId fileId, const QString &name, qint64 size,
               const QString &path);
    void retry(int number);
    void cancel(int number);

    std::vector<Transfer> transfers(InteractionId id) const;
    // A PNG; empty while it is not here. It is asked for once.
    QByteArray thumbnail(FileId fileId);

signals:
    void changed(tandem::InteractionId id);
    void saved(const QString &path);
    void thumbnailArrived(tandem::FileId fileId);

private:
    struct Work;
    using WorkPointer = std::shared_ptr<Work>;

    void add(const WorkPointer &work);
    void start(const WorkPointer &work);
    void sendNext(const WorkPointer &work);
    void readNext(const WorkPointer &work);
    void fail(const WorkPointer &work, const QString &problem);
    void drop(const WorkPointer &work);
    bool isGoing(const WorkPointer &work) const;
    WorkPointer find(int number) const;

    ServiceLink &m_link;
    std::vector<WorkPointer> m_works;
    std::map<FileId, QByteArray> m_thumbnails;
    int m_lastNumber = 0;
};

} // namespace tandem
