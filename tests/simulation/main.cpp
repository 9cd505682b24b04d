// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <iostream>

using namespace tandem;

namespace {

constexpr const char *description =
    "The real core in virtual time, with customers, agents, a supervisor, an administrator and a\n"
    "connector, a network that loses, doubles and reorders, a store that fails, answers late or "
    "is\n"
    "away, crashes between any two steps and a clock that jumps; what must hold is looked at "
    "after\n"
    "every step, and what every client shows when all has come to rest. A seed that fails is\n"
    "shrunk to the fewest happenings that still fail.\n\n"
    "exit codes: 0 nothing failed (with --defect: it was found), 1 something failed (or it was\n"
    "not found), 2 wrong usage";

bool numberOf(const QCommandLineParser &options, const QString &name, std::uint64_t &number)
{
    bool isNumber = true;
    if (options.isSet(name))
        number = options.value(name).toULongLong(&isNumber);
    if (!isNumber)
        std::cerr << "--" << name.toStdString() << " takes a number, not '"
                  << options.value(name).toStdString() << "'\n";
    return isNumber;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("coresimulation"));
    QCommandLineParser options;
    options.setApplicationDescription(QString::fromLatin1(description));
    options.addHelpOption();
    options.addOptions({
        {QStringLiteral("seeds"), QStringLiteral("Runs so many seeds, one after the other (200)."),
         QStringLiteral("N")},
        {QStringLiteral("first"), QStringLiteral("Begins with this one (1)."),
         QStringLiteral("SEED")},
        {QStringLiteral("happenings"), QStringLiteral("So many in each run (150)."),
         QStringLiteral("N")},
        {QStringLiteral("seed"), QStringLiteral("Runs this one alone and tells each happening."),
         QStringLiteral("SEED")},
        {QStringLiteral("only"),
         QStringLiteral("With --seed: these happenings alone, for example 3,9-11."),
         QStringLiteral("NUMBERS")},
        {QStringLiteral("defect"),
         QStringLiteral("Runs with a core that is broken on purpose, until it is found: "
                        "early_answers, forgotten_keys or lost_facts."),
         QStringLiteral("NAME")},
    });
    if (!options.parse(QCoreApplication::arguments())) {
        std::cerr << options.errorText().toStdString() << "\n";
        return 2;
    }
    if (options.isSet(QStringLiteral("help"))) {
        std::cout << options.helpText().toStdString();
        return 0;
    }
    Runs runs;
    if (!numberOf(options, QStringLiteral("seeds"), runs.seeds)
        || !numberOf(options, QStringLiteral("first"), runs.first)
        || !numberOf(options, QStringLiteral("happenings"), runs.happenings))
        return 2;
    const auto defect = fromName<Defect>(options.value(QStringLiteral("defect")).toStdString());
    if (options.isSet(QStringLiteral("defect")) && !defect) {
        std::cerr << "--defect is early_answers, forgotten_keys or lost_facts\n";
        return 2;
    }
    runs.defect = defect.value_or(Defect::None);
    try {
        if (!options.isSet(QStringLiteral("seed")))
            return runs.all();
        if (!numberOf(options, QStringLiteral("seed"), runs.first))
            return 2;
        return runs.one(options.value(QStringLiteral("only")).toStdString());
    } catch (const std::invalid_argument &error) {
        std::cerr << "--only: " << error.what() << "\n";
        return 2;
    }
}
