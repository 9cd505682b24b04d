// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "core/corelimits.h"
#include "files/fileexamination.h"
#include "gateway/settings.h"
#include "site/site.h"

#include <string>

namespace tandem {

// What a host is started with.
struct HostSettings
{
    std::string dataFolder;
    std::string database = "sqlite"; // or "postgresql://..." (StoreAddress::read)
    bool demo = false;
    SiteSettings site;
    GatewaySettings gateway;
    CoreLimits core;
    FileSettings files;
    std::string captureFolder; // of JSON files to submit; empty: none is watched
    Ms captureInterval{1'000}; // between two looks into it
    // The core's clock; outlives the host. None: the machine's. For pictures, whose time passes
    // when they say so.
    Clock *clock = nullptr;
};

// Reads the configuration file (JSON, docs/operations.md) over the defaults in `settings`. An
// unknown name, a wrong type or a value out of range is an error that names it; then nothing of
// the file counts.
Result<void> readConfiguration(const std::string &file, HostSettings &settings);
// "127.0.0.1:8765", "[::1]:0"
Result<void> setListenAddress(const std::string &text, GatewaySettings &settings);
bool isLoopback(const std::string &address);

} // namespace tandem
