// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitedraft.h"

#include <QFrame>
#include <QPointer>

#include <map>
#include <vector>

class QPushButton;
class QVBoxLayout;

namespace tandem {

class Look;
class NavButton;

// What can be administered, in sections.
class AdminNav : public QFrame
{
    Q_OBJECT

public:
    explicit AdminNav(const Look &look, QWidget *parent = nullptr);

    void show(SiteDraft *draft, bool hasAudit, bool hasContacts);
    // Marks it; without a signal.
    void choose(protocol::SiteKind kind);
    void chooseAudit();
    void chooseContacts();
    void chooseStrategies();

signals:
    void kindAsked(tandem::protocol::SiteKind kind);
    void auditAsked();
    void contactsAsked();
    void strategiesAsked();
    void exportAsked();
    void importAsked();

protected:
    using QFrame::show;

private:
    void addSection(const QString &name, const std::vector<protocol::SiteKind> &kinds);
    NavButton *addButton(const QString &icon, const QString &name);
    void refresh();
    void dress();

    const Look &m_look;
    QPointer<SiteDraft> m_draft;
    QVBoxLayout *m_column;
    std::map<protocol::SiteKind, NavButton *> m_kinds;
    NavButton *m_strategies;
    NavButton *m_contacts;
    NavButton *m_audit;
    QPushButton *m_export;
    QPushButton *m_import;
};

} // namespace tandem
