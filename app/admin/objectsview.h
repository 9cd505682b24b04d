// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitedraft.h"
#include "models/siteobjects.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QModelIndex;
class QPushButton;
class QStackedLayout;

namespace tandem {

class EmptyState;
class ListPanel;
class Look;
class ObjectForm;
class Strategies;

// The objects of one kind: a list, and the form of the one that is chosen.
class ObjectsView : public QWidget
{
    Q_OBJECT

public:
    explicit ObjectsView(const Look &look, QWidget *parent = nullptr);
    ~ObjectsView() override;

    void show(SiteDraft *draft, Strategies *strategies);
    // key "": what was chosen before of this kind, otherwise the first.
    void choose(protocol::SiteKind kind, const QString &key = {});
    void focusSearch();

protected:
    using QWidget::show;

private:
    void add();
    void onChosen(const QModelIndex &index);
    void refresh();
    void select(const QString &key);

    QPointer<SiteDraft> m_draft;
    std::unique_ptr<SiteObjects> m_objects;
    protocol::SiteKind m_kind = protocol::SiteKind::Agent;
    std::map<protocol::SiteKind, QString> m_last; // what was chosen of each kind
    ListPanel *m_panel;
    QPushButton *m_add;
    ObjectForm *m_form;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
};

} // namespace tandem
