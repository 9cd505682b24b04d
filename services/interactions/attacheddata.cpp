// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/limits.h"
#include "interactions/interactions.h"

namespace tandem {

Result<void> Interactions::checkData(const protocol::Data &data, std::size_t already)
{
    if (data.size() + already > limits::dataEntries)
        return failure(Reason::InvalidParams, "At most 100 values can be attached.", "set");
    for (const auto &[name, value] : data) {
        if (name.empty() || name.size() > limits::shortText)
            return failure(Reason::InvalidParams, "A name of attached data is empty or too long.");
        if (value.size() > limits::dataValue) {
            return failure(Reason::InvalidParams,
                           "The value of \"" + name + "\" is longer than 4 KiB.", name);
        }
    }
    return {};
}

} // namespace tandem
