// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/running.h"

#include "scxml/scripttext.h"

#include <algorithm>

namespace tandem::scxml {

using namespace Qt::StringLiterals;

bool contains(const StateSet &set, StateIndex state)
{
    return std::ranges::binary_search(set, state);
}

void insert(StateSet &set, StateIndex state)
{
    const auto place = std::ranges::lower_bound(set, state);
    if (place == set.end() || *place != state)
        set.insert(place, state);
}

bool Running::isActive(const QString &stateId) const
{
    const auto found = chart().stateById.constFind(stateId);
    return found != chart().stateById.constEnd() && contains(configuration, *found);
}

void Running::raiseError(const QString &name, const QString &message, Position at,
                         const QString &sendId)
{
    const auto data = u"{\"message\":%1,\"line\":%2,\"column\":%3}"_s.arg(quoted(message))
                          .arg(at.line)
                          .arg(at.column);
    raise({name, Event::Type::Platform, sendId, {}, {}, {}, data});
}

} // namespace tandem::scxml
