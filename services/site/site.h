// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "core/sessionrequests.h"
#include "domain/ids.h"
#include "protocol/admin.h"
#include "protocol/names.h"
#include "protocol/picture.h"
#include "protocol/site.h"
#include "site/audittrail.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tandem {

// Time-outs that the operator may change (configuration file); the defaults are those of the
// contracts. What administrators change while the company works is in protocol::SiteDocument.
struct SiteSettings
{
    Ms offerTimeout{30'000};
    Ms refusalPause{15'000};      // until an agent who refused is asked again
    Ms socketLostOffer{5'000};    // an open offer is taken back
    Ms socketLostReturn{300'000}; // an agent's interactions go back to their queue
    Ms resumeOffer{15'000};       // after a restart, for the agent to come back to an offer
    Ms customerTimeout{45'000};   // without a request or a live socket
    Ms sessionLife{12 * 3'600'000};
    bool endsIdleChats = true; // by the rules; customers of a simulated day never write
    Ms strategyIdle{600'000};  // a strategy that waits for nothing is given up; 0: never
};

// An agent's account: the definition belongs to the document, the rest never leaves the store.
struct Account
{
    AgentId id;
    std::string userName;
    std::string passwordHash;                // empty: cannot sign in until a password is set
    std::optional<std::string> picture = {}; // its hash
};

// How the company is set up: the document, its checks, changes with audit and undo. Core thread.
class Site final : public StoredState
{
public:
    // Refuses the removal of what is in use elsewhere (a queue with interactions), by saying so.
    using Guard = std::function<Result<void>(const protocol::SiteObjectRef &removed)>;

    Site(Engine &engine, SiteSettings settings);

    Result<void> load(Database &database) override;
    void addGuard(Guard guard) { m_guards.push_back(std::move(guard)); }
    // What services above ask of a document before it becomes the site.
    using Check = std::function<Result<void>(const protocol::SiteDocument &candidate)>;
    void addCheck(Check check) { m_checks.push_back(std::move(check)); }

    const SiteSettings &settings() const { return m_settings; }
    const protocol::SiteDocument &document() const { return m_document; }
    const protocol::Rules &rules() const { return *m_document.rules; }
    bool showsPictures() const { return rules().picturesShown.value_or(true); }
    std::int64_t version() const { return m_audit.version(); }

    // Null where there is none, here and below. Valid until the next change.
    const protocol::QueueDefinition *queue(const QueueId &id) const;
    const std::vector<protocol::QueueDefinition> &queues() const { return m_document.queues; }
    const protocol::AgentDefinition *agent(const std::string &userName) const;
    const protocol::PlaceDefinition *place(const std::string &id) const;
    const protocol::GroupDefinition *group(const std::string &id) const;
    const protocol::TargetList *targetList(const std::string &id) const;
    const protocol::Calendar *calendar(const std::string &id) const;
    // Of that agent; the first one where the agent names none; never null (there is always one).
    const protocol::CapacityRule &capacityRuleOf(const protocol::AgentDefinition &agent) const;
    // Group ids.
    std::vector<std::string> groupsOf(const std::string &userName) const;
    // Of the agents of the document.
    const std::map<AgentId, Account> &accounts() const { return m_accounts; }
    const Account *account(const std::string &userName) const;
    AuditTrail::Author authorOf(const Caller &caller) const;
    // Keeps for auditors what the caller (system: nobody) did by another service's request.
    void audit(const Caller &caller, std::string action, std::string detail);

    bool hasSkill(const SkillId &id) const;
    bool hasMediaType(const std::string &id) const; // "chat" always
    // "chat" and those of the document, in this order.
    std::vector<std::string> mediaTypes() const;
    bool hasReason(const std::string &code) const;
    bool hasDisposition(const std::string &code) const;
    const std::vector<protocol::Choice> &notReadyReasons() const
    {
        return m_document.notReadyReasons;
    }
    const std::vector<protocol::Choice> &dispositions() const { return m_document.dispositions; }

private:
    template <class Object>
    using Index = std::unordered_map<std::string, const Object *>;
    // What a change of the document is recorded as.
    struct Cause
    {
        std::string action;
        std::optional<std::int64_t> undoes;
        bool isDryRun = false;
    };

    Result<void> loadAccounts(Database &database);
    void rebuildIndex();
    Account *accountOf(const std::string &userName);

    CredentialsReply credentials(const CredentialsOf &request) const;
    Result<protocol::AddUserReply> addUser(const Caller &caller,
                                           const protocol::AdminAddUser &request);
    Result<protocol::Done> setPassword(const Caller &caller,
                                       const protocol::AdminSetPassword &request);

    // --- agentpictures.cpp
    void servePictures();
    Result<void> loadPictures(Database &database);
    Result<protocol::Done> setPicture(const Caller &caller,
                                      const protocol::AgentSetPicture &request);
    void dropPicture(Account &account);

    protocol::SiteNamesReply names() const;
    protocol::SiteReply exported() const;
    Result<protocol::ApplyReply> apply(const Caller &caller, const protocol::AdminApply &request);
    Result<protocol::ApplyReply> import(const Caller &caller, const protocol::AdminImport &request);
    Result<protocol::ApplyReply> undo(const Caller &caller, const protocol::AdminUndo &request);
    static Result<Engine::Outcome> audit(const protocol::AdminAudit &request);

    // The one way in which the document changes: rows, audit, memory, notice; or nothing at all.
    Result<protocol::ApplyReply> change(const Caller &caller, protocol::SiteDocument candidate,
                                        const Cause &cause);
    void changeAccounts(const std::vector<protocol::SiteChange> &changes);
    void storePassword(Account &account, const std::string &hash);
    // Somebody can still administer it, and the caller if the caller could.
    Result<void> checkAdministrators(const Caller &caller,
                                     const protocol::SiteDocument &candidate) const;
    Result<void> askGuards(const std::vector<protocol::SiteChange> &changes) const;

    SiteSettings m_settings;
    Engine &m_engine;
    std::vector<Guard> m_guards;
    std::vector<Check> m_checks;
    protocol::SiteDocument m_document;
    std::map<AgentId, Account> m_accounts;
    // Agents who were removed: who comes back under the same name has the same number.
    std::map<std::string, AgentId> m_formerAgents;
    AuditTrail m_audit;

    Index<protocol::QueueDefinition> m_queues;
    Index<protocol::AgentDefinition> m_agents;
    Index<protocol::GroupDefinition> m_groups;
    Index<protocol::CapacityRule> m_capacityRules;
    std::unordered_map<std::string, AgentId> m_agentIds;
    std::unordered_map<std::string, std::vector<std::string>> m_groupsOf; // by user name
};

} // namespace tandem
