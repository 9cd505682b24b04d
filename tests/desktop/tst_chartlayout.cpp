// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "strategies/chartlayout.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

using namespace tandem;
using scxml::Chart;
using scxml::ChartPointer;
using scxml::StateIndex;

namespace {

constexpr int longestMs = 200;

ChartSizes sizesFor(const Chart &chart)
{
    return {[&chart](StateIndex state) {
                return QSizeF(40.0 + 8.0 * static_cast<double>(chart.state(state).id.size()), 34);
            },
            [&chart](int transition) {
                const auto text = chart.transition(transition).events.join(u' ');
                return text.isEmpty() ? QSizeF()
                                      : QSizeF(7.0 * static_cast<double>(text.size()) + 8, 18);
            }};
}

ChartPointer readChart(const QByteArray &text)
{
    const auto chart = Chart::read(text);
    return chart ? *chart : nullptr;
}

bool isOnBorder(const QRectF &box, const QPointF &point)
{
    constexpr double near = 0.5;
    const bool isWithin = box.adjusted(-near, -near, near, near).contains(point);
    const bool isAtSide =
        std::abs(point.x() - box.left()) < near || std::abs(point.x() - box.right()) < near;
    const bool isAtEnd =
        std::abs(point.y() - box.top()) < near || std::abs(point.y() - box.bottom()) < near;
    return isWithin && (isAtSide || isAtEnd);
}

bool crosses(const QPainterPath &path, const QRectF &box)
{
    const QLineF sides[]{{box.topLeft(), box.topRight()},
                         {box.bottomLeft(), box.bottomRight()},
                         {box.topLeft(), box.bottomLeft()},
                         {box.topRight(), box.bottomRight()}};
    for (const auto &polygon : path.toSubpathPolygons()) {
        for (qsizetype i = 1; i < polygon.size(); ++i) {
            const QLineF line(polygon[i - 1], polygon[i]);
            const bool isThrough = std::ranges::any_of(sides, [&](const QLineF &side) {
                return line.intersects(side, nullptr) == QLineF::BoundedIntersection;
            });
            if (isThrough || box.contains(line.p1()))
                return true;
        }
    }
    return false;
}

// What is wrong with the drawing; empty: nothing.
QString problemOf(const Chart &chart, const DrawnChart &drawn)
{
    for (StateIndex i = 1; i < static_cast<StateIndex>(chart.states.size()); ++i) {
        const auto &box = drawn.states[static_cast<std::size_t>(i)];
        const auto parent = chart.state(i).parent;
        const auto &outer = drawn.states[static_cast<std::size_t>(parent)];
        if (box.isEmpty())
            return QStringLiteral("%1 has no box").arg(chart.state(i).id);
        const auto &title = drawn.titles[static_cast<std::size_t>(i)];
        if (!title.isNull() && !box.adjusted(-0.5, -0.5, 0.5, 0.5).contains(title))
            return QStringLiteral("The title of %1 is outside").arg(chart.state(i).id);
        if (!outer.adjusted(-0.5, -0.5, 0.5, 0.5).contains(box))
            return QStringLiteral("%1 is not inside of what it is in").arg(chart.state(i).id);
        for (StateIndex other = i + 1; other <= chart.state(parent).last; ++other) {
            if (chart.state(other).parent == parent
                && drawn.states[static_cast<std::size_t>(other)].intersects(box))
                return QStringLiteral("%1 lies over %2")
                    .arg(chart.state(i).id, chart.state(other).id);
        }
    }
    for (const auto &arc : drawn.arcs) {
        const auto name =
            QStringLiteral("%1 to %2").arg(chart.state(arc.source).id, chart.state(arc.target).id);
        if (!arc.isInitial
            && !isOnBorder(drawn.states[static_cast<std::size_t>(arc.source)], arc.begin))
            return name + QStringLiteral(" does not begin at its state");
        if (!isOnBorder(drawn.states[static_cast<std::size_t>(arc.target)], arc.end))
            return name + QStringLiteral(" does not end at its state");
        for (std::size_t i = 1; i < drawn.titles.size(); ++i) {
            // Without the room around the letters.
            if (!drawn.titles[i].isNull()
                && crosses(arc.path, drawn.titles[i].adjusted(4, 1, -4, -1)))
                return name + QStringLiteral(" crosses the title of %1").arg(chart.states[i].id);
        }
    }
    return {};
}

// A document with nested, parallel, final and history states and lines between all levels.
class RandomDocument
{
public:
    explicit RandomDocument(quint32 seed) : m_random(seed) {}

    QByteArray text()
    {
        QByteArray inner;
        const int count = m_random.bounded(2, 9);
        for (int i = 0; i < count; ++i)
            inner += state(0);
        // The lines last, since they may go to any state.
        for (const auto &id : m_ids)
            inner.replace("<!--" + id + "-->", transitions());
        return "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\">" + inner
               + "</scxml>";
    }

private:
    QByteArray state(int depth)
    {
        const auto id = "s" + QByteArray::number(m_next++);
        m_ids.push_back(id);
        const auto lines = "<!--" + id + "-->";
        const int dice = depth > 3 ? 0 : m_random.bounded(10);
        if (dice < 6)
            return "<state id=\"" + id + "\">" + lines + "</state>";
        const QByteArray kind = dice == 9 ? "parallel" : "state";
        QByteArray inner;
        const int count = m_random.bounded(1, 5);
        for (int i = 0; i < count; ++i)
            inner += state(depth + 1);
        if (kind == "state" && m_random.bounded(3) == 0)
            inner += "<history id=\"h" + id + "\"><transition target=\"" + m_ids.back()
                     + "\"/></history>";
        return "<" + kind + " id=\"" + id + "\">" + lines + inner + "</" + kind + ">";
    }

    QByteArray transitions()
    {
        QByteArray made;
        const int count = m_random.bounded(4);
        for (int i = 0; i < count; ++i) {
            const auto &target =
                m_ids[static_cast<std::size_t>(m_random.bounded(static_cast<int>(m_ids.size())))];
            made += "<transition event=\"e" + QByteArray::number(m_random.bounded(1000))
                    + "\" target=\"" + target + "\"/>";
        }
        return made;
    }

    QRandomGenerator m_random;
    int m_next = 1;
    std::vector<QByteArray> m_ids;
};

} // namespace

// How a chart is laid out.
class tst_ChartLayout : public QObject
{
    Q_OBJECT

private slots:
    void placesEveryStateInsideItsParentAndEndsEveryLineAtItsStates();
    void entersAtTheTopAndGoesDown();
    void regionsStandSideBySide();
    void aLongLineHasNoKinks();
    void aDocumentOfOneThousandStatesIsLaidOutInTwoSeconds();
    void laysOutTheConformanceDocuments();
};

void tst_ChartLayout::placesEveryStateInsideItsParentAndEndsEveryLineAtItsStates()
{
    int read = 0;
    qint64 slowest = 0;
    for (quint32 seed = 1; seed <= 1000 && read < 500; ++seed) {
        const auto chart = readChart(RandomDocument(seed).text());
        if (!chart)
            continue; // such as a history that leads out of its state
        ++read;
        QElapsedTimer timer;
        timer.start();
        const auto drawn = layOutChart(*chart, sizesFor(*chart));
        slowest = std::max(slowest, timer.elapsed());
        const auto problem = problemOf(*chart, drawn);
        QVERIFY2(problem.isEmpty(), qPrintable(QStringLiteral("%1: %2").arg(seed).arg(problem)));
    }
    QCOMPARE(read, 500);
    QVERIFY2(slowest < longestMs, qPrintable(QString::number(slowest)));
}

void tst_ChartLayout::entersAtTheTopAndGoesDown()
{
    const auto chart = readChart(R"(<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0">
        <state id="b"><transition event="done" target="c"/>
            <transition event="back" target="a"/></state>
        <state id="c"/><state id="a"><transition event="go" target="b"/></state></scxml>)");
    QVERIFY(chart);
    const auto drawn = layOutChart(*chart, sizesFor(*chart));
    const auto box = [&](const char *id) {
        const auto state = chart->stateById.value(QString::fromLatin1(id));
        return drawn.states[static_cast<std::size_t>(state)];
    };
    QVERIFY(box("b").bottom() < box("c").top());
    QVERIFY(drawn.dots.front().centre.y() < box("b").top());
}

void tst_ChartLayout::regionsStandSideBySide()
{
    const auto chart = readChart(R"(<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0">
        <parallel id="p"><state id="one"><state id="x"/><state id="y"/></state>
        <state id="two"/></parallel></scxml>)");
    QVERIFY(chart);
    const auto drawn = layOutChart(*chart, sizesFor(*chart));
    const auto &one =
        drawn.states[static_cast<std::size_t>(chart->stateById.value(QStringLiteral("one")))];
    const auto &two =
        drawn.states[static_cast<std::size_t>(chart->stateById.value(QStringLiteral("two")))];
    QCOMPARE(one.height(), two.height());
    QVERIFY(one.right() < two.left());
    QCOMPARE(drawn.divisions.size(), std::size_t(1));
    QVERIFY(drawn.divisions.front().x1() > one.right());
    QVERIFY(drawn.divisions.front().x1() < two.left());
}

void tst_ChartLayout::aLongLineHasNoKinks()
{
    const auto chart = readChart(R"(<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0">
        <state id="sorting"><transition event="segmentInPriorities" target="preferred"/>
            <transition target="usual"/></state>
        <state id="preferred"><transition event="queue.submit.done" target="answered"/>
            <transition event="error.queue.submit" target="first"/></state>
        <state id="first"><transition event="queue.submit.done" target="answered"/></state>
        <state id="usual"><transition event="queue.submit.done" target="answered"/></state>
        <final id="answered"/></scxml>)");
    QVERIFY(chart);
    const auto drawn = layOutChart(*chart, sizesFor(*chart));
    int compared = 0;
    for (const auto &arc : drawn.arcs) {
        // Where the line is upright between its two ends.
        std::vector<double> uprights;
        for (int i = 1; i < arc.path.elementCount(); ++i) {
            const auto before = arc.path.elementAt(i - 1);
            const auto now = arc.path.elementAt(i);
            if (now.isLineTo() && std::abs(now.x - before.x) < 0.5)
                uprights.push_back(now.x);
        }
        for (std::size_t i = 1; i < uprights.size(); ++i) {
            ++compared;
            const double aside = std::abs(uprights[i] - uprights[i - 1]);
            QVERIFY2(aside < 0.5 || aside > 12, qPrintable(QString::number(aside)));
        }
    }
    QVERIFY(compared > 0);
}

void tst_ChartLayout::aDocumentOfOneThousandStatesIsLaidOutInTwoSeconds()
{
    QByteArray text = "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\">";
    QRandomGenerator random(7);
    for (int i = 0; i < 1000; ++i) {
        text += "<state id=\"s" + QByteArray::number(i) + "\">";
        for (int k = 0; k < 2; ++k)
            text += "<transition event=\"e\" target=\"s" + QByteArray::number(random.bounded(1000))
                    + "\"/>";
        text += "</state>";
    }
    const auto chart = readChart(text + "</scxml>");
    QVERIFY(chart);
    QElapsedTimer timer;
    timer.start();
    const auto drawn = layOutChart(*chart, sizesFor(*chart));
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(problemOf(*chart, drawn), QString());
}

void tst_ChartLayout::laysOutTheConformanceDocuments()
{
    auto data = qEnvironmentVariable("TANDEM_TEST_DATA");
    if (data.isEmpty())
        data = qEnvironmentVariable("TANDEM_SOURCE_DIR") + QStringLiteral("/../shared/data");
    const auto folder = data + QStringLiteral("/scxml-w3c-irp/ecma");
    if (!QFileInfo::exists(folder))
        QSKIP("the W3C's documents are not there; docs/testing.md says where they belong");
    int read = 0;
    QDirIterator files(folder, {QStringLiteral("*.scxml")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto chart = readChart(file.readAll());
        if (!chart)
            continue;
        ++read;
        QElapsedTimer timer;
        timer.start();
        const auto drawn = layOutChart(*chart, sizesFor(*chart));
        QVERIFY2(timer.elapsed() < longestMs, qPrintable(file.fileName()));
        QCOMPARE(problemOf(*chart, drawn), QString());
    }
    QVERIFY(read > 0);
}

QTEST_GUILESS_MAIN(tst_ChartLayout)
#include "tst_chartlayout.moc"
