// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/expression.h"
#include "link/servicelink.h"
#include "models/errortext.h"
#include "models/sitedraft.h"
#include "models/sitejson.h"
#include "models/siteschema.h"
#include "models/text.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <set>

// What stands against the edits, before and when they are applied.
namespace tandem {

namespace {

using protocol::SiteKind;

bool isId(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9._@-]{1,64}$"));
    return form.match(text).hasMatch();
}

// Expressions that cannot be read, with where they stand: "steps[1].targets[0].expression".
void findUnreadable(const std::vector<FieldDescription> &fields, const QJsonObject &object,
                    const QString &path, const std::function<void(QString, QString)> &found)
{
    for (const auto &field : fields) {
        const auto here = path + field.key;
        const auto value = object[field.key];
        if (field.kind == FieldKind::Struct && value.isObject()) {
            findUnreadable(field.fields, value.toObject(), here + QLatin1Char('.'), found);
        } else if (field.kind == FieldKind::List) {
            const auto list = value.toArray();
            for (int i = 0; i < list.size(); ++i) {
                findUnreadable(field.fields, list[i].toObject(),
                               QStringLiteral("%1[%2].").arg(here).arg(i), found);
            }
        } else if (field.kind == FieldKind::Expression && value.isString()) {
            if (const auto read = Expression::parse(toUtf8(value.toString())); !read)
                found(here, toQString(read.error().message));
        }
    }
}

} // namespace

std::vector<SiteDraft::Problem> SiteDraft::ownProblems() const
{
    std::vector<Problem> problems;
    for (const auto &[kind, objects] : m_objects) {
        if (kind == SiteKind::Rules)
            continue;
        std::set<QString> ids;
        for (const auto &object : objects) {
            const auto value = shown(object).value;
            const auto id = idOf(kind, value);
            const bool isTaken = !ids.insert(id).second;
            if (!object.mine)
                continue;
            const auto key = siteschema::idKey(kind);
            if (!isId(id))
                problems.push_back({kind, object.key, key,
                                    id.isEmpty()
                                        ? tr("Needed.")
                                        : tr("Only letters, digits and . - _ @, at most 64.")});
            else if (isTaken)
                problems.push_back({kind, object.key, key, tr("This is taken already.")});
            if (value[QStringLiteral("name")].toString().trimmed().isEmpty())
                problems.push_back({kind, object.key, QStringLiteral("name"), tr("Needed.")});
            findUnreadable(siteschema::fieldsOf(kind), value, {},
                           [&, kind = kind](const QString &path, const QString &message) {
                               problems.push_back({kind, object.key, path, message});
                           });
        }
    }
    return problems;
}

protocol::AdminApply SiteDraft::request() const
{
    QJsonObject put;
    protocol::AdminApply request;
    for (const auto &[kind, objects] : m_objects) {
        QJsonArray list;
        for (const auto &object : objects) {
            if (object.isRemoved)
                request.remove.push_back({kind, toUtf8(object.key)});
            else if (object.mine)
                list.append(*object.mine);
        }
        if (list.isEmpty())
            continue;
        const auto name = siteschema::listName(kind);
        put[name] = kind == SiteKind::Rules ? QJsonValue(list[0]) : QJsonValue(list);
    }
    if (auto document = sitejson::toDocument(put))
        request.put = std::move(*document);
    request.version = m_version;
    return request;
}

void SiteDraft::check()
{
    auto asked = request();
    asked.dryRun = true;
    m_link.ask(std::move(asked), [this, number = m_checks](Result<protocol::ApplyReply> reply) {
        if (number != m_checks || m_isApplying)
            return;
        if (reply)
            setProblems({});
        else if (reply.error().reason == Reason::Conflict && reply.error().field == "version")
            load();
        else if (reply.error().reason != Reason::NotConnected)
            setProblems({problemOf(reply.error())});
    });
}

SiteDraft::Problem SiteDraft::problemOf(const Error &error) const
{
    // "queues.support.steps[1].afterMs"; ids may have dots, too.
    const auto field = toQString(error.field);
    Problem problem;
    problem.message = error.message.empty() ? errorText(error) : toQString(error.message);
    qsizetype longest = -1;
    for (const auto &[kind, objects] : m_objects) {
        const auto list = siteschema::listName(kind);
        for (const auto &object : objects) {
            const auto id = idOf(kind, shown(object).value);
            const auto whole = kind == SiteKind::Rules ? list : list + QLatin1Char('.') + id;
            const bool isIts = field == whole || field.startsWith(whole + QLatin1Char('.'));
            if (!isIts || whole.size() <= longest)
                continue;
            longest = whole.size();
            problem.kind = kind;
            problem.key = object.key;
            problem.path = field.mid(whole.size() + 1);
        }
    }
    return problem;
}

void SiteDraft::preview(std::function<void(Result<Changes>)> done)
{
    auto asked = request();
    asked.dryRun = true;
    m_link.ask(std::move(asked),
               [this, done = std::move(done)](Result<protocol::ApplyReply> reply) {
                   if (reply) {
                       done(std::move(reply->changes));
                       return;
                   }
                   onRefused(reply.error());
                   done(std::unexpected(reply.error()));
               });
}

void SiteDraft::apply()
{
    if (m_isApplying || changeCount() == 0)
        return;
    if (const auto own = ownProblems(); !own.empty()) {
        setProblems(own);
        return;
    }
    m_check.stop();
    m_isApplying = true;
    emit applyingChanged();
    m_link.ask(request(), [this](Result<protocol::ApplyReply> reply) {
        m_isApplying = false;
        if (reply)
            onApplied(*reply);
        else
            onRefused(reply.error());
        emit applyingChanged();
    });
}

void SiteDraft::onApplied(const protocol::ApplyReply &reply)
{
    const auto count = static_cast<int>(reply.changes.size());
    for (auto &[kind, objects] : m_objects) {
        std::erase_if(objects, &Object::isRemoved);
        for (auto &object : objects) {
            if (!object.mine)
                continue;
            object.base = std::exchange(object.mine, {});
            // Known by its id from now on; what is to be done for it goes along.
            const auto id = idOf(kind, *object.base);
            if (auto password = m_passwords.extract(object.key)) {
                password.key() = id;
                m_passwords.insert(std::move(password));
            }
            if (const auto before = std::exchange(object.key, id); before != id)
                emit keyChanged(kind, before, id);
        }
    }
    m_version = reply.version;
    edited();
    emit noticed(tr("%n change(s) applied.", nullptr, count));
    sendPasswords();
    // The server may have put something into order, and others may have changed something.
    load();
}

void SiteDraft::onRefused(const Error &error)
{
    if (error.reason == Reason::Conflict && (error.field.empty() || error.field == "version")) {
        emit noticed(
            tr("The site has changed meanwhile. Look at the newer state and apply again."));
        load();
    } else if (error.field.empty() || error.reason == Reason::NotConnected) {
        emit refused(error);
    } else {
        setProblems({problemOf(error)});
    }
}

void SiteDraft::setPassword(const QString &key, const QString &password)
{
    m_passwords[key] = password;
    sendPasswords();
}

void SiteDraft::sendPasswords()
{
    for (const auto &[key, password] : std::exchange(m_passwords, {})) {
        const auto *object = find(SiteKind::Agent, key);
        if (!object)
            continue;
        if (!object->base) {
            m_passwords[key] = password;
            continue;
        }
        const auto name = title(SiteKind::Agent, shown(*object));
        m_link.ask(protocol::AdminSetPassword{toUtf8(key), toUtf8(password)},
                   [this, name](Result<protocol::Done> reply) {
                       if (reply)
                           emit noticed(tr("%1 has a new password.").arg(name));
                       else
                           emit refused(reply.error());
                   });
    }
}

} // namespace tandem
