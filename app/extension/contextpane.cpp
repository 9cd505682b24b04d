// SPDX-License-Identifier: GPL-3.0-or-later
#include "extension/contextpane.h"

namespace tandem {

ContextPane::ContextPane(QWidget *parent) : QWidget(parent) {}

ContextPane::~ContextPane() = default;

} // namespace tandem
