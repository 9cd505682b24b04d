// SPDX-License-Identifier: GPL-3.0-or-later
// What strategies bring besides their document: scripts, events with data, and all of it at work.
#include "scxml/event.h"
#include "scxml/scripthost.h"
#include "scxml/scripttext.h"
#include "scxml/session.h"
#include "scxml/virtualplatform.h"
#include "target.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace tandem;
using namespace tandem::scxml;
using tandem::fuzz::demand;

namespace {

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace

static void fuzzScript(std::string_view bytes)
{
    const auto text = textOf(bytes);
    const auto declared = declarationsOf(text);
    demand(declared.text.count(u'\n') == text.count(u'\n'), "scripts keep their lines");
    for (const auto &name : declared.variables)
        demand(isIdentifier(name), "a variable has a name");
    const auto list = QJsonDocument::fromJson('[' + quoted(text).toUtf8() + ']').array();
    const bool isText = text.isValidUtf16();
    demand(!isText || (list.size() == 1 && list[0].toString() == text),
           "a text that is quoted is read as the same");
    (void)isVariable(text);
    (void)holdsXml(text);
    const auto [descriptor, name] = fuzz::firstLine(bytes);
    (void)matches(textOf(descriptor), textOf(name));
}

static const tandem::fuzz::Registered registeredScript("script", fuzzScript);

// A document, and behind a line "----" events that come to it: "name data".
static void fuzzStrategyrun(std::string_view bytes)
{
    constexpr std::string_view fence = "\n----\n";
    const auto end = std::min(bytes.find(fence), bytes.size());
    const auto document = bytes.substr(0, end);
    const auto events = bytes.substr(std::min(end + fence.size(), bytes.size()));
    const auto chart =
        Chart::read(QByteArray(document.data(), static_cast<qsizetype>(document.size())), {});
    if (!chart)
        return;
    // An engine that is kept would make what is found depend on what was run before.
    ScriptLimits limits;
    limits.budget = std::chrono::milliseconds(20);
    ScriptEngine engine(limits);
    VirtualPlatform platform(engine, {});
    auto *session = platform.add(*chart);
    platform.runUntil(std::chrono::seconds(10));
    for (const auto line : fuzz::lines(events, 8)) {
        const auto space = std::min(line.find(' '), line.size());
        Event event;
        event.name = textOf(line.substr(0, space));
        if (space < line.size())
            event.data = textOf(line.substr(space + 1));
        session->deliver(event);
        platform.runUntil(platform.now() + std::chrono::seconds(10));
    }
    const auto active = session->configuration();
    demand(session->isFinished() == active.isEmpty(), "a session that goes on is in a state");
    if (const auto stored = session->stored()) {
        const auto again = Session::restored(engine, engine.compile(*chart), platform, *stored);
        demand(again && (*again)->configuration() == active, "a session goes on as it was stored");
    }
}

static const tandem::fuzz::Registered registeredStrategyrun("strategyrun", fuzzStrategyrun);
