// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <string>

namespace tandem::load {

using IoContext = boost::asio::io_context;
using Timer = boost::asio::steady_timer;

// The server under load.
struct Target
{
    boost::asio::ip::tcp::endpoint address;
    std::string host; // as in the field Host
};

} // namespace tandem::load
