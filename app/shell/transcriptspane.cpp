// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/transcriptspane.h"

#include "models/desksession.h"
#include "models/text.h"
#include "models/transcriptmodel.h"
#include "models/transcriptreader.h"
#include "shell/conversationfiles.h"
#include "shell/redactdialog.h"
#include "shell/transcriptcells.h"
#include "widgets/emptystate.h"
#include "widgets/look.h"
#include "widgets/transcriptview.h"
#include "widgets/transferlist.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QShowEvent>
#include <QStackedLayout>

#include <utility>

namespace tandem {

namespace {

constexpr int typingPauseMs = 300;
constexpr int transcriptsWidth = 320;

} // namespace

TranscriptsPane::TranscriptsPane(const Look &look, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_list(new QListView(this)),
      m_contact(new QLabel(this)),
      m_what(new QLabel(this)),
      m_redact(new QPushButton(tr("Redact …"), this)),
      m_transcript(new TranscriptView(look, this)),
      m_transfers(new TransferList(look, this)),
      m_files(new ConversationFiles(*m_transfers, *m_transcript, this)),
      m_empty(new EmptyState(look, this)),
      m_nothing(new EmptyState(look, this))
{
    setProperty("surface", QStringLiteral("table"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    row->addWidget(left());
    row->addWidget(right(), 1);
    m_typed.setSingleShot(true);
    m_typed.setInterval(typingPauseMs);
    connect(&m_typed, &QTimer::timeout, this, &TranscriptsPane::search);
    connect(m_empty, &EmptyState::actionAsked, this, &TranscriptsPane::search);
    connect(m_redact, &QPushButton::clicked, this, &TranscriptsPane::redactCurrent);
    connect(m_transcript, &TranscriptView::redactionAsked, this, &TranscriptsPane::redact);
    connect(&look, &Look::changed, this, &TranscriptsPane::dress);
    dress();
}

TranscriptsPane::~TranscriptsPane() = default;

QWidget *TranscriptsPane::left()
{
    auto *holder = new QFrame(this);
    holder->setProperty("surface", QStringLiteral("left"));
    holder->setFixedWidth(m_look.px(transcriptsWidth));
    m_listStack = new QStackedLayout(holder);
    m_list->setItemDelegate(new TranscriptCells(m_look, m_list));
    m_list->setAccessibleName(tr("Conversations that are done"));
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_listStack->addWidget(m_list);
    m_listStack->addWidget(m_empty);
    return holder;
}

QWidget *TranscriptsPane::right()
{
    auto *holder = new QWidget(this);
    m_stack = new QStackedLayout(holder);
    auto *page = new QWidget(holder);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(16, 12, 8, 8);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_contact->setProperty("role", QStringLiteral("heading"));
    m_what->setProperty("role", QStringLiteral("muted"));
    for (auto *label : {m_contact, m_what}) {
        label->setTextFormat(Qt::PlainText);
        words->addWidget(label);
    }
    row->addLayout(words, 1);
    row->addWidget(m_redact, 0, Qt::AlignTop);
    row->addSpacing(8);
    column->addLayout(row);
    column->addWidget(m_transcript, 1);
    column->addWidget(m_transfers);
    m_redact->setToolTip(tr("Take out the message that is chosen, or a passage of it"));
    m_stack->addWidget(page);
    m_stack->addWidget(m_nothing);
    return holder;
}

void TranscriptsPane::show(DeskSession *session)
{
    m_session = session;
    m_list->setModel(nullptr);
    m_transcript->show(nullptr);
    m_files->show(nullptr, {});
    m_reader.reset();
    m_isAsked = false;
    if (!session || !session->supervision().watches())
        return;
    m_reader = std::make_unique<TranscriptReader>(session->link());
    m_list->setModel(m_reader.get());
    auto *reader = m_reader.get();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TranscriptsPane::openCurrent);
    connect(reader, &TranscriptReader::loadingChanged, this, &TranscriptsPane::refresh);
    connect(reader, &TranscriptReader::transcriptChanged, this, &TranscriptsPane::showTranscript);
    connect(reader, &TranscriptReader::refused, session, &DeskSession::refused);
    connect(reader, &TranscriptReader::noticed, session, &DeskSession::noticed);
    showTranscript();
    if (isVisible())
        search();
}

void TranscriptsPane::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    // More are done by now; who is reading is not disturbed.
    if (m_reader && !event->spontaneous() && (!m_isAsked || !m_reader->current()))
        search();
}

void TranscriptsPane::setWords(const QString &words)
{
    m_words = words;
    m_isAsked = false;
    if (isVisible())
        m_typed.start();
}

void TranscriptsPane::search()
{
    if (!m_reader)
        return;
    m_isAsked = true;
    m_reader->close();
    m_reader->search(m_words);
}

void TranscriptsPane::openFirst() { m_list->setCurrentIndex(m_list->model()->index(0, 0)); }

void TranscriptsPane::openCurrent()
{
    if (const auto index = m_list->currentIndex(); index.isValid())
        m_reader->open(index.row());
}

void TranscriptsPane::refresh()
{
    const bool isEmpty = m_reader->rowCount() == 0;
    m_listStack->setCurrentIndex(isEmpty ? 1 : 0);
    const auto icon = QStringLiteral("history");
    switch (m_reader->loading()) {
    case TranscriptReader::Loading::Busy: return m_empty->set(icon, tr("Looking …"), {});
    case TranscriptReader::Loading::Failed:
        m_listStack->setCurrentIndex(1);
        return m_empty->set(QStringLiteral("wifi-off"), tr("They cannot be listed"),
                            m_reader->problem(), tr("Try again"));
    case TranscriptReader::Loading::Idle: break;
    }
    if (m_words.trimmed().isEmpty())
        m_empty->set(icon, tr("No conversation is done yet"), {});
    else
        m_empty->set(icon, tr("Nothing is found"),
                     tr("The search looks at names of contacts and at subjects."));
}

void TranscriptsPane::showTranscript()
{
    const auto *current = m_reader->current();
    auto *transcript = m_reader->transcript();
    const auto shown = current ? current->id : InteractionId();
    // One that was redacted is read on where it was.
    const bool isSame = current && transcript && std::exchange(m_shown, shown) == shown;
    const int line = m_transcript->currentIndex().row();
    const int place = m_transcript->verticalScrollBar()->value();
    m_stack->setCurrentIndex(current && transcript ? 0 : 1);
    m_transcript->show(transcript);
    m_files->show(shown ? m_session.data() : nullptr, shown);
    if (!current || !transcript) {
        m_nothing->set(QStringLiteral("message-circle"),
                       current ? tr("Reading …") : tr("Choose a conversation"), {});
        return;
    }
    const auto index = m_list->currentIndex();
    m_contact->setText(toQString(current->contact.name));
    m_what->setText(tr("%1 · %2", "subject, when")
                        .arg(index.data(TranscriptReader::WhatRole).toString(),
                             index.data(TranscriptReader::TimeRole).toString()));
    connect(m_transcript->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TranscriptsPane::refreshRedact);
    m_transcript->offerRedaction([this](const TranscriptRow &row) { return canRedact(row); });
    if (isSame && line >= 0) {
        m_transcript->setCurrentIndex(transcript->index(line));
        m_transcript->verticalScrollBar()->setValue(place);
    }
    refreshRedact();
}

bool TranscriptsPane::canRedact(const TranscriptRow &row) const
{
    return row.kind == TranscriptRow::Kind::Message && row.index > 0 && m_reader
           && !m_reader->textOf(row.index).isEmpty();
}

void TranscriptsPane::refreshRedact()
{
    const auto index = m_transcript->currentIndex();
    m_redact->setEnabled(index.isValid()
                         && canRedact(index.data(TranscriptModel::RowRole).value<TranscriptRow>()));
}

void TranscriptsPane::redactCurrent()
{
    redact(m_transcript->currentIndex().data(TranscriptModel::RowRole).value<TranscriptRow>());
}

void TranscriptsPane::redact(const TranscriptRow &row)
{
    if (!canRedact(row))
        return;
    auto *dialog = new RedactDialog(m_look, m_reader->textOf(row.index), window());
    const auto *open = m_reader->current();
    connect(dialog, &RedactDialog::chosen, m_reader.get(),
            [this, event = row.index, id = open->id](auto passage, const QString &reason) {
                const auto *current = m_reader->current();
                if (current && current->id == id)
                    m_reader->redact(event, passage, reason);
            });
    dialog->open();
}

void TranscriptsPane::dress()
{
    m_redact->setIcon(m_look.buttonIcon(QStringLiteral("minus"), Colour::Text, 16));
}

} // namespace tandem
