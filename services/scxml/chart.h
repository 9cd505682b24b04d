// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scxml/step.h"
#include "scxml/xmltree.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tandem::scxml {

inline constexpr QStringView scxmlNamespace = u"http://www.w3.org/2005/07/scxml";

class Chart;
using ChartPointer = std::shared_ptr<const Chart>;

// Index of a state in Chart::states. In document order, a state before what is in it.
using StateIndex = int;
constexpr StateIndex noState = -1;

// ECMAScript of the document. The engine compiles each once for all sessions.
struct ScriptText
{
    enum class Kind {
        Value,      // an expression
        Assignment, // puts the expression `text` into `location`
        Location,   // puts what is given into `text`
        Script,     // statements
        Failing     // raises error.execution and says `text`: what could not be loaded
    };
    Kind kind = Kind::Value;
    QString text;
    QString location;
    Position at;
};

struct Transition
{
    StateIndex source = noState;
    QStringList events; // descriptors without trailing ".*"; empty: without event
    ScriptIndex condition = noScript;
    std::vector<StateIndex> targets;
    bool isInternal = false;
    Block block;
    Position at;
};

struct DataItem
{
    QString id;
    ScriptIndex value = noScript;
    Position at;
};

struct Invoke
{
    Text type;
    Text src;
    Text id;
    ScriptIndex idLocation = noScript;
    bool forwardsAll = false;
    Payload payload;
    ChartPointer chart; // where it stands in <content>
    std::optional<Block> finalize;
    Position at;
};

struct State
{
    enum class Kind { Atomic, Compound, Parallel, Final, ShallowHistory, DeepHistory };

    Kind kind = Kind::Atomic;
    QString id;
    StateIndex parent = noState;
    StateIndex last = noState;        // the last in it; itself where there is nothing in it
    std::vector<StateIndex> children; // without histories
    std::vector<StateIndex> histories;
    std::vector<int> transitions; // in Chart::transitions
    int initial = -1;             // in Chart::transitions: of a compound state or a history
    std::vector<Block> onEntry;
    std::vector<Block> onExit;
    std::vector<DataItem> data;
    std::vector<Invoke> invokes;
    std::optional<Payload> doneData;
    Position at;

    bool isHistory() const { return kind == Kind::ShallowHistory || kind == Kind::DeepHistory; }
    bool isAtomic() const { return kind == Kind::Atomic || kind == Kind::Final; }
};

// An action that the document uses, so that its owner can refuse what it does not know.
struct ActionUse
{
    QString space;
    QString name;
    QStringList attributes; // without "expr"
    Position at;
};

// Gives the bytes that a `src` names, or says why not. Called while a document is read only.
using Loader = std::function<std::expected<QByteArray, QString>(const QString &src)>;

struct ReadOptions
{
    XmlLimits limits;
    Loader loader; // none: every `src` of <data>, <assign> and <script> is refused
};

// A document, read and checked once: SCXML 1.0 (W3C recommendation of 1 September 2015), sections
// 3 to 6. Immutable, shared by all its sessions. Any thread.
class Chart
{
public:
    // Everything that was found, not the first only.
    static std::expected<ChartPointer, Findings> read(const QByteArray &document,
                                                      const ReadOptions &options = {});

    bool contains(StateIndex outer, StateIndex inner) const // itself not
    {
        return inner > outer && inner <= states[static_cast<size_t>(outer)].last;
    }
    const State &state(StateIndex index) const { return states[static_cast<size_t>(index)]; }
    const Transition &transition(int index) const
    {
        return transitions[static_cast<size_t>(index)];
    }

    QString name;
    bool bindsLate = false;
    std::vector<State> states; // the first is <scxml> itself
    std::vector<Transition> transitions;
    std::vector<ScriptText> scripts;
    std::vector<ActionUse> actions; // in document order; of an invoked document in its own chart
    QHash<QString, StateIndex> stateById;
    ScriptIndex globalScript = noScript;
};

} // namespace tandem::scxml
