// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tandem::gateway {

struct HttpRequest;

// The fields of a submitted form. Names and values are UTF-8 without NUL; a name stands once.
using Form = std::map<std::string, std::string, std::less<>>;

// application/x-www-form-urlencoded (URL Standard section 5.1), but strict: broken escapes, bytes
// that are not UTF-8 and repeated names are invalid_params.
Result<Form> decodeUrlEncoded(std::string_view body);
// multipart/form-data (RFC 7578), text fields only: a part with a file name is invalid_params.
Result<Form> decodeMultipart(std::string_view body, std::string_view boundary);
// By the Content-Type of the request; not_permitted where it is another one (415).
Result<Form> decodeForm(const HttpRequest &request);

// name: as the client wrote it, but UTF-8.
struct FormFile
{
    std::string name;
    std::string content;
};
struct UploadForm
{
    Form fields;
    std::optional<FormFile> file;
};
// The same, and the part "file" may be one.
Result<UploadForm> decodeUploadForm(const HttpRequest &request);
Result<UploadForm> decodeUpload(std::string_view body, std::string_view boundary);

// Puts a field in; invalid_params as above.
Result<void> addField(Form &form, std::string name, std::string value);
// The value of `parameter` in a field like `multipart/form-data; boundary="x"` (RFC 9110 section
// 5.6.6); empty where it is absent.
std::string fieldParameter(std::string_view field, std::string_view parameter);

} // namespace tandem::gateway
