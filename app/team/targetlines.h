// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/interaction.h"

#include <QAbstractListModel>

#include <vector>

namespace tandem {

class Supervision;

// Where a supervisor can send interactions: anew through their own queue, to a queue, to an agent.
class TargetLines : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        DetailRole = Qt::UserRole + 1,
        IconRole,  // of lines that are no agent's
        StateRole, // of an agent
        SearchRole
    };

    explicit TargetLines(Supervision &supervision, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    protocol::Target targetAt(int row) const;

private:
    struct Line
    {
        QString name;
        QString detail;
        QString icon;
        int state = -1;
        protocol::Target target;
    };
    std::vector<Line> m_lines;
};

} // namespace tandem
