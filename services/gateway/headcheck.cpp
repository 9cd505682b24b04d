// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/headcheck.h"

#include "gateway/httpsyntax.h"

#include <algorithm>
#include <array>

namespace tandem::gateway {

namespace {

constexpr std::size_t maxHeadFields = 100;
constexpr std::size_t maxMethod = 32;
constexpr std::size_t maxTarget = 8 * 1024;
constexpr std::size_t maxLeading = 4;

// TRACE would echo secrets and CONNECT is for proxies; like all others they are answered 501.
constexpr std::array<std::string_view, 7> knownMethods{"GET",    "HEAD",  "POST", "OPTIONS",
                                                       "DELETE", "PATCH", "PUT"};
// Fields whose repetition is read differently by different programs.
constexpr std::array<std::string_view, 9> onlyOnce{
    "host",   "content-length", "transfer-encoding", "content-type",         "origin",
    "expect", "authorization",  "sec-websocket-key", "sec-websocket-version"};

} // namespace

HeadCheck::State HeadCheck::feed(std::string_view bytes)
{
    for (const char c : bytes) {
        if (m_state != State::Incomplete)
            break;
        if (m_size == m_maxBytes) {
            refuse(431, "The head of the request is too large.");
            break;
        }
        ++m_size;
        take(static_cast<unsigned char>(c));
    }
    return m_state;
}

void HeadCheck::take(unsigned char c)
{
    switch (m_step) {
    case Step::Leading: return takeLeading(c);
    case Step::Method: return takeMethod(c);
    case Step::Target: return takeTarget(c);
    case Step::Version: return takeVersion(c);
    case Step::FieldStart: return takeFieldStart(c);
    case Step::Name: return takeName(c);
    case Step::Value: return takeValue(c);
    case Step::LeadingLf:
    case Step::StartLf:
    case Step::ValueLf:
    case Step::EndLf: break;
    }
    if (c != '\n')
        return refuse(400, "A carriage return must be followed by a line feed.");
    if (m_step == Step::EndLf)
        return headDone();
    if (m_step == Step::LeadingLf) {
        m_leading = m_size;
        m_step = Step::Leading;
    } else {
        m_step = Step::FieldStart;
    }
}

void HeadCheck::takeLeading(unsigned char c)
{
    if (c == '\r' && m_size < maxLeading) {
        m_step = Step::LeadingLf;
        return;
    }
    m_step = Step::Method;
    takeMethod(c);
}

void HeadCheck::takeMethod(unsigned char c)
{
    if (c == ' ') {
        if (std::ranges::find(knownMethods, m_method) == knownMethods.end())
            return refuse(m_method.empty() ? 400 : 501, "This method is not known here.");
        m_step = Step::Target;
    } else if (!isTokenChar(c) || m_method.size() == maxMethod) {
        refuse(400, "The method is not a token.");
    } else {
        m_method += static_cast<char>(c);
    }
}

void HeadCheck::takeTarget(unsigned char c)
{
    if (c == ' ') {
        if (!isTarget(m_target, m_method))
            return refuse(400, "The request target is not valid.");
        m_step = Step::Version;
    } else if (c < 0x21 || c > 0x7E) {
        refuse(400, "The request line is not valid.");
    } else if (m_target.size() == maxTarget) {
        refuse(414, "The request target is too long.");
    } else {
        m_target += static_cast<char>(c);
    }
}

void HeadCheck::takeVersion(unsigned char c)
{
    static constexpr std::string_view pattern = "HTTP/d.d";
    if (m_version.size() == pattern.size()) {
        if (c != '\r')
            return refuse(400, "The request line does not end after the version.");
        m_step = Step::StartLf;
        return;
    }
    const char wanted = pattern[m_version.size()];
    const bool fits =
        wanted == 'd' ? c >= '0' && c <= '9' : c == static_cast<unsigned char>(wanted);
    if (!fits)
        return refuse(400, "The version of HTTP is not valid.");
    m_version += static_cast<char>(c);
    const bool known = std::string_view("HTTP/1.0").starts_with(m_version)
                       || std::string_view("HTTP/1.1").starts_with(m_version);
    if (!known)
        refuse(505, "Only HTTP/1.1 and HTTP/1.0 are spoken here.");
}

void HeadCheck::takeFieldStart(unsigned char c)
{
    if (c == '\r') {
        m_step = Step::EndLf;
    } else if (c == ' ' || c == '\t') {
        refuse(400, "A field must not go on in a second line.");
    } else if (++m_fields > maxHeadFields) {
        refuse(431, "The request has too many fields.");
    } else {
        m_name.clear();
        m_value.clear();
        m_step = Step::Name;
        takeName(c);
    }
}

void HeadCheck::takeName(unsigned char c)
{
    if (c == ':') {
        if (m_name.empty())
            return refuse(400, "A field has no name.");
        nameDone();
        m_step = Step::Value;
    } else if (!isTokenChar(c)) {
        refuse(400, "The name of a field is not a token followed by a colon.");
    } else {
        m_name += lower(static_cast<char>(c));
    }
}

void HeadCheck::takeValue(unsigned char c)
{
    if (c == '\r') {
        valueDone();
        m_step = Step::ValueLf;
    } else if (!isFieldChar(c)) {
        refuse(400, "The value of a field holds a character that is not allowed.");
    } else {
        m_value += static_cast<char>(c);
    }
}

void HeadCheck::nameDone()
{
    if (std::ranges::find(onlyOnce, m_name) != onlyOnce.end()) {
        if (std::ranges::find(m_onceSeen, m_name) != m_onceSeen.end())
            return refuse(400, "A field that may stand only once is repeated.");
        m_onceSeen.push_back(m_name);
    }
    m_hasLength |= m_name == "content-length";
    m_hasCoding |= m_name == "transfer-encoding";
    if (m_hasLength && m_hasCoding)
        return refuse(400, "Content-Length and Transfer-Encoding exclude each other.");
    if (m_hasCoding && m_version == "HTTP/1.0")
        refuse(400, "Transfer-Encoding does not exist in HTTP/1.0.");
}

void HeadCheck::valueDone()
{
    const auto value = trimmed(m_value);
    if (m_name == "host") {
        if (!isHost(value))
            return refuse(400, "The Host field is not valid.");
        m_hasHost = true;
    } else if (m_name == "content-length") {
        const auto length = decimal(value);
        if (!length)
            return refuse(400, "The Content-Length field is not a number.");
        m_contentLength = *length;
        m_body = *length > 0 ? Body::Sized : Body::None;
    } else if (m_name == "transfer-encoding") {
        if (!equalIgnoringCase(value, "chunked"))
            return refuse(501, "The only transfer coding spoken here is \"chunked\".");
        m_body = Body::Chunked;
    } else if (m_name == "expect") {
        if (!equalIgnoringCase(value, "100-continue"))
            return refuse(417, "This expectation cannot be met.");
        m_expectsContinue = m_version == "HTTP/1.1";
    }
}

void HeadCheck::headDone()
{
    if (!m_hasHost && m_version == "HTTP/1.1")
        return refuse(400, "The Host field is missing.");
    m_state = State::Complete;
}

void HeadCheck::refuse(int status, std::string_view reason)
{
    if (m_state == State::Refused)
        return;
    m_state = State::Refused;
    m_status = status;
    m_reason = reason;
}

} // namespace tandem::gateway
