// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategydesk.h"

#include "models/desksession.h"

#include <QAbstractItemView>
#include <QTest>

namespace tandem {

using protocol::SiteKind;

void openStrategies(Desk &desk)
{
    desk.signsIn(QStringLiteral("ada"));
    desk.press(QStringLiteral("Queues"));
    auto &draft = desk.window().session()->site();
    const auto vip = QStringLiteral("vip");
    QTRY_VERIFY(draft.entry(SiteKind::Queue, vip));
    auto object = draft.entry(SiteKind::Queue, vip)->value;
    object[QStringLiteral("strategy")] = vip;
    draft.put(SiteKind::Queue, vip, object);
    draft.apply();
    QTRY_COMPARE(draft.changeCount(), 0);
    desk.press(QStringLiteral("Strategies"));
}

QAbstractItemView *listOf(Desk &desk, const char *name)
{
    return qobject_cast<QAbstractItemView *>(desk.control(QString::fromLatin1(name)));
}

void choose(QAbstractItemView *view, const QString &text)
{
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        const auto index = view->model()->index(row, 0);
        if (index.data().toString() == text) {
            view->setCurrentIndex(index);
            return;
        }
    }
    qFatal("no row \"%s\"", qPrintable(text));
}

} // namespace tandem
