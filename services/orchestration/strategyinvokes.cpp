// SPDX-License-Identifier: GPL-3.0-or-later
// The sessions that a strategy invokes, and how all of them are kept.
#include "orchestration/jsonvalues.h"
#include "orchestration/strategyrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tandem {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostInvoked = 50;

// Where in the parent's chart an inline document stands.
std::pair<int, int> placeOf(const scxml::Chart &chart, const scxml::ChartPointer &inlined)
{
    for (std::size_t state = 0; state < chart.states.size(); ++state) {
        const auto &invokes = chart.states[state].invokes;
        for (std::size_t i = 0; i < invokes.size(); ++i) {
            if (invokes[i].chart == inlined)
                return {static_cast<int>(state), static_cast<int>(i)};
        }
    }
    return {-1, -1};
}

} // namespace

scxml::ProgramPointer StrategyPrograms::of(const std::shared_ptr<const StrategyDocument> &document)
{
    auto &program = m_documents[document];
    if (!program) {
        const auto chart = scxml::Chart::read(QByteArray::fromStdString(document->text));
        if (chart)
            program = m_scripts.compile(*chart);
    }
    return program;
}

scxml::ProgramPointer StrategyPrograms::of(const scxml::ChartPointer &chart)
{
    auto &program = m_charts[chart];
    if (!program)
        program = m_scripts.compile(chart);
    return program;
}

void StrategyPrograms::forgetUnused()
{
    std::erase_if(m_documents, [](const auto &entry) { return entry.first.use_count() == 1; });
    std::erase_if(m_charts, [](const auto &entry) { return entry.second.use_count() == 1; });
}

scxml::ProgramPointer StrategyRun::programOf(const Member &member) const
{
    if (member.parent < 0)
        return m_programs.of(m_document);
    if (member.state < 0) {
        const auto chart = scxml::Chart::read(member.content.toUtf8());
        return chart ? m_programs.of(*chart) : nullptr;
    }
    const auto &parent = m_members[static_cast<std::size_t>(member.parent)];
    const auto &states = parent.session->chart().states;
    if (static_cast<std::size_t>(member.state) >= states.size())
        return nullptr;
    const auto &invokes = states[static_cast<std::size_t>(member.state)].invokes;
    return static_cast<std::size_t>(member.index) < invokes.size()
               ? m_programs.of(invokes[static_cast<std::size_t>(member.index)].chart)
               : nullptr;
}

scxml::Delivery StrategyRun::start(scxml::Session &session, const scxml::Invocation &invocation)
{
    static const QStringList types{u""_s, u"scxml"_s, u"http://www.w3.org/TR/scxml"_s,
                                   u"http://www.w3.org/TR/scxml/"_s};
    if (!types.contains(invocation.type) || !invocation.src.isEmpty())
        return scxml::Delivery::BadTarget;
    if (m_members.size() >= mostInvoked)
        return scxml::Delivery::Unreachable;
    Member member;
    member.parent = indexOf(session);
    member.invokeId = invocation.id;
    member.parameters = invocation.parameters;
    member.isStarted = false;
    if (invocation.chart)
        std::tie(member.state, member.index) = placeOf(session.chart(), invocation.chart);
    else
        member.content = valueOf(invocation.content).toString();
    const auto program = programOf(member);
    if (!program)
        return scxml::Delivery::Unreachable;
    member.session =
        std::make_unique<scxml::Session>(m_programs.scripts(), program, *this,
                                         u"%1-%2"_s.arg(toQt(m_id.text())).arg(m_members.size()));
    m_members.push_back(std::move(member));
    return scxml::Delivery::Sent;
}

void StrategyRun::stop(scxml::Session &session, const QString &invokeId)
{
    auto *invoked = child(session, invokeId);
    if (!invoked)
        return;
    invoked->isSilent = true;
    invoked->isStarted = true;
    invoked->session->cancel();
}

void StrategyRun::forward(scxml::Session &session, const QString &invokeId,
                          const scxml::Event &event)
{
    if (const auto *invoked = child(session, invokeId))
        m_posted.emplace_back(indexOf(*invoked->session), event);
}

scxml::Delivery StrategyRun::send(scxml::Session &from, const scxml::Message &message)
{
    const auto &target = message.target;
    auto event = message.event;
    if (!target.startsWith(u"#_"_s))
        return scxml::Delivery::BadTarget;
    if (target == u"#_parent"_s) {
        const auto &sender = m_members[static_cast<std::size_t>(indexOf(from))];
        if (sender.parent < 0)
            return scxml::Delivery::Unreachable;
        event.invokeId = sender.invokeId;
        if (!sender.isSilent)
            m_posted.emplace_back(sender.parent, std::move(event));
        return scxml::Delivery::Sent;
    }
    const auto *receiver = child(from, target.mid(2));
    if (!receiver)
        return scxml::Delivery::Unreachable;
    m_posted.emplace_back(indexOf(*receiver->session), std::move(event));
    return scxml::Delivery::Sent;
}

void StrategyRun::ended(scxml::Session &session, const QString &doneData)
{
    const int index = indexOf(session);
    if (index <= 0)
        return;
    const auto &member = m_members[static_cast<std::size_t>(index)];
    if (member.isSilent)
        return;
    scxml::Event event;
    event.name = u"done.invoke."_s + member.invokeId;
    event.invokeId = member.invokeId;
    event.data = doneData;
    m_posted.emplace_back(member.parent, std::move(event));
}

Result<std::string> StrategyRun::stored() const
{
    QJsonArray members;
    for (const auto &member : m_members) {
        if (!member.session) {
            members.append(QJsonValue());
            continue;
        }
        auto session = member.session->stored();
        if (!session)
            return std::unexpected(session.error());
        QJsonObject kept{{u"session"_s, *session}};
        if (member.parent >= 0) {
            kept.insert(u"parent"_s, member.parent);
            kept.insert(u"invokeId"_s, member.invokeId);
            if (member.state >= 0) {
                kept.insert(u"state"_s, member.state);
                kept.insert(u"index"_s, member.index);
            } else {
                kept.insert(u"content"_s, member.content);
            }
            if (member.isSilent)
                kept.insert(u"silent"_s, true);
        }
        members.append(kept);
    }
    return QJsonDocument(members).toJson(QJsonDocument::Compact).toStdString();
}

Result<void> StrategyRun::restore(const std::string &stored)
{
    const auto members = QJsonDocument::fromJson(QByteArray::fromStdString(stored)).array();
    if (members.isEmpty())
        return failure(Reason::Internal, "what was stored of the session cannot be read");
    for (const auto &member : members) {
        if (!member.isObject())
            m_members.emplace_back();
        else if (auto restored = restoreMember(member.toObject()); !restored)
            return restored;
    }
    if (!m_members.front().session)
        return failure(Reason::Internal, "what was stored of the session cannot be read");
    return {};
}

Result<void> StrategyRun::restoreMember(const QJsonObject &stored)
{
    Member member;
    member.parent = stored.value(u"parent"_s).toInt(-1);
    member.invokeId = stored.value(u"invokeId"_s).toString();
    member.content = stored.value(u"content"_s).toString();
    member.state = stored.value(u"state"_s).toInt(-1);
    member.index = stored.value(u"index"_s).toInt(-1);
    member.isSilent = stored.value(u"silent"_s).toBool();
    const bool hasParent =
        member.parent < static_cast<int>(m_members.size())
        && (member.parent < 0 || m_members[static_cast<std::size_t>(member.parent)].session);
    const auto program = hasParent ? programOf(member) : nullptr;
    if (!program)
        return failure(Reason::Internal, "the session's document is not there any more");
    auto session = scxml::Session::restored(m_programs.scripts(), program, *this,
                                            stored.value(u"session"_s).toObject());
    if (!session)
        return std::unexpected(session.error());
    member.session = std::move(*session);
    m_members.push_back(std::move(member));
    return {};
}

} // namespace tandem
