// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/site.h"

#include <QDialog>

namespace tandem {

class Look;

// Shows what would change before it does.
class DifferenceDialog : public QDialog
{
    Q_OBJECT

public:
    // button: what does it; "": there is nothing to be done, it is only shown.
    DifferenceDialog(const Look &look, const QString &title, const QString &means,
                     const std::vector<protocol::SiteChange> &changes, const QString &button,
                     QWidget *parent);
};

} // namespace tandem
