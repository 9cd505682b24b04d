// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extension/contextpane.h"
#include "visitorfields.h"

#include <QTimer>

class QVBoxLayout;

namespace tandem {
class Look;
}

namespace tandem::visitor {

// Who is on the other side, as far as their browser says.
class VisitorPane final : public ContextPane
{
    Q_OBJECT

public:
    explicit VisitorPane(const Look &look, QWidget *parent = nullptr);

    void show(const protocol::Interaction *interaction) override;

private:
    void build();

    const Look &m_look;
    protocol::Data m_data;
    std::vector<VisitorField> m_fields;
    QVBoxLayout *m_column;
    QWidget *m_body = nullptr;
    QTimer m_minute;
};

} // namespace tandem::visitor
