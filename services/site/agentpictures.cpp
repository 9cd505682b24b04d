// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/base64.h"
#include "base/hash.h"
#include "site/notices.h"
#include "site/site.h"

#include <algorithm>
#include <memory>

namespace tandem {

namespace {

constexpr std::size_t mostPictureBytes = 64 * 1024;
constexpr std::uint32_t leastSide = 16;
constexpr std::uint32_t mostSide = 512;

constexpr Statement upsertPicture{
    "INSERT INTO agent_picture (agent_id, hash, bytes) VALUES (?, ?, ?) "
    "ON CONFLICT (agent_id) DO UPDATE SET hash = excluded.hash, bytes = excluded.bytes"};
constexpr Statement deletePicture{"DELETE FROM agent_picture WHERE agent_id = ?"};
constexpr Statement selectPictureHashes{"SELECT agent_id, hash FROM agent_picture"};
constexpr Statement selectPicture{"SELECT bytes FROM agent_picture WHERE hash = ? LIMIT 1"};

std::uint32_t bigEndian(std::string_view bytes)
{
    std::uint32_t number = 0;
    for (const unsigned char byte : bytes)
        number = (number << 8) | byte;
    return number;
}

// A PNG's signature and its first chunk, which tells its size (ISO/IEC 15948, 5.2 and 11.2.2).
Result<void> checkPicture(std::string_view bytes)
{
    constexpr std::string_view begin("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    constexpr std::size_t header = begin.size() + 2 * sizeof(std::uint32_t);
    if (bytes.size() > mostPictureBytes)
        return failure(Reason::InvalidParams, "The picture is larger than 64 KiB.", "bytes");
    if (bytes.size() < header || !bytes.starts_with(begin))
        return failure(Reason::InvalidParams, "The picture is no PNG.", "bytes");
    const auto fits = [&](std::size_t at) {
        const auto side = bigEndian(bytes.substr(at, sizeof(std::uint32_t)));
        return side >= leastSide && side <= mostSide;
    };
    if (!fits(begin.size()) || !fits(begin.size() + sizeof(std::uint32_t))) {
        return failure(Reason::InvalidParams, "The picture is not 16 to 512 pixels wide and high.",
                       "bytes");
    }
    return {};
}

std::unexpected<Error> nobodys()
{
    return failure(Reason::NotFound, "Nobody has this picture.", "hash");
}

// Of a hash that is somebody's: whoever makes up others costs no read of the store.
Result<Engine::Outcome> pictureRead(const Site &site, const std::string &hash,
                                    AnyValue (*answer)(std::string))
{
    const auto isTheirs = [&](const auto &entry) { return entry.second.picture == hash; };
    if (std::ranges::none_of(site.accounts(), isTheirs))
        return nobodys();
    return Engine::Outcome(Engine::Reading([hash, answer](Database &database) -> Result<AnyValue> {
        std::optional<std::string> bytes;
        if (auto read = database.query(selectPicture, {sql(hash)},
                                       [&](const Row &row) { bytes = row.bytes(0); });
            !read)
            return std::unexpected(read.error());
        if (!bytes)
            return nobodys();
        return answer(*std::move(bytes));
    }));
}

} // namespace

void Site::servePictures()
{
    using namespace protocol;
    m_engine.serve<AgentSetPicture>(
        [this](const Caller &caller, const auto &r) { return setPicture(caller, r); });
    m_engine.servePlanned<AgentPicture>([this](const Caller &, const auto &r) {
        return pictureRead(*this, r.hash, [](std::string bytes) {
            return AnyValue::of(AgentPictureReply{toBase64(bytes)});
        });
    });
    m_engine.servePlanned<CustomerAgentPicture>(
        [this](const Caller &, const auto &r) -> Result<Engine::Outcome> {
            if (!showsPictures())
                return nobodys();
            return pictureRead(*this, r.hash, [](std::string bytes) {
                return AnyValue::of(
                    CustomerPicture{std::make_shared<const std::string>(std::move(bytes))});
            });
        });
}

Result<void> Site::loadPictures(Database &database)
{
    return database.query(selectPictureHashes, {}, [this](const Row &row) {
        if (const auto found = m_accounts.find(row.id<AgentId>(0)); found != m_accounts.end())
            found->second.picture = row.text(1);
    });
}

Result<protocol::Done> Site::setPicture(const Caller &caller,
                                        const protocol::AgentSetPicture &request)
{
    const auto own = m_accounts.find(caller.agent);
    auto *account = request.userName          ? accountOf(*request.userName)
                    : own != m_accounts.end() ? &own->second
                                              : nullptr;
    if (request.userName && !caller.roles.has(Role::Administrator)
        && (!account || account->id != caller.agent)) {
        return failure(Reason::NotPermitted, "Administrators change the pictures of others.",
                       "userName");
    }
    if (!account)
        return failure(Reason::NotFound, "There is no user of this name.", "userName");
    if (!request.bytes) {
        dropPicture(*account);
    } else {
        auto bytes = fromBase64(*request.bytes);
        if (!bytes)
            return failure(Reason::InvalidParams, "The picture is not in base64.", "bytes");
        if (auto checked = checkPicture(*bytes); !checked)
            return std::unexpected(checked.error());
        account->picture = sha256Hex(*bytes);
        auto content = std::make_shared<const std::string>(*std::move(bytes));
        m_engine.write(write(upsertPicture, account->id, *account->picture,
                             SqlBytes{content, 0, content->size()}));
    }
    if (account->id != caller.agent)
        audit(caller, "picture", account->userName);
    m_engine.announce(PictureWasChanged{account->id});
    return protocol::Done{};
}

void Site::dropPicture(Account &account)
{
    account.picture.reset();
    m_engine.write(write(deletePicture, account.id));
}

} // namespace tandem
