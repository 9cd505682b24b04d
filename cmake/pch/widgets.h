// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for targets with a screen; no source relies on what is included here.
#pragma once
#include "services.h"

#include <QtWidgets>
