// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/dispositionbar.h"

#include "domain/limits.h"
#include "models/desksession.h"
#include "models/text.h"
#include "widgets/choicebox.h"
#include "widgets/confirmation.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

DispositionBar::DispositionBar(const Look &look, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_choice(new ChoiceBox(look, this)),
      m_note(new QLineEdit(this)),
      m_done(new QPushButton(tr("Mark done"), this))
{
    setProperty("surface", QStringLiteral("bottom"));
    m_choice->setAccessibleName(tr("Disposition"));
    m_choice->setPlaceholderText(tr("Disposition"));
    m_choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_choice->setMinimumWidth(0);
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("Note for colleagues"));
    m_note->setMaxLength(static_cast<int>(limits::note));
    m_done->setToolTip(tr("Mark done (Ctrl+Shift+D)"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_note);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_choice, 1);
    row->addWidget(m_done);
    column->addLayout(row);
    connect(m_choice, &QComboBox::activated, this, [this] {
        store();
        refresh();
    });
    connect(m_note, &QLineEdit::editingFinished, this, &DispositionBar::store);
    connect(m_done, &QPushButton::clicked, this, &DispositionBar::markDone);
}

void DispositionBar::show(DeskSession *session)
{
    if (m_session) {
        m_session->disconnect(this);
        m_session->agent().disconnect(this);
    }
    m_session = session;
    if (session) {
        connect(session, &DeskSession::currentChanged, this, &DispositionBar::showCurrent);
        connect(&session->agent(), &AgentModel::choicesChanged, this, &DispositionBar::fill);
    }
    fill();
}

void DispositionBar::fill()
{
    m_choice->clear();
    if (m_session) {
        for (const auto &choice : m_session->agent().dispositions())
            m_choice->addItem(toQString(choice.name), toQString(choice.code));
    }
    showCurrent();
}

void DispositionBar::showCurrent()
{
    if (m_conversation)
        m_conversation->disconnect(this);
    m_conversation = m_session ? m_session->current() : nullptr;
    setVisible(m_conversation);
    if (!m_conversation)
        return;
    connect(m_conversation, &Conversation::changed, this, &DispositionBar::refresh);
    m_note->clear();
    m_choice->setCurrentIndex(-1);
    m_note->setText(toQString(m_conversation->interaction().note.value_or(std::string())));
    refresh();
}

void DispositionBar::refresh()
{
    if (const auto &code = m_conversation->interaction().disposition) {
        const int at = m_choice->findData(toQString(*code));
        if (at >= 0)
            m_choice->setCurrentIndex(at);
    }
    setVisible(m_conversation->part() != Conversation::Part::Supervisor);
    m_note->setVisible(m_choice->currentIndex() >= 0 || m_conversation->isAfterWork());
}

void DispositionBar::store()
{
    if (!m_conversation || !m_session || m_choice->currentIndex() < 0)
        return;
    const auto &interaction = m_conversation->interaction();
    const auto code = toUtf8(m_choice->currentData().toString());
    const auto note = toUtf8(m_note->text().trimmed());
    if (interaction.disposition == code && interaction.note.value_or(std::string()) == note)
        return;
    m_session->setDisposition(m_conversation->id(), code, m_note->text());
}

void DispositionBar::markDone()
{
    if (!m_conversation || !m_session)
        return;
    store();
    const auto id = m_conversation->id();
    // Choosing a disposition was deliberate already; otherwise a slip would end a conversation.
    if (!m_conversation->isOpen() || m_choice->currentIndex() >= 0) {
        m_session->markDone(id);
        return;
    }
    const auto question = tr("End the conversation with %1?").arg(m_conversation->contactName());
    const auto means = tr("The customer is still there, and no disposition is chosen.");
    confirm(this, m_look, question, means, tr("Mark done anyway"), [session = m_session, id] {
        if (session)
            session->markDone(id);
    });
}

} // namespace tandem
