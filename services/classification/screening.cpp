// SPDX-License-Identifier: GPL-3.0-or-later
#include "classification/screening.h"

#include <QString>

#include <sstream>

namespace tandem {

namespace {

constexpr std::size_t mostText = 256 * 1024;

// Words with one space around each, so that whole words are found as parts of it.
QString spaced(const std::string &text)
{
    QString words(u' ');
    for (const QChar c : QString::fromStdString(text).toCaseFolded()) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            words += c;
        else if (!words.endsWith(u' '))
            words += u' ';
    }
    if (!words.endsWith(u' '))
        words += u' ';
    return words;
}

int countOf(const QString &words, const QString &wanted)
{
    int count = 0;
    for (qsizetype at = 0; (at = words.indexOf(wanted, at)) >= 0; at += wanted.size() - 1)
        ++count;
    return count;
}

std::vector<ScreeningRule> rulesFrom(const protocol::Data &parameters)
{
    std::vector<ScreeningRule> rules;
    for (const auto &[category, list] : parameters) {
        ScreeningRule rule{category, {}};
        std::istringstream words(list);
        for (std::string word; std::getline(words, word, ',');)
            rule.words.push_back(word);
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace

ScreeningResult screen(const std::string &text, const std::vector<ScreeningRule> &rules)
{
    const auto words = spaced(text);
    ScreeningResult best;
    for (const auto &rule : rules) {
        int hits = 0;
        for (const auto &word : rule.words) {
            const auto wanted = spaced(word);
            if (wanted.size() > 1)
                hits += countOf(words, wanted);
        }
        if (hits > best.hits)
            best = {rule.category, hits};
    }
    return best;
}

void addClassification(Engine &engine)
{
    engine.actions().add(
        {.name = "classify",
         .summary = "Which category a text belongs to, by screening rules: each <param> is a "
                    "category with its words, separated by commas.",
         .attributes = {{"text", true}},
         .takesParameters = true},
        [](const ActionCall &call) -> Result<std::string> {
            if (call.parameters.empty())
                return failure(Reason::InvalidParams, "There is no category: give a <param>.");
            return json::toText(
                screen(call["text"].substr(0, mostText), rulesFrom(call.parameters)));
        });
}

} // namespace tandem
