// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitedraft.h"

#include "link/servicelink.h"
#include "models/errortext.h"
#include "models/sitejson.h"
#include "models/siteschema.h"

#include <QJsonArray>

#include <algorithm>

namespace tandem {

namespace {

using protocol::SiteKind;

constexpr int checkAfterMs = 400;

} // namespace

SiteDraft::SiteDraft(ServiceLink &link, QObject *parent) : QObject(parent), m_link(link)
{
    m_check.setSingleShot(true);
    m_check.setInterval(checkAfterMs);
    connect(&m_check, &QTimer::timeout, this, &SiteDraft::check);
    connect(&link, &ServiceLink::factArrived, this, [this](const protocol::Fact &fact) {
        const auto *site = std::get_if<protocol::SiteChanged>(&fact);
        if (site && m_isLoaded && !m_isApplying && site->version != m_version)
            load();
    });
    const auto again = [this] {
        if (m_isLoaded || m_loading == Loading::Failed)
            load();
    };
    connect(&link, &ServiceLink::snapshotArrived, this, again);
    connect(&link, &ServiceLink::stateChanged, this, [again](ServiceLink::State state) {
        if (state == ServiceLink::State::Connected)
            again();
    });
}

void SiteDraft::open()
{
    if (!m_isLoaded && m_loading != Loading::Busy)
        load();
}

void SiteDraft::load()
{
    m_loading = Loading::Busy;
    emit loadingChanged();
    m_link.ask(protocol::AdminSite{}, [this](Result<protocol::SiteReply> reply) {
        m_loading = reply || m_isLoaded ? Loading::Idle : Loading::Failed;
        m_loadProblem = reply ? QString() : errorText(reply.error());
        if (reply)
            adopt(*reply);
        emit loadingChanged();
    });
}

void SiteDraft::adopt(const protocol::SiteReply &reply)
{
    const auto site = sitejson::fromDocument(reply.document);
    bool isOvertaken = false;
    for (const auto kind : siteschema::kinds())
        m_objects[kind] = rebased(kind, m_objects[kind], site, &isOvertaken);
    m_version = reply.version;
    m_isLoaded = true;
    edited();
    if (isOvertaken) {
        emit noticed(tr("Somebody else has changed what you were changing. The newer state is "
                        "shown; your own is kept beside it."));
    }
}

SiteDraft::Objects SiteDraft::rebased(SiteKind kind, const Objects &before, const QJsonObject &site,
                                      bool *isOvertaken) const
{
    Objects now;
    const auto value = site[siteschema::listName(kind)];
    const auto list = kind == SiteKind::Rules ? QJsonArray{value} : value.toArray();
    for (const auto &entry : list) {
        const auto base = entry.toObject();
        Object object{idOf(kind, base), base, {}, {}, false, false};
        const auto known = std::ranges::find(before, object.key, &Object::key);
        if (known != before.end()) {
            const bool isSame = known->base == base;
            object.setAside = known->setAside;
            object.isOvertaken = known->isOvertaken && known->setAside != base;
            if (isSame) {
                object.mine = known->mine;
                object.isRemoved = known->isRemoved;
            } else if (known->isEdited() && known->mine != base) {
                object.setAside = known->mine;
                object.isOvertaken = *isOvertaken = true;
            }
        }
        now.push_back(std::move(object));
    }
    for (const auto &object : before) {
        const bool isThere =
            std::ranges::find(now, object.key, &Object::key) != now.end() || !object.mine;
        if (isThere)
            continue;
        now.push_back(object);
        // Removed by somebody else: with one's own edits it would be a new one.
        if (std::exchange(now.back().base, {}))
            now.back().isOvertaken = *isOvertaken = true;
    }
    return now;
}

SiteDraft::Entry SiteDraft::shown(const Object &object)
{
    const auto standing = object.isRemoved ? Standing::Removed
                          : !object.base   ? Standing::Added
                          : object.mine    ? Standing::Changed
                                           : Standing::Same;
    return {object.key, object.mine ? *object.mine : object.base.value_or(QJsonObject()), standing,
            object.isOvertaken};
}

std::vector<SiteDraft::Entry> SiteDraft::entries(SiteKind kind) const
{
    std::vector<Entry> entries;
    if (const auto found = m_objects.find(kind); found != m_objects.end()) {
        for (const auto &object : found->second)
            entries.push_back(shown(object));
    }
    return entries;
}

std::optional<SiteDraft::Entry> SiteDraft::entry(SiteKind kind, const QString &key) const
{
    const auto *object = find(kind, key);
    return object ? std::optional(shown(*object)) : std::nullopt;
}

QString SiteDraft::idOf(SiteKind kind, const QJsonObject &value)
{
    return kind == SiteKind::Rules ? QStringLiteral("rules")
                                   : value[siteschema::idKey(kind)].toString();
}

QString SiteDraft::title(SiteKind kind, const Entry &entry) const
{
    if (kind == SiteKind::Rules)
        return siteschema::pluralName(kind);
    const auto name = entry.value[QStringLiteral("name")].toString();
    const auto id = idOf(kind, entry.value);
    return !name.isEmpty() ? name
           : !id.isEmpty() ? id
                           : tr("New: %1").arg(siteschema::singularName(kind));
}

SiteDraft::Object *SiteDraft::find(SiteKind kind, const QString &key)
{
    auto &objects = m_objects[kind];
    const auto found = std::ranges::find(objects, key, &Object::key);
    return found == objects.end() ? nullptr : &*found;
}

const SiteDraft::Object *SiteDraft::find(SiteKind kind, const QString &key) const
{
    return const_cast<SiteDraft *>(this)->find(kind, key);
}

QString SiteDraft::add(SiteKind kind, const QJsonObject &value)
{
    const auto key = QStringLiteral("+%1").arg(++m_nextKey);
    m_objects[kind].push_back({key, {}, value, {}, false, false});
    edited();
    return key;
}

void SiteDraft::put(SiteKind kind, const QString &key, const QJsonObject &value)
{
    auto *object = find(kind, key);
    if (!object || m_isApplying)
        return;
    const auto before = idOf(kind, shown(*object).value);
    if (object->base == value)
        object->mine.reset();
    else
        object->mine = value;
    const auto now = idOf(kind, value);
    if (!object->base && !before.isEmpty() && !now.isEmpty() && before != now)
        rename(kind, before, now);
    edited();
}

void SiteDraft::remove(SiteKind kind, const QString &key)
{
    auto *object = find(kind, key);
    if (!object)
        return;
    if (object->base) {
        object->mine.reset();
        object->isRemoved = true;
    } else {
        m_passwords.erase(key);
        std::erase_if(m_objects[kind], [&](const Object &other) { return other.key == key; });
    }
    edited();
}

void SiteDraft::revert(SiteKind kind, const QString &key)
{
    auto *object = find(kind, key);
    if (!object)
        return;
    if (!object->base) {
        remove(kind, key);
        return;
    }
    *object = {key, object->base, {}, {}, false, false};
    edited();
}

void SiteDraft::discard()
{
    for (auto &[kind, objects] : m_objects) {
        std::erase_if(objects, [](const Object &object) { return !object.base; });
        for (auto &object : objects)
            object = {object.key, object.base, {}, {}, false, false};
    }
    m_passwords.clear();
    edited();
}

void SiteDraft::useMine(SiteKind kind, const QString &key)
{
    auto *object = find(kind, key);
    if (!object || !object->isOvertaken)
        return;
    if (object->setAside)
        object->mine = std::exchange(object->setAside, {});
    object->isOvertaken = false;
    edited();
}

void SiteDraft::useNewer(SiteKind kind, const QString &key)
{
    auto *object = find(kind, key);
    if (!object || !object->isOvertaken)
        return;
    if (!object->base) {
        remove(kind, key);
        return;
    }
    object->setAside.reset();
    object->isOvertaken = false;
    edited();
}

int SiteDraft::changeCount() const
{
    int count = 0;
    for (const auto &[kind, objects] : m_objects)
        count += static_cast<int>(std::ranges::count_if(objects, &Object::isEdited));
    return count;
}

void SiteDraft::edited()
{
    setProblems(ownProblems());
    // A pause in typing is waited for; what was on its way speaks of an older state.
    ++m_checks;
    if (changeCount() > 0 && m_problems.empty() && m_mayChange)
        m_check.start();
    else
        m_check.stop();
    emit changed();
}

void SiteDraft::setProblems(std::vector<Problem> problems)
{
    if (problems == m_problems)
        return;
    m_problems = std::move(problems);
    emit problemsChanged();
}

bool SiteDraft::hasProblem(SiteKind kind, const QString &key) const
{
    return std::ranges::any_of(m_problems, [&](const Problem &problem) {
        return problem.kind == kind && problem.key == key;
    });
}

} // namespace tandem
