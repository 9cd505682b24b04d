// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/siteexchange.h"

#include "link/servicelink.h"

#include <QJsonDocument>

namespace tandem {

namespace {

constexpr int format = 1;

} // namespace

SiteExchange::SiteExchange(ServiceLink &link, QObject *parent) : QObject(parent), m_link(link) {}

void SiteExchange::write(std::function<void(Result<QByteArray>)> done)
{
    m_link.ask(protocol::AdminSite{}, [done = std::move(done)](Result<protocol::SiteReply> reply) {
        if (!reply) {
            done(std::unexpected(reply.error()));
            return;
        }
        reply->document.format = format;
        const auto text = QByteArray::fromStdString(json::toText(reply->document));
        done(QJsonDocument::fromJson(text).toJson(QJsonDocument::Indented));
    });
}

Result<protocol::SiteDocument> SiteExchange::read(const QByteArray &text)
{
    auto document = json::fromText<protocol::SiteDocument>(text.toStdString());
    if (document && document->format && *document->format != format) {
        return failure(Reason::InvalidParams,
                       "This file is of a newer program: format "
                           + std::to_string(*document->format) + '.',
                       "format");
    }
    return document;
}

void SiteExchange::preview(const protocol::SiteDocument &document,
                           std::function<void(Result<Changes>)> done)
{
    m_link.ask(protocol::AdminImport{document, true},
               [done = std::move(done)](Result<protocol::ApplyReply> reply) {
                   if (reply)
                       done(std::move(reply->changes));
                   else
                       done(std::unexpected(reply.error()));
               });
}

void SiteExchange::import(const protocol::SiteDocument &document)
{
    m_link.ask(protocol::AdminImport{document, {}}, [this](Result<protocol::ApplyReply> reply) {
        if (reply)
            emit noticed(tr("The file is imported: %n change(s).", nullptr,
                            static_cast<int>(reply->changes.size())));
        else
            emit refused(reply.error());
    });
}

} // namespace tandem
