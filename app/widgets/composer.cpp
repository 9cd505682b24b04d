// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer.h"

#include "domain/limits.h"
#include "widgets/look.h"
#include "widgets/messageedit.h"
#include "widgets/restyle.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace tandem {

namespace {

constexpr qsizetype most = static_cast<qsizetype>(limits::messageText);
constexpr qsizetype warnAt = most - 2048;

} // namespace

Composer::Composer(const Look &look, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_edit(new MessageEdit(look, this)),
      m_everyone(segment(tr("Everyone"), "first")),
      m_agents(segment(tr("Agents only"), "last")),
      m_attach(new QPushButton(this)),
      m_link(new QPushButton(this)),
      m_hint(new QLabel(this)),
      m_send(new QPushButton(tr("Send"), this))
{
    setProperty("surface", QStringLiteral("field"));
    m_edit->setAccessibleName(tr("Message"));
    auto *audience = new QButtonGroup(this);
    audience->addButton(m_everyone);
    audience->addButton(m_agents);
    m_everyone->setChecked(true);
    m_everyone->setAccessibleDescription(tr("The customer sees what you write"));
    m_agents->setAccessibleDescription(tr("Only agents see what you write"));
    m_attach->setProperty("role", QStringLiteral("tool"));
    m_attach->setToolTip(tr("Send files"));
    m_attach->setAccessibleName(tr("Send files"));
    m_link->setProperty("role", QStringLiteral("tool"));
    m_link->setToolTip(tr("Send a link as a card"));
    m_link->setAccessibleName(tr("Send a link"));
    m_hint->setProperty("role", QStringLiteral("small"));
    m_send->setProperty("role", QStringLiteral("primary"));
    m_send->setAccessibleName(tr("Send"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 12, 8, 6);
    column->setSpacing(8);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(4, 0, 4, 0);
    inset->addWidget(m_edit);
    column->addLayout(inset);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_everyone);
    row->addWidget(m_agents);
    row->addSpacing(6);
    row->addWidget(m_attach);
    row->addWidget(m_link);
    row->addStretch();
    row->addWidget(m_hint);
    row->addSpacing(10);
    row->addWidget(m_send);
    column->addLayout(row);

    connect(m_edit, &QTextEdit::textChanged, this, &Composer::onEdited);
    connect(m_edit, &MessageEdit::sendAsked, this, &Composer::trySend);
    connect(m_send, &QPushButton::clicked, this, &Composer::trySend);
    connect(m_link, &QPushButton::clicked, this, &Composer::linkAsked);
    connect(m_attach, &QPushButton::clicked, this, &Composer::attachAsked);
    connect(m_edit, &MessageEdit::filesGiven, this, &Composer::filesGiven);
    connect(m_edit, &MessageEdit::pictureGiven, this, &Composer::pictureGiven);
    connect(m_edit, &MessageEdit::focusChanged, this,
            [this](bool hasFocus) { restyle(this, "focused", hasFocus); });
    connect(audience, &QButtonGroup::buttonToggled, this, [this] {
        setAudience(this->audience());
        onEdited();
    });
    connect(&look, &Look::changed, this, &Composer::dress);
    dress();
    setAudience(Audience::Everyone);
    onEdited();
}

QString Composer::text() const { return m_edit->toPlainText(); }

Audience Composer::audience() const
{
    return m_agents->isChecked() ? Audience::Agents : Audience::Everyone;
}

void Composer::setDraft(const QString &text, Audience audience)
{
    const QScopedValueRollback silent(m_isSilent, true);
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    const bool isNote = m_isAgentsOnly || audience == Audience::Agents;
    (isNote ? m_agents : m_everyone)->setChecked(true);
    setAudience(this->audience());
    onEdited();
}

void Composer::setEnterSends(bool enterSends)
{
    m_enterSends = enterSends;
    m_edit->setEnterSends(enterSends);
    onEdited();
}

void Composer::setWritable(bool isWritable)
{
    m_isWritable = isWritable;
    for (QWidget *part : {static_cast<QWidget *>(m_edit), static_cast<QWidget *>(m_everyone),
                          static_cast<QWidget *>(m_agents)})
        part->setEnabled(isWritable);
    m_everyone->setEnabled(isWritable && !m_isAgentsOnly);
    setAudience(audience());
    onEdited();
}

void Composer::setAgentsOnly(bool isAgentsOnly)
{
    if (m_isAgentsOnly == isAgentsOnly)
        return;
    m_isAgentsOnly = isAgentsOnly;
    setDraft(text(), audience());
    setWritable(m_isWritable);
}

void Composer::focusText() { m_edit->setFocus(Qt::OtherFocusReason); }

void Composer::trySend()
{
    if (!m_send->isEnabled())
        return;
    const auto words = text().trimmed();
    const auto to = audience();
    setDraft({}, Audience::Everyone);
    emit sendAsked(words, to);
    emit edited();
}

void Composer::onEdited()
{
    const auto words = text();
    const auto bytes = words.toUtf8().size();
    m_send->setEnabled(m_isWritable && bytes <= most && !words.trimmed().isEmpty());
    const bool isTooLong = bytes > most;
    restyle(m_hint, "role", isTooLong ? QStringLiteral("problem") : QStringLiteral("small"));
    if (isTooLong)
        m_hint->setText(tr("Too long by %n character(s)", nullptr, static_cast<int>(bytes - most)));
    else if (bytes > warnAt)
        m_hint->setText(tr("%n character(s) left", nullptr, static_cast<int>(most - bytes)));
    else
        m_hint->setText(m_enterSends ? tr("Enter sends · Shift+Enter breaks the line")
                                     : tr("Ctrl+Enter sends"));
    m_isWarning = bytes > warnAt;
    showHint();
    if (!m_isSilent)
        emit edited();
}

void Composer::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    showHint();
}

void Composer::showHint()
{
    // Help that is cut off helps nobody.
    const int others = m_everyone->sizeHint().width() + m_agents->sizeHint().width()
                       + m_attach->sizeHint().width() + m_link->sizeHint().width()
                       + m_send->sizeHint().width() + m_look.px(54);
    m_hint->setVisible(m_isWarning || width() - others > m_hint->sizeHint().width());
}

void Composer::setAudience(Audience audience)
{
    const bool isNote = audience == Audience::Agents;
    m_link->setEnabled(m_isWritable && !isNote);
    m_attach->setEnabled(m_isWritable);
    restyle(this, "tone", isNote ? QStringLiteral("note") : QString());
    m_edit->setPlaceholderText(!m_isWritable ? tr("The conversation has ended")
                               : isNote      ? tr("Write a note that only agents see")
                                             : tr("Write a message"));
}

void Composer::dress()
{
    m_send->setIcon(m_look.buttonIcon(QStringLiteral("send"), Colour::AccentText, 16));
    m_send->setIconSize(QSize(m_look.px(20), m_look.px(16)));
    m_attach->setIcon(m_look.icon(QStringLiteral("paperclip"), Colour::TextMuted, 16));
    m_link->setIcon(m_look.icon(QStringLiteral("link"), Colour::TextMuted, 16));
    m_agents->setProperty("tone", QStringLiteral("note"));
    m_edit->updateGeometry();
}

QPushButton *Composer::segment(const QString &text, const char *side)
{
    auto *button = new QPushButton(text, this);
    button->setCheckable(true);
    button->setProperty("role", QStringLiteral("segment"));
    button->setProperty("side", QString::fromLatin1(side));
    return button;
}

} // namespace tandem
