// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/errortext.h"

#include "models/text.h"

#include <QCoreApplication>

namespace tandem {

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString connectionText(const std::string &field)
{
    if (field == "host")
        return Sentences::tr("There is no server of this name. Check the address.");
    if (field == "refused")
        return Sentences::tr("Nothing answers at this address. Is the server running?");
    if (field == "tls")
        return Sentences::tr("The server's certificate cannot be trusted. Ask your administrator.");
    if (field == "time")
        return Sentences::tr("The server does not answer. Try again in a moment.");
    return Sentences::tr("The server cannot be reached. Check the connection.");
}

} // namespace

QString errorText(const Error &error)
{
    switch (error.reason) {
    case Reason::BadCredentials: return Sentences::tr("User or password is wrong.");
    case Reason::NotConnected: return connectionText(error.field);
    case Reason::SessionExpired:
        return error.field == "replaced"
                   ? Sentences::tr("You have signed in on another computer. This session is over.")
                   : Sentences::tr("Your session is over. Please sign in again.");
    case Reason::RateLimited: return Sentences::tr("Too many tries. Wait a little and try again.");
    case Reason::Busy: return Sentences::tr("The server is busy. Try again in a moment.");
    case Reason::StoreUnavailable:
        return Sentences::tr(
            "The server cannot save at the moment. Nothing was changed; try again.");
    case Reason::NotFound: return Sentences::tr("This is no longer there.");
    case Reason::NotPermitted: return Sentences::tr("You are not allowed to do this.");
    case Reason::WrongState:
        return error.field.starts_with("target")
                   ? Sentences::tr("Whom you chose is not free any more.")
                   : Sentences::tr("This is not possible any more.");
    case Reason::Conflict: return Sentences::tr("Somebody else was faster.");
    case Reason::InvalidParams:
        return error.field == "server" ? Sentences::tr("This is not the address of a server. "
                                                       "Write for example care.example.com.")
                                       : Sentences::tr("The server did not accept this: %1")
                                             .arg(toQString(error.message));
    case Reason::Internal: break;
    }
    return Sentences::tr("The server could not do this. Try again, or tell your administrator.");
}

QString offerRevokedText(const std::string &reason)
{
    if (reason == "timed_out")
        return Sentences::tr("The offer has run out of time and went to somebody else.");
    if (reason == "customer_left")
        return Sentences::tr("The customer has left before you accepted.");
    if (reason == "accepted_elsewhere")
        return Sentences::tr("Somebody else has accepted it.");
    if (reason == "rejected")
        return {};
    return Sentences::tr("The offer was withdrawn.");
}

} // namespace tandem
