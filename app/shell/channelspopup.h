// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/overlay.h"

#include <QPointer>

#include <vector>

class QLabel;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace tandem {

class AgentModel;
class Directory;
class MenuButton;
class StatusMenu;
class StatusPill;

// A row for each channel with its state and how much of it is in hand, and what is done for all.
class ChannelsPopup : public Overlay
{
    Q_OBJECT

public:
    ChannelsPopup(const Look &look, QWidget *opener);

    void show(AgentModel *agent, Directory *directory);

protected:
    using Overlay::show;

private:
    struct Row
    {
        QLabel *icon;
        QLabel *name;
        QLabel *load;
        StatusPill *state;
        StatusMenu *menu;
    };

    void addRow();
    QWidget *forAll();
    void fillReasons();
    void refresh();

    const Look &m_look;
    QPointer<AgentModel> m_agent;
    QPointer<Directory> m_directory;
    QVBoxLayout *m_rowsLayout;
    std::vector<Row> m_rows;
    QPushButton *m_ready;
    MenuButton *m_notReady;
    QMenu *m_reasons;
};

} // namespace tandem
