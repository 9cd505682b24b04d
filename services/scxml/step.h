// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scxml/position.h"

#include <QString>

#include <utility>
#include <variant>
#include <vector>

namespace tandem::scxml {

// Index of a text in Chart::scripts; -1 where there is none.
using ScriptIndex = int;
constexpr ScriptIndex noScript = -1;

// An attribute that can be written down (`event`) or computed (`eventexpr`).
struct Text
{
    QString literal; // null where it was not written
    ScriptIndex computed = noScript;

    bool isSet() const { return !literal.isNull() || computed != noScript; }
};

struct Param
{
    QString name;
    ScriptIndex value = noScript;
    // Of a namelist: an error in it stops the whole (SCXML 6.2.4); one in <param> only the param.
    bool isOfNameList = false;
};

// What goes with a send, an invoke, done data or an action (SCXML 5.5 to 5.7).
struct Payload
{
    std::vector<Param> params; // of `namelist` too
    ScriptIndex content = noScript;

    bool isEmpty() const { return params.empty() && content == noScript; }
};

struct Step;
// One run of executable content: an error in it skips what is left of it (SCXML 4.1).
using Block = std::vector<Step>;

struct RaiseStep
{
    QString event;
};

struct IfStep
{
    struct Branch
    {
        ScriptIndex condition = noScript; // none: else
        Block block;
    };
    std::vector<Branch> branches;
};

struct ForeachStep
{
    ScriptIndex array = noScript;
    QString item;
    QString index; // empty where none is wanted
    bool hasLegalNames = true;
    Block block;
};

struct LogStep
{
    QString label;
    ScriptIndex value = noScript;
};

struct AssignStep
{
    ScriptIndex assignment = noScript; // location and value in one
};

struct ScriptStep
{
    ScriptIndex script = noScript;
};

struct SendStep
{
    Text event;
    Text target;
    Text type;
    Text id;
    Text delay;
    ScriptIndex idLocation = noScript;
    Payload payload;
};

struct CancelStep
{
    Text id;
};

// An element of a foreign namespace. `name="x"` and `nameexpr="y"` are one attribute, `name`.
struct ActionStep
{
    QString space;
    QString name;
    std::vector<std::pair<QString, Text>> attributes;
    Payload payload;
    QString text; // what stands in it, without leading and trailing white space
};

struct Step
{
    using What = std::variant<RaiseStep, IfStep, ForeachStep, LogStep, AssignStep, ScriptStep,
                              SendStep, CancelStep, ActionStep>;
    Position at;
    What what;
};

} // namespace tandem::scxml
