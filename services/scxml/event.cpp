// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/event.h"

namespace tandem::scxml {

bool matches(const QString &descriptor, const QString &name)
{
    if (descriptor == u'*')
        return true;
    if (!name.startsWith(descriptor))
        return false;
    return name.size() == descriptor.size() || name[descriptor.size()] == u'.';
}

} // namespace tandem::scxml
