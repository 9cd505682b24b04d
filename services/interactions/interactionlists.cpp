// SPDX-License-Identifier: GPL-3.0-or-later
// interaction.list: pages of what an agent has, of a queue, of a workbin, of everything.
#include "interactions/workbins.h"

#include "domain/limits.h"

#include <algorithm>
#include <cctype>
#include <limits>
#include <tuple>

namespace tandem {

namespace {

using protocol::ListOrder;
using protocol::Scope;

constexpr int defaultPage = 100;
constexpr int largestPage = 500;

bool mentions(const std::string &text, const std::string &part)
{
    return !std::ranges::search(text, part, [](unsigned char a, unsigned char b) {
                return std::tolower(a) == std::tolower(b);
            }).empty();
}

// Smaller comes first.
auto rankOf(const InteractionRecord &record, ListOrder order)
{
    const auto due =
        record.view.dueAt ? toMs(*record.view.dueAt) : std::numeric_limits<std::int64_t>::max();
    const auto first = order == ListOrder::Priority ? -std::int64_t(record.view.priority)
                       : order == ListOrder::Due    ? due
                                                    : 0;
    return std::tuple(first, record.view.id);
}

} // namespace

Result<void> Workbins::mayList(const Caller &caller, const protocol::InteractionList &request) const
{
    const auto filter = request.filter.value_or("");
    if (filter.size() > limits::shortText)
        return failure(Reason::InvalidParams, "The filter is longer than 256 bytes.", "filter");
    if (request.search && request.search->size() > limits::shortText)
        return failure(Reason::InvalidParams, "The search is longer than 256 bytes.", "search");
    bool isAllowed = request.scope == Scope::Mine || Interactions::maySeeAll(caller);
    if (request.scope == Scope::Queue && !filter.empty())
        isAllowed = isAllowed || mayOpenQueue(caller, filter);
    if (request.scope == Scope::Workbin) {
        const auto workbin = request.workbinId.value_or("");
        if (!workbin.empty()) {
            if (auto named = checkName(workbin); !named)
                return failure(named.error().reason, named.error().message, "workbinId");
            isAllowed = isAllowed || mayOpenWorkbin(caller, workbin);
        }
    }
    if (!isAllowed)
        return failure(Reason::NotPermitted, "Only supervisors see the interactions of others.");
    return {};
}

std::vector<const InteractionRecord *>
Workbins::chosen(const Caller &caller, const protocol::InteractionList &request) const
{
    const auto filter = request.filter.value_or("");
    const auto search = request.search.value_or(request.scope == Scope::All ? filter : "");
    const auto isIn = [&](const InteractionRecord &open) {
        const auto state = open.view.state;
        switch (request.scope) {
        case Scope::Mine: return open.takesPart(caller.agent);
        case Scope::Queue:
            return state == InteractionState::Queued
                   && (filter.empty() || open.view.queueId == filter);
        case Scope::Workbin:
            return state == InteractionState::Parked
                   && (!request.workbinId || open.view.workbinId == *request.workbinId);
        case Scope::All: return true;
        }
        return false;
    };
    std::vector<const InteractionRecord *> found;
    for (const auto &[id, open] : m_interactions.open()) {
        if (isIn(open)
            && (search.empty() || mentions(open.view.contact.name, search)
                || mentions(open.view.subject, search)))
            found.push_back(&open);
    }
    const auto order = request.order.value_or(ListOrder::Created);
    std::ranges::sort(found, {}, [order](const auto *entry) { return rankOf(*entry, order); });
    return found;
}

Result<Engine::Outcome> Workbins::listInteractions(const Caller &caller,
                                                   const protocol::InteractionList &request)
{
    const int limit = std::clamp(request.limit.value_or(defaultPage), 1, largestPage);
    const auto after = request.after.value_or(InteractionId{});
    if (auto allowed = mayList(caller, request); !allowed)
        return std::unexpected(allowed.error());
    if (request.scope == Scope::All && !request.open.value_or(false)) {
        return Engine::Outcome(Engine::Reading([after, limit, filter = request.filter.value_or("")](
                                                   Database &database) -> Result<AnyValue> {
            auto page = readInteractions(database, after, limit, filter);
            if (!page)
                return std::unexpected(page.error());
            protocol::InteractionListReply reply{std::move(*page), {}};
            if (static_cast<int>(reply.interactions.size()) == limit)
                reply.next = reply.interactions.back().id;
            return AnyValue::of(std::move(reply));
        }));
    }
    const auto found = chosen(caller, request);
    auto entry = found.begin();
    if (after) {
        // One that has left the list since is a place in it all the same.
        const auto *last = m_interactions.find(after);
        const auto order = request.order.value_or(ListOrder::Created);
        const auto isBefore = [&](const InteractionRecord *other) {
            return last ? rankOf(*other, order) <= rankOf(*last, order) : other->view.id <= after;
        };
        entry = std::ranges::find_if_not(found, isBefore);
    }
    protocol::InteractionListReply reply;
    for (; entry != found.end(); ++entry) {
        if (static_cast<int>(reply.interactions.size()) == limit) {
            reply.next = reply.interactions.back().id;
            break;
        }
        reply.interactions.push_back(m_interactions.viewOf(**entry));
    }
    return Engine::Outcome(AnyValue::of(std::move(reply)));
}

} // namespace tandem
