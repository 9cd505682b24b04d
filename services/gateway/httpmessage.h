// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::gateway {

struct HttpField
{
    std::string name;
    std::string value;
};

// A request that has passed all checks of form.
struct HttpRequest
{
    std::string method;
    std::string path;  // as it was sent, percent-encoded, without query; begins with '/'
    std::string query; // without '?'
    bool isHttp11 = true;
    bool keepAlive = true;
    std::vector<HttpField> fields;
    std::string body;
    std::string address; // of the peer, without port
    bool isEncrypted = false;
    bool isLoopback = false;
    std::shared_ptr<void> share; // of what large bodies may take

    // The value of the first field of that name, whatever its case; empty where there is none.
    std::string_view field(std::string_view name) const;
    bool has(std::string_view name) const;
    bool wantsWebSocket() const;
};

struct HttpResponse
{
    int status = 200;
    std::vector<HttpField> fields; // beside Date, Content-Length and Connection
    std::string body;
    std::shared_ptr<const std::string> sharedBody; // instead of body where it is set

    void set(std::string name, std::string value);
    std::string_view content() const { return sharedBody ? *sharedBody : body; }
};

// JSON that is never kept by a cache.
HttpResponse jsonResponse(int status, std::string body);
// {"error":{"code","message","details"}}: the errors of Tandem's own endpoints.
HttpResponse errorResponse(int status, std::string_view code, std::string_view message);

enum class Connection { KeepAlive, Close };
// The head as it goes out.
std::string responseHead(const HttpResponse &response, Connection connection);

} // namespace tandem::gateway
