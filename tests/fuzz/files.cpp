// SPDX-License-Identifier: GPL-3.0-or-later
// Files of other programs: certificates with their keys, and stores that are brought back.
#include "base/time.h"
#include "gateway/certificate.h"
#include "store/storecopy.h"
#include "target.h"

using namespace tandem;
using tandem::fuzz::demand;

// The certificate, and its key behind a line "----"; without one both are in the same file.
static void fuzzCertificate(std::string_view bytes)
{
    constexpr std::string_view fence = "\n----\n";
    const auto end = bytes.find(fence);
    const fuzz::InputFile certificate("certificate.pem", bytes.substr(0, end));
    const fuzz::InputFile key("key.pem",
                              end == bytes.npos ? bytes : bytes.substr(end + fence.size()));
    const auto read = gateway::Certificate::load(certificate.path(), key.path());
    if (read)
        demand(fromIso((*read)->expires().substr(0, 19) + ".000Z").has_value(),
               "a certificate has its end");
    else
        demand(!read.error().message.empty(), "a refusal says why");
}

static const tandem::fuzz::Registered registeredCertificate("certificate", fuzzCertificate);

// A file that says it is a store of ours, brought back into a new one.
static void fuzzStore(std::string_view bytes)
{
    const fuzz::InputFile file("store.sqlite", bytes);
    const auto rows =
        copyStore(StoreAddress::ofFile(file.path()), StoreAddress::ofFile(":memory:"));
    if (!rows)
        demand(!rows.error().message.empty(), "a refusal says why");
    else
        demand(*rows >= 0 && *rows <= std::ssize(bytes), "a small file holds few rows");
}

static const tandem::fuzz::Registered registeredStore("store", fuzzStore);
