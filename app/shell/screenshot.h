// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSize>
#include <QString>
#include <QStringList>

namespace tandem {

class MainWindow;

// The views that can be rendered: "sign-in", "offer", "work" ...
QStringList screenshotViews();

// Brings the window into the view, with the demo company, and writes a PNG of it.
// `invalid_params`: no such view; `store_unavailable`: the file cannot be written.
Result<void> writeScreenshot(MainWindow &window, const QString &view, QSize size,
                             const QString &file);

} // namespace tandem
