// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/base_export.h"
#include "base/time.h"

namespace tandem {

struct SocketReady
{
    bool canRead = false; // or the other side has closed
    bool canWrite = false;
};

// Waits until the socket of a library (libpq's, for example) has something to read or, where asked
// for, takes something. Neither is set when the limit has passed.
TANDEM_BASE_EXPORT SocketReady waitForSocket(int socket, bool forWriting, Ms limit);

} // namespace tandem
