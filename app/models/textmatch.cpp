// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/textmatch.h"

#include <QStringList>

namespace tandem::textmatch {

namespace {

enum Rank { Begins, BeginsAWord, Within, Beside };

std::optional<int> rankOfWord(const QString &word, const QString &name, const QString &more)
{
    const auto at = name.indexOf(word);
    if (at == 0)
        return Begins;
    for (auto from = at; from > 0; from = name.indexOf(word, from + 1)) {
        if (!name.at(from - 1).isLetterOrNumber())
            return BeginsAWord;
    }
    if (at > 0)
        return Within;
    return more.contains(word) ? std::optional<int>(Beside) : std::nullopt;
}

} // namespace

QString folded(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark())
            plain += c;
    }
    return plain.toCaseFolded();
}

std::optional<int> rank(const QString &search, const QString &name, const QString &more)
{
    int worst = Begins;
    const auto inName = folded(name);
    const auto beside = folded(more);
    const auto words = folded(search).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto found = rankOfWord(words[i], inName, beside);
        if (!found)
            return std::nullopt;
        // Only the first word can begin the whole; the second of "ali lind" begins a word.
        if (i == 0 || *found > BeginsAWord)
            worst = std::max(worst, *found);
    }
    return worst;
}

} // namespace tandem::textmatch
