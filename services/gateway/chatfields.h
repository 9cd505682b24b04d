// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/form.h"
#include "protocol/json.h"
#include "protocol/types.h"

#include <optional>
#include <string>
#include <string_view>

// Reading the fields of a chat call. Pure.
namespace tandem::gateway {

// The members of an object as form fields: texts, numbers and truth values; those of "userData" as
// userData[key]. invalid_params for lists and other objects.
Result<Form> fieldsFromJson(const json::Object &object);
// Empty where it is absent.
std::string field(const Form &form, std::string_view name);
// Clients send fields that they do not use as empty ones: empty is absent.
std::optional<std::string> optionalField(const Form &form, std::string_view name);
// Nothing but spaces, tabs and line ends.
bool isBlank(std::string_view text);
std::optional<int> numberField(const Form &form, std::string_view name);
// `nickname`, otherwise firstName and lastName with a space between.
std::string nicknameOf(const Form &form);
// The fields named userData[key], and firstName and lastName as FirstName and LastName.
protocol::Data userDataOf(const Form &form);

} // namespace tandem::gateway
