// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

#include <memory>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace tandem {

class ContactRequests;
class DeskSession;
class EmptyState;
class Look;

// What is kept of a contact, to be given to them or erased: for administrators.
class ContactsView : public QFrame
{
    Q_OBJECT

public:
    explicit ContactsView(const Look &look, QWidget *parent = nullptr);
    ~ContactsView() override;

    void show(DeskSession *session);
    // Looks for the contact of this address or key.
    void look(const QString &whom);
    void focusSearch();
    // It is shown what was found.
    bool isSettled() const;

protected:
    using QFrame::show;

private:
    QWidget *card();
    QLabel *addLabel(QVBoxLayout *column, const char *role);
    void refresh();
    void refreshEmpty();
    void refreshCard();
    void say(QLabel *label, const QString &text);
    bool hasReason() const;
    void exportContact();
    void erase();
    void dress();

    const Look &m_look;
    std::unique_ptr<ContactRequests> m_requests;
    QLineEdit *m_whom;
    QPushButton *m_find;
    QLabel *m_name = nullptr;
    QLabel *m_amount = nullptr;
    QLabel *m_files = nullptr;
    QLabel *m_open = nullptr;
    QLineEdit *m_reason;
    QPushButton *m_export;
    QPushButton *m_erase;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QLabel *m_notice = nullptr;
    QLabel *m_problem = nullptr;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
};

} // namespace tandem
