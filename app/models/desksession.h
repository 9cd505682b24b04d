// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "link/servicelink.h"
#include "models/agentmodel.h"
#include "models/audittrail.h"
#include "models/conversation.h"
#include "models/drafts.h"
#include "models/interactionsmodel.h"
#include "models/livestatistics.h"
#include "models/models_export.h"
#include "models/offers.h"
#include "models/outbox.h"
#include "models/sitedraft.h"
#include "models/siteexchange.h"
#include "models/supervision.h"
#include "models/teammodel.h"
#include "models/typingsignal.h"

#include <map>
#include <memory>

namespace tandem {

// One agent signed in: owns the link and the models, and brings each fact to the model it is for.
// What the agent does goes out through it as requests; refusals are signalled. GUI thread.
class TANDEM_MODELS_EXPORT DeskSession : public QObject
{
    Q_OBJECT

public:
    // draftsFile: "" keeps nothing.
    DeskSession(std::unique_ptr<ServiceLink> link, const protocol::Welcome &welcome,
                const Clock &clock, const QString &draftsFile, QObject *parent = nullptr);
    ~DeskSession() override;

    ServiceLink &link() { return *m_link; }
    AgentModel &agent() { return m_agent; }
    Offers &offers() { return m_offers; }
    InteractionsModel &interactions() { return m_interactions; }
    TeamModel &team() { return m_team; }
    Outbox &outbox() { return m_outbox; }
    Drafts &drafts() { return m_drafts; }
    TypingSignal &typing() { return m_typing; }
    LiveStatistics &statistics() { return m_statistics; }
    Supervision &supervision() { return m_supervision; }
    SiteDraft &site() { return m_site; }
    SiteExchange &siteFile() { return m_siteFile; }
    AuditTrail &audit() { return m_audit; }

    Conversation *conversation(InteractionId id) const;
    // What the middle of the window shows; none: null.
    Conversation *current() const { return conversation(m_current); }
    void setCurrent(InteractionId id);
    // Whether somebody is looking at the window: only then do messages count as read.
    void setLookedAt(bool isLookedAt);

    void send(InteractionId id, const QString &text, Audience audience);
    void endChat(InteractionId id);
    void transferTo(InteractionId id, AgentId agent, const QString &note);
    void setDisposition(InteractionId id, const std::string &code, const QString &note);
    void markDone(InteractionId id);
    void updateData(InteractionId id, const protocol::Data &set,
                    const std::vector<std::string> &remove);
    void saveDrafts();
    void signOut();

signals:
    void currentChanged();
    void refused(const tandem::Error &error);
    // Something the agent should know and need not do anything about.
    void noticed(const QString &text);
    void ended(const tandem::Error &error);

private:
    void show(const protocol::Snapshot &snapshot, bool isFirst);
    void hear(const protocol::Fact &fact);
    void adopt(const protocol::OwnInteraction &own);
    void adopt(const protocol::Interaction &interaction);
    void remove(InteractionId id, const std::string &reason);
    void fetch(InteractionId id, int from);
    void chooseCurrent();
    void countActive();
    void restoreDrafts();
    Offers::Entry const *offered(InteractionId id) const { return m_offers.find(id); }

    template <protocol::Request R>
    void command(R request);

    const Clock &m_clock;
    std::unique_ptr<ServiceLink> m_link;
    AgentModel m_agent;
    Offers m_offers;
    InteractionsModel m_interactions;
    TeamModel m_team;
    Outbox m_outbox;
    TypingSignal m_typing;
    Drafts m_drafts;
    LiveStatistics m_statistics;
    Supervision m_supervision;
    SiteDraft m_site;
    SiteExchange m_siteFile;
    AuditTrail m_audit;
    std::map<InteractionId, std::unique_ptr<Conversation>> m_conversations;
    InteractionId m_current;
    bool m_isLookedAt = true;
    bool m_canSave = true; // drafts; told once when it ends
};

} // namespace tandem
