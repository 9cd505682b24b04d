// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/membership.h"

#include "models/sitedraft.h"

#include <QJsonArray>

namespace tandem::membership {

namespace {

const auto agents = QStringLiteral("agents");

} // namespace

QStringList groupsOf(const SiteDraft &draft, const QString &userName)
{
    QStringList groups;
    for (const auto &entry : draft.entries(protocol::SiteKind::Group)) {
        const bool isRemoved = entry.standing == SiteDraft::Standing::Removed;
        if (!isRemoved && entry.value[agents].toArray().contains(userName))
            groups += SiteDraft::idOf(protocol::SiteKind::Group, entry.value);
    }
    return groups;
}

void setGroups(SiteDraft &draft, const QString &userName, const QStringList &groups)
{
    if (userName.isEmpty())
        return;
    for (const auto &entry : draft.entries(protocol::SiteKind::Group)) {
        if (entry.standing == SiteDraft::Standing::Removed)
            continue;
        auto value = entry.value;
        auto members = value[agents].toArray();
        const auto id = SiteDraft::idOf(protocol::SiteKind::Group, value);
        const bool isIn = members.contains(userName);
        const bool shallBe = groups.contains(id);
        if (isIn == shallBe)
            continue;
        if (shallBe)
            members.append(userName);
        for (qsizetype i = members.size() - 1; !shallBe && i >= 0; --i) {
            if (members[i].toString() == userName)
                members.removeAt(i);
        }
        value[agents] = members;
        draft.put(protocol::SiteKind::Group, entry.key, value);
    }
}

} // namespace tandem::membership
