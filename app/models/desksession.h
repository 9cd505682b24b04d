// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "link/servicelink.h"
#include "models/agentmodel.h"
#include "models/agentpictures.h"
#include "models/bulkoperation.h"
#include "models/conversation.h"
#include "models/directory.h"
#include "models/drafts.h"
#include "models/filetransfers.h"
#include "models/interactionsmodel.h"
#include "models/livestatistics.h"
#include "models/models_export.h"
#include "models/offers.h"
#include "models/outbox.h"
#include "models/ownworkbin.h"
#include "models/queuesmodel.h"
#include "models/sitedraft.h"
#include "models/siteexchange.h"
#include "models/sitehistory.h"
#include "models/strategies.h"
#include "models/strategydocuments.h"
#include "models/strategysessions.h"
#include "models/strategytrace.h"
#include "models/supervision.h"
#include "models/teammodel.h"
#include "models/typingsignal.h"
#include "models/waitingmodel.h"

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
    AgentPictures &pictures() { return m_pictures; }
    Offers &offers() { return m_offers; }
    InteractionsModel &interactions() { return m_interactions; }
    TeamModel &team() { return m_team; }
    Directory &directory() { return m_directory; }
    OwnWorkbin &workbin() { return m_workbin; }
    QueuesModel &queues() { return m_queues; }
    WaitingModel &waiting() { return m_waiting; }
    BulkOperation &bulk() { return m_bulk; }
    Outbox &outbox() { return m_outbox; }
    Drafts &drafts() { return m_drafts; }
    FileTransfers &files() { return m_files; }
    TypingSignal &typing() { return m_typing; }
    LiveStatistics &statistics() { return m_statistics; }
    Supervision &supervision() { return m_supervision; }
    SiteDraft &site() { return m_site; }
    SiteExchange &siteFile() { return m_siteFile; }
    SiteHistory &audit() { return m_audit; }
    Strategies &strategies() { return m_strategies; }
    StrategyDocuments &strategyDocuments() { return m_strategyDocuments; }
    StrategySessionsModel &strategySessions() { return m_strategySessions; }
    StrategyTraceModel &strategyTrace() { return m_strategyTrace; }

    Conversation *conversation(InteractionId id) const;
    // What the middle of the window shows; none: null.
    Conversation *current() const { return conversation(m_current); }
    void setCurrent(InteractionId id);
    // Whether somebody is looking at the window: only then do messages count as read.
    void setLookedAt(bool isLookedAt);

    void send(InteractionId id, const QString &text, Audience audience);
    // url: as the rules of isWebAddress() have it.
    void sendLink(InteractionId id, const QString &url);
    void endChat(InteractionId id);
    // To whom: an agent, a queue or a skill.
    void transfer(InteractionId id, const protocol::Target &to, const QString &note);
    void consult(InteractionId id, const protocol::Target &whom, const QString &note);
    void conference(InteractionId id, const protocol::Target &whom, const QString &note);
    void endConsult(InteractionId id);
    void completeTransfer(InteractionId id);
    void completeConference(InteractionId id);
    // workbin: "" for the own one.
    void park(InteractionId id, const std::string &workbin, std::optional<UtcTime> returnAt,
              const QString &note);
    // From a queue or a workbin; it becomes the current one.
    void pull(InteractionId id);
    void release(InteractionId id);
    // Into the conversation of others, or in another way than before; monitor() makes it current.
    void monitor(InteractionId id);
    void coach(InteractionId id);
    void bargeIn(InteractionId id);
    void setDisposition(InteractionId id, const std::string &code, const QString &note);
    void markDone(InteractionId id);
    void updateData(InteractionId id, const protocol::Data &set,
                    const std::vector<std::string> &remove);
    void saveDrafts();
    void signOut();

signals:
    void currentChanged();
    // It was taken from a queue or a workbin, or is supervised, on purpose.
    void pulled(tandem::InteractionId id);
    void refused(const tandem::Error &error);
    // Something the agent should know and need not do anything about.
    void noticed(const QString &text);
    void ended(const tandem::Error &error);

private:
    void show(const protocol::Snapshot &snapshot, bool isFirst);
    void hear(const protocol::Fact &fact);
    void hearChange(const protocol::InteractionChanged &changed);
    void adopt(const protocol::OwnInteraction &own);
    void adopt(const protocol::Interaction &interaction);
    void add(const protocol::Interaction &interaction, std::optional<SupervisionMode> supervision);
    void remove(InteractionId id, const std::string &reason);
    void fetch(InteractionId id, int from);
    void fetchMissing();
    void chooseCurrent();
    void countActive();
    void restoreDrafts();
    Offers::Entry const *offered(InteractionId id) const { return m_offers.find(id); }
    bool isMine(const protocol::Interaction &interaction) const;
    void connectModels();

    template <protocol::Request R>
    void supervise(InteractionId id);
    template <protocol::Request R>
    void command(R request);
    // Asks, and says `done` when it is so.
    template <protocol::Request R>
    void command(R request, const QString &done);
    QString contactOf(InteractionId id) const;

    const Clock &m_clock;
    std::unique_ptr<ServiceLink> m_link;
    AgentModel m_agent;
    AgentPictures m_pictures;
    Directory m_directory;
    Offers m_offers;
    InteractionsModel m_interactions;
    TeamModel m_team;
    OwnWorkbin m_workbin;
    QueuesModel m_queues;
    WaitingModel m_waiting;
    BulkOperation m_bulk;
    Outbox m_outbox;
    FileTransfers m_files;
    TypingSignal m_typing;
    Drafts m_drafts;
    LiveStatistics m_statistics;
    Supervision m_supervision;
    SiteDraft m_site;
    SiteExchange m_siteFile;
    SiteHistory m_audit;
    Strategies m_strategies;
    StrategyDocuments m_strategyDocuments;
    StrategySessionsModel m_strategySessions;
    StrategyTraceModel m_strategyTrace;
    std::map<InteractionId, std::unique_ptr<Conversation>> m_conversations;
    InteractionId m_current;
    bool m_isLookedAt = true;
    bool m_canSave = true; // drafts; told once when it ends
};

} // namespace tandem
