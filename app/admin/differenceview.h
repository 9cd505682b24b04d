// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitedifference.h"

#include <QScrollArea>

class QGridLayout;

namespace tandem {

class Look;

// What changes change: each object with its fields, before and after.
class DifferenceView : public QScrollArea
{
    Q_OBJECT

public:
    explicit DifferenceView(const Look &look, QWidget *parent = nullptr);

    void set(const std::vector<protocol::SiteChange> &changes);

private:
    int addChange(QGridLayout *grid, int row, const protocol::SiteChange &change);
    void addCell(QGridLayout *grid, int row, int column, const QString &text, const char *role);

    const Look &m_look;
};

} // namespace tandem
