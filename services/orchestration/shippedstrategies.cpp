// SPDX-License-Identifier: GPL-3.0-or-later
#include "orchestration/shippedstrategies.h"

#include "orchestration/strategychecks.h"

#include <QDir>
#include <QFile>

static void useStrategyResource() { Q_INIT_RESOURCE(strategies); }

namespace tandem {

namespace {

const QString folder = QStringLiteral(":/strategies/");
const QString ending = QStringLiteral(".scxml");

} // namespace

std::vector<std::string> shippedStrategyIds()
{
    useStrategyResource();
    std::vector<std::string> ids;
    for (const auto &name : QDir(folder).entryList({u'*' + ending}, QDir::Files, QDir::Name))
        ids.push_back(name.chopped(ending.size()).toStdString());
    return ids;
}

ShippedStrategy shippedStrategy(const std::string &id)
{
    useStrategyResource();
    ShippedStrategy shipped{id, {}, {}};
    QFile file(folder + QString::fromStdString(id) + ending);
    if (file.open(QIODevice::ReadOnly))
        shipped.document = file.readAll().toStdString();
    if (const auto chart = scxml::Chart::read(QByteArray::fromStdString(shipped.document))) {
        shipped.reading.name = (*chart)->name.toStdString();
        shipped.reading.events = eventsOf(**chart);
    }
    return shipped;
}

} // namespace tandem
