// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "link/servicelink.h"
#include "models/models_export.h"
#include "protocol/explanation.h"

#include <QObject>
#include <QString>

#include <vector>

namespace tandem {

class Directory;
class QueuesModel;

// One agent in a decision, in words. Value.
struct ExplainedCandidate
{
    QString name;
    protocol::Verdict verdict = protocol::Verdict::Candidate;
    QString words;  // "Chosen", "Not ready"
    QString detail; // "idle for 4 min · 1 in hand · score 3.5"

    bool operator==(const ExplainedCandidate &) const = default;
};

// One decision of the routing, in words. Value.
struct ExplainedDecision
{
    protocol::DecisionKind kind = protocol::DecisionKind::Offered;
    QString time;
    QString headline; // "Offered to Bob"
    QString reason;   // why so, one or two sentences
    QString where;    // "Support · step 1 · asks for german >= 3"
    std::vector<ExplainedCandidate> candidates;
    QString others; // who else there was, counted: "3 not ready · 12 not asked for"

    bool operator==(const ExplainedDecision &) const = default;
};

// Why an interaction was routed so: asks the server and puts it into words. GUI thread.
class TANDEM_MODELS_EXPORT Explanation : public QObject
{
    Q_OBJECT

public:
    enum class Loading { Idle, Busy, Failed, NotPermitted };
    Q_ENUM(Loading)

    // directory and queues outlive it.
    Explanation(ServiceLink &link, const Directory &directory, const QueuesModel &queues,
                QObject *parent = nullptr);

    void load(InteractionId id);
    Loading loading() const { return m_loading; }
    // Oldest first.
    std::vector<ExplainedDecision> decisions() const;

    static QString verdictText(protocol::Verdict verdict);

signals:
    void changed();

private:
    ExplainedDecision explained(const protocol::RoutingDecision &decision) const;
    QString headline(const protocol::RoutingDecision &decision) const;
    QString reason(const protocol::RoutingDecision &decision) const;
    QString choice(const protocol::RoutingDecision &decision) const;
    QString where(const protocol::RoutingDecision &decision) const;
    ExplainedCandidate candidate(const protocol::Candidate &candidate) const;
    QString others(const protocol::RoutingDecision &decision) const;
    QString agentName(const protocol::RoutingDecision &decision) const;

    ServiceLink &m_link;
    const Directory &m_directory;
    const QueuesModel &m_queues;
    InteractionId m_id;
    std::vector<protocol::RoutingDecision> m_decisions;
    Loading m_loading = Loading::Idle;
};

} // namespace tandem
