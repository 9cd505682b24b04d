// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "orchestration/strategywork.h"
#include "scxml/session.h"

#include <deque>
#include <map>
#include <memory>
#include <vector>

namespace tandem {

// Charts compiled once for all sessions of the thread.
class StrategyPrograms
{
public:
    explicit StrategyPrograms(scxml::ScriptEngine &scripts) : m_scripts(scripts) {}

    scxml::ScriptEngine &scripts() { return m_scripts; }
    // Null where the document is no chart.
    scxml::ProgramPointer of(const std::shared_ptr<const StrategyDocument> &document);
    // Of a chart within such a document.
    scxml::ProgramPointer of(const scxml::ChartPointer &chart);
    // Keeps those that sessions use.
    void forgetUnused();

private:
    scxml::ScriptEngine &m_scripts;
    std::map<std::shared_ptr<const StrategyDocument>, scxml::ProgramPointer> m_documents;
    std::map<scxml::ChartPointer, scxml::ProgramPointer> m_charts;
};

// One session of a strategy with what it invokes. Takes an input and tells what it does; nothing
// happens here. In the thread of the script engine.
class StrategyRun final : public scxml::Platform
{
public:
    enum class Storing { On, Off };

    StrategyRun(StrategyPrograms &programs, std::shared_ptr<const StrategyDocument> document,
                StrategySessionId id, Storing storing = Storing::On);
    ~StrategyRun() override;

    // stored: of the step before; none at the start. The error says why it cannot go on.
    Result<void> restore(const std::string &stored);
    StrategyStepped take(const StrategyInput &input, bool isLast);

    scxml::Delivery send(scxml::Session &from, const scxml::Message &message) override;
    void schedule(scxml::Session &session, std::uint32_t timer,
                  std::chrono::milliseconds delay) override;
    void unschedule(scxml::Session &session, std::uint32_t timer) override;
    scxml::Delivery start(scxml::Session &session, const scxml::Invocation &invocation) override;
    void stop(scxml::Session &session, const QString &invokeId) override;
    void forward(scxml::Session &session, const QString &invokeId,
                 const scxml::Event &event) override;
    std::expected<void, scxml::ActionProblem> act(scxml::Session &session,
                                                  const scxml::Action &action) override;
    void took(scxml::Session &session, int transition) override;
    void unanswered(scxml::Session &session, const scxml::Event &event) override;
    void log(scxml::Session &session, const QString &label, const QString &text) override;
    void wasCutOff(scxml::Session &session, const scxml::CutOff &cutOff) override;
    void ended(scxml::Session &session, const QString &doneData) override;

private:
    struct Member
    {
        std::unique_ptr<scxml::Session> session; // null: it has ended
        int parent = -1;
        QString invokeId;
        QString content; // of its document where the invocation computed it
        int state = -1;  // of the parent's chart, where the document stands there
        int index = -1;  // of its invokes
        std::vector<std::pair<QString, QString>> parameters;
        bool isStarted = true;
        bool isSilent = false;
    };

    int indexOf(const scxml::Session &session) const;
    Member *child(const scxml::Session &parent, const QString &invokeId);
    scxml::ProgramPointer programOf(const Member &member) const;
    void begin(const StrategyInput &input);
    void deliver(const StrategyInput &input);
    void work();
    void finish(StrategyStepped &step);
    Result<std::string> stored() const;
    Result<void> restoreMember(const QJsonObject &stored);

    StrategyPrograms &m_programs;
    const std::shared_ptr<const StrategyDocument> m_document;
    const StrategySessionId m_id;
    const Storing m_storing;
    std::vector<Member> m_members; // the first is the strategy itself
    std::deque<std::pair<int, scxml::Event>> m_posted;
    StrategyStepped m_step;
};

} // namespace tandem
