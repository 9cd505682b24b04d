// SPDX-License-Identifier: GPL-3.0-or-later
#include "openmedia/openmedia.h"

#include "domain/limits.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr Statement selectKeys{"SELECT media_type, external_id, interaction_id FROM external_key"};
constexpr Statement insertKey{
    "INSERT INTO external_key (media_type, external_id, interaction_id) VALUES (?, ?, ?)"};

Result<void> checkText(const std::string &text, std::size_t most, const std::string &field)
{
    if (text.size() > most) {
        return failure(Reason::InvalidParams,
                       "\"" + field + "\" is longer than " + std::to_string(most) + " bytes.",
                       field);
    }
    if (text.contains('\0'))
        return failure(Reason::InvalidParams, "\"" + field + "\" holds a null character.", field);
    return {};
}

// What identifies it; looked at before anything else.
Result<void> checkKey(const protocol::InteractionSubmit &values)
{
    if (values.externalId.empty())
        return failure(Reason::InvalidParams, "\"externalId\" is empty.", "externalId");
    if (auto checked = checkText(values.externalId, limits::shortText, "externalId"); !checked)
        return checked;
    return checkText(values.mediaType, limits::shortText, "mediaType");
}

Result<void> checkTexts(const protocol::InteractionSubmit &values)
{
    if (auto checked = checkText(values.subject.value_or(""), limits::shortText, "subject");
        !checked)
        return checked;
    if (auto checked = checkText(values.contactName.value_or(""), limits::shortText, "contactName");
        !checked)
        return checked;
    for (const auto &[name, value] : values.attachedData) {
        if (name.contains('\0') || value.contains('\0')) {
            return failure(Reason::InvalidParams, "The attached data hold a null character.",
                           "attachedData");
        }
    }
    const auto type = values.type.value_or("inbound");
    if (type != "inbound" && type != "outbound" && type != "internal") {
        return failure(Reason::InvalidParams,
                       "\"type\" is inbound, outbound or internal, not \"" + type + "\".", "type");
    }
    const auto priority = values.priority.value_or(0);
    if (priority < -1000 || priority > 1000)
        return failure(Reason::InvalidParams, "\"priority\" is -1000 to 1000.", "priority");
    return {};
}

} // namespace

OpenMedia::OpenMedia(Engine &engine, Site &site, Agents &agents, Interactions &interactions)
    : m_engine(engine), m_site(site), m_agents(agents), m_interactions(interactions)
{
    engine.add(*this);
    interactions.plugInOthers(*this);
    serveRequests();
}

Result<void> OpenMedia::load(Database &database)
{
    m_keys.clear();
    return database.query(selectKeys, {}, [this](const Row &row) {
        m_keys.add(ExternalKeys::hashOf(row.text(0), row.text(1)), row.id<InteractionId>(2));
    });
}

std::vector<protocol::Participant> OpenMedia::participants(InteractionId id) const
{
    std::vector<protocol::Participant> list;
    const auto *record = m_interactions.find(id);
    const auto add = [&](AgentId agent) {
        if (const auto *known = m_agents.find(agent)) {
            list.push_back(
                {static_cast<int>(list.size()) + 1, known->name, ParticipantType::Agent, agent});
        }
    };
    if (!record)
        return list;
    if (record->agent())
        add(record->agent());
    for (const auto member : record->view.memberIds)
        add(member);
    return list;
}

bool OpenMedia::isOpenMedium(const std::string &mediaType) const
{
    return std::ranges::any_of(m_site.document().mediaTypes,
                               [&](const auto &definition) { return definition.id == mediaType; });
}

Result<void> OpenMedia::checkNew(const protocol::InteractionSubmit &values, Parent parent) const
{
    if (!isOpenMedium(values.mediaType)) {
        return failure(Reason::NotFound,
                       "There is no media type \"" + values.mediaType
                           + "\" that can be submitted; an administrator can add it.",
                       "mediaType");
    }
    if (!m_site.queue(values.queueId)) {
        return failure(Reason::NotFound, "There is no queue \"" + values.queueId + "\".",
                       "queueId");
    }
    if (auto checked = checkTexts(values); !checked)
        return checked;
    if (auto checked = Interactions::checkData(values.attachedData, 0); !checked)
        return checked;
    if (values.parentId && parent == Parent::MustBeOpen && !m_interactions.find(*values.parentId)) {
        return failure(Reason::NotFound, "There is no open interaction of the parent's id.",
                       "parentId");
    }
    return {};
}

Result<void> OpenMedia::replaceData(InteractionId id, const protocol::Data &data)
{
    std::vector<std::string> gone;
    for (const auto &[name, value] : m_interactions.find(id)->view.attachedData) {
        if (!data.contains(name))
            gone.push_back(name);
    }
    return m_interactions.updateData(id, data, gone);
}

Result<protocol::SubmitReply> OpenMedia::submit(const protocol::MediaSubmit &request, Parent parent)
{
    const auto &values = request.values;
    if (auto checked = checkKey(values); !checked)
        return std::unexpected(checked.error());
    const auto hash = ExternalKeys::hashOf(values.mediaType, values.externalId);
    // A repeat is answered alike, whatever has become of its queue or media type since.
    if (const auto known = m_keys.find(hash)) {
        if (request.overwrite && ours(known)) {
            if (auto checked = checkTexts(values); !checked)
                return std::unexpected(checked.error());
            if (auto replaced = replaceData(known, values.attachedData); !replaced)
                return std::unexpected(replaced.error());
        }
        return protocol::SubmitReply{known};
    }
    if (auto checked = checkNew(values, parent); !checked)
        return std::unexpected(checked.error());
    NewInteraction created;
    created.mediaType = values.mediaType;
    created.queueId = values.queueId;
    created.subject = values.subject.value_or("");
    created.contactName = values.contactName.value_or("");
    created.attachedData = values.attachedData;
    created.type = values.type.value_or("inbound");
    created.priority = values.priority;
    created.dueAt = values.dueAt;
    created.externalId = values.externalId;
    created.parentId = values.parentId;
    created.isHeld = request.isHeld;
    const auto id = m_interactions.create(created).id;
    m_engine.write(write(insertKey, values.mediaType, values.externalId, id));
    m_keys.add(hash, id);
    m_interactions.announceWaiting(id);
    return protocol::SubmitReply{id};
}

} // namespace tandem
