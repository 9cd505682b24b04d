// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coreport.h"
#include "protocol/openmedia.h"

namespace tandem {

// Submits for a system outside, after the core has found the parent where one is named. Any thread;
// the answer comes once, as CorePort::ask gives it.
void submitMedia(CorePort &core, protocol::MediaSubmit submit,
                 CorePort::Answer<protocol::SubmitReply> answer);

} // namespace tandem
