// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/difference.h"

#include "ctl/texttable.h"
#include "protocol/sitelists.h"

#include <boost/json.hpp>

#include <algorithm>

namespace tandem::ctl {

namespace {

using boost::json::value;
using protocol::SiteChange;

constexpr std::size_t mostSummed = 4;

std::string shown(const value &one) { return printable(boost::json::serialize(one)); }

void addLine(std::string &out, const std::string &path, const std::string &text)
{
    out += "    " + path + ": " + text + '\n';
}

void compare(std::string &out, const std::string &path, const value &before, const value &after);

void compareMembers(std::string &out, const std::string &path, const boost::json::object &before,
                    const boost::json::object &after)
{
    const auto inner = [&path](const auto &key) {
        return path + (path.empty() ? "" : ".") + printable(std::string_view(key));
    };
    for (const auto &[key, was] : before) {
        if (const auto *is = after.if_contains(key))
            compare(out, inner(key), was, *is);
        else
            addLine(out, inner(key), shown(was) + " -> none");
    }
    for (const auto &[key, is] : after) {
        if (!before.contains(key))
            addLine(out, inner(key),
                    (path.empty() && before.empty() ? "" : "none -> ") + shown(is));
    }
}

void compare(std::string &out, const std::string &path, const value &before, const value &after)
{
    if (before == after)
        return;
    if (before.is_object() && after.is_object()) {
        compareMembers(out, path, before.get_object(), after.get_object());
        return;
    }
    const auto *was = before.if_array();
    const auto *is = after.if_array();
    const bool isListOfObjects = was && is && !was->empty() && !is->empty()
                                 && was->front().is_object() && is->front().is_object();
    if (!isListOfObjects) {
        addLine(out, path, shown(before) + " -> " + shown(after));
        return;
    }
    for (std::size_t i = 0; i < std::max(was->size(), is->size()); ++i) {
        const auto place = path + '[' + std::to_string(i) + ']';
        if (i >= is->size())
            addLine(out, place, shown((*was)[i]) + " -> none");
        else if (i >= was->size())
            addLine(out, place, "none -> " + shown((*is)[i]));
        else
            compare(out, place, (*was)[i], (*is)[i]);
    }
}

value parsed(const std::optional<std::string> &text)
{
    return text ? json::parse(*text).value_or(value()) : boost::json::object();
}

std::string headOf(const SiteChange &change)
{
    const char *sign = change.before && change.after ? "~ " : change.after ? "+ " : "- ";
    return sign + printable(titleOf(change.kind, change.id));
}

} // namespace

std::string report(const std::vector<SiteChange> &changes)
{
    std::string out;
    for (const auto &change : changes) {
        out += headOf(change) + '\n';
        if (change.after)
            compare(out, {}, parsed(change.before), parsed(change.after));
        if (change.before && change.after && change.positionBefore) {
            addLine(out, "place in its list",
                    std::to_string(*change.positionBefore + 1) + " -> "
                        + std::to_string(change.positionAfter.value_or(0) + 1));
        }
    }
    return out;
}

std::string summary(const std::vector<SiteChange> &changes)
{
    std::string out;
    for (std::size_t i = 0; i < std::min(changes.size(), mostSummed); ++i)
        out += (out.empty() ? "" : ", ") + headOf(changes[i]);
    if (changes.size() > mostSummed)
        out += " and " + std::to_string(changes.size() - mostSummed) + " more";
    return out;
}

} // namespace tandem::ctl
