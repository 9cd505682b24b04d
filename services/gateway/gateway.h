// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "base/result.h"
#include "core/coreport.h"
#include "gateway/settings.h"

#include <memory>

namespace tandem {

class FileIntake;

// The front door: one port for customers (REST, CometD), agents (JSON-RPC over WebSocket), pages
// and health. Owns its I/O threads. Make it before the core starts (it is the core's
// CustomerSink) and stop it before the core stops; destroy it after.
class Gateway final : public CustomerSink
{
public:
    // Listens from now on. conflict: the port is in use; other errors say what to do as well.
    // `core`, `files` and `random` must outlive the gateway.
    static Result<std::unique_ptr<Gateway>> listen(const GatewaySettings &settings, CorePort &core,
                                                   FileIntake &files, Random &random);
    ~Gateway() override;

    std::uint16_t port() const;
    // "http://127.0.0.1:8765", or https
    std::string url() const;
    // Reads the certificate's files again: for connections from now on. An error says what is wrong
    // with them; then the old certificate stays. Nothing to do without TLS. Any thread.
    Result<void> reloadCertificate();
    // Closes all connections within 2 s; afterwards nothing is delivered any more. Repeatable.
    void stop();

    void deliver(InteractionId chat, std::shared_ptr<const protocol::CustomerEvent> event) override;
    void chatEnded(InteractionId chat) override;
    void eventsMissed() override;
    void standingChanged(InteractionId chat,
                         std::shared_ptr<const protocol::Data> standing) override;

private:
    struct Parts;
    explicit Gateway(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace tandem
