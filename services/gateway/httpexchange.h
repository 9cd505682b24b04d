// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/httpmessage.h"

#include <functional>
#include <memory>

namespace tandem::gateway {

// One request and its one answer. Whoever holds it last without having answered answers 500.
class HttpExchange
{
public:
    using Maker = std::function<HttpResponse()>;

    virtual ~HttpExchange() = default;

    virtual const HttpRequest &request() const = 0;
    // Any thread; the first answer counts. The second form makes the answer on the connection's
    // own strand: answers of the core arrive on a thread that must not serialise.
    virtual void respond(HttpResponse response) = 0;
    virtual void respondBy(Maker maker) = 0;
    // False once the peer is gone. Any thread.
    virtual bool isOpen() const = 0;
    // Calls `gone` on the connection's strand if the peer leaves before the answer. Once, before
    // the handler that was given the exchange returns.
    virtual void whenGone(std::function<void()> gone) = 0;
};

} // namespace tandem::gateway
