// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace tandem::gateway {

// Close codes of RFC 6455 section 7.4.1.
enum class CloseCode : std::uint16_t {
    Normal = 1000,
    GoingAway = 1001,
    WrongData = 1003,
    Policy = 1008,
    TooBig = 1009
};

// A WebSocket as its handler sees it: text messages out, each a frame of its own.
class MessageChannel
{
public:
    // Makes a message when its turn to be written has come. On the strand.
    using Maker = std::function<std::string()>;

    virtual ~MessageChannel() = default;

    // Any thread; messages leave in the order of the calls. Where the peer does not take them fast
    // enough, the connection is closed instead.
    virtual void send(Maker maker) = 0;
    // Any thread; after the messages before it.
    virtual void close(CloseCode code, std::string reason) = 0;
    // On the strand. Closes the connection with that reason unless cancelled in time.
    virtual void closeAfter(Ms time, std::string reason) = 0;
    virtual void cancelCloseAfter() = 0;

    virtual const std::string &address() const = 0; // of the peer
};

// What stands behind a WebSocket. All on the connection's strand.
class MessageHandler
{
public:
    virtual ~MessageHandler() = default;

    virtual void opened(std::shared_ptr<MessageChannel> channel) = 0;
    virtual void received(std::string_view text) = 0;
    // Once, last.
    virtual void closed() = 0;
};

} // namespace tandem::gateway
