// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scxml/chart.h"

#include <QLineF>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>

#include <functional>
#include <vector>

namespace tandem {

// A transition to one of its targets, or the mark of where a state is entered.
struct DrawnArc
{
    int transition = -1; // in Chart::transitions
    scxml::StateIndex source = scxml::noState;
    scxml::StateIndex target = scxml::noState;
    bool isInitial = false; // begins at a dot in `source`
    QPainterPath path;
    QPointF begin;
    QPointF end;
    QRectF label; // empty: none
};

struct DrawnDot
{
    scxml::StateIndex state = scxml::noState; // whose entry it marks
    QPointF centre;
};

// A chart with places, from 0, 0. states[0], the document itself, is the whole.
struct DrawnChart
{
    std::vector<QRectF> states;
    // Of what has states inside: where title and lines stand, which no arc crosses. Others: null.
    std::vector<QRectF> titles;
    std::vector<DrawnArc> arcs;
    std::vector<DrawnDot> dots;
    std::vector<QLineF> divisions; // between the regions of parallel states
};

// How large things are drawn. state: of an atomic or final state the box, of others the title.
struct ChartSizes
{
    std::function<QSizeF(scxml::StateIndex state)> state;
    std::function<QSizeF(int transition)> label; // empty: none
};

inline constexpr double historySize = 24;
inline constexpr double dotSize = 12;

// Lays a chart out: each compound state is a drawing in layers of its own, from the inside out;
// lines between levels go through places on the borders between them. Pure.
DrawnChart layOutChart(const scxml::Chart &chart, const ChartSizes &sizes);

} // namespace tandem
