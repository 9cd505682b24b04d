// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storetrouble.h"

#include <QTest>

#include <vector>

using namespace tandem;

namespace {

using Line = StoreTrouble::Line;

const Error full{Reason::StoreUnavailable, "full", {}};
const Error broken{Reason::StoreUnavailable, "broken", {}};

SteadyTime at(int ms) { return SteadyTime(Ms(ms)); }

struct Told
{
    std::vector<Line> lines;
    std::string last;
    StoreTrouble trouble{[this](Line line, const std::string &text) {
        lines.push_back(line);
        last = text;
    }};
};

} // namespace

class tst_storetrouble : public QObject
{
    Q_OBJECT

private slots:
    void aFailureItsLastingAndItsEndAreTold()
    {
        Told told;
        told.trouble.failed(full, at(0));
        for (int ms = 250; ms <= 5'000; ms += 250)
            told.trouble.lasts(full, at(ms));
        told.trouble.over();
        QCOMPARE(told.lines, (std::vector{Line::Failed, Line::Lasts, Line::Over}));
    }

    void howeverOftenItFailsThereAreAFewLinesASecond()
    {
        Told told;
        for (int ms = 0; ms < 10'000; ms += 10) {
            told.trouble.failed(full, at(ms));
            told.trouble.lasts(ms % 20 ? full : broken, at(ms + 5));
            told.trouble.over();
        }
        QVERIFY2(told.lines.size() <= 30, std::to_string(told.lines.size()).c_str());
        told.trouble.failed(full, at(20'000));
        QVERIFY(told.last.contains("more failed since the last line"));
    }

    void theLastLineSaysHowItIs()
    {
        Told told;
        told.trouble.failed(full, at(0));
        told.trouble.over();
        told.trouble.failed(broken, at(100));
        told.trouble.over();
        QCOMPARE(told.lines.back(), Line::Over);
        told.trouble.failed(broken, at(200));
        told.trouble.lasts(broken, at(450));
        told.trouble.lasts(broken, at(1'300));
        QCOMPARE(told.lines.back(), Line::Lasts);
        told.trouble.over();
        QCOMPARE(told.lines.back(), Line::Over);
    }
};

QTEST_APPLESS_MAIN(tst_storetrouble)
#include "tst_storetrouble.moc"
