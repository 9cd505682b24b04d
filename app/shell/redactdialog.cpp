// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/redactdialog.h"

#include "domain/limits.h"
#include "models/text.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

RedactDialog::RedactDialog(const Look &look, const QString &text, QWidget *parent)
    : QDialog(parent),
      m_message(text),
      m_text(new QPlainTextEdit(text, this)),
      m_what(new QLabel(this)),
      m_reason(new QLineEdit(this)),
      m_redact(new QPushButton(tr("Redact"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Redact a message"));
    setModal(true);
    setMinimumWidth(look.px(480));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(8);
    auto *title = new QLabel(tr("Redact a message"), this);
    title->setProperty("role", QStringLiteral("heading"));
    auto *means = new QLabel(tr("Select what is to be taken out. It is gone for ever, also for "
                                "everybody else; that something was redacted stays to be seen."),
                             this);
    means->setProperty("role", QStringLiteral("muted"));
    means->setWordWrap(true);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Message"));
    m_text->setFixedHeight(look.px(120));
    m_what->setProperty("role", QStringLiteral("strong"));
    auto *label = new QLabel(tr("Reason"), this);
    label->setProperty("role", QStringLiteral("field"));
    label->setBuddy(m_reason);
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Signed with the transcript, and kept for auditors"));
    m_reason->setMaxLength(static_cast<int>(limits::shortText));
    auto *row = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_redact->setProperty("role", QStringLiteral("primary"));
    m_redact->setDefault(true);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_redact);
    for (auto *part : std::initializer_list<QWidget *>{title, means, m_text, m_what})
        column->addWidget(part);
    column->addSpacing(4);
    column->addWidget(label);
    column->addWidget(m_reason);
    column->addSpacing(8);
    column->addLayout(row);
    connect(m_text, &QPlainTextEdit::selectionChanged, this, &RedactDialog::refresh);
    connect(m_reason, &QLineEdit::textChanged, this, &RedactDialog::refresh);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_redact, &QPushButton::clicked, this, [this] {
        accept();
        emit chosen(passage(), m_reason->text().trimmed());
    });
    m_text->setFocus();
    refresh();
}

std::optional<TranscriptReader::Passage> RedactDialog::passage() const
{
    const auto cursor = m_text->textCursor();
    if (!cursor.hasSelection())
        return std::nullopt;
    return TranscriptReader::passageOf(m_message, cursor.selectionStart(), cursor.selectionEnd());
}

void RedactDialog::refresh()
{
    const auto chosen = passage();
    m_what->setText(chosen ? tr("%n character(s) are taken out.", nullptr, chosen->length)
                           : tr("Nothing is selected: the whole message is taken out."));
    const auto reason = toUtf8(m_reason->text().trimmed());
    m_redact->setEnabled(!reason.empty() && reason.size() <= limits::shortText);
}

} // namespace tandem
