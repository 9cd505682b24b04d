// SPDX-License-Identifier: GPL-3.0-or-later
#include "../security/testdata.h"
#include "desk.h"
#include "models/desksession.h"
#include "shell/teampage.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QTest>
#include <QTextDocument>

using namespace tandem;

namespace {

// At most so many hostile texts of the larger data take the whole way.
constexpr qsizetype mostTexts = 3;
constexpr std::size_t mostBytes = 200; // of a name

// Whether Qt would take a text that holds `hostile` for markup.
bool wouldRun(const QString &shown, const QString &hostile)
{
    return shown.contains(hostile) && Qt::mightBeRichText(shown);
}

bool isMarkup(const QLabel &label)
{
    switch (label.textFormat()) {
    case Qt::PlainText: return false;
    case Qt::AutoText: return Qt::mightBeRichText(label.text());
    default: return true;
    }
}

QStringList rowsWithMarkup(const QAbstractItemModel &model, const QString &hostile)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const auto index = model.index(row, column);
            for (const int role : {Qt::ToolTipRole, Qt::WhatsThisRole, Qt::StatusTipRole}) {
                if (wouldRun(index.data(role).toString(), hostile))
                    found += QStringLiteral("tip of row %1, column %2").arg(row).arg(column);
            }
        }
    }
    return found;
}

// Where the program shows `hostile` as markup, in all windows; how often it is shown as text.
QStringList markup(const QString &hostile, int *places = nullptr)
{
    QStringList found;
    for (const auto *widget : QApplication::allWidgets()) {
        const auto name = QString::fromLatin1(widget->metaObject()->className());
        for (const auto &tip : {widget->toolTip(), widget->whatsThis(), widget->statusTip()}) {
            if (wouldRun(tip, hostile))
                found += QStringLiteral("tip of %1 (%2)").arg(name, widget->accessibleName());
        }
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            const bool shows = label->text().contains(hostile);
            if (shows && isMarkup(*label))
                found += name;
            if (shows && places)
                ++*places;
        }
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget);
            view && view->model())
            found += rowsWithMarkup(*view->model(), hostile);
    }
    return found;
}

} // namespace

// What customers write is text in the desktop, whatever it looks like.
class tst_Markup : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoStage> m_stage;

private slots:
    void init() { m_stage = std::move(*DemoStage::open()); }
    void cleanup() { m_stage.reset(); }

    void markupIsNoticed();
    void customersTextsAreTextEverywhere_data();
    void customersTextsAreTextEverywhere();
};

void tst_Markup::markupIsNoticed()
{
    const auto hostile = QStringLiteral("<b>bold</b>");
    QVERIFY(markup(hostile).isEmpty());
    QLabel careless(hostile);
    QCOMPARE(markup(hostile).size(), 1);
    careless.setTextFormat(Qt::PlainText);
    QVERIFY(markup(hostile).isEmpty());
    careless.setToolTip(hostile);
    QCOMPARE(markup(hostile).size(), 1);
}

void tst_Markup::customersTextsAreTextEverywhere_data()
{
    QTest::addColumn<QString>("hostile");
    QTest::newRow("bold") << QStringLiteral("<b>bold</b> & <i>more</i>");
    QTest::newRow("image") << QStringLiteral("<img src=\"file:///etc/hostname\" width=\"900\">");
    QTest::newRow("link") << QStringLiteral("<a href=\"https://evil.example\">Click</a>");
    QTest::newRow("document") << QStringLiteral("<qt><h1>Huge</h1></qt>");
    const auto data = test::testData(QStringLiteral("xss-dompurify/payload-expected.json"));
    const bool isWhole = qEnvironmentVariableIsSet("TANDEM_ALL_TEXTS");
    qsizetype taken = 0;
    for (const auto &one : data.value_or(QJsonArray())) {
        const auto text = one.toObject()[QLatin1String("payload")].toString().trimmed();
        const bool fits = text.toUtf8().size() <= static_cast<qsizetype>(mostBytes);
        if (!fits || !Qt::mightBeRichText(text) || (!isWhole && ++taken > mostTexts))
            continue;
        QTest::newRow(qPrintable(text.left(40))) << text;
    }
    if (!data)
        qWarning("skipped: the larger test data is not there");
}

void tst_Markup::customersTextsAreTextEverywhere()
{
    QFETCH(QString, hostile);
    const auto text = hostile.toStdString();
    const auto isText = [&](const char *where) {
        QTest::qWait(20);
        const auto found = markup(hostile);
        if (!found.isEmpty())
            qWarning("%s: %s", where, qPrintable(found.join(QStringLiteral(", "))));
        return found.isEmpty();
    };
    Desk sam(*m_stage);
    sam.signsIn(QStringLiteral("sam"));
    sam.press(QStringLiteral("Team"));
    Desk alice(*m_stage);
    alice.signsIn(QStringLiteral("alice"));
    alice.press(QStringLiteral("Queues"));
    const auto customer = m_stage->arrives(text, "support", text, {{"note", text}, {text, "1"}});
    QVERIFY2(customer, customer ? "" : customer.error().message.c_str());
    auto &supervision = sam.window().session()->supervision();
    QTRY_COMPARE(supervision.interactions().rowCount(), 1);
    sam.window().teamPage()->showInteractions();
    alice.window().session()->waiting().refresh();
    QVERIFY(isText("waiting"));

    alice.isReady();
    QTRY_COMPARE(alice.window().session()->offers().entries().size(), 1u);
    QVERIFY(isText("offer"));
    alice.press(QStringLiteral("Work"));
    alice.press(QStringLiteral("Accept"));
    alice.control(QStringLiteral("Message"));
    QVERIFY(m_stage->says(*customer, text));
    QVERIFY(m_stage->sendsFile(*customer, text + ".txt", "content"));
    QTRY_VERIFY(alice.transcript().last().contains(QLatin1String("sent a file")));
    int places = 0;
    QVERIFY(isText("conversation"));
    (void)markup(hostile, &places);
    QVERIFY2(places > 0, "it is shown somewhere");
    sam.window().session()->monitor(supervision.interactions().idAt(0));
    QTRY_VERIFY(sam.window().session()->current());
    QVERIFY(isText("supervision"));
    alice.press(QStringLiteral("Transfer"));
    QVERIFY(isText("transfer"));
    alice.keys(Qt::Key_Escape);
    alice.press(QStringLiteral("End conversation"));
    QVERIFY(isText("question"));
    alice.press(QStringLiteral("End now"));
    QTRY_VERIFY(!alice.window().session()->current()->isOpen());
    QVERIFY(isText("after contact work"));
}

QTEST_MAIN(tst_Markup)
#include "tst_markup.moc"
