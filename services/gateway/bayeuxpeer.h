// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace tandem::gateway {

// Where the replies to one batch of messages go: a WebSocket, which takes any number, or an HTTP
// request, which takes one. Any thread.
class BayeuxPeer
{
public:
    virtual ~BayeuxPeer() = default;

    virtual bool isSocket() const = 0;
    virtual const std::string &address() const = 0;
    // False once the client is gone.
    virtual bool isOpen() const = 0;
    // `list`: JSON text of a list of messages.
    virtual void send(std::string list) = 0;

    // The sessions that are reached through it. On the server's strand only.
    std::vector<std::string> clientIds;
};

} // namespace tandem::gateway
