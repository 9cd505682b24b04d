// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extension/extension_export.h"
#include "protocol/types.h"

#include <QWidget>

namespace tandem {

// A tab of the context pane, beside the conversation. It is told which interaction is shown and
// whenever that one changes. GUI thread; owned by the window.
class TANDEM_EXTENSION_EXPORT ContextPane : public QWidget
{
    Q_OBJECT

public:
    explicit ContextPane(QWidget *parent = nullptr);
    ~ContextPane() override;

    // null: none is shown.
    virtual void show(const protocol::Interaction *interaction) = 0;

protected:
    using QWidget::show;
};

} // namespace tandem
