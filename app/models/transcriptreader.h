// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/models_export.h"
#include "protocol/types.h"

#include <QAbstractListModel>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace tandem {

class ServiceLink;
class TranscriptModel;

// Conversations that are done, newest first and page by page, and what was said in one of them; a
// passage of it can be redacted. For supervisors and administrators. GUI thread.
class TANDEM_MODELS_EXPORT TranscriptReader : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Loading { Idle, Busy, Failed };
    enum Role {
        ContactRole = Qt::UserRole + 1,
        WhatRole, // subject, or where it has none the queue
        TimeRole  // "12.06.26, 13:24"
    };
    // In characters (code points) of an event's text.
    struct Passage
    {
        int from = 0;
        int length = 0;

        bool operator==(const Passage &) const = default;
    };

    explicit TranscriptReader(ServiceLink &link, QObject *parent = nullptr);
    ~TranscriptReader() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    // Those whose contact or subject have these words in them; of "" all.
    void search(const QString &words);
    Loading loading() const { return m_loading; }
    QString problem() const { return m_problem; }

    void open(int row);
    void close();
    // null: nothing is open.
    const protocol::Interaction *current() const { return m_current ? &*m_current : nullptr; }
    TranscriptModel *transcript() const { return m_transcript.get(); }
    bool isReading() const { return m_isReading; }

    QString textOf(int event) const;
    // no passage: the whole text.
    void redact(int event, std::optional<Passage> passage, const QString &reason);
    // From places in the text as a text field shows it, where a line break is one character.
    static Passage passageOf(const QString &text, int begin, int end);

signals:
    void loadingChanged();
    // Another one is open, or the same with another text.
    void transcriptChanged();
    void refused(const tandem::Error &error);
    void noticed(const QString &text);

private:
    void ask(std::optional<InteractionId> after);
    void read(int from);

    ServiceLink &m_link;
    QString m_words;
    std::vector<protocol::Interaction> m_rows;
    std::optional<InteractionId> m_next;
    int m_search = 0; // answers of an earlier one do not count, here and below
    Loading m_loading = Loading::Idle;
    QString m_problem;
    std::optional<protocol::Interaction> m_current;
    std::unique_ptr<TranscriptModel> m_transcript;
    std::unique_ptr<TranscriptModel> m_coming; // what is being read
    int m_reading = 0;
    bool m_isReading = false;
};

} // namespace tandem
