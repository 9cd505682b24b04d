// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/stepdetails.h"

#include "models/text.h"
#include "widgets/look.h"

#include <QJsonDocument>
#include <QTextBlockFormat>
#include <QTextCursor>

namespace tandem {

namespace {

QString readable(const std::string &json)
{
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(json));
    return document.isNull()
               ? toQString(json)
               : QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed();
}

} // namespace

StepDetails::StepDetails(const Look &look, QWidget *parent) : QTextEdit(parent), m_look(look)
{
    setReadOnly(true);
    setAccessibleName(tr("What the step did"));
    setTabChangesFocus(true);
    document()->setDocumentMargin(0);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void StepDetails::set(const protocol::StrategyStep *step)
{
    clear();
    if (!step)
        return;
    if (step->failure) {
        addSection(tr("Failure"));
        add(toQString(*step->failure), Colour::Critical);
    }
    if (!step->actions.empty())
        addSection(tr("Actions"));
    for (const auto &action : step->actions)
        addAction(action);
    if (!step->logs.empty())
        addSection(tr("Log"));
    for (const auto &log : step->logs) {
        const auto label = toQString(log.label);
        const auto text = toQString(log.text);
        add(label.isEmpty() ? text : QStringLiteral("%1: %2").arg(label, text), Colour::Text);
    }
    if (!step->cutOffs.empty()) {
        addSection(tr("Cut off"));
        add(tr("%n scripts took too long and were stopped", nullptr,
               static_cast<int>(step->cutOffs.size())),
            Colour::Critical);
    }
    QStringList states;
    for (const auto &state : step->states)
        states += toQString(state);
    addSection(tr("States after it"));
    add(states.isEmpty() ? tr("None: it is over") : states.join(QStringLiteral(", ")),
        Colour::Text);
    if (step->data) {
        addSection(tr("Event data"));
        add(readable(*step->data), Colour::Text);
    }
    moveCursor(QTextCursor::Start);
}

void StepDetails::addAction(const protocol::StrategyAction &action)
{
    add(toQString(action.name), action.error ? Colour::Critical : Colour::Text, QFont::DemiBold);
    for (const auto &[name, value] : action.attributes)
        add(QStringLiteral("    %1 = %2").arg(toQString(name), toQString(value)),
            Colour::TextMuted);
    if (action.error)
        add(QStringLiteral("    ") + tr("refused: %1").arg(toQString(*action.error)),
            Colour::Critical);
}

void StepDetails::addSection(const QString &name)
{
    add(name, Colour::TextMuted, QFont::DemiBold, true);
}

void StepDetails::add(const QString &text, Colour colour, QFont::Weight weight, bool hasRoomAbove)
{
    auto cursor = textCursor();
    cursor.movePosition(QTextCursor::End);
    QTextBlockFormat block;
    block.setTopMargin(hasRoomAbove && !document()->isEmpty() ? m_look.px(8) : 0);
    QTextCharFormat letters;
    letters.setForeground(m_look[colour]);
    letters.setFont(m_look.font(12, weight));
    if (document()->isEmpty())
        cursor.setBlockFormat(block);
    else
        cursor.insertBlock(block);
    cursor.insertText(text, letters);
}

} // namespace tandem
