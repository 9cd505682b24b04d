// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/chatfields.h"

#include <boost/json.hpp>

#include <charconv>

namespace tandem::gateway {

namespace {

Result<void> addValue(Form &form, std::string name, const json::Value &value)
{
    if (value.is_null())
        return {};
    if (value.is_structured())
        return failure(Reason::InvalidParams, "A field must be a text.");
    const auto *text = value.if_string();
    return addField(form, std::move(name),
                    text ? std::string(text->data(), text->size()) : boost::json::serialize(value));
}

} // namespace

Result<Form> fieldsFromJson(const json::Object &object)
{
    Form form;
    for (const auto &[name, value] : object) {
        if (name != "userData" || !value.is_object()) {
            if (auto added = addValue(form, name, value); !added)
                return std::unexpected(std::move(added.error()));
            continue;
        }
        for (const auto &[key, entry] : value.get_object()) {
            auto added = addValue(form, "userData[" + std::string(key) + ']', entry);
            if (!added)
                return std::unexpected(std::move(added.error()));
        }
    }
    return form;
}

std::string field(const Form &form, std::string_view name)
{
    const auto found = form.find(name);
    return found == form.end() ? std::string() : found->second;
}

std::optional<std::string> optionalField(const Form &form, std::string_view name)
{
    auto value = field(form, name);
    if (value.empty())
        return std::nullopt;
    return value;
}

bool isBlank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

std::optional<int> numberField(const Form &form, std::string_view name)
{
    const auto text = field(form, name);
    int value = 0;
    const auto *end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (text.empty() || error != std::errc() || stopped != end)
        return std::nullopt;
    return value;
}

std::string nicknameOf(const Form &form)
{
    if (auto nickname = optionalField(form, "nickname"))
        return *std::move(nickname);
    auto name = field(form, "firstName");
    const auto last = field(form, "lastName");
    if (!name.empty() && !last.empty())
        name += ' ';
    return name + last;
}

protocol::Data userDataOf(const Form &form)
{
    static constexpr std::string_view prefix = "userData[";
    protocol::Data data;
    for (const auto &[name, value] : form) {
        if (name.size() > prefix.size() + 1 && name.starts_with(prefix) && name.ends_with(']'))
            data[name.substr(prefix.size(), name.size() - prefix.size() - 1)] = value;
    }
    for (const auto &[name, key] :
         {std::pair("firstName", "FirstName"), {"lastName", "LastName"}}) {
        if (auto value = optionalField(form, name))
            data.try_emplace(key, *std::move(value));
    }
    return data;
}

} // namespace tandem::gateway
