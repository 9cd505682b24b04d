// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/drafts.h"

#include "models/text.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace tandem {

namespace {

using Key = QLatin1String;

InteractionId idFrom(const QJsonValue &value)
{
    return InteractionId::fromText(toUtf8(value.toString())).value_or(InteractionId{});
}

QString audienceText(Audience audience) { return QString::fromLatin1(nameOf(audience).data()); }

Audience audienceFrom(const QJsonValue &value)
{
    return fromName<Audience>(toUtf8(value.toString())).value_or(Audience::Agents);
}

} // namespace

Drafts::Drafts(QString file, AgentId agent) : m_file(std::move(file)), m_agent(agent) { load(); }

Drafts::Draft Drafts::draft(InteractionId id) const
{
    const auto found = m_drafts.find(id);
    return found == m_drafts.end() ? Draft() : found->second;
}

void Drafts::setDraft(InteractionId id, const Draft &draft)
{
    if (draft == Draft())
        m_drafts.erase(id);
    else
        m_drafts[id] = draft;
}

void Drafts::keepOnly(const std::vector<InteractionId> &ids)
{
    const auto isGone = [&](InteractionId id) { return std::ranges::find(ids, id) == ids.end(); };
    std::erase_if(m_drafts, [&](const auto &entry) { return isGone(entry.first); });
    std::erase_if(m_unsent, [&](const auto &entry) { return isGone(entry.interactionId); });
}

bool Drafts::save(const std::vector<Outbox::Entry> &unsent)
{
    if (m_file.isEmpty())
        return true;
    if (m_drafts.empty() && unsent.empty()) {
        m_saved.clear();
        return !QFile::exists(m_file) || QFile::remove(m_file);
    }
    QJsonArray drafts;
    for (const auto &[id, draft] : m_drafts) {
        drafts.append(QJsonObject{{Key("interaction"), toQString(id)},
                                  {Key("text"), draft.text},
                                  {Key("audience"), audienceText(draft.audience)}});
    }
    QJsonArray waiting;
    for (const auto &entry : unsent) {
        waiting.append(QJsonObject{{Key("interaction"), toQString(entry.interactionId)},
                                   {Key("key"), toQString(entry.key)},
                                   {Key("text"), toQString(entry.text)},
                                   {Key("audience"), audienceText(entry.audience)},
                                   {Key("written"), static_cast<double>(toMs(entry.writtenAt))},
                                   {Key("link"), entry.isLink}});
    }
    const auto content = QJsonDocument(QJsonObject{{Key("agent"), toQString(m_agent)},
                                                   {Key("drafts"), drafts},
                                                   {Key("unsent"), waiting}})
                             .toJson(QJsonDocument::Compact);
    if (content == m_saved)
        return true;
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(content);
    if (!file.commit())
        return false;
    m_saved = content;
    return true;
}

void Drafts::load()
{
    QFile file(m_file);
    if (m_file.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    const auto root = QJsonDocument::fromJson(file.readAll()).object();
    if (root[Key("agent")].toString() != toQString(m_agent))
        return;
    const auto drafts = root[Key("drafts")].toArray();
    for (const auto &value : drafts) {
        const auto entry = value.toObject();
        m_drafts[idFrom(entry[Key("interaction")])] = {entry[Key("text")].toString(),
                                                       audienceFrom(entry[Key("audience")])};
    }
    const auto unsent = root[Key("unsent")].toArray();
    for (const auto &value : unsent) {
        const auto entry = value.toObject();
        m_unsent.push_back({idFrom(entry[Key("interaction")]),
                            toUtf8(entry[Key("key")].toString()),
                            toUtf8(entry[Key("text")].toString()),
                            audienceFrom(entry[Key("audience")]),
                            utcFromMs(static_cast<std::int64_t>(entry[Key("written")].toDouble())),
                            Outbox::Delivery::Waiting,
                            {},
                            1,
                            entry[Key("link")].toBool()});
    }
}

} // namespace tandem
