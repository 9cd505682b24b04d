// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/agentstate.h"
#include "models/models_export.h"
#include "protocol/interaction.h"

#include <QAbstractListModel>

#include <functional>
#include <vector>

namespace tandem {

class DeskSession;
class Settings;

// Something that the agent can do, found by its name. run is asked for on the GUI thread.
struct Command
{
    QString name;
    QString keys; // its shortcut, as people read it; empty: none
    std::function<void()> run;
};

// What the command box finds: agents with who is free now, queues and skills; in the whole box the
// agent's own conversations and commands, too. Favourites and who was turned to last come first
// where nothing is searched for. GUI thread.
class TANDEM_MODELS_EXPORT CommunicatorModel : public QAbstractListModel
{
    Q_OBJECT

public:
    // Targets: only those to whom a conversation can be given.
    enum class Extent { Everything, Targets };
    enum class Section { Favourites, Recent, Conversations, Agents, Queues, Skills, Commands };
    Q_ENUM(Section)
    enum class Kind { Agent, Queue, Skill, Conversation, Command };
    Q_ENUM(Kind)
    enum class Loading { Idle, Busy, Failed };
    enum Role {
        SectionRole = Qt::UserRole + 1, // int of Section
        StartsSectionRole,
        KindRole, // int of Kind
        KeyRole,  // "agent/bob", "queue/sales": the same as long as it is the same thing
        NameRole,
        DetailRole,   // "Ready", "3 waiting"
        TrailingRole, // "1 of 3 chats", a shortcut
        StateRole,    // int of AgentState, of agents
        CanTakeRole,  // could take it now; queues and skills always
        FavouriteRole
    };

    // Both outlive it.
    CommunicatorModel(DeskSession &session, Settings &settings, Extent extent,
                      QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void setSearch(const QString &text);
    // Of the conversation that is to be given: whether agents are free for it.
    void setMedium(const std::string &mediaType);
    void setCommands(std::vector<Command> commands);
    // Asks the server for what has changed.
    void refresh();
    Loading loading() const;

    int rowOf(const QString &key) const; // -1: none
    // Whether it is an agent, a queue or a skill: something to turn to.
    bool isTarget(int row) const;
    protocol::Target targetAt(int row) const;
    InteractionId conversationAt(int row) const;
    // What to do; none: it is no command.
    std::function<void()> commandAt(int row) const;
    void toggleFavourite(int row);
    // It was turned to: it is among the recent ones from now on.
    void turnedTo(int row);

    static QString sectionName(Section section);

signals:
    void loadingChanged();

private:
    struct Entry
    {
        Section section = Section::Agents;
        Kind kind = Kind::Agent;
        QString key;
        QString name;
        QString words; // what is searched beside the name
        QString detail;
        QString trailing;
        AgentState state = AgentState::LoggedOut;
        bool canTake = true;
        protocol::Target target;
        InteractionId conversation;
        int command = -1;
    };

    void rebuild();
    std::vector<Entry> all() const;
    std::vector<Entry> targets() const;
    std::vector<Entry> conversations() const;
    std::vector<Entry> commands() const;
    std::vector<Entry> searched() const;
    std::vector<Entry> listed() const;
    const Entry *at(int row) const;
    static bool isSame(const Entry &a, const Entry &b);
    QString spoken(const Entry &entry) const;

    DeskSession &m_session;
    Settings &m_settings;
    Extent m_extent;
    QString m_search;
    std::string m_medium = "chat";
    std::vector<Command> m_commands;
    std::vector<Entry> m_entries;
};

} // namespace tandem
