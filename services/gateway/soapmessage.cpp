// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/soapmessage.h"

#include "base/xmltags.h"
#include "gateway/httpsyntax.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace tandem::gateway {

namespace {

constexpr std::string_view envelope11 = "http://schemas.xmlsoap.org/soap/envelope/";
constexpr std::string_view envelope12 = "http://www.w3.org/2003/05/soap-envelope";
constexpr QLatin1String instanceSpace("http://www.w3.org/2001/XMLSchema-instance");
constexpr std::size_t mostElements = 10'000;
constexpr int deepest = 32;
constexpr std::size_t longestAllowed = 4096;

std::string_view spaceOf(SoapVersion version)
{
    return version == SoapVersion::V11 ? envelope11 : envelope12;
}

SoapFault badMessage(std::string description)
{
    return clientFault(CaptureError::BadMessage, std::move(description));
}

bool isTrue(QStringView text) { return text == u"1" || text == u"true"; }

// Reads one document into a tree, within limits.
class XmlTree
{
public:
    explicit XmlTree(std::string_view text)
        : m_reader(QByteArray(text.data(), static_cast<qsizetype>(text.size())))
    {
    }

    std::expected<XmlElement, SoapFault> read();
    // A child of a SOAP header has been seen that says so.
    bool mustUnderstand() const { return m_mustUnderstand; }

private:
    std::optional<SoapFault> step(QXmlStreamReader::TokenType token);
    std::optional<SoapFault> begin();

    QXmlStreamReader m_reader;
    XmlElement m_root;
    std::vector<XmlElement *> m_open;
    std::size_t m_elements = 0;
    bool m_mustUnderstand = false;
};

std::optional<SoapFault> XmlTree::begin()
{
    if (++m_elements > mostElements || m_open.size() >= deepest)
        return badMessage("The message has too many elements, or they are nested too deeply.");
    // What is open stays where it is: children are only added to the innermost one.
    auto *element = &m_root;
    if (!m_open.empty())
        element = &m_open.back()->children.emplace_back();
    element->space = m_reader.namespaceUri().toString().toStdString();
    element->name = m_reader.name().toString().toStdString();
    const auto attributes = m_reader.attributes();
    element->isNil = isTrue(attributes.value(instanceSpace, QLatin1String("nil")));
    const bool isHeaderBlock = m_open.size() == 2 && m_open.back()->name == "Header";
    const auto space = QString::fromStdString(m_root.space);
    if (isHeaderBlock && isTrue(attributes.value(space, QStringLiteral("mustUnderstand"))))
        m_mustUnderstand = true;
    m_open.push_back(element);
    return std::nullopt;
}

std::optional<SoapFault> XmlTree::step(QXmlStreamReader::TokenType token)
{
    switch (token) {
    case QXmlStreamReader::DTD:
    case QXmlStreamReader::EntityReference:
        return badMessage("A document type and entities of its own are not accepted.");
    case QXmlStreamReader::StartElement: return begin();
    case QXmlStreamReader::EndElement: m_open.pop_back(); break;
    case QXmlStreamReader::Characters:
        if (!m_open.empty())
            m_open.back()->text += m_reader.text().toString().toStdString();
        break;
    default: break;
    }
    return std::nullopt;
}

std::expected<XmlElement, SoapFault> XmlTree::read()
{
    while (!m_reader.atEnd()) {
        if (auto fault = step(m_reader.readNext()))
            return std::unexpected(std::move(*fault));
    }
    if (m_reader.hasError()) {
        return std::unexpected(badMessage("The XML is not well formed at line "
                                          + std::to_string(m_reader.lineNumber()) + ", column "
                                          + std::to_string(m_reader.columnNumber()) + '.'));
    }
    return std::move(m_root);
}

std::string_view faultName(SoapVersion version, SoapFault::Code code)
{
    const bool is11 = version == SoapVersion::V11;
    switch (code) {
    case SoapFault::Code::VersionMismatch: return "VersionMismatch";
    case SoapFault::Code::MustUnderstand: return "MustUnderstand";
    case SoapFault::Code::Client: return is11 ? "Client" : "Sender";
    case SoapFault::Code::Server: break;
    }
    return is11 ? "Server" : "Receiver";
}

std::string detailOf(const SoapFault &fault)
{
    std::string out = "<ixn:FaultMessage>";
    writeElement(out, "ErrorCode", std::to_string(fault.errorCode));
    writeElement(out, "ErrorDescription", fault.description);
    return out + "</ixn:FaultMessage>";
}

// SOAP 1.1 section 4.4.
std::string fault11(const SoapFault &fault)
{
    std::string out = "<SOAP-ENV:Fault><faultcode>SOAP-ENV:";
    out += faultName(SoapVersion::V11, fault.code);
    out += "</faultcode><faultstring>" + xmlEscaped(fault.text) + "</faultstring>";
    // A fault of a header has no detail.
    if (fault.errorCode)
        out += "<detail>" + detailOf(fault) + "</detail>";
    return out + "</SOAP-ENV:Fault>";
}

// SOAP 1.2 part 1 section 5.4.
std::string fault12(const SoapFault &fault)
{
    std::string out = "<SOAP-ENV:Fault><SOAP-ENV:Code><SOAP-ENV:Value>SOAP-ENV:";
    out += faultName(SoapVersion::V12, fault.code);
    out += "</SOAP-ENV:Value></SOAP-ENV:Code><SOAP-ENV:Reason><SOAP-ENV:Text xml:lang=\"en\">";
    out += xmlEscaped(fault.text) + "</SOAP-ENV:Text></SOAP-ENV:Reason>";
    if (fault.errorCode)
        out += "<SOAP-ENV:Detail>" + detailOf(fault) + "</SOAP-ENV:Detail>";
    return out + "</SOAP-ENV:Fault>";
}

HttpResponse xmlResponse(int status, SoapVersion version, std::string_view content)
{
    HttpResponse response;
    response.status = status;
    response.fields = {{"Content-Type", version == SoapVersion::V11
                                            ? "text/xml; charset=utf-8"
                                            : "application/soap+xml; charset=utf-8"},
                       {"Cache-Control", "no-store"},
                       {"X-Content-Type-Options", "nosniff"}};
    response.body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<SOAP-ENV:Envelope "
                    "xmlns:SOAP-ENV=\"";
    response.body += spaceOf(version);
    response.body += "\" xmlns:ixn=\"";
    response.body += captureSpace;
    response.body += "\"><SOAP-ENV:Body>";
    response.body += content;
    response.body += "</SOAP-ENV:Body></SOAP-ENV:Envelope>\n";
    return response;
}

} // namespace

const XmlElement *XmlElement::child(std::string_view childName) const
{
    const auto found = std::ranges::find(children, childName, &XmlElement::name);
    return found == children.end() ? nullptr : &*found;
}

std::optional<std::string> XmlElement::value(std::string_view childName) const
{
    const auto *found = child(childName);
    if (!found || found->isNil)
        return std::nullopt;
    const auto first = found->text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
        return std::nullopt;
    return found->text.substr(first, found->text.find_last_not_of(" \t\r\n") - first + 1);
}

SoapFault clientFault(CaptureError error, std::string description)
{
    const char *text = error == CaptureError::BadMessage     ? "The message is not understood"
                       : error == CaptureError::MissingValue ? "Required value is missing"
                       : error == CaptureError::InvalidValue ? "A value is not valid"
                                                             : "The request was refused";
    return {SoapFault::Code::Client, text, static_cast<int>(error), std::move(description)};
}

std::expected<SoapRequest, RefusedSoap> readSoap(std::string_view body)
{
    const auto unreadable = [](SoapFault fault) {
        return std::unexpected(RefusedSoap{SoapVersion::V11, std::move(fault)});
    };
    if (!isUtf8(body) || body.contains('\0'))
        return unreadable(badMessage("The message is not in UTF-8."));
    if (tandem::longestTag(body) > longestAllowed)
        return unreadable(badMessage("A tag of the message is longer than 4 KiB."));
    XmlTree tree(body);
    auto root = tree.read();
    if (!root)
        return unreadable(std::move(root.error()));
    SoapRequest request;
    request.version = root->space == envelope12 ? SoapVersion::V12 : SoapVersion::V11;
    const auto refuse = [&](SoapFault fault) {
        return std::unexpected(RefusedSoap{request.version, std::move(fault)});
    };
    if (root->name != "Envelope")
        return refuse(badMessage("The document is no SOAP envelope."));
    if (root->space != envelope11 && root->space != envelope12) {
        return refuse(
            {SoapFault::Code::VersionMismatch, "Only SOAP 1.1 and 1.2 are understood", 0, {}});
    }
    if (tree.mustUnderstand())
        return refuse({SoapFault::Code::MustUnderstand, "No header is understood", 0, {}});
    const auto content = std::ranges::find(root->children, "Body", &XmlElement::name);
    if (content == root->children.end() || content->children.size() != 1)
        return refuse(badMessage("The body must hold one request."));
    request.operation = std::move(content->children.front());
    return request;
}

HttpResponse soapResponse(SoapVersion version, std::string_view content)
{
    return xmlResponse(200, version, content);
}

HttpResponse soapResponse(SoapVersion version, const SoapFault &fault)
{
    if (version == SoapVersion::V11)
        return xmlResponse(500, version, fault11(fault)); // section 6.2
    // SOAP 1.2 part 2, table 20.
    const bool isSender = fault.code == SoapFault::Code::Client;
    return xmlResponse(isSender ? 400 : 500, version, fault12(fault));
}

void writeElement(std::string &out, std::string_view name, std::string_view text)
{
    out += "<ixn:";
    out += name;
    out += '>';
    out += xmlEscaped(text);
    out += "</ixn:";
    out += name;
    out += '>';
}

std::string xmlEscaped(std::string_view text)
{
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const auto rest = text.substr(i);
        switch (c) {
        case '&': out += "&amp;"; continue;
        case '<': out += "&lt;"; continue;
        case '>': out += "&gt;"; continue;
        case '"': out += "&quot;"; continue;
        case '\r': out += "&#13;"; continue; // else it would be read as a line feed
        default: break;
        }
        // XML 1.0 section 2.2: no controls, nor U+FFFE and U+FFFF.
        if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) {
            out += replacement;
            i += 2;
        } else if (c < 0x20 && c != '\t' && c != '\n') {
            out += replacement;
        } else {
            out += text[i];
        }
    }
    return out;
}

} // namespace tandem::gateway
