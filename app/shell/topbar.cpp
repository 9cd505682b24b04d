// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/topbar.h"

#include "models/desksession.h"
#include "models/timetext.h"
#include "shell/avatarbutton.h"
#include "shell/channelspopup.h"
#include "shell/commandbox.h"
#include "shell/ownmenu.h"
#include "shell/picturechoice.h"
#include "shell/statusmenu.h"
#include "widgets/channelchip.h"
#include "widgets/look.h"
#include "widgets/statuspill.h"

#include <QHBoxLayout>

namespace tandem {

namespace {

// More of them are in the popup alone.
constexpr std::size_t mostChips = 3;

} // namespace

TopBar::TopBar(const Look &look, Settings &settings, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_row(new QHBoxLayout(this)),
      m_status(new StatusPill(look, this)),
      m_statusMenu(new StatusMenu(look, this)),
      m_channels(new ChannelsPopup(look, m_status)),
      m_commandBox(new CommandBox(look, settings, this)),
      m_own(new AvatarButton(look, this)),
      m_ownMenu(new OwnMenu(settings, this))
{
    setObjectName(QStringLiteral("topBar"));
    setProperty("surface", QStringLiteral("top"));
    m_row->setContentsMargins(16, 0, 16, 0);
    m_row->setSpacing(12);
    m_row->addWidget(m_status);
    m_row->addStretch(1);
    m_row->addWidget(m_commandBox, 4);
    m_row->addStretch(2);
    m_row->addWidget(m_own);
    m_status->setPopup(m_statusMenu);
    m_own->setPopup(m_ownMenu);
    connect(m_statusMenu, &StatusMenu::channelsAsked, this, &TopBar::openChannels);
    connect(m_ownMenu, &OwnMenu::shortcutsAsked, this, &TopBar::shortcutsAsked);
    connect(m_ownMenu, &OwnMenu::pictureAsked, this, [this] {
        if (m_pictures)
            choosePicture(window(), *m_pictures);
    });
    connect(m_ownMenu, &OwnMenu::noPictureAsked, this, [this] {
        if (m_pictures)
            m_pictures->remove();
    });
    connect(m_ownMenu, &OwnMenu::signOutAsked, this, &TopBar::signOutAsked);
    const auto dress = [this] { setFixedHeight(m_look.px(56)); };
    connect(&look, &Look::changed, this, dress);
    dress();
}

void TopBar::show(DeskSession *session)
{
    if (m_agent)
        m_agent->disconnect(this);
    if (m_directory)
        m_directory->disconnect(this);
    if (m_pictures)
        m_pictures->disconnect(this);
    m_agent = session ? &session->agent() : nullptr;
    m_directory = session ? &session->directory() : nullptr;
    m_pictures = session ? &session->pictures() : nullptr;
    m_statusMenu->show(m_agent);
    m_channels->show(m_agent, m_directory);
    m_commandBox->show(session);
    if (!session)
        return;
    m_own->setName(m_agent->name());
    m_ownMenu->setName(m_agent->name());
    connect(m_agent, &AgentModel::changed, this, &TopBar::refresh);
    connect(m_directory, &Directory::changed, this, &TopBar::showChannels);
    connect(m_pictures, &AgentPictures::changed, this, &TopBar::showPicture);
    showPicture();
    refresh();
}

void TopBar::openChannels()
{
    if (m_agent && m_agent->takesConversations())
        m_channels->openOver();
}

void TopBar::tick()
{
    if (m_agent) {
        m_status->setStatus(m_agent->state(), m_agent->stateText(),
                            timetext::runningLong(m_agent->timeInState()), m_agent->isWaiting());
    }
}

void TopBar::refresh()
{
    tick();
    m_status->setVisible(m_agent->takesConversations());
    showChannels();
}

void TopBar::showPicture()
{
    m_ownMenu->setHasPicture(m_pictures->hasOwn());
    m_own->update();
}

void TopBar::showChannels()
{
    const auto &channels = m_agent->channels();
    const auto shown = std::min(channels.size(), mostChips);
    const auto rest = channels.size() - shown;
    while (m_chips.size() < shown + (rest > 0 ? 1 : 0))
        addChip();
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        m_chips[i]->setVisible(i < shown + (rest > 0 ? 1 : 0) && m_agent->takesConversations());
        if (i == shown)
            m_chips[i]->setMore(static_cast<int>(rest));
        if (i >= shown)
            continue;
        const auto state = m_agent->stateOf(channels[i]);
        m_chips[i]->setChannel(channels[i], m_directory->medium(channels[i].mediaType),
                               state == m_agent->state() ? std::nullopt : std::optional(state),
                               m_agent->textOf(channels[i]));
    }
}

void TopBar::addChip()
{
    auto *chip = new ChannelChip(m_look, this);
    QWidget *before = m_chips.empty() ? static_cast<QWidget *>(m_status) : m_chips.back();
    m_chips.push_back(chip);
    m_row->insertWidget(static_cast<int>(m_chips.size()), chip);
    setTabOrder(before, chip);
    connect(chip, &QAbstractButton::clicked, this, &TopBar::openChannels);
}

} // namespace tandem
