// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tandem::gateway {

// Judges the framing of a chunked body byte by byte (RFC 9112 section 7.1) before a parser sees
// it: sizes in plain hexadecimal, extensions well formed, every line ended by CRLF. Trailer fields
// are refused: nothing here uses them, and merged into the head they would change it.
class ChunkCheck
{
public:
    enum class State { Incomplete, Complete, Refused };

    explicit ChunkCheck(std::size_t maxBody) : m_maxBody(maxBody) {}

    // Takes the bytes that follow those of earlier calls.
    State feed(std::string_view bytes);

    State state() const { return m_state; }
    // Bytes taken; with Complete the length of the whole chunked body.
    std::size_t size() const { return m_size; }
    int status() const { return m_status; } // of the answer, with Refused

private:
    enum class Step {
        SizeFirst,
        Size,
        Extension,
        ExtensionName,
        ExtensionEquals,
        ExtensionValue,
        Quoted,
        Escaped,
        QuotedEnd,
        SizeLf,
        Data,
        DataCr,
        DataLf,
        LastCr,
        LastLf
    };

    void take(unsigned char c);
    void takeSize(unsigned char c);
    void takeExtension(unsigned char c);
    void takeLineEnd(unsigned char c);
    void sizeDone(unsigned char c);
    void refuse(int status);

    std::size_t m_maxBody;
    std::size_t m_size = 0;
    std::size_t m_body = 0;
    std::uint64_t m_left = 0; // of the present chunk
    int m_digits = 0;
    State m_state = State::Incomplete;
    Step m_step = Step::SizeFirst;
    int m_status = 0;
};

} // namespace tandem::gateway
