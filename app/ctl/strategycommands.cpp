// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/strategycommands.h"

#include "ctl/texttable.h"
#include "host/services.h"
#include "orchestration/strategychecks.h"
#include "scxml/conformance.h"
#include "scxml/folderloader.h"
#include "scxml/reachability.h"
#include "scxml/scriptengine.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iostream>

namespace tandem::ctl {

using namespace Qt::StringLiterals;

namespace {

struct Checked
{
    scxml::Findings findings;
    qsizetype states = 0;
    qsizetype transitions = 0;
};

Result<Checked> checkFile(const QString &name, scxml::ScriptEngine &scripts, const Actions &actions)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(Reason::InvalidParams, "Cannot read " + name.toStdString() + ": "
                                                  + file.errorString().toStdString());
    }
    const auto loader = scxml::folderLoader(QFileInfo(file).path());
    const auto chart = scxml::Chart::read(file.readAll(), {{}, loader});
    if (!chart)
        return Checked{chart.error()};
    Checked checked{scripts.compile(*chart)->findings() + scxml::unreachableStates(**chart)
                        + usesOfActions(**chart, actions),
                    std::ssize((*chart)->states) - 1, std::ssize((*chart)->transitions)};
    std::ranges::stable_sort(checked.findings, [](const auto &one, const auto &other) {
        return std::pair(one.at.line, one.at.column) < std::pair(other.at.line, other.at.column);
    });
    return checked;
}

QJsonObject toJson(const QString &name, const Checked &checked)
{
    QJsonArray findings;
    for (const auto &finding : checked.findings)
        findings += QJsonObject{{u"line"_s, finding.at.line},
                                {u"column"_s, finding.at.column},
                                {u"message"_s, finding.message}};
    return {{u"file"_s, name},
            {u"states"_s, checked.states},
            {u"transitions"_s, checked.transitions},
            {u"findings"_s, findings}};
}

// What comes from a document must not reach the terminal as a command.
void tell(const QString &line) { std::cout << printable(line.toStdString()) << std::endl; }

void print(const QString &name, const Checked &checked)
{
    for (const auto &finding : checked.findings)
        tell(u"%1:%2:%3: %4"_s.arg(name, QString::number(finding.at.line),
                                   QString::number(finding.at.column), finding.message));
    if (checked.findings.isEmpty())
        tell(u"%1: nothing found; states: %2, transitions: %3"_s.arg(name)
                 .arg(checked.states)
                 .arg(checked.transitions));
}

Outcome check(const Options &options)
{
    scxml::ScriptEngine scripts;
    // What the services of this very version know.
    Services services{SiteSettings{}};
    QJsonArray files;
    bool isClean = true;
    for (auto word = options.words.begin() + 2; word != options.words.end(); ++word) {
        const auto name = QString::fromStdString(*word);
        const auto checked = checkFile(name, scripts, services.engine.actions());
        if (!checked) {
            failed(checked.error());
            return Outcome::WrongUsage;
        }
        isClean = isClean && checked->findings.isEmpty();
        if (options.json)
            files += toJson(name, *checked);
        else
            print(name, *checked);
    }
    if (options.json)
        std::cout << QJsonDocument(files).toJson(QJsonDocument::Compact).toStdString() << '\n';
    return isClean ? Outcome::Done : Outcome::Refused;
}

Outcome conformance(const Options &options)
{
    bool holds = true;
    for (auto word = options.words.begin() + 2; word != options.words.end(); ++word) {
        const auto folder = QString::fromStdString(*word);
        const auto result = scxml::runConformance(folder, tell);
        const auto all = result.passed + result.failed.size();
        if (all == 0) {
            failed({Reason::InvalidParams, "There is no .scxml in " + *word + "."});
            return Outcome::WrongUsage;
        }
        tell(u"%1: %2 of %3 pass"_s.arg(folder).arg(result.passed).arg(all));
        holds = holds && result.holds();
    }
    return holds ? Outcome::Done : Outcome::Refused;
}

} // namespace

std::optional<Outcome> strategyCommand(const Options &options)
{
    const auto &words = options.words;
    if (words.size() < 3 || words[0] != "strategy")
        return std::nullopt;
    if (words[1] == "check")
        return check(options);
    if (words[1] == "conformance")
        return conformance(options);
    return std::nullopt;
}

} // namespace tandem::ctl
