// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that people and other systems bring: the site, the server's configuration, files of
// a watched folder, recorded arrivals, a plug-in's metadata.
#include "capture/capturefile.h"
#include "ctl/jsontext.h"
#include "ctl/strictjson.h"
#include "extension/pluginspec.h"
#include "host/configuration.h"
#include "site/sitecheck.h"
#include "site/sitedifference.h"
#include "target.h"

#include <QJsonDocument>

using namespace tandem;
using tandem::fuzz::demand;

namespace {

protocol::SiteDocument someSite()
{
    protocol::SiteDocument site;
    site.queues.emplace_back().id = "support";
    site.queues.back().name = "Support";
    return site;
}

} // namespace

static void fuzzSite(std::string_view bytes)
{
    const auto tree = json::parse(bytes);
    if (!tree)
        return;
    (void)ctl::checkMembers<protocol::SiteDocument>(*tree);
    const auto site = json::fromValue<protocol::SiteDocument>(*tree);
    if (!site)
        return;
    const auto text = json::toText(*site);
    const auto again = json::fromText<protocol::SiteDocument>(text);
    demand(again && *again == *site, "a site that is written is read as the same");
    demand(json::parse(ctl::indented(text)).has_value(), "an export for people is JSON");
    if (const auto checked = checkDocument(*site); !checked) {
        demand(!checked.error().message.empty(), "a refusal says why");
        return;
    }
    const auto before = someSite();
    const auto back = takenBack(*site, differences(before, *site));
    demand(back && differences(*back, before).empty(), "what a change did can be taken back");
}

static const tandem::fuzz::Registered registeredSite("site", fuzzSite);

static void fuzzConfiguration(std::string_view bytes)
{
    const fuzz::InputFile file("configuration.json", bytes);
    HostSettings settings;
    const auto before = settings.gateway.allowedOrigins;
    if (const auto read = readConfiguration(file.path(), settings); !read) {
        demand(!read.error().message.empty(), "a refusal says why");
        demand(settings.gateway.allowedOrigins == before, "then nothing of the file counts");
    }
}

static const tandem::fuzz::Registered registeredConfiguration("configuration", fuzzConfiguration);

// The first line is the file's name.
static void fuzzCapturefile(std::string_view bytes)
{
    const auto [name, text] = fuzz::firstLine(bytes);
    if (name.find('\0') != name.npos)
        return; // no file has such a name
    const auto submits = readCaptureFile(std::string(name), text);
    if (!submits) {
        demand(!submits.error().message.empty(), "a refusal says why");
        return;
    }
    for (const auto &submit : *submits) {
        const auto again = json::fromText<protocol::MediaSubmit>(json::toText(submit));
        demand(again.has_value(), "what is submitted can be sent");
    }
    const auto again = readCaptureFile(std::string(name), text);
    demand(again && again->size() == submits->size()
               && json::toText(again->front()) == json::toText(submits->front()),
           "the same file is the same work");
}

static const tandem::fuzz::Registered registeredCapturefile("capturefile", fuzzCapturefile);

static void fuzzPlugin(std::string_view bytes)
{
    const auto metadata =
        QJsonDocument::fromJson(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
    std::vector<PluginSpec> specs;
    for (const auto &entry : metadata.object()) {
        const auto file = QString::number(specs.size());
        specs.push_back(pluginSpecFrom(file, entry.toObject(), QStringLiteral("1")));
    }
    const auto count = specs.size();
    demand(inDependencyOrder(std::move(specs)).size() == count, "no plug-in is lost");
}

static const tandem::fuzz::Registered registeredPlugin("plugin", fuzzPlugin);
