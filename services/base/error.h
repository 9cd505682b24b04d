// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace tandem {

// Why a request was refused: the `data.reason` of the agent protocol.
enum class Reason {
    NotFound,
    NotPermitted,
    WrongState,
    InvalidParams,
    Busy,
    StoreUnavailable,
    Conflict,
    BadCredentials,
    SessionExpired,
    RateLimited,
    NotConnected,
    Internal
};

constexpr std::string_view reasonName(Reason reason)
{
    switch (reason) {
    case Reason::NotFound: return "not_found";
    case Reason::NotPermitted: return "not_permitted";
    case Reason::WrongState: return "wrong_state";
    case Reason::InvalidParams: return "invalid_params";
    case Reason::Busy: return "busy";
    case Reason::StoreUnavailable: return "store_unavailable";
    case Reason::Conflict: return "conflict";
    case Reason::BadCredentials: return "bad_credentials";
    case Reason::SessionExpired: return "session_expired";
    case Reason::RateLimited: return "rate_limited";
    case Reason::NotConnected: return "not_connected";
    case Reason::Internal: return "internal";
    }
    return "internal";
}

constexpr Reason reasonFromString(std::string_view text)
{
    for (int value = 0; value <= static_cast<int>(Reason::Internal); ++value) {
        if (reasonName(static_cast<Reason>(value)) == text)
            return static_cast<Reason>(value);
    }
    return Reason::Internal;
}

// An error for people and programs: what happened, where, and what to do. `field` names the
// parameter at fault where there is one. Never carries personal data or secrets.
struct Error
{
    Reason reason = Reason::Internal;
    std::string message;
    std::string field;

    bool operator==(const Error &) const = default;
};

} // namespace tandem
