// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/texttable.h"

#include <QList>
#include <QString>

#include <algorithm>

namespace tandem::ctl {

namespace {

qsizetype widthOf(const std::string &cell) { return QString::fromStdString(cell).toUcs4().size(); }

bool isHarmless(QChar character)
{
    return character.category() != QChar::Other_Control
           && character.category() != QChar::Other_Format;
}

} // namespace

std::string printable(std::string_view text)
{
    QString shown = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    for (auto &character : shown) {
        if (!isHarmless(character))
            character = character == QLatin1Char('\n') ? QLatin1Char(' ') : QChar(0xfffd);
    }
    return shown.toStdString();
}

void TextTable::add(std::vector<std::string> row)
{
    for (auto &cell : row)
        cell = printable(cell);
    m_rows.push_back(std::move(row));
}

std::string TextTable::text() const
{
    std::vector<qsizetype> widths(m_rows.front().size());
    for (const auto &row : m_rows) {
        for (std::size_t column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], widthOf(row[column]));
    }
    std::string out;
    for (const auto &row : m_rows) {
        std::string line;
        for (std::size_t column = 0; column < row.size(); ++column) {
            line += row[column];
            line.append(static_cast<std::size_t>(widths[column] - widthOf(row[column])) + 2, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + '\n';
    }
    return out;
}

} // namespace tandem::ctl
