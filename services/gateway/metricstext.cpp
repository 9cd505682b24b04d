// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/metricstext.h"

#include <charconv>
#include <cmath>

namespace tandem::gateway {

namespace {

enum class Place { Help, Label };

void writeEscaped(std::string &out, std::string_view text, Place place)
{
    for (const char c : text) {
        if (c == '\\')
            out += "\\\\";
        else if (c == '\n')
            out += "\\n";
        else if (c == '"' && place == Place::Label)
            out += "\\\"";
        else
            out += c;
    }
}

void writeValue(std::string &out, double value)
{
    if (std::isnan(value)) {
        out += "NaN";
    } else if (std::isinf(value)) {
        out += value > 0 ? "+Inf" : "-Inf";
    } else {
        char digits[32];
        out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    }
}

void writeSample(std::string &out, const std::string &name, const protocol::MetricSample &sample)
{
    out += name;
    for (char before = '{'; const auto &[label, value] : sample.labels) {
        out += before;
        out += label;
        out += "=\"";
        writeEscaped(out, value, Place::Label);
        out += '"';
        before = ',';
    }
    out += sample.labels.empty() ? " " : "} ";
    writeValue(out, sample.value);
    out += '\n';
}

} // namespace

std::string metricsText(const std::vector<protocol::MetricFamily> &families)
{
    std::string out;
    for (const auto &family : families) {
        if (family.samples.empty())
            continue;
        out += "# HELP " + family.name + ' ';
        writeEscaped(out, family.help, Place::Help);
        out += "\n# TYPE " + family.name + ' ';
        out += nameOf(family.type);
        out += '\n';
        for (const auto &sample : family.samples)
            writeSample(out, family.name, sample);
    }
    return out;
}

} // namespace tandem::gateway
