// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/models_export.h"
#include "protocol/site.h"

#include <QJsonObject>

// The border between the protocol's structs and the JSON values that forms work with.
namespace tandem::sitejson {

TANDEM_MODELS_EXPORT QJsonObject fromDocument(const protocol::SiteDocument &document);
TANDEM_MODELS_EXPORT Result<protocol::SiteDocument> toDocument(const QJsonObject &json);
// One object, as changes carry it; nothing where the text is absent.
TANDEM_MODELS_EXPORT std::optional<QJsonObject> fromText(const std::optional<std::string> &text);
TANDEM_MODELS_EXPORT std::string toText(const QJsonObject &json);

} // namespace tandem::sitejson
