// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/models_export.h"
#include "models/outbox.h"

#include <QString>

#include <map>

namespace tandem {

// What the agent has begun to write in each conversation, and what is still in the outbox, in a
// file of the data folder that only its owner may read: kept over a restart. GUI thread.
class TANDEM_MODELS_EXPORT Drafts
{
public:
    struct Draft
    {
        QString text;
        Audience audience = Audience::Everyone;

        bool operator==(const Draft &) const = default;
    };

    // `file` empty: nothing is kept. `agent`: whose; another's are dropped.
    Drafts(QString file, AgentId agent);

    Draft draft(InteractionId id) const;
    void setDraft(InteractionId id, const Draft &draft);
    // Those that are no longer the agent's.
    void keepOnly(const std::vector<InteractionId> &ids);
    std::vector<Outbox::Entry> unsent() const { return m_unsent; }
    // False where the disk refuses. Writes only what has changed since the last time.
    bool save(const std::vector<Outbox::Entry> &unsent);

private:
    void load();

    QString m_file;
    AgentId m_agent;
    std::map<InteractionId, Draft> m_drafts;
    std::vector<Outbox::Entry> m_unsent;
    QByteArray m_saved;
};

} // namespace tandem
