// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/httpmessage.h"

#include "gateway/httpsyntax.h"
#include "protocol/json.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace tandem::gateway {

namespace {

std::string_view reasonPhrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 204: return "No Content";
    case 302: return "Found";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 426: return "Upgrade Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return "Status";
    }
}

// IMF-fixdate of RFC 9110 section 5.6.7; made once a second.
const std::string &httpDate()
{
    using namespace std::chrono;
    static thread_local std::string text;
    static thread_local sys_seconds made{};
    const auto now = floor<seconds>(system_clock::now());
    if (now == made)
        return text;
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = floor<std::chrono::days>(now);
    const year_month_day date(day);
    const hh_mm_ss time(now - day);
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%s, %02u %s %04d %02d:%02d:%02d GMT",
                  days[weekday(day).c_encoding()], unsigned(date.day()),
                  months[unsigned(date.month()) - 1], int(date.year()), int(time.hours().count()),
                  int(time.minutes().count()), int(time.seconds().count()));
    text = buffer;
    made = now;
    return text;
}

void addField(std::string &out, std::string_view name, std::string_view value)
{
    out += name;
    out += ": ";
    out += value;
    out += "\r\n";
}

} // namespace

std::string_view HttpRequest::field(std::string_view name) const
{
    const auto found = std::ranges::find_if(
        fields, [name](const HttpField &field) { return equalIgnoringCase(field.name, name); });
    return found == fields.end() ? std::string_view() : std::string_view(found->value);
}

bool HttpRequest::has(std::string_view name) const
{
    return std::ranges::any_of(
        fields, [name](const HttpField &field) { return equalIgnoringCase(field.name, name); });
}

bool HttpRequest::wantsWebSocket() const
{
    return listHas(field("Upgrade"), "websocket") && listHas(field("Connection"), "upgrade");
}

void HttpResponse::set(std::string name, std::string value)
{
    for (auto &field : fields) {
        if (equalIgnoringCase(field.name, name)) {
            field.value = std::move(value);
            return;
        }
    }
    fields.push_back({std::move(name), std::move(value)});
}

HttpResponse jsonResponse(int status, std::string body)
{
    HttpResponse response;
    response.status = status;
    response.body = std::move(body);
    response.fields = {{"Content-Type", "application/json; charset=utf-8"},
                       {"Cache-Control", "no-store"},
                       {"X-Content-Type-Options", "nosniff"}};
    return response;
}

HttpResponse errorResponse(int status, std::string_view code, std::string_view message)
{
    std::string body = R"({"error":{"code":)";
    json::writeString(body, code);
    body += ",\"message\":";
    json::writeString(body, message);
    body += ",\"details\":{}}}";
    return jsonResponse(status, std::move(body));
}

std::string responseHead(const HttpResponse &response, Connection connection)
{
    std::string out = "HTTP/1.1 " + std::to_string(response.status) + ' ';
    out += reasonPhrase(response.status);
    out += "\r\n";
    addField(out, "Date", httpDate());
    for (const auto &field : response.fields)
        addField(out, field.name, field.value);
    if (response.status != 204 && response.status != 304)
        addField(out, "Content-Length", std::to_string(response.content().size()));
    addField(out, "Connection", connection == Connection::Close ? "close" : "keep-alive");
    out += "\r\n";
    return out;
}

} // namespace tandem::gateway
