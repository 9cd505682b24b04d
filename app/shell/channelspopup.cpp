// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/channelspopup.h"

#include "models/agentmodel.h"
#include "models/directory.h"
#include "models/text.h"
#include "shell/statusmenu.h"
#include "widgets/look.h"
#include "widgets/mediaicon.h"
#include "widgets/statuspill.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

namespace tandem {

ChannelsPopup::ChannelsPopup(const Look &look, QWidget *opener)
    : Overlay(look, opener),
      m_look(look),
      m_rowsLayout(new QVBoxLayout),
      m_ready(new QPushButton(tr("Ready for all"), this)),
      m_notReady(new MenuButton(this)),
      m_reasons(new QMenu(this))
{
    setAccessibleName(tr("Channels"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    auto *title = new QLabel(tr("Channels"), this);
    title->setProperty("role", QStringLiteral("strong"));
    column->addWidget(title);
    m_rowsLayout->setSpacing(6);
    column->addLayout(m_rowsLayout);
    auto *line = new QFrame(this);
    line->setProperty("surface", QStringLiteral("line"));
    column->addWidget(line);
    column->addWidget(forAll());
    connect(this, &Overlay::opened, this, [this] {
        refresh();
        if (!m_rows.empty())
            m_rows.front().state->setFocus(Qt::PopupFocusReason);
    });
    connect(&look, &Look::changed, this, &ChannelsPopup::refresh);
}

QWidget *ChannelsPopup::forAll()
{
    auto *holder = new QWidget(this);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_notReady->setText(tr("Not ready for all"));
    m_notReady->setPopup(m_reasons);
    row->addWidget(m_ready, 1);
    row->addWidget(m_notReady, 1);
    connect(m_ready, &QPushButton::clicked, this, [this] {
        if (m_agent)
            m_agent->askState(AgentState::Ready);
    });
    connect(m_reasons, &QMenu::aboutToShow, this, &ChannelsPopup::fillReasons);
    return holder;
}

void ChannelsPopup::fillReasons()
{
    m_reasons->clear();
    if (!m_agent)
        return;
    const auto add = [this](const QString &name, const std::string &code) {
        m_reasons->addAction(name, this, [this, code] {
            if (m_agent)
                m_agent->askState(AgentState::NotReady, code);
        });
    };
    add(tr("Without a reason"), {});
    for (const auto &reason : m_agent->reasons())
        add(toQString(reason.name), reason.code);
}

void ChannelsPopup::show(AgentModel *agent, Directory *directory)
{
    if (m_agent)
        m_agent->disconnect(this);
    if (m_directory)
        m_directory->disconnect(this);
    m_agent = agent;
    m_directory = directory;
    for (auto &row : m_rows)
        row.menu->show(agent);
    if (!agent) {
        dismiss();
        return;
    }
    connect(agent, &AgentModel::changed, this, &ChannelsPopup::refresh);
    connect(directory, &Directory::changed, this, &ChannelsPopup::refresh);
    refresh();
}

void ChannelsPopup::addRow()
{
    Row row{new QLabel(this), new QLabel(this), new QLabel(this), new StatusPill(m_look, this),
            new StatusMenu(m_look, this)};
    row.name->setTextFormat(Qt::PlainText);
    row.load->setProperty("role", QStringLiteral("muted"));
    row.state->setPopup(row.menu);
    row.menu->show(m_agent);
    auto *line = new QHBoxLayout;
    line->setSpacing(10);
    line->addWidget(row.icon);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(row.name);
    names->addWidget(row.load);
    line->addLayout(names, 1);
    line->addSpacing(m_look.px(24));
    line->addWidget(row.state);
    m_rowsLayout->addLayout(line);
    m_rows.push_back(row);
}

void ChannelsPopup::refresh()
{
    if (!m_agent || !m_directory)
        return;
    const auto &channels = m_agent->channels();
    while (m_rows.size() < channels.size())
        addRow();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        auto &row = m_rows[i];
        const bool isThere = i < channels.size();
        for (QWidget *part : {static_cast<QWidget *>(row.icon), static_cast<QWidget *>(row.name),
                              static_cast<QWidget *>(row.load), static_cast<QWidget *>(row.state)})
            part->setVisible(isThere);
        if (!isThere)
            continue;
        const auto &channel = channels[i];
        const auto name = m_directory->medium(channel.mediaType);
        row.icon->setPixmap(
            m_look.pixmap(mediaIcon(toQString(channel.mediaType)), Colour::TextMuted, 18));
        row.name->setText(name);
        row.load->setText(tr("%1 of %2 in hand").arg(channel.active).arg(channel.capacity));
        row.menu->setChannel(channel.mediaType);
        row.state->setAccessibleName(tr("Status of %1", "channel").arg(name));
        row.state->setStatus(m_agent->stateOf(channel), m_agent->textOf(channel), {},
                             m_agent->isWaiting());
    }
    if (isOpen())
        adjustSize();
}

} // namespace tandem
