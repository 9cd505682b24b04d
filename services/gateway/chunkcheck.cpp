// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/chunkcheck.h"

#include "gateway/httpsyntax.h"

#include <algorithm>

namespace tandem::gateway {

namespace {

constexpr int maxDigits = 8;
// What framing may cost beside the body itself: chunks of single bytes are an attack.
constexpr std::size_t framingAllowance = 64 * 1024;

} // namespace

ChunkCheck::State ChunkCheck::feed(std::string_view bytes)
{
    while (!bytes.empty() && m_state == State::Incomplete) {
        if (m_size > 2 * m_maxBody + framingAllowance) {
            refuse(413);
        } else if (m_step == Step::Data) {
            const auto part = std::min<std::uint64_t>(m_left, bytes.size());
            m_left -= part;
            m_size += part;
            bytes.remove_prefix(part);
            if (m_left == 0)
                m_step = Step::DataCr;
        } else {
            ++m_size;
            take(static_cast<unsigned char>(bytes.front()));
            bytes.remove_prefix(1);
        }
    }
    return m_state;
}

void ChunkCheck::take(unsigned char c)
{
    switch (m_step) {
    case Step::SizeFirst:
    case Step::Size: return takeSize(c);
    case Step::Extension:
    case Step::ExtensionName:
    case Step::ExtensionEquals:
    case Step::ExtensionValue:
    case Step::Quoted:
    case Step::Escaped:
    case Step::QuotedEnd: return takeExtension(c);
    case Step::Data: return;
    default: return takeLineEnd(c);
    }
}

void ChunkCheck::takeSize(unsigned char c)
{
    const int value = hexValue(c);
    if (value >= 0) {
        if (++m_digits > maxDigits)
            return refuse(413);
        m_left = m_left * 16 + static_cast<unsigned>(value);
        m_step = Step::Size;
    } else if (m_step == Step::SizeFirst) {
        refuse(400);
    } else {
        sizeDone(c);
    }
}

void ChunkCheck::sizeDone(unsigned char c)
{
    if (m_left > m_maxBody - m_body)
        return refuse(413);
    if (c == ';')
        m_step = Step::Extension;
    else if (c == '\r')
        m_step = Step::SizeLf;
    else
        refuse(400);
}

void ChunkCheck::takeExtension(unsigned char c)
{
    const bool begins = m_step == Step::Extension || m_step == Step::ExtensionEquals;
    if (m_step == Step::Escaped || m_step == Step::Quoted) {
        if (!isFieldChar(c))
            refuse(400);
        else if (m_step == Step::Escaped)
            m_step = Step::Quoted;
        else if (c == '"')
            m_step = Step::QuotedEnd;
        else if (c == '\\')
            m_step = Step::Escaped;
    } else if (m_step != Step::QuotedEnd && isTokenChar(c)) {
        if (m_step == Step::Extension)
            m_step = Step::ExtensionName;
        else if (m_step == Step::ExtensionEquals)
            m_step = Step::ExtensionValue;
    } else if (m_step == Step::ExtensionEquals && c == '"') {
        m_step = Step::Quoted;
    } else if (begins) {
        refuse(400);
    } else if (m_step == Step::ExtensionName && c == '=') {
        m_step = Step::ExtensionEquals;
    } else {
        sizeDone(c);
    }
}

void ChunkCheck::takeLineEnd(unsigned char c)
{
    const bool wantsCr = m_step == Step::DataCr || m_step == Step::LastCr;
    if (c != (wantsCr ? '\r' : '\n'))
        return refuse(400);
    switch (m_step) {
    case Step::SizeLf:
        m_body += m_left;
        m_step = m_left > 0 ? Step::Data : Step::LastCr;
        m_digits = 0;
        break;
    case Step::DataCr: m_step = Step::DataLf; break;
    case Step::DataLf: m_step = Step::SizeFirst; break;
    case Step::LastCr: m_step = Step::LastLf; break;
    default: m_state = State::Complete;
    }
}

void ChunkCheck::refuse(int status)
{
    m_state = State::Refused;
    m_status = status;
}

} // namespace tandem::gateway
