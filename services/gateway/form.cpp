// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/form.h"

#include "gateway/httpmessage.h"
#include "gateway/httpsyntax.h"

namespace tandem::gateway {

namespace {

constexpr std::size_t maxFields = 300;

std::unexpected<Error> badForm(std::string message)
{
    return failure(Reason::InvalidParams, std::move(message));
}

} // namespace

Result<void> addField(Form &form, std::string name, std::string value)
{
    if (!isUtf8(name) || !isUtf8(value))
        return badForm("The form is not valid UTF-8.");
    if (name.contains('\0') || value.contains('\0'))
        return badForm("The form holds a null character.");
    if (form.size() >= maxFields)
        return badForm("The form has too many fields.");
    // The e-mail API gives data so (wire facts 1.6): userData=key=value, repeated.
    if (const auto equals = value.find('='); name == "userData" && equals != value.npos) {
        name += '[' + value.substr(0, equals) + ']';
        value.erase(0, equals + 1);
    }
    if (!form.emplace(std::move(name), std::move(value)).second)
        return badForm("A field of the form is repeated.");
    return {};
}

Result<Form> decodeUrlEncoded(std::string_view body)
{
    Form form;
    while (!body.empty()) {
        const auto end = std::min(body.find('&'), body.size());
        const auto pair = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        if (pair.empty())
            continue;
        const auto equals = std::min(pair.find('='), pair.size());
        auto name = percentDecoded(pair.substr(0, equals), Plus::Space);
        auto value = percentDecoded(pair.substr(std::min(equals + 1, pair.size())), Plus::Space);
        if (!name || !value)
            return badForm("The form holds a broken percent escape.");
        if (auto added = addField(form, *std::move(name), *std::move(value)); !added)
            return std::unexpected(std::move(added.error()));
    }
    return form;
}

Result<Form> decodeForm(const HttpRequest &request)
{
    const auto field = request.field("Content-Type");
    const auto type = lowered(trimmed(field.substr(0, field.find(';'))));
    if (type == "application/x-www-form-urlencoded" || type.empty())
        return decodeUrlEncoded(request.body);
    if (type == "multipart/form-data")
        return decodeMultipart(request.body, fieldParameter(field, "boundary"));
    if (request.body.empty())
        return Form{};
    return failure(Reason::NotPermitted,
                   "The body must be application/x-www-form-urlencoded or multipart/form-data.");
}

Result<UploadForm> decodeUploadForm(const HttpRequest &request)
{
    const auto field = request.field("Content-Type");
    const auto type = lowered(trimmed(field.substr(0, field.find(';'))));
    if (type == "multipart/form-data")
        return decodeUpload(request.body, fieldParameter(field, "boundary"));
    auto form = decodeForm(request);
    if (!form)
        return std::unexpected(std::move(form.error()));
    return UploadForm{*std::move(form), std::nullopt};
}

std::string fieldParameter(std::string_view field, std::string_view parameter)
{
    auto at = field.find(';');
    while (at != field.npos) {
        auto rest = field.substr(at + 1);
        const auto equals = rest.find('=');
        if (equals == rest.npos)
            return {};
        const bool isWanted = equalIgnoringCase(trimmed(rest.substr(0, equals)), parameter);
        rest.remove_prefix(equals + 1);
        std::string value;
        std::size_t used = 0;
        if (rest.starts_with('"')) {
            for (used = 1; used < rest.size() && rest[used] != '"'; ++used) {
                if (rest[used] == '\\' && used + 1 < rest.size())
                    ++used;
                value += rest[used];
            }
        } else {
            value = trimmed(rest.substr(0, rest.find(';')));
        }
        if (isWanted)
            return value;
        const auto next = rest.find(';', used);
        at = next == rest.npos ? field.npos : field.size() - rest.size() + next;
    }
    return {};
}

} // namespace tandem::gateway
