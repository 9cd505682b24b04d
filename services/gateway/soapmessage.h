// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/httpmessage.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// SOAP 1.1 (W3C note of 2000) and SOAP 1.2 (part 1) messages of the document/literal kind. Pure;
// any thread.
namespace tandem::gateway {

struct XmlElement
{
    std::string space; // namespace
    std::string name;
    std::string text; // of the element itself, without that of its children
    bool isNil = false;
    std::vector<XmlElement> children;

    // The first child of that name, of any namespace; null where there is none.
    const XmlElement *child(std::string_view childName) const;
    // The child's text without spaces around it; nothing where it is absent, nil or empty.
    std::optional<std::string> value(std::string_view childName) const;
};

enum class SoapVersion { V11, V12 };

struct SoapFault
{
    enum class Code { VersionMismatch, MustUnderstand, Client, Server };

    Code code = Code::Client;
    std::string text;
    int errorCode = 0; // of the FaultMessage
    std::string description;
};

// Errors of a FaultMessage; 2 and 43 are the vendor's, the others ours.
enum class CaptureError {
    BadMessage = 1,
    MissingValue = 2,
    InvalidValue = 3,
    WrongState = 4,
    Unavailable = 5,
    UnknownInteraction = 43
};

SoapFault clientFault(CaptureError error, std::string description);

struct SoapRequest
{
    SoapVersion version = SoapVersion::V11;
    XmlElement operation; // the one element of the body
};

struct RefusedSoap
{
    SoapVersion version = SoapVersion::V11;
    SoapFault fault;
};

// UTF-8. Refuses what is not well formed, document types and entities of its own, tags longer than
// 4 KiB, more than 10,000 elements, elements more than 32 deep, and headers that must be
// understood.
std::expected<SoapRequest, RefusedSoap> readSoap(std::string_view body);

// `content`: the XML of the body's element, with the prefix ixn for `captureSpace`.
HttpResponse soapResponse(SoapVersion version, std::string_view content);
HttpResponse soapResponse(SoapVersion version, const SoapFault &fault);

// <ixn:name>text</ixn:name>
void writeElement(std::string &out, std::string_view name, std::string_view text);
// For element content; characters that XML 1.0 has no way to write become U+FFFD.
std::string xmlEscaped(std::string_view text);

inline constexpr std::string_view captureSpace = "http://www.genesyslab.com/interaction";

} // namespace tandem::gateway
