// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scxml/session.h"

#include <QString>
#include <QStringList>

#include <random>

namespace tandem::test {

// A legal document made at random: nested and parallel states, histories, eventless and targetless
// transitions, errors on purpose, data, timers, invokes.
class RandomChart
{
public:
    explicit RandomChart(unsigned seed) : m_random(seed) {}

    QString states();
    QString eventName() { return QString(QChar(u'a' + below(9))); }
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }

private:
    struct Node
    {
        QString kind;
        QString id;
        int parent = -1;
        std::vector<int> children;
    };

    int make(int parent, int depth);
    QString written(int node);
    QString transition(int node);
    QString steps(int depth);
    QString step(int depth);
    QString target(int node);

    std::mt19937 m_random;
    std::vector<Node> m_nodes;
};

// What of a legal configuration (SCXML 3.11) does not hold; null where all does.
QString faultOf(const scxml::Session &session);

} // namespace tandem::test
