// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/kvlist.h"

#include "gateway/httpsyntax.h"

#include <charconv>

namespace tandem::gateway {

namespace {

bool isWhole(std::string_view text)
{
    std::int64_t value = 0;
    if (text.starts_with('+'))
        text.remove_prefix(1);
    const auto *end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stopped == end;
}

std::optional<SoapFault> addItems(const XmlElement &list, const std::string &prefix,
                                  protocol::Data &data)
{
    for (const auto &item : list.children) {
        if (item.isNil)
            continue;
        const auto key = item.value("key");
        if (item.name != "kvitem" || !key) {
            return clientFault(CaptureError::InvalidValue,
                               "A list holds kvitem elements with a key each.");
        }
        const auto name = prefix + *key;
        const auto *value = item.child("value");
        const auto *nested = value ? value->child("ValueList") : nullptr;
        if (nested && !nested->isNil) {
            if (auto fault = addItems(*nested, name + '.', data))
                return fault;
            continue;
        }
        const auto *text = value ? value->child("ValueString") : nullptr;
        const auto number = value ? value->value("ValueInt") : std::nullopt;
        if (number && !isWhole(*number))
            return clientFault(CaptureError::InvalidValue,
                               "ValueInt of " + name + " is no whole number.");
        data[name] = number ? *number : text && !text->isNil ? text->text : std::string();
    }
    return std::nullopt;
}

void writeItem(std::string &out, std::string_view key, std::string_view text)
{
    out += "<ixn:kvitem>";
    writeElement(out, "key", key);
    out += "<ixn:value>";
    writeElement(out, "ValueString", text);
    out += "</ixn:value></ixn:kvitem>";
}

} // namespace

std::expected<protocol::Data, SoapFault> dataFrom(const XmlElement *list)
{
    protocol::Data data;
    if (!list || list->isNil)
        return data;
    if (auto fault = addItems(*list, {}, data))
        return std::unexpected(std::move(*fault));
    return data;
}

void writeList(std::string &out, std::string_view name, const protocol::Data &data,
               std::string_view nestedName, const protocol::Data &nested)
{
    const std::string tag(name);
    out += "<ixn:" + tag + '>';
    for (const auto &[key, text] : data)
        writeItem(out, key, text);
    if (!nestedName.empty()) {
        out += "<ixn:kvitem>";
        writeElement(out, "key", nestedName);
        out += "<ixn:value><ixn:ValueList>";
        for (const auto &[key, text] : nested)
            writeItem(out, key, text);
        out += "</ixn:ValueList></ixn:value></ixn:kvitem>";
    }
    out += "</ixn:" + tag + '>';
}

} // namespace tandem::gateway
