// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/expression.h"

#include <QTest>

#include <map>
#include <random>

using namespace tandem;

namespace {

std::map<std::string, int> valuesFrom(const QString &text)
{
    std::map<std::string, int> values;
    for (const auto &part : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto pair = part.split(QLatin1Char('='));
        values[pair[0].toStdString()] = pair[1].toInt();
    }
    return values;
}

bool holds(const Expression &expression, const std::map<std::string, int> &values)
{
    return expression.holds([&](const std::string &name) {
        const auto found = values.find(name);
        return found == values.end() ? 0 : found->second;
    });
}

// Whether any values from 0 to `highest` make it true, by trying all of them.
bool isPossibleByTrying(const Expression &expression, const std::vector<std::string> &names,
                        int highest)
{
    std::map<std::string, int> values;
    for (const auto &name : names)
        values[name] = 0;
    for (;;) {
        if (holds(expression, values))
            return true;
        auto digit = values.begin();
        while (digit != values.end() && digit->second == highest)
            (digit++)->second = 0;
        if (digit == values.end())
            return false;
        ++digit->second;
    }
}

class RandomText
{
public:
    explicit RandomText(unsigned seed) : m_random(seed) {}

    std::string condition(int depth)
    {
        switch (depth == 0 ? 0 : below(4)) {
        case 1: return '(' + condition(depth - 1) + " & " + condition(depth - 1) + ')';
        case 2: return '(' + condition(depth - 1) + " | " + condition(depth - 1) + ')';
        case 3: return "!(" + condition(depth - 1) + ')';
        default: return comparison();
        }
    }

private:
    int below(int end) { return static_cast<int>(m_random() % static_cast<unsigned>(end)); }
    std::string name() { return std::string(1, static_cast<char>('a' + below(3))); }
    std::string comparison()
    {
        static constexpr const char *signs[] = {" = ", " != ", " < ", " <= ", " > ", " >= "};
        std::string left = name();
        if (below(3) == 0)
            left += (below(2) ? " + " : " - 2 * ") + name();
        return left + signs[below(6)] + std::to_string(below(8) - 1);
    }

    std::mt19937 m_random;
};

} // namespace

class tst_expression : public QObject
{
    Q_OBJECT

private slots:
    void holdsWhereItsValuesAreSo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("values");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *text, const char *values, bool expected) {
            QTest::addRow("%s with %s", text, values)
                << QString::fromUtf8(text) << QString::fromUtf8(values) << expected;
        };
        const char *skills = "lang_de >= 3 & (billing > 5 | vip)";
        row(skills, "lang_de=3 billing=6", true);
        row(skills, "lang_de=3 billing=5", false);
        row(skills, "lang_de=3 vip=1", true);
        row(skills, "lang_de=2 vip=1 billing=9", false);
        row("vip", "vip=1", true);
        row("vip", "", false);
        row("!vip", "", true);
        row("!vip", "vip=2", false);
        row("!a >= 3", "a=2", true);
        row("!!a", "a=1", true);
        row("a = 2", "a=2", true);
        row("a == 2", "a=3", false);
        row("a != 2", "a=2", false);
        row("a <= 2", "a=2", true);
        row("a < 2", "a=2", false);
        row("2 < a", "a=3", true);
        row("chat + 2 * mail <= 4", "chat=2 mail=1", true);
        row("chat + 2 * mail <= 4", "chat=3 mail=1", false);
        row("a - b - c = 1", "a=4 b=2 c=1", true);
        row("a * (b + 1) = 6", "a=2 b=2", true);
        row("-a < -2", "a=3", true);
        row("a | b & c", "a=1", true); // & binds closer
        row("(a | b) & c", "a=1", false);
        row("a&b|c", "c=1", true);
        row("lang-de.at >= 1", "lang-de.at=1", true);
        row("24h", "24h=1", true);
        row("1000000 * 1000000 * 1000000 * a > 0", "a=1", true);
    }
    void holdsWhereItsValuesAreSo()
    {
        QFETCH(QString, text);
        QFETCH(QString, values);
        QFETCH(bool, expected);
        const auto expression = Expression::parse(text.toStdString());
        QVERIFY2(expression, expression ? "" : expression.error().message.c_str());
        QCOMPARE(holds(*expression, valuesFrom(values)), expected);
        QCOMPARE(expression->text(), text.toStdString());
    }

    void whatIsWrongIsSaidWithItsColumn_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *text, const char *message) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(message);
        };
        row("", "It ends where a name or a number is needed, at column 1.");
        row("a >= ", "It ends where a name or a number is needed, at column 6.");
        row("german >= 3 & ", "It ends where a name or a number is needed, at column 15.");
        row("(a | b", "It ends where \")\" is needed, at column 7.");
        row("a b", "There is \"b\" where an operator is needed, at column 3.");
        row("a >= 3 )", "There is \")\" where an operator is needed, at column 8.");
        row("a ; b", "There is \";\" where an operator is needed, at column 3.");
        row("\u00e4 >= 1", "There is \"\u00e4\" where a name or a number is needed, at column 1.");
        row("a & \u00e4", "There is \"\u00e4\" where a name or a number is needed, at column 5.");
        row("3", "A comparison is needed, as in \"3 >= 1\", at column 1.");
        row("a & b + 1", "A comparison is needed, as in \"b + 1 >= 1\", at column 5.");
        row("(a >= 1) + 1 > 2", "\"a >= 1\" is no number, but one is needed at column 2.");
        row("a < b < c", "There is \"<\" where an operator is needed, at column 7.");
        row("a > 1000001", "A number is larger than 1000000 at column 5.");
        row("a &&& b", "There is \"&\" where a name or a number is needed, at column 4.");
    }
    void whatIsWrongIsSaidWithItsColumn()
    {
        QFETCH(QString, text);
        QFETCH(QString, message);
        const auto expression = Expression::parse(text.toStdString());
        QVERIFY(!expression);
        QCOMPARE(QString::fromStdString(expression.error().message), message);
        QCOMPARE(expression.error().reason, Reason::InvalidParams);
    }

    void whatIsTooLongOrTooDeepIsRefused()
    {
        QVERIFY(!Expression::parse("a" + std::string(1000, ' ')));
        QVERIFY(Expression::parse("a" + std::string(999, ' ')));
        const auto nested = [](std::size_t depth) {
            return std::string(depth, '(') + 'a' + std::string(depth, ')');
        };
        QVERIFY(Expression::parse(nested(32)));
        QVERIFY(!Expression::parse(nested(33)));
        QVERIFY(!Expression::parse(std::string(999, '!') + 'a'));
    }

    void eachNameIsToldWhereItStands()
    {
        const auto names = Expression::parse("a >= 3 & (b | a)").value().names();
        QCOMPARE(names, (std::vector<Expression::Name>{{"a", 1}, {"b", 11}, {"a", 15}}));
    }

    void whatCanNeverBeTrueIsSaidWithItsColumn_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("column"); // 0: possible
        const auto row = [](const char *text, int column) {
            QTest::newRow(text) << QString::fromUtf8(text) << column;
        };
        row("german >= 3", 0);
        row("german > 100", 1);
        row("german >= 3 & german < 2", 15);
        row("german >= 3 & (german < 2 | vip)", 0);
        row("german >= 3 & (german < 2 | german > 100)", 16);
        row("a & !a", 6);
        row("!(a >= 0)", 3);
        row("a < 0", 1);
        row("a = 3 & a != 3", 9);
        row("a < 1 & a != 0", 9);
        row("a + b > 200", 1);
        row("a + b >= 200", 0);
        row("a + b <= 3 & a >= 2 & b >= 2", 23);
        row("a > b & b > a", 9);
        row("1 > 2", 1);
        row("2 * a = 3", 1);
        row("a * b > 5", 0);
        row("-a > 0", 1);
    }
    void whatCanNeverBeTrueIsSaidWithItsColumn()
    {
        QFETCH(QString, text);
        QFETCH(int, column);
        const auto possible = Expression::parse(text.toStdString()).value().checkPossible(0, 100);
        QCOMPARE(possible.has_value(), column == 0);
        if (column) {
            const auto message = QString::fromStdString(possible.error().message);
            QVERIFY2(message.endsWith(QStringLiteral(" at column %1.").arg(column)),
                     qPrintable(message));
        }
    }

    // It may miss what is impossible only by how several names hang together.
    void nothingThatIsPossibleIsRefused()
    {
        int impossible = 0;
        int missed = 0;
        for (unsigned seed = 1; seed <= 3000; ++seed) {
            const auto text = RandomText(seed).condition(3);
            const auto expression = Expression::parse(text).value();
            const bool byTrying = isPossibleByTrying(expression, {"a", "b", "c"}, 4);
            const bool judged = expression.checkPossible(0, 4).has_value();
            QVERIFY2(judged || !byTrying, text.c_str());
            impossible += !byTrying;
            missed += judged && !byTrying;
        }
        QVERIFY(impossible > 50);
        QVERIFY2(missed * 20 < impossible, qPrintable(QString::number(missed)));
    }

    void whatIsTooLargeToJudgeCountsAsPossible()
    {
        std::string text = "a > 100";
        for (int i = 0; i < 60; ++i)
            text += " & (b | c | d)";
        QVERIFY(Expression::parse(text).value().checkPossible(0, 100));
    }
};

QTEST_GUILESS_MAIN(tst_expression)
#include "tst_expression.moc"
