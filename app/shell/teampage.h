// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;

namespace tandem {

class AgentsPane;
class BulkBar;
class ChoiceBox;
class DeskSession;
class InteractionsPane;
class Look;
class QueueTiles;
class SearchField;
class Settings;
class Supervision;
class TranscriptsPane;

// What a supervisor sees of the team: queues, agents, open interactions; and what is to be done.
class TeamPage : public QWidget
{
    Q_OBJECT

public:
    TeamPage(const Look &look, Settings &settings, QWidget *parent = nullptr);

    void show(DeskSession *session);
    void showInteractions();
    void showTranscripts();
    TranscriptsPane *transcripts() const { return m_transcripts; }
    void focusSearch();

signals:
    // Why was it routed so: for whoever shows explanations.
    void explainAsked(tandem::InteractionId id, const QString &contact);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    using QWidget::show;

private:
    QHBoxLayout *head();
    QHBoxLayout *tabs();
    QPushButton *tab(const char *side, int page);
    void choosePage(int page);
    void countTabs();
    void openQueueMenu(const QString &queue, const QPoint &where);
    void fillGroups();
    void tick();

    const Look &m_look;
    QPointer<Supervision> m_supervision;
    QLabel *m_title;
    QLabel *m_what;
    SearchField *m_search;
    ChoiceBox *m_groups;
    QueueTiles *m_tiles;
    QPushButton *m_agentsTab;
    QPushButton *m_interactionsTab;
    QPushButton *m_transcriptsTab;
    BulkBar *m_bulk;
    AgentsPane *m_agents;
    InteractionsPane *m_interactions;
    TranscriptsPane *m_transcripts;
    QStackedLayout *m_stack;
};

} // namespace tandem
