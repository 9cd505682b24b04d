// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the SCXML documents of folders and says which end in their state `pass`.
#include "scxml/conformance.h"

#include <QCoreApplication>

#include <cstdio>

using namespace tandem;

namespace {

constexpr const char *usage = R"(usage: scxml-conformance FOLDER...

Runs every .scxml of each folder, but for those that others invoke (...subN.scxml), and prints a
line for each: pass, or FAIL and where it ended.
exit codes: 0 all end in the state pass, 1 some do not or a folder has none, 2 wrong usage
)";

void print(const QString &line) { std::printf("%s\n", qPrintable(line)); }

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto folders = QCoreApplication::arguments().mid(1);
    if (folders.isEmpty() || folders[0].startsWith(u'-')) {
        std::fputs(usage, stderr);
        return 2;
    }
    bool holds = true;
    for (const auto &folder : folders) {
        const auto result = scxml::runConformance(folder, print);
        std::printf("%s: %d of %d pass\n", qPrintable(folder), result.passed,
                    result.passed + static_cast<int>(result.failed.size()));
        holds = holds && result.holds();
    }
    return holds ? 0 : 1;
}
