// SPDX-License-Identifier: GPL-3.0-or-later
// Forms as customers and other systems send them, and what is read out of their fields.
#include "base/random.h"
#include "gateway/chatfields.h"
#include "gateway/form.h"
#include "gateway/httpsyntax.h"
#include "gateway/mediafields.h"
#include "gateway/statisticnames.h"
#include "target.h"

#include <algorithm>

using namespace tandem;
using namespace tandem::gateway;
using tandem::fuzz::demand;

namespace {

class SameBytes final : public Random
{
public:
    void fill(std::span<unsigned char> bytes) override { std::ranges::fill(bytes, 7); }
};

std::string urlEncoded(const Form &form)
{
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    const auto add = [&](std::string_view text) {
        for (const unsigned char c : text) {
            out += '%';
            out += digits[c >> 4];
            out += digits[c & 15];
        }
    };
    for (const auto &[name, value] : form) {
        out += out.empty() ? "" : "&";
        add(name);
        out += '=';
        add(value);
    }
    return out;
}

void readFields(const Form &form)
{
    SameBytes random;
    for (const auto &[name, value] : form) {
        demand(isUtf8(name) && isUtf8(value), "fields are UTF-8");
        demand((name + value).find('\0') == std::string::npos, "fields have no NUL");
    }
    (void)nicknameOf(form);
    (void)userDataOf(form);
    (void)numberField(form, "transcriptPosition");
    (void)statisticFrom(form);
    if (auto submit = mediaSubmitFrom("queue", form, random))
        demand(!submit->values.externalId.empty(), "what is submitted has an external id");
    if (auto ref = mediaRefFrom(std::nullopt, form))
        (void)mediaUpdateFrom(*ref, form);
}

} // namespace

static void fuzzForm(std::string_view bytes)
{
    const auto form = decodeUrlEncoded(bytes);
    if (!form)
        return;
    readFields(*form);
    const auto again = decodeUrlEncoded(urlEncoded(*form));
    demand(again && *again == *form, "a form that is written is read as the same");
}

static const tandem::fuzz::Registered registeredForm("form", fuzzForm);

static void fuzzJsonform(std::string_view bytes)
{
    const auto value = json::parse(bytes);
    const auto *object = value ? value->if_object() : nullptr;
    if (!object)
        return;
    if (const auto form = fieldsFromJson(*object))
        readFields(*form);
}

static const tandem::fuzz::Registered registeredJsonform("jsonform", fuzzJsonform);

// The first line is the Content-Type.
static void fuzzMultipart(std::string_view bytes)
{
    const auto [type, body] = fuzz::firstLine(bytes);
    HttpRequest request;
    request.method = "POST";
    request.fields.push_back({"Content-Type", std::string(type)});
    request.body = body;
    const auto form = decodeForm(request);
    if (!form)
        return;
    readFields(*form);
    if (!lowered(type).starts_with("multipart/form-data"))
        return;
    // Quoted and escaped names cannot be told from the form: only plain ones are written again.
    std::string written;
    for (const auto &[name, value] : *form) {
        if (!isToken(name) || value.find("--b") != std::string::npos)
            return;
        written +=
            "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
    const auto again = decodeMultipart(written + "--b--\r\n", "b");
    demand(form->empty() || (again && *again == *form),
           "a form in parts that is written is read as the same");
}

static const tandem::fuzz::Registered registeredMultipart("multipart", fuzzMultipart);
