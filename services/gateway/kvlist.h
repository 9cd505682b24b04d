// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/soapmessage.h"
#include "protocol/types.h"

// The lists of keys and values of a capture point (wire facts 1.7): kvitem{key, value{ValueString |
// ValueInt | ValueList}}. Pure; any thread.
namespace tandem::gateway {

// A list within a list becomes "outer.inner"; of a key that stands twice the last value counts; nil
// items are passed over. A null list is empty.
std::expected<protocol::Data, SoapFault> dataFrom(const XmlElement *list);

// <ixn:name> with an item for each entry; of `nested`, with its own name, a list.
void writeList(std::string &out, std::string_view name, const protocol::Data &data,
               std::string_view nestedName = {}, const protocol::Data &nested = {});

} // namespace tandem::gateway
