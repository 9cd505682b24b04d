// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/models_export.h"
#include "scxml/chart.h"

#include <QObject>

#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace tandem {

class ServiceLink;

// A version's text and what it means; chart is null where this desktop cannot read it, and
// `problem` says why.
struct ReadStrategy
{
    QString strategyId;
    int version = 0;
    QByteArray text;
    scxml::ChartPointer chart;
    QString problem;
};

// The documents of strategies' versions, kept since a version never changes. GUI thread.
class TANDEM_MODELS_EXPORT StrategyDocuments : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(Result<ReadStrategy>)>;

    explicit StrategyDocuments(ServiceLink &link, QObject *parent = nullptr);

    void fetch(const QString &strategyId, int version, Answer done);
    // A strategy that was removed may come again with other versions of the same numbers.
    void forget(const QString &strategyId);

private:
    using Key = std::pair<QString, int>;

    ServiceLink &m_link;
    std::map<Key, ReadStrategy> m_kept;
    std::vector<Key> m_order; // oldest first
};

} // namespace tandem
