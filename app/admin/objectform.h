// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin/fieldeditor.h"
#include "models/sitedraft.h"
#include "models/strategies.h"

#include <QFrame>
#include <QPointer>

#include <memory>

class QLabel;
class QPushButton;
class QScrollArea;

namespace tandem {

class StructEditor;

// One object of the site as a form. What is edited goes into the draft at once.
class ObjectForm : public QFrame
{
    Q_OBJECT

public:
    explicit ObjectForm(const Look &look, QWidget *parent = nullptr);

    void show(SiteDraft *draft, const Strategies *strategies);
    // key "": nothing.
    void choose(protocol::SiteKind kind, const QString &key);
    const QString &key() const { return m_key; }
    void focusFirst();

protected:
    using QFrame::show;

private:
    QWidget *head();
    QWidget *overtaken();
    void build();
    std::vector<FieldDescription> fields() const;
    QJsonObject shownValue(const SiteDraft::Entry &entry) const;
    std::vector<FieldOption> references(protocol::SiteKind kind) const;
    void onEdited();
    void refresh();
    void refreshHead(const SiteDraft::Entry &entry);
    void showProblems();
    void remove();
    void setPassword();

    const Look &m_look;
    QPointer<SiteDraft> m_draft;
    QPointer<const Strategies> m_strategies;
    protocol::SiteKind m_kind = protocol::SiteKind::Agent;
    QString m_key;
    std::unique_ptr<FormContext> m_context;
    QLabel *m_title;
    QLabel *m_what;
    QPushButton *m_password;
    QPushButton *m_revert;
    QPushButton *m_remove;
    QFrame *m_overtaken = nullptr;
    QLabel *m_overtakenText = nullptr;
    QLabel *m_problem;
    QScrollArea *m_scroll;
    StructEditor *m_editor = nullptr;
    bool m_isEditing = false;
};

} // namespace tandem
