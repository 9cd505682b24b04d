// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace tandem::gateway {

// The description (WSDL 1.1, document/literal wrapped, SOAP 1.1 and 1.2) of the capture point at
// that address.
std::string captureWsdl(const std::string &address);

} // namespace tandem::gateway
