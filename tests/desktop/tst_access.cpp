// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/demostage.h"
#include "desktop/desktop.h"
#include "desktop/scenes.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QApplication>
#include <QDialog>
#include <QTest>

#include <set>

using namespace tandem;

namespace {

bool isControl(QAccessible::Role role)
{
    static const std::set<QAccessible::Role> controls{
        QAccessible::PushButton, QAccessible::CheckBox,     QAccessible::RadioButton,
        QAccessible::ComboBox,   QAccessible::EditableText, QAccessible::List,
        QAccessible::PageTab,    QAccessible::ProgressBar,  QAccessible::MenuItem};
    return controls.contains(role);
}

// Each control on the screen without a name, and how many were looked at.
int lookAt(QAccessibleInterface *above, QStringList &nameless)
{
    int looked = 0;
    for (int i = 0; above && i < above->childCount(); ++i) {
        auto *child = above->child(i);
        if (!child || child->state().invisible)
            continue;
        if (isControl(child->role())) {
            ++looked;
            const auto *widget = qobject_cast<QWidget *>(child->object());
            if (child->text(QAccessible::Name).trimmed().isEmpty()) {
                nameless +=
                    QStringLiteral("%1 of %2")
                        .arg(QString::number(child->role()),
                             QString::fromLatin1(widget ? widget->metaObject()->className() : "?"));
            }
        }
        looked += lookAt(child, nameless);
    }
    return looked;
}

} // namespace

class tst_Access : public QObject
{
    Q_OBJECT

    struct Shown
    {
        explicit Shown(const QString &view, const QString &theme = QStringLiteral("light"))
            : stage(std::move(*DemoStage::open(&clock))), settings(folder.path())
        {
            options.screenshot = QStringLiteral("none.png");
            options.theme = theme;
            desktop = std::make_unique<Desktop>(options, settings, clock);
            desktop->window().show();
            played = Scenes(desktop->window(), *stage, clock).play(view);
            QTest::qWait(50);
        }
        QTemporaryDir folder;
        SceneClock clock; // of the services, too: some scenes wait for what a minute brings
        std::unique_ptr<DemoStage> stage;
        Settings settings;
        Options options;
        std::unique_ptr<Desktop> desktop;
        Result<void> played;
    };

private slots:
    void everyControlHasANameAndARole_data();
    void everyControlHasANameAndARole();
    void theKeyboardReachesEveryControl();
    void outsiderFindsWhatTheJobNeeds();
    void longTextsStayInTheWindow();
};

void tst_Access::everyControlHasANameAndARole_data()
{
    QTest::addColumn<QString>("view");
    for (const auto &name : Scenes::names())
        QTest::newRow(qPrintable(name)) << name;
}

void tst_Access::everyControlHasANameAndARole()
{
    QFETCH(QString, view);
    Shown shown(view);
    QVERIFY2(shown.played, shown.played ? "" : shown.played.error().message.c_str());
    QStringList nameless;
    int looked = lookAt(QAccessible::queryAccessibleInterface(&shown.desktop->window()), nameless);
    for (auto *dialog : shown.desktop->window().findChildren<QDialog *>())
        looked += lookAt(QAccessible::queryAccessibleInterface(dialog), nameless);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral("; "))));
    QVERIFY(looked >= 3);
}

void tst_Access::theKeyboardReachesEveryControl()
{
    Shown shown(QStringLiteral("offer"));
    QVERIFY(shown.played);
    auto &window = shown.desktop->window();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    std::set<QString> reached;
    for (int step = 0; step < 60; ++step) {
        auto *focus = QApplication::focusWidget();
        if (focus) {
            const auto *access = QAccessible::queryAccessibleInterface(focus);
            reached.insert(access->text(QAccessible::Name));
        }
        QTest::keyClick(focus ? focus : &window, Qt::Key_Tab);
    }
    for (const auto *name : {"Status", "Your menu", "Interactions", "Accept", "Reject", "Transfer",
                             "End conversation", "Transcript", "Message", "Everyone", "Send",
                             "Disposition", "Mark done", "Edit case data"}) {
        QVERIFY2(reached.contains(QString::fromLatin1(name)), name);
    }
}

void tst_Access::outsiderFindsWhatTheJobNeeds()
{
    Shown shown(QStringLiteral("offer"));
    QVERIFY(shown.played);
    const auto find = [&](const char *name, QAccessible::Role role) {
        std::function<QAccessibleInterface *(QAccessibleInterface *)> search =
            [&](QAccessibleInterface *above) -> QAccessibleInterface * {
            for (int i = 0; i < above->childCount(); ++i) {
                auto *child = above->child(i);
                if (!child)
                    continue;
                if (child->role() == role && !child->state().invisible
                    && child->text(QAccessible::Name) == QLatin1String(name))
                    return child;
                if (auto *found = search(child))
                    return found;
            }
            return nullptr;
        };
        return search(QAccessible::queryAccessibleInterface(&shown.desktop->window()));
    };
    auto *transcript = find("Transcript", QAccessible::List);
    QVERIFY(transcript);
    QStringList items;
    for (int i = 0; i < transcript->childCount(); ++i)
        items += transcript->child(i)->text(QAccessible::Name);
    QVERIFY(
        items.contains(QStringLiteral("Alice: Is it the order from 8 November, paid by card?")));
    auto *cards = find("Interactions", QAccessible::List);
    QVERIFY(cards && cards->childCount() == 3);
    QVERIFY(
        cards->child(0)->text(QAccessible::Name).startsWith(QLatin1String("Priya Raman, Offered")));
    auto *status = find("Status", QAccessible::PushButton);
    QVERIFY(status && status->actionInterface());
    status->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    auto *busy = find("Do not disturb", QAccessible::MenuItem);
    QVERIFY(busy && !busy->state().invisible);
    QVERIFY(find("Time left", QAccessible::ProgressBar));
    QVERIFY(find("Visitor", QAccessible::PageTab)
            || shown.desktop->window().findChild<QWidget *>());
}

void tst_Access::longTextsStayInTheWindow()
{
    Shown shown(QStringLiteral("offer"));
    QVERIFY(shown.played);
    auto &window = shown.desktop->window();
    for (const auto size : {QSize(1024, 700), QSize(1280, 800), QSize(2560, 1400)}) {
        window.resize(size);
        QTest::qWait(20);
        QCOMPARE(window.size(), size); // nothing forces it larger
        for (const auto *widget : window.findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->isWindow() || !widget->isEnabled()
                || widget->focusPolicy() == Qt::NoFocus)
                continue;
            const QRect where(widget->mapTo(&window, QPoint()), widget->size());
            QVERIFY2(where.left() >= 0 && where.right() <= window.width(),
                     qPrintable(widget->accessibleName()));
        }
    }
}

QTEST_MAIN(tst_Access)
#include "tst_access.moc"
