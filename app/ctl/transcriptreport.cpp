// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/transcriptreport.h"

#include "ctl/texttable.h"

namespace tandem::ctl {

namespace {

std::string headOf(const protocol::TranscriptVerifyReply &reply)
{
    const auto state = std::string(nameOf(reply.state));
    if (!reply.sealedAt)
        return state;
    return state + ", of " + toIso(*reply.sealedAt) + ", key "
           + printable(reply.keyId.value_or(""));
}

} // namespace

std::vector<std::string> linesOf(const protocol::TranscriptVerifyReply &reply)
{
    std::vector<std::string> lines{headOf(reply)};
    for (const auto index : reply.redacted)
        lines.push_back("event " + std::to_string(index) + ": redacted, as it was signed");
    for (const auto &finding : reply.findings) {
        const auto where =
            finding.index ? "event " + std::to_string(*finding.index) + ": " : std::string();
        lines.push_back(where + printable(finding.message));
    }
    return lines;
}

std::string report(const protocol::TranscriptKeysReply &reply)
{
    std::string text;
    for (const auto &key : reply.keys) {
        const auto mark = key.keyId == reply.current ? ", signs now" : "";
        text += "key " + printable(key.keyId) + ", since " + toIso(key.madeAt) + mark + '\n'
                + key.publicKey;
    }
    return text;
}

std::string report(const protocol::PrivacyEraseReply &reply)
{
    std::string text;
    for (const auto &id : reply.interactionIds)
        text += "erased " + id.text() + '\n';
    return text.empty() ? "Nothing is kept of this contact.\n" : text;
}

} // namespace tandem::ctl
