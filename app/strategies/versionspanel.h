// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/strategyversions.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace tandem {

class Look;

// The versions of a strategy; the chosen one is what the chart shows.
class VersionsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit VersionsPanel(const Look &look, QWidget *parent = nullptr);

    void setMayChange(bool mayChange);
    // Keeps the choice where it is still there; of another strategy its active version.
    void show(const protocol::Strategy &strategy);
    int version() const; // 0: none

signals:
    void versionChosen(int version);
    void activateAsked(int version);
    void installAsked();
    void exportAsked(int version);

protected:
    using QWidget::show;

private:
    void onCurrent();
    void dress();

    const Look &m_look;
    QString m_id;
    std::optional<int> m_active;
    StrategyVersions m_versions;
    bool m_mayChange = false;
    bool m_isSilent = false;
    QListView *m_list;
    QLabel *m_note;
    QPushButton *m_activate;
    QPushButton *m_export;
    QPushButton *m_install;
};

} // namespace tandem
