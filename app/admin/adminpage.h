// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/site.h"

#include <QPointer>
#include <QWidget>

class QStackedLayout;

namespace tandem {

class AdminNav;
class AuditView;
class ChangeBar;
class ContactsView;
class DeskSession;
class EmptyState;
class Look;
class ObjectsView;
class StrategiesView;

// How the company is set up: every kind of object, the history of changes, the site as a file.
// Edits are collected and applied together.
class AdminPage : public QWidget
{
    Q_OBJECT

public:
    explicit AdminPage(const Look &look, QWidget *parent = nullptr);

    void show(DeskSession *session);
    // key "": what was chosen before.
    void openKind(protocol::SiteKind kind, const QString &key = {});
    void openAudit();
    void openContacts();
    void openStrategies();
    ContactsView *contacts() const { return m_contacts; }
    StrategiesView *strategies() const { return m_strategies; }
    void focusSearch();

protected:
    void showEvent(QShowEvent *event) override;
    using QWidget::show;

private:
    void refresh();
    void exportSite();
    void writeFile(const QString &path);
    void importSite();
    void readFile(const QString &path);
    void tell(const QString &problem);

    const Look &m_look;
    QPointer<DeskSession> m_session;
    AdminNav *m_nav;
    ObjectsView *m_objects;
    AuditView *m_audit;
    ContactsView *m_contacts;
    StrategiesView *m_strategies;
    EmptyState *m_empty;
    ChangeBar *m_changes;
    QStackedLayout *m_whole;
    QStackedLayout *m_stack;
};

} // namespace tandem
