// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::gateway {

// Judges the raw head of a request byte by byte, stricter than any parser behind it (RFC 9112
// sections 2 to 6, RFC 9110 sections 5 and 7): two programs that read one head in two ways is how
// requests are smuggled. Refuses at the first byte that cannot be right. One object a request.
class HeadCheck
{
public:
    enum class State { Incomplete, Complete, Refused };
    enum class Body { None, Sized, Chunked };

    explicit HeadCheck(std::size_t maxBytes = 16 * 1024) : m_maxBytes(maxBytes) {}

    // Takes the bytes that follow those of earlier calls. After Complete or Refused it takes none.
    State feed(std::string_view bytes);

    State state() const { return m_state; }
    // Bytes taken so far; with Complete the length of the head with its blank line.
    std::size_t size() const { return m_size; }
    // Empty lines before the request line, which are to be ignored (RFC 9112 section 2.2).
    std::size_t leading() const { return m_leading; }
    // With Refused: the HTTP status of the answer and why, for people.
    int status() const { return m_status; }
    std::string_view reason() const { return m_reason; }
    // With Complete:
    Body body() const { return m_body; }
    std::uint64_t contentLength() const { return m_contentLength; }
    const std::string &target() const { return m_target; }
    bool expectsContinue() const { return m_expectsContinue; }

private:
    enum class Step {
        Leading,
        LeadingLf,
        Method,
        Target,
        Version,
        StartLf,
        FieldStart,
        Name,
        Value,
        ValueLf,
        EndLf
    };

    void take(unsigned char c);
    void takeLeading(unsigned char c);
    void takeMethod(unsigned char c);
    void takeTarget(unsigned char c);
    void takeVersion(unsigned char c);
    void takeFieldStart(unsigned char c);
    void takeName(unsigned char c);
    void takeValue(unsigned char c);
    void nameDone();
    void valueDone();
    void headDone();
    void refuse(int status, std::string_view reason);

    std::size_t m_maxBytes;
    std::size_t m_size = 0;
    std::size_t m_leading = 0;
    State m_state = State::Incomplete;
    Step m_step = Step::Leading;
    int m_status = 0;
    std::string_view m_reason;

    std::string m_method;
    std::string m_target;
    std::string m_version;
    std::string m_name; // lower case
    std::string m_value;
    std::vector<std::string> m_onceSeen;
    std::size_t m_fields = 0;
    Body m_body = Body::None;
    std::uint64_t m_contentLength = 0;
    bool m_hasHost = false;
    bool m_hasLength = false;
    bool m_hasCoding = false;
    bool m_expectsContinue = false;
};

} // namespace tandem::gateway
