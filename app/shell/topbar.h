// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

#include <vector>

class QHBoxLayout;

namespace tandem {

class AgentModel;
class AgentPictures;
class AvatarButton;
class ChannelChip;
class ChannelsPopup;
class CommandBox;
class DeskSession;
class Directory;
class Look;
class OwnMenu;
class Settings;
class StatusMenu;
class StatusPill;

// Across the top: the agent's state, channels, what finds everything, and own menu.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    TopBar(const Look &look, Settings &settings, QWidget *parent = nullptr);

    void show(DeskSession *session);
    void tick();
    CommandBox *commandBox() const { return m_commandBox; }
    void openChannels();

signals:
    void shortcutsAsked();
    void signOutAsked();

protected:
    using QFrame::show;

private:
    void refresh();
    void showChannels();
    void addChip();
    void showPicture();

    const Look &m_look;
    QPointer<AgentModel> m_agent;
    QPointer<AgentPictures> m_pictures;
    QPointer<Directory> m_directory;
    QHBoxLayout *m_row;
    StatusPill *m_status;
    StatusMenu *m_statusMenu;
    ChannelsPopup *m_channels;
    std::vector<ChannelChip *> m_chips;
    CommandBox *m_commandBox;
    AvatarButton *m_own;
    OwnMenu *m_ownMenu;
};

} // namespace tandem
