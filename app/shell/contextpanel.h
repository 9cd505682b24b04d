// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extension/extensionpoints.h"

#include <QFrame>
#include <QPointer>

#include <vector>

class QTabWidget;

namespace tandem {

class ContextPane;
class Conversation;
class DeskSession;
class DispositionBar;
class Look;

// Beside the conversation: its case data, what plug-ins add, and how it ended.
class ContextPanel : public QFrame
{
    Q_OBJECT

public:
    ContextPanel(const Look &look, const ExtensionPoints &points, QWidget *parent = nullptr);

    void show(DeskSession *session);
    DispositionBar *disposition() const { return m_disposition; }

protected:
    using QFrame::show;

private:
    void addPane(ContextPane *pane, const QString &title);
    void showCurrent();
    void refresh();

    QPointer<DeskSession> m_session;
    QPointer<Conversation> m_conversation;
    std::vector<ContextPane *> m_panes;
    QTabWidget *m_tabs;
    DispositionBar *m_disposition;
};

} // namespace tandem
