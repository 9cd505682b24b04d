// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/json.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cmath>

namespace tandem::json {

namespace {

// Boost reads 1e309 as infinite and 0e99999 as no number, which nothing could write as JSON again.
// As deep as the parser goes.
bool isWritable(const Value &value)
{
    if (const auto *number = value.if_double())
        return std::isfinite(*number);
    if (const auto *list = value.if_array())
        return std::ranges::all_of(*list, isWritable);
    if (const auto *object = value.if_object()) {
        return std::ranges::all_of(*object,
                                   [](const auto &member) { return isWritable(member.value()); });
    }
    return true;
}

} // namespace

void writeString(std::string &out, std::string_view text)
{
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(text, plain, i - plain);
        plain = i + 1;
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            out += "\\u00";
            out += hex[c >> 4];
            out += hex[c & 15];
        }
    }
    out.append(text, plain);
    out += '"';
}

Result<Value> parse(std::string_view text)
{
    boost::system::error_code error;
    boost::json::parse_options options;
    options.max_depth = 32;
    boost::json::stream_parser parser({}, options);
    const auto used = parser.write_some(text.data(), text.size(), error);
    if (!error && used != text.size())
        error = boost::json::error::extra_data;
    if (!error)
        parser.finish(error);
    if (error) {
        return failure(Reason::InvalidParams,
                       "Not valid JSON near byte " + std::to_string(used) + ": " + error.message());
    }
    auto value = parser.release();
    if (!isWritable(value))
        return failure(Reason::InvalidParams, "Not valid JSON: a number is out of range.");
    return value;
}

std::unexpected<Error> wrongType(const std::string &field, std::string_view wanted)
{
    const auto name = field.empty() ? std::string("The value") : "\"" + field + "\"";
    return failure(Reason::InvalidParams, name + " must be " + std::string(wanted) + ".", field);
}

std::unexpected<Error> missing(const std::string &field)
{
    return failure(Reason::InvalidParams, "\"" + field + "\" is missing.", field);
}

} // namespace tandem::json
