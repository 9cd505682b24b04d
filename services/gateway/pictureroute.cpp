// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/pictureroute.h"

#include "gateway/chatfault.h"
#include "gateway/pathparts.h"
#include "protocol/picture.h"

namespace tandem::gateway {

using namespace protocol;

namespace {

constexpr std::string_view picturePrefix = "/tandem/pictures/";

HttpResponse pictureResponse(const Result<CustomerPicture> &picture)
{
    if (!picture) {
        const auto &error = picture.error();
        const int status = mayPassWithTime(error.reason) ? 503 : 404;
        auto response = errorResponse(status, reasonName(error.reason), error.message);
        if (status == 503)
            response.set("Retry-After", "1");
        return response;
    }
    HttpResponse response;
    response.sharedBody = picture->content;
    response.set("Content-Type", "image/png");
    response.set("X-Content-Type-Options", "nosniff");
    response.set("Content-Security-Policy", "default-src 'none'");
    response.set("Cross-Origin-Resource-Policy", "cross-origin");
    // The address tells the content; a day, since a company may stop showing pictures.
    response.set("Cache-Control", "public, max-age=86400, immutable");
    return response;
}

} // namespace

void addPictureRoute(Router &router, CorePort &core)
{
    router.add(std::string(picturePrefix), "GET, HEAD",
               [&core](const std::shared_ptr<HttpExchange> &exchange) {
                   const auto parts = pathParts(exchange->request().path, picturePrefix);
                   if (!parts || parts->size() != 1) {
                       return exchange->respond(
                           errorResponse(404, "not_found", "There is no such picture."));
                   }
                   core.ask(Caller::customer(), CustomerAgentPicture{parts->front()},
                            [exchange](const Result<CustomerPicture> &picture) {
                                exchange->respond(pictureResponse(picture));
                            });
               });
}

} // namespace tandem::gateway
