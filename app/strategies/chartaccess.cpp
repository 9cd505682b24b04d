// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/chartaccess.h"

#include "strategies/chartview.h"
#include "strategies/stateitem.h"

#include <QAccessibleActionInterface>
#include <QAccessibleObject>
#include <QAccessibleWidget>
#include <QGraphicsScene>

#include <algorithm>

namespace tandem {

namespace {

class StateAccess final : public QAccessibleObject, public QAccessibleActionInterface
{
public:
    explicit StateAccess(StateItem *item) : QAccessibleObject(item) {}

    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(view());
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QWindow *window() const override { return parent() ? parent()->window() : nullptr; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text kind) const override
    {
        switch (kind) {
        case QAccessible::Name: return item()->spokenName();
        case QAccessible::Description: return item()->spokenLines();
        default: return {};
        }
    }

    QRect rect() const override
    {
        const auto *chart = view();
        if (!chart)
            return {};
        const auto box = chart->mapFromScene(item()->box()).boundingRect();
        return {chart->viewport()->mapToGlobal(box.topLeft()), box.size()};
    }

    QAccessible::State state() const override
    {
        const auto *chart = view();
        QAccessible::State state;
        state.focusable = true;
        state.focused = chart && chart->hasFocus() && item()->hasFocus();
        state.invisible = !chart || !chart->isVisible();
        state.offscreen = chart
                          && !chart->viewport()->rect().intersects(
                              chart->mapFromScene(item()->box()).boundingRect());
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
                   ? static_cast<QAccessibleActionInterface *>(this)
                   : nullptr;
    }
    QStringList actionNames() const override { return {setFocusAction()}; }
    void doAction(const QString &action) override
    {
        if (auto *chart = view(); chart && action == setFocusAction()) {
            chart->setFocus();
            chart->goTo(item());
        }
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    StateItem *item() const { return static_cast<StateItem *>(object()); }
    ChartView *view() const
    {
        const auto *scene = item()->scene();
        return scene ? qobject_cast<ChartView *>(scene->views().value(0)) : nullptr;
    }
};

// Its states, then what else is on it.
class ChartAccess final : public QAccessibleWidget
{
public:
    explicit ChartAccess(ChartView *view) : QAccessibleWidget(view, QAccessible::Chart) {}

    int childCount() const override { return stateCount() + QAccessibleWidget::childCount(); }

    QAccessibleInterface *child(int index) const override
    {
        return index >= 0 && index < stateCount()
                   ? of(view()->states()[static_cast<std::size_t>(index)])
                   : QAccessibleWidget::child(index - stateCount());
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto &states = view()->states();
        const auto found = std::ranges::find(states, child->object());
        if (found != states.end())
            return static_cast<int>(found - states.begin());
        const int other = QAccessibleWidget::indexOfChild(child);
        return other < 0 ? other : stateCount() + other;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const auto at = view()->viewport()->mapFromGlobal(QPoint(x, y));
        // What is inside stands after what it is in.
        const auto &states = view()->states();
        for (auto state = states.rbegin(); state != states.rend(); ++state) {
            if (view()->viewport()->rect().contains(at)
                && (*state)->box().contains(view()->mapToScene(at)))
                return of(*state);
        }
        return QAccessibleWidget::childAt(x, y);
    }

    QAccessibleInterface *focusChild() const override
    {
        auto *current = view()->hasFocus() ? view()->current() : nullptr;
        return current ? of(current) : QAccessibleWidget::focusChild();
    }

private:
    ChartView *view() const { return static_cast<ChartView *>(object()); }
    int stateCount() const { return static_cast<int>(view()->states().size()); }
    static QAccessibleInterface *of(StateItem *item)
    {
        return QAccessible::queryAccessibleInterface(item);
    }
};

QAccessibleInterface *makeChartAccess(const QString &, QObject *object)
{
    if (auto *view = qobject_cast<ChartView *>(object))
        return new ChartAccess(view);
    if (auto *item = qobject_cast<StateItem *>(object))
        return new StateAccess(item);
    return nullptr;
}

} // namespace

void installChartAccess() { QAccessible::installFactory(makeChartAccess); }

} // namespace tandem
