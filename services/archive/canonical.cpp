// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/canonical.h"

#include "base/hash.h"

namespace tandem::canonical {

namespace {

// A netstring (cr.yp.to/proto/netstrings.txt): LENGTH ":" BYTES ",". What is absent is a "-".
class Fields
{
public:
    Fields &operator<<(std::string_view text)
    {
        m_bytes += std::to_string(text.size());
        m_bytes += ':';
        m_bytes += text;
        m_bytes += ',';
        return *this;
    }
    Fields &operator<<(std::int64_t number) { return *this << std::to_string(number); }
    Fields &operator<<(UtcTime time) { return *this << toMs(time); }
    Fields &maybe(const std::optional<std::string> &text)
    {
        if (text)
            return *this << std::string_view(*text);
        m_bytes += '-';
        return *this;
    }
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

} // namespace

std::string bytes(const std::string &hex)
{
    std::string list;
    for (std::size_t at = 0; at + 1 < hex.size(); at += 2) {
        const int high = digitOf(hex[at]);
        const int low = digitOf(hex[at + 1]);
        if (high < 0 || low < 0)
            return {};
        list += static_cast<char>(high * 16 + low);
    }
    return hex.size() % 2 == 0 ? list : std::string();
}

std::string event(InteractionId interaction, const protocol::ChatEvent &event)
{
    Fields fields;
    fields << "tandem.event.1" << interaction.text() << event.index.value_or(0)
           << nameOf(event.type) << event.from.participantId << nameOf(event.from.type)
           << event.from.nickname << event.time << nameOf(event.audience);
    fields.maybe(event.text) << static_cast<std::int64_t>(event.userData.size());
    for (const auto &[key, value] : event.userData)
        fields << key << value;
    return fields.take();
}

std::string leaf(const std::string &salt, InteractionId interaction,
                 const protocol::ChatEvent &event)
{
    return sha256Hex(bytes(salt) + canonical::event(interaction, event));
}

std::string chain(const std::vector<std::string> &leaves)
{
    std::string hash(32, '\0');
    for (const auto &leaf : leaves)
        hash = sha256Bytes(hash + bytes(leaf));
    return toHex(hash);
}

std::string statement(InteractionId interaction, const protocol::TranscriptSeal &seal)
{
    Fields fields;
    fields << "tandem.seal.1" << interaction.text() << seal.events << seal.chainHash << seal.endedAt
           << seal.doneAt << seal.sealedAt << seal.keyId;
    return fields.take();
}

std::string statement(InteractionId interaction, const protocol::TranscriptRedaction &redaction)
{
    Fields fields;
    fields << "tandem.redaction.1" << interaction.text() << redaction.index << redaction.leafBefore
           << redaction.leafAfter << redaction.reason << redaction.author << redaction.time
           << redaction.keyId;
    return fields.take();
}

} // namespace tandem::canonical
