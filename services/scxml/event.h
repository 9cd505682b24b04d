// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tandem::scxml {

// An event as SCXML 5.10.1 has it. Texts are null where there is none.
struct Event
{
    enum class Type { Internal, External, Platform };

    QString name;
    Type type = Type::External;
    QString sendId;
    QString origin;
    QString originType;
    QString invokeId;
    QString data; // JSON; null: undefined

    bool operator==(const Event &) const = default;
};

// Whether one of a transition's descriptors names the event (SCXML 3.12.1).
bool matches(const QString &descriptor, const QString &name);

} // namespace tandem::scxml
