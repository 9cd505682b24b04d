// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "domain/ids.h"
#include "protocol/types.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tandem {

struct ActionAttribute
{
    std::string name;
    bool isRequired = false;
};

// What a strategy may ask of a service: an element of the namespace that strategies use. Registered
// by the service that owns it, when it is built.
struct ActionDefinition
{
    std::string name;    // "queue.submit"
    std::string summary; // one sentence, for people
    std::vector<ActionAttribute> attributes;
    bool takesParameters = false; // <param>, namelist
    // Its result comes by ActionFinished, not at once; every such action has `timeout`, too.
    bool isLasting = false;
    std::optional<Ms> usualTimeout = {}; // of a lasting one, where the document names none
    std::string cancels =
        {}; // the lasting action that ends, without a result, when this one is done
};

struct ActionCall
{
    InteractionId interaction;
    protocol::Data attributes;
    protocol::Data parameters; // texts; anything else as JSON

    // Empty where it is not given.
    std::string operator[](const std::string &attribute) const
    {
        const auto found = attributes.find(attribute);
        return found == attributes.end() ? std::string() : found->second;
    }
    bool has(const std::string &attribute) const { return attributes.contains(attribute); }
};

// Heard by strategies: what came of a lasting action of this interaction. result: JSON.
struct ActionFinished
{
    InteractionId interaction;
    std::string action;
    Result<std::string> result;
};

// Something that strategies may react to, by name; data: JSON. Costs nothing where no strategy of
// the interaction's speaks of it.
struct StrategyEvent
{
    InteractionId interaction;
    std::string name; // "chat.message"
    std::string data;
};

// All that strategies may ask for. Filled while the services are built, then only read; core
// thread, and any thread for find() once the services are built.
class Actions
{
public:
    // JSON of the result; empty: nothing to tell, or (lasting) not yet.
    using Perform = std::function<Result<std::string>(const ActionCall &call)>;
    // A lasting action is no longer waited for: its time is over, or its session.
    using Withdraw = std::function<void(InteractionId interaction)>;

    void add(ActionDefinition definition, Perform perform, Withdraw withdraw = {});

    const ActionDefinition *find(const std::string &name) const;
    std::vector<ActionDefinition> all() const; // by name
    // What is wrong with a use of these attributes; empty: nothing.
    static std::string problemOf(const ActionDefinition &definition,
                                 const std::vector<std::string> &attributes);
    Result<std::string> perform(const std::string &name, const ActionCall &call) const;
    void withdraw(const std::string &name, InteractionId interaction) const;

private:
    struct Entry
    {
        ActionDefinition definition;
        Perform perform;
        Withdraw withdraw;
    };

    std::map<std::string, Entry> m_entries;
};

} // namespace tandem
