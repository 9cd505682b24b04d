// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/chartview.h"

#include "strategies/arcitem.h"
#include "strategies/chartaccess.h"
#include "strategies/chartmetrics.h"
#include "strategies/stateitem.h"
#include "widgets/look.h"

#include <QGestureEvent>
#include <QGraphicsScene>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPinchGesture>
#include <QPushButton>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tandem {

namespace {

constexpr double zoomStep = 1.2;
constexpr double smallestZoom = 0.1;
constexpr double largestZoom = 4;
constexpr double largestFit = 1.25;
constexpr double sceneMargin = 28;

} // namespace

ChartView::ChartView(const Look &look, QWidget *parent)
    : QGraphicsView(parent),
      m_look(look),
      m_buttons(new QWidget(this)),
      m_in(button(tr("Zoom in"))),
      m_out(button(tr("Zoom out"))),
      m_fit(button(tr("Fit into the view")))
{
    installChartAccess();
    setScene(new QGraphicsScene(this));
    setRenderHint(QPainter::Antialiasing);
    setDragMode(ScrollHandDrag);
    setTransformationAnchor(AnchorUnderMouse);
    setResizeAnchor(AnchorViewCenter);
    setViewportUpdateMode(SmartViewportUpdate);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("State chart"));
    viewport()->grabGesture(Qt::PinchGesture);
    buildButtons();
    connect(&look, &Look::changed, this, &ChartView::dress);
    dress();
}

ChartView::~ChartView() = default;

QPushButton *ChartView::button(const QString &name)
{
    auto *made = new QPushButton(m_buttons);
    made->setProperty("role", QStringLiteral("toggle"));
    made->setAccessibleName(name);
    made->setToolTip(name);
    return made;
}

void ChartView::buildButtons()
{
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (auto *each : {m_out, m_in, m_fit})
        row->addWidget(each);
    connect(m_in, &QPushButton::clicked, this, [this] { zoom(zoomStep); });
    connect(m_out, &QPushButton::clicked, this, [this] { zoom(1 / zoomStep); });
    connect(m_fit, &QPushButton::clicked, this, &ChartView::fit);
}

void ChartView::setChart(const scxml::ChartPointer &chart)
{
    if (chart == m_chart)
        return;
    m_chart = chart;
    m_active.clear();
    m_taken.clear();
    m_places.clear();
    build();
    fit();
}

void ChartView::build()
{
    scene()->clear();
    m_states.clear();
    m_arcs.clear();
    m_metrics.reset();
    m_buttons->setVisible(m_chart != nullptr);
    if (!m_chart)
        return;
    m_metrics = std::make_unique<ChartMetrics>(m_look, *m_chart);
    const auto drawn = layOutChart(*m_chart, m_metrics->sizes());
    for (std::size_t i = 1; i < drawn.states.size(); ++i) {
        auto *item = new StateItem(m_look, *m_chart, *m_metrics, static_cast<int>(i),
                                   drawn.states[i], drawn.titles[i]);
        scene()->addItem(item);
        m_states.push_back(item);
    }
    for (const auto &arc : drawn.arcs) {
        auto *item = new ArcItem(m_look, *m_chart, *m_metrics, arc);
        scene()->addItem(item);
        m_arcs.push_back(item);
    }
    addMarks(drawn);
    scene()->setSceneRect(scene()->itemsBoundingRect().adjusted(-sceneMargin, -sceneMargin,
                                                                sceneMargin, sceneMargin));
    mark();
}

void ChartView::addMarks(const DrawnChart &drawn)
{
    constexpr double aboveBoxes = 900;
    for (const auto &dot : drawn.dots) {
        const double half = dotSize / 2;
        auto *item =
            scene()->addEllipse(QRectF(dot.centre - QPointF(half, half), QSizeF(dotSize, dotSize)),
                                Qt::NoPen, m_look[Colour::Text]);
        item->setZValue(aboveBoxes);
    }
    for (const auto &line : drawn.divisions) {
        auto *item = scene()->addLine(line, QPen(m_look[Colour::TextFaint], 1.2, Qt::DashLine));
        item->setZValue(aboveBoxes);
    }
}

void ChartView::setPlaces(const std::vector<Place> &places)
{
    m_places = places;
    mark();
}

void ChartView::setStep(const QStringList &active, const std::vector<int> &transitions)
{
    m_active = active;
    m_taken = transitions;
    mark();
}

void ChartView::mark()
{
    const std::set<int> taken(m_taken.begin(), m_taken.end());
    for (auto *item : m_states) {
        const auto &id = m_chart->state(item->state()).id;
        const auto place = std::ranges::find(m_places, id, &Place::state);
        const bool isThere = place != m_places.end();
        item->setCount(isThere ? place->count : 0,
                       isThere ? place->interactions.join(u'\n') : QString());
        item->setActive(m_active.contains(id));
        item->setTaken(taken);
    }
    for (auto *item : m_arcs)
        item->setTaken(taken.contains(item->transition()));
}

StateItem *ChartView::current() const { return dynamic_cast<StateItem *>(scene()->focusItem()); }

void ChartView::goTo(StateItem *state)
{
    state->setFocus(Qt::TabFocusReason);
    ensureVisible(state);
}

// To what is nearest in the direction of an arrow, and rather straight on than aside.
bool ChartView::goTowards(int key)
{
    const QPointF along = key == Qt::Key_Left    ? QPointF(-1, 0)
                          : key == Qt::Key_Right ? QPointF(1, 0)
                          : key == Qt::Key_Up    ? QPointF(0, -1)
                          : key == Qt::Key_Down  ? QPointF(0, 1)
                                                 : QPointF();
    if (along.isNull() || m_states.empty())
        return false;
    // The top of a box, so that down leads into what has states inside and up out of it.
    const auto place = [](const StateItem *state) {
        return QPointF(state->box().center().x(), state->box().top());
    };
    const auto *now = current();
    StateItem *nearest = now ? nullptr : m_states.front();
    double least = std::numeric_limits<double>::max();
    for (auto *state : m_states) {
        if (!now || state == now)
            continue;
        const auto way = place(state) - place(now);
        const double ahead = QPointF::dotProduct(way, along);
        const double aside = std::abs(way.x() * along.y()) + std::abs(way.y() * along.x());
        const double cost = ahead + 2 * aside;
        if (ahead > 0.5 && cost < least) {
            least = cost;
            nearest = state;
        }
    }
    if (nearest)
        goTo(nearest);
    return true;
}

void ChartView::fit()
{
    m_isFitted = true;
    if (!m_chart || scene()->sceneRect().isEmpty())
        return;
    fitInView(scene()->sceneRect(), Qt::KeepAspectRatio);
    const double scale = transform().m11();
    if (scale > largestFit)
        setTransform(QTransform::fromScale(largestFit, largestFit));
}

void ChartView::zoom(double factor)
{
    const double now = transform().m11();
    const double next = std::clamp(now * factor, smallestZoom, largestZoom);
    m_isFitted = false;
    scale(next / now, next / now);
}

void ChartView::wheelEvent(QWheelEvent *event)
{
    const double turns = event->angleDelta().y() / 120.0;
    if (turns != 0)
        zoom(std::pow(zoomStep, turns));
    event->accept();
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(zoomStep); return;
    case Qt::Key_Minus: zoom(1 / zoomStep); return;
    case Qt::Key_0: fit(); return;
    default:
        if (!goTowards(event->key()))
            QGraphicsView::keyPressEvent(event);
    }
}

// Through the states in document order, then on to what stands beside the chart.
bool ChartView::focusNextPrevChild(bool isNext)
{
    const auto *now = current();
    const auto found = std::ranges::find(m_states, now);
    auto next = static_cast<std::ptrdiff_t>(isNext ? 0 : m_states.size() - 1);
    if (now && found != m_states.end())
        next = found - m_states.begin() + (isNext ? 1 : -1);
    if (next < 0 || next >= static_cast<std::ptrdiff_t>(m_states.size())) {
        scene()->setFocusItem(nullptr);
        return QGraphicsView::focusNextPrevChild(isNext);
    }
    goTo(m_states[static_cast<std::size_t>(next)]);
    return true;
}

bool ChartView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Gesture) {
        const auto *gestures = static_cast<QGestureEvent *>(event);
        if (auto *pinch = static_cast<QPinchGesture *>(gestures->gesture(Qt::PinchGesture))) {
            zoom(pinch->scaleFactor());
            return true;
        }
    }
    return QGraphicsView::viewportEvent(event);
}

void ChartView::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, m_look[Colour::Surface]);
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    placeButtons();
    if (m_isFitted)
        fit();
}

void ChartView::showEvent(QShowEvent *event)
{
    QGraphicsView::showEvent(event);
    placeButtons();
    if (m_isFitted)
        fit();
}

void ChartView::placeButtons()
{
    constexpr int inset = 12;
    m_buttons->adjustSize();
    const int x = isRightToLeft() ? inset : width() - m_buttons->width() - inset;
    m_buttons->move(x, height() - m_buttons->height() - inset);
    m_buttons->raise();
}

void ChartView::dress()
{
    m_in->setIcon(m_look.icon(QStringLiteral("zoom-in"), Colour::TextMuted, 16));
    m_out->setIcon(m_look.icon(QStringLiteral("zoom-out"), Colour::TextMuted, 16));
    m_fit->setIcon(m_look.icon(QStringLiteral("scan"), Colour::TextMuted, 16));
    build();
    placeButtons();
}

} // namespace tandem
