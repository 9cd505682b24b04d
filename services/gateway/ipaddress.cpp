// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/ipaddress.h"

#include <boost/asio/ip/address.hpp>

namespace tandem::gateway {

std::optional<std::string> ipAddress(const std::string &text)
{
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(text, error);
    return error ? std::nullopt : std::optional(address.to_string());
}

} // namespace tandem::gateway
