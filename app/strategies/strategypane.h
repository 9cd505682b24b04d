// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/strategydocuments.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace tandem {

class ChartView;
class DeskSession;
class ElidedLabel;
class EmptyState;
class Look;
class SessionsPanel;
class TracePanel;
class VersionsPanel;

// One strategy: its chart, live or as a recorded session left it step by step, beside its versions
// and sessions.
class StrategyPane : public QFrame
{
    Q_OBJECT

public:
    explicit StrategyPane(const Look &look, QWidget *parent = nullptr);

    void show(DeskSession *session);
    // id "": nothing.
    void choose(const QString &id);
    void openSessions();
    void openSession(const QString &sessionId);
    bool isSettled() const; // nothing is being read for the chart

signals:
    void installAsked(const QString &id);

protected:
    using QFrame::show;

private:
    enum Side { Versions, Sessions, Steps };

    QWidget *head();
    QWidget *side();
    QPushButton *segment(const QString &text, const char *side);
    void setSide(Side side);
    void refreshHead();
    void refreshPlaces();
    void showVersion(int version);
    void showChart(const Result<ReadStrategy> &document);
    void onTrace();
    void onStep();
    void closeSession();
    void activate(int version);
    void exportVersion(int version);
    void write(const QString &path, int version);
    void remove();
    void dress();

    const Look &m_look;
    QPointer<DeskSession> m_session;
    QString m_id;
    int m_version = 0; // of the chart
    int m_fetches = 0; // counts; answers for an earlier choice are dropped
    bool m_isFetching = false;
    ElidedLabel *m_title;
    ElidedLabel *m_what;
    QPushButton *m_remove;
    QLabel *m_mode;
    ChartView *m_chart;
    EmptyState *m_noChart;
    QStackedLayout *m_charts;
    QPushButton *m_toVersions;
    QPushButton *m_toSessions;
    VersionsPanel *m_versions;
    SessionsPanel *m_sessions;
    TracePanel *m_trace;
    QWidget *m_sideHolder = nullptr;
    QStackedLayout *m_sides = nullptr;
};

} // namespace tandem
