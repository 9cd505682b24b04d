// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/verification.h"

#include "archive/canonical.h"
#include "archive/signingkey.h"

#include <algorithm>
#include <map>

namespace tandem {

namespace {

using namespace protocol;

class Check
{
public:
    Check(const TranscriptDocument &document, const std::vector<std::string> &trusted)
        : m_document(document)
    {
        for (const auto &key : trusted)
            m_keys[keyIdOf(key)] = key;
        if (!trusted.empty())
            return;
        for (const auto &key : document.keys) {
            if (keyIdOf(key.publicKey) == key.keyId)
                m_keys[key.keyId] = key.publicKey;
        }
    }

    TranscriptVerifyReply run();

private:
    void checkSeal(const TranscriptSeal &seal);
    void checkEvents();
    void checkEvent(std::size_t place);
    void checkRedactions();
    void checkSigned(std::optional<int> index, const std::string &what, const std::string &message,
                     const std::string &keyId, const std::string &signature);
    // What is left of it according to its last redaction; null where there is none.
    const TranscriptRedaction *lastOf(int index) const;
    void wrong(std::optional<int> index, std::string message)
    {
        m_reply.findings.push_back({index, std::move(message)});
    }

    const TranscriptDocument &m_document;
    std::map<std::string, std::string> m_keys; // id -> PEM
    TranscriptVerifyReply m_reply;
    bool m_isErased = false;
};

void Check::checkSigned(std::optional<int> index, const std::string &what,
                        const std::string &message, const std::string &keyId,
                        const std::string &signature)
{
    const auto key = m_keys.find(keyId);
    if (key == m_keys.end())
        wrong(index, what + " is signed by the key " + keyId + ", which is not known.");
    else if (!isSignedBy(key->second, message, signature))
        wrong(index, what + " is not as it was signed.");
}

void Check::checkSeal(const TranscriptSeal &seal)
{
    if (m_document.format != 1 || seal.format != 1)
        wrong({}, "The format is not known; a newer version may know it.");
    const auto count = static_cast<std::int64_t>(m_document.events.size());
    if (count != seal.events) {
        wrong({}, "The transcript has " + std::to_string(count) + " events, the seal is of "
                      + std::to_string(seal.events) + ".");
    }
    std::vector<std::string> leaves;
    for (const auto &event : m_document.events)
        leaves.push_back(event.leaf.value_or(""));
    if (canonical::chain(leaves) != seal.chainHash)
        wrong({}, "The chain of hashes is not the one that was signed.");
    checkSigned({}, "The seal", canonical::statement(m_document.interactionId, seal), seal.keyId,
                seal.signature);
}

const TranscriptRedaction *Check::lastOf(int index) const
{
    const TranscriptRedaction *last = nullptr;
    for (const auto &redaction : m_document.redactions) {
        if (redaction.index == index)
            last = &redaction;
    }
    return last;
}

void Check::checkRedactions()
{
    std::map<int, std::string> known; // hash of what is left, by index
    for (const auto &redaction : m_document.redactions) {
        const auto index = redaction.index;
        checkSigned(index, "A redaction", canonical::statement(m_document.interactionId, redaction),
                    redaction.keyId, redaction.signature);
        if (index == 0) {
            m_isErased = true;
            if (redaction.leafBefore != m_document.seal->chainHash)
                wrong({}, "The erasure is of another transcript.");
            continue;
        }
        if (index < 1 || index > static_cast<int>(m_document.events.size())) {
            wrong(index, "There is no such event to be redacted.");
            continue;
        }
        auto &before = known[index];
        if (before.empty())
            before = m_document.events[static_cast<std::size_t>(index - 1)].leaf.value_or("");
        if (redaction.leafBefore != before)
            wrong(index, "The redaction is of another event.");
        before = redaction.leafAfter;
    }
    for (const auto &[index, left] : known)
        m_reply.redacted.push_back(index);
}

void Check::checkEvent(std::size_t place)
{
    const auto &sealed = m_document.events[place];
    const int index = static_cast<int>(place) + 1;
    if (sealed.event.index != index)
        wrong(index, "The event has another number.");
    if (m_isErased) {
        if (sealed.event.text || !sealed.event.userData.empty() || sealed.salt)
            wrong(index, "The event was erased, but says something.");
        return;
    }
    const auto *redaction = lastOf(index);
    if (redaction && sealed.salt)
        wrong(index, "The event was redacted, but has its salt.");
    if (!redaction && !sealed.salt) {
        wrong(index, "The event has no salt, and nobody signed that it was redacted.");
        return;
    }
    const auto &salt = redaction ? redaction->salt : *sealed.salt;
    const auto &leaf = redaction ? redaction->leafAfter : sealed.leaf.value_or("");
    if (canonical::leaf(salt, m_document.interactionId, sealed.event) != leaf)
        wrong(index, "The event is not as it was signed.");
}

TranscriptVerifyReply Check::run()
{
    if (!m_document.seal) {
        m_reply.state = SealState::Unsealed;
        return std::move(m_reply);
    }
    m_reply.keyId = m_document.seal->keyId;
    m_reply.sealedAt = m_document.seal->sealedAt;
    checkSeal(*m_document.seal);
    checkRedactions();
    for (std::size_t place = 0; place < m_document.events.size(); ++place)
        checkEvent(place);
    m_reply.state = !m_reply.findings.empty()   ? SealState::Broken
                    : m_isErased                ? SealState::Erased
                    : !m_reply.redacted.empty() ? SealState::Redacted
                                                : SealState::Sealed;
    return std::move(m_reply);
}

} // namespace

protocol::TranscriptVerifyReply verify(const protocol::TranscriptDocument &document,
                                       const std::vector<std::string> &trusted)
{
    return Check(document, trusted).run();
}

} // namespace tandem
