// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The small grammar rules of HTTP that several checks share. Pure; any thread.
namespace tandem::gateway {

// tchar of RFC 9110 section 5.6.2.
bool isTokenChar(unsigned char c);
bool isToken(std::string_view text);
// VCHAR, obs-text, space or tab: what a field's value may hold (RFC 9110 section 5.5).
bool isFieldChar(unsigned char c);
// 0 to 15; -1 where it is no hexadecimal digit.
int hexValue(unsigned char c);
// Without spaces and tabs at both ends.
std::string_view trimmed(std::string_view text);
char lower(char c);
std::string lowered(std::string_view text);
bool equalIgnoringCase(std::string_view a, std::string_view b);
// uri-host [ ":" port ] of RFC 9110 section 7.2, not empty.
bool isHost(std::string_view text);
// origin-form, absolute-form (http or https, without user information) or "*" for OPTIONS
// (RFC 9112 section 3.2). No fragment, nothing but visible ASCII.
bool isTarget(std::string_view target, std::string_view method);
// 1*DIGIT that fits.
std::optional<std::uint64_t> decimal(std::string_view text);
// Whether a comma separated list (Connection, Upgrade) holds the token, whatever its case.
bool listHas(std::string_view list, std::string_view token);
// RFC 3986 section 2.1; nothing for a broken escape. `plusIsSpace`: as forms are written.
enum class Plus { Literal, Space };
std::optional<std::string> percentDecoded(std::string_view text, Plus plus = Plus::Literal);
// RFC 3629: no overlong forms, surrogates or code points past U+10FFFF.
bool isUtf8(std::string_view text);

} // namespace tandem::gateway
