// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scxml/chart.h"

namespace tandem::scxml {

// The chart that a document is becoming, and what was found wrong with it so far.
class Reading
{
public:
    Reading(Chart &chart, const ReadOptions &options) : m_chart(chart), m_options(options) {}

    Chart &chart() { return m_chart; }
    const ReadOptions &options() const { return m_options; }
    Findings &findings() { return m_findings; }

    void refuse(Position at, const QString &message);
    // Attributes that SCXML 1.0 does not know for this element, and required ones that lack.
    void checkAttributes(const Element &element);
    // At most one of the two may be written.
    void checkEither(const Element &element, QStringView first, QStringView second);

    ScriptIndex script(ScriptText::Kind kind, const QString &text, Position at,
                       const QString &location = {});
    // noScript where the attribute is not there.
    ScriptIndex expression(const Element &element, QStringView attribute);
    ScriptIndex location(const Element &element, QStringView attribute);
    // `name` and `nameexpr`.
    Text text(const Element &element, const QString &name);
    // What stands in an element (SCXML B.2.1): JSON, a function, XML as text, or text with single
    // spaces; noScript where nothing does.
    ScriptIndex content(const Element &element);
    ScriptIndex textValue(const QString &text, Position at);
    Payload payload(const Element &element);

private:
    void param(const Element &element, Payload &payload);

    Chart &m_chart;
    const ReadOptions &m_options;
    Findings m_findings;
};

bool isScxml(const Element &element, QStringView name);

// Executable content (SCXML 4, 6.2 and 6.3) of the element's children.
Block readBlock(Reading &reading, const Element &element);

// What cannot be seen from one element alone: targets, initial states, histories.
void checkChart(Reading &reading);

} // namespace tandem::scxml
