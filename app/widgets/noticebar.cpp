// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/noticebar.h"

#include "widgets/look.h"
#include "widgets/restyle.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tandem {

namespace {

constexpr int brieflyMs = 9000;

} // namespace

NoticeBar::NoticeBar(const Look &look, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_action(new QPushButton(this)),
      m_close(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_action->setProperty("role", QStringLiteral("link"));
    m_close->setProperty("role", QStringLiteral("tool"));
    m_close->setAccessibleName(tr("Close this notice"));
    connect(m_action, &QPushButton::clicked, this, &NoticeBar::actionAsked);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &QWidget::hide);
    connect(&look, &Look::changed, this, &NoticeBar::dress);
    hide();
}

void NoticeBar::showLasting(Tone tone, const QString &icon, const QString &text,
                            const QString &action)
{
    m_end.stop();
    m_close->hide();
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    present(tone, icon, text);
}

void NoticeBar::showBriefly(Tone tone, const QString &text)
{
    m_end.start(brieflyMs);
    m_action->hide();
    m_close->show();
    present(tone, tone == Tone::Info ? QStringLiteral("bell") : QStringLiteral("circle-alert"),
            text);
}

void NoticeBar::present(Tone tone, const QString &icon, const QString &text)
{
    m_tone = tone;
    m_iconName = icon;
    m_text->setText(text);
    m_text->setAccessibleName(text);
    restyle(this, "surface",
            tone == Tone::Info      ? QStringLiteral("info")
            : tone == Tone::Warning ? QStringLiteral("warning")
                                    : QStringLiteral("critical"));
    dress();
    show();
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::dress()
{
    if (m_iconName.isEmpty())
        return;
    const auto colour = m_tone == Tone::Info      ? Colour::Accent
                        : m_tone == Tone::Warning ? Colour::Warning
                                                  : Colour::Critical;
    m_icon->setPixmap(m_look.pixmap(m_iconName, colour, 16));
    m_close->setIcon(m_look.icon(QStringLiteral("x"), Colour::TextMuted, 14));
}

} // namespace tandem
