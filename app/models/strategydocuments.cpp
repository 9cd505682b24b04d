// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/strategydocuments.h"

#include "link/servicelink.h"
#include "models/text.h"
#include "protocol/strategy.h"

#include <QPointer>

#include <algorithm>

namespace tandem {

namespace {

constexpr std::size_t keptDocuments = 16;

ReadStrategy documentOf(const protocol::StrategyDocumentReply &reply)
{
    ReadStrategy made;
    made.strategyId = toQString(reply.strategyId);
    made.version = reply.version;
    made.text = QByteArray::fromStdString(reply.document);
    auto chart = scxml::Chart::read(made.text);
    if (chart)
        made.chart = std::move(*chart);
    else
        made.problem = scxml::textOf(chart.error());
    return made;
}

} // namespace

StrategyDocuments::StrategyDocuments(ServiceLink &link, QObject *parent)
    : QObject(parent), m_link(link)
{
}

void StrategyDocuments::fetch(const QString &strategyId, int version, Answer done)
{
    const Key key{strategyId, version};
    if (const auto found = m_kept.find(key); found != m_kept.end()) {
        done(found->second);
        return;
    }
    m_link.ask(protocol::StrategyFetch{toUtf8(strategyId), version},
               [self = QPointer(this), key,
                done = std::move(done)](Result<protocol::StrategyDocumentReply> reply) {
                   if (!self)
                       return;
                   if (!reply) {
                       done(std::unexpected(reply.error()));
                       return;
                   }
                   auto document = documentOf(*reply);
                   if (self->m_order.size() >= keptDocuments) {
                       self->m_kept.erase(self->m_order.front());
                       self->m_order.erase(self->m_order.begin());
                   }
                   if (self->m_kept.insert_or_assign(key, document).second)
                       self->m_order.push_back(key);
                   done(std::move(document));
               });
}

void StrategyDocuments::forget(const QString &strategyId)
{
    std::erase_if(m_kept, [&](const auto &kept) { return kept.first.first == strategyId; });
    std::erase_if(m_order, [&](const Key &key) { return key.first == strategyId; });
}

} // namespace tandem
