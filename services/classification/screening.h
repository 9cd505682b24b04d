// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"

#include <string>
#include <utility>
#include <vector>

namespace tandem {

// A category and the words that speak for it.
struct ScreeningRule
{
    std::string category;
    std::vector<std::string> words; // of one or several words each: "invoice", "direct debit"
};

struct ScreeningResult
{
    std::string category; // of the rule with most hits, the first of equals; empty: none
    int hits = 0;         // how many times one of its words stands in the text

    bool operator==(const ScreeningResult &) const = default;
};
BOOST_DESCRIBE_STRUCT(ScreeningResult, (), (category, hits))

// Screening rules: whole words, whatever the case of their letters (Unicode's case folding). Any
// thread.
ScreeningResult screen(const std::string &text, const std::vector<ScreeningRule> &rules);

// Registers the action `classify`: screening rules given as parameters, category = "word, word".
void addClassification(Engine &engine);

} // namespace tandem
