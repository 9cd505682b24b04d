// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/models_export.h"
#include "protocol/admin.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <vector>

namespace tandem {

class ServiceLink;

// The site as a file: written out, and read in after a look at what would change. The file is the
// one of `tandemctl site export`. GUI thread.
class TANDEM_MODELS_EXPORT SiteExchange : public QObject
{
    Q_OBJECT

public:
    using Changes = std::vector<protocol::SiteChange>;

    explicit SiteExchange(ServiceLink &link, QObject *parent = nullptr);

    // As it is on the server; edits that are not applied are not in it.
    void write(std::function<void(Result<QByteArray>)> done);
    // `invalid_params` says what is wrong with the text and where.
    static Result<protocol::SiteDocument> read(const QByteArray &text);
    void preview(const protocol::SiteDocument &document, std::function<void(Result<Changes>)> done);
    void import(const protocol::SiteDocument &document);

signals:
    void noticed(const QString &text);
    void refused(const tandem::Error &error);

private:
    ServiceLink &m_link;
};

} // namespace tandem
