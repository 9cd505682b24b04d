// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/jsontext.h"

#include <QFile>
#include <QSaveFile>

#include <boost/json.hpp>

#include <algorithm>
#include <cstdio>

namespace tandem::ctl {

namespace {

constexpr std::size_t indentWidth = 2;

bool isPlain(const boost::json::value &value) { return !value.is_object() && !value.is_array(); }

void write(std::string &out, const boost::json::value &value, std::size_t depth)
{
    const auto line = [&out](std::size_t level) {
        out += '\n';
        out.append(level * indentWidth, ' ');
    };
    if (const auto *object = value.if_object(); object && !object->empty()) {
        out += '{';
        const char *comma = "";
        for (const auto &[key, entry] : *object) {
            out += comma;
            line(depth + 1);
            json::writeString(out, std::string_view(key.data(), key.size()));
            out += ": ";
            write(out, entry, depth + 1);
            comma = ",";
        }
        line(depth);
        out += '}';
        return;
    }
    const auto *list = value.if_array();
    if (!list || list->empty() || (list->size() < 20 && std::ranges::all_of(*list, isPlain))) {
        if (const auto *text = value.if_string())
            json::writeString(out, std::string_view(text->data(), text->size()));
        else
            out += boost::json::serialize(value);
        return;
    }
    out += '[';
    const char *comma = "";
    for (const auto &entry : *list) {
        out += comma;
        line(depth + 1);
        write(out, entry, depth + 1);
        comma = ",";
    }
    line(depth);
    out += ']';
}

} // namespace

std::string indented(const json::Value &value)
{
    std::string out;
    write(out, value, 0);
    return out + '\n';
}

std::string indented(const std::string &text)
{
    return indented(json::parse(text).value_or(json::Value()));
}

Result<json::Value> readJson(const std::string &name)
{
    QFile file(QString::fromStdString(name));
    const bool isOpen =
        name == "-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen) {
        return failure(Reason::InvalidParams,
                       "Cannot read " + name + ": " + file.errorString().toStdString());
    }
    auto value = json::parse(file.readAll().toStdString());
    if (!value)
        return failure(Reason::InvalidParams, name + ": " + value.error().message);
    return value;
}

Result<void> writeFile(const std::string &name, const std::string &text)
{
    QSaveFile file(QString::fromStdString(name));
    if (file.open(QIODevice::WriteOnly) && file.write(text.data(), qint64(text.size())) >= 0
        && file.commit())
        return {};
    return failure(Reason::InvalidParams,
                   "Cannot write " + name + ": " + file.errorString().toStdString());
}

} // namespace tandem::ctl
