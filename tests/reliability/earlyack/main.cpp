// SPDX-License-Identifier: GPL-3.0-or-later
// tandemd with the database that acknowledges early.
#include "earlydatabase.h"

#include "testserver/testserver.h"

namespace {

constexpr std::chrono::milliseconds late{50};

tandem::Host::OpenDatabase opensEarly(const QCommandLineParser &)
{
    return [](const tandem::StoreAddress &address) {
        return std::make_unique<tandem::EarlyDatabase>(
            address.database(tandem::Database::Access::Write), late);
    };
}

} // namespace

int main(int argc, char *argv[]) { return tandem::serve(argc, argv, {"earlyack", {}, opensEarly}); }
