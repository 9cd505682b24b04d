// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace tandem {

// What one connection, one address and all of them together may take. Sizes in bytes.
struct GatewayLimits
{
    std::size_t requestHead = 16 * 1024;
    std::size_t requestBody = 1024 * 1024;
    std::size_t uploadBody = 26 * 1024 * 1024; // of addresses that take files
    std::size_t uploads = 128 * 1024 * 1024;   // of all such bodies at once
    std::size_t webSocketMessage = 1024 * 1024;
    std::size_t socketBacklog = 256 * 1024; // not yet taken by the peer; one message may be larger
    // Of a Bayeux session, waiting or not acknowledged; the answer that has it lies beside it.
    std::size_t sessionBacklog = 128 * 1024;
    std::size_t pendingRequests = 64; // of one agent's connection
    std::size_t connections = 18'000;
    std::size_t bayeuxSessions = 50'000;
    Ms headRead{10'000};
    Ms bodyRead{30'000};
    Ms idle{75'000};
    Ms login{10'000};
    Ms ping{15'000};
    // Each address; loopback is exempt unless limitLoopback.
    bool limitLoopback = false;
    std::size_t connectionsPerAddress = 500;
    double newConnectionsPerSecond = 50;
    double newConnectionBurst = 200;
    double requestsPerSecond = 100;
    double requestBurst = 400;
};

// Who may use the doors of other systems: open media, capture points and figures. This machine may
// where nothing is set; docs/operations.md says what follows from either.
struct CaptureAccessSettings
{
    std::vector<std::string> allow; // addresses and networks: "10.1.2.3", "10.0.0.0/8", "fd00::/8"
    std::string token;              // at least 16 bytes; empty: none is asked for
};

struct GatewaySettings
{
    std::string address = "127.0.0.1";
    std::uint16_t port = 8765; // 0: any free one
    int threads = 1;
    // PEM files; empty: no TLS. Both or none.
    std::string certificateFile;
    std::string keyFile;
    // Origins ("https://shop.example") whose pages may ask for chats; "*": all of them. Pages of
    // the server's own host always may, and with `demo` those of this machine.
    std::vector<std::string> allowedOrigins;
    bool demo = false;
    // At least 32 random bytes kept by the site: keys of chats that are started with a
    // clientMessageId are derived from it, so that a repeat gets the same. Empty: a new one, which
    // is good until the program ends.
    std::string siteSecret;
    // Addresses ("10.0.0.7") that may read /metrics, besides this machine.
    std::vector<std::string> metricsFrom;
    std::filesystem::path widgetFolder; // tandem.js; empty: not served
    std::filesystem::path demoFolder;   // the shop; served with `demo` only
    CaptureAccessSettings capture;
    GatewayLimits limits;
};

} // namespace tandem
