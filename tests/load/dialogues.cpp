// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/dialogues.h"

#include <boost/json.hpp>

#include <fstream>

namespace tandem::load {

namespace {

namespace json = boost::json;

std::optional<Turn> turnOf(const json::value &value)
{
    const auto *pair = value.if_array();
    if (!pair || pair->size() != 2 || !(*pair)[0].is_string() || !(*pair)[1].is_string())
        return std::nullopt;
    return Turn{(*pair)[0].get_string() == "agent", std::string((*pair)[1].get_string())};
}

Dialogue dialogueOf(const std::string &line)
{
    boost::system::error_code problem;
    const auto value = json::parse(line, problem);
    const auto *object = problem ? nullptr : value.if_object();
    const auto *turns = object ? object->if_contains("turns") : nullptr;
    Dialogue dialogue;
    if (!turns || !turns->is_array())
        return dialogue;
    for (const auto &entry : turns->get_array()) {
        if (auto turn = turnOf(entry))
            dialogue.push_back(*std::move(turn));
    }
    return dialogue;
}

} // namespace

std::vector<Dialogue> dialoguesFrom(const std::string &file)
{
    std::vector<Dialogue> dialogues;
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        if (auto dialogue = dialogueOf(line); !dialogue.empty())
            dialogues.push_back(std::move(dialogue));
    }
    return dialogues;
}

std::vector<Dialogue> ownDialogues()
{
    return {{{false, "Hello, my parcel should have been here on Monday."},
             {true, "I am sorry to hear that. May I have the number of your order?"},
             {false, "It is 88213, the red lamp and two bulbs."},
             {true, "Thank you. The carrier has had it since Saturday; it is out for delivery."},
             {false, "So will it be here today?"},
             {true, "Yes, before six. You will get a message when it is two stops away."}},
            {{false, "Can I change the address of an invoice?"},
             {true, "Of course. Which invoice is it, and what should it say?"},
             {false, "The last one. Our company's name has a typing error in the second line."},
             {true, "I have corrected it and sent you the new one by e-mail."},
             {false, "Great, thank you very much!"},
             {true, "You are welcome. Is there anything else?"}}};
}

} // namespace tandem::load
