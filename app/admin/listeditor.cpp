// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/listeditor.h"

#include "admin/roweditor.h"
#include "admin/structeditor.h"
#include "widgets/look.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace tandem {

ListEditor::ListEditor(const FieldDescription &field, const FormContext &context, QWidget *parent)
    : FieldEditor(field, context, parent),
      m_rows(new QVBoxLayout),
      m_none(new QLabel(field.placeholder, this)),
      m_problem(problemLabel(this)),
      m_add(new QPushButton(field.add, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    if (field.isInline) {
        m_columns = RowEditor::names(field, look(), this);
        column->addWidget(m_columns);
    }
    m_rows->setSpacing(field.isInline ? 4 : 10);
    column->addLayout(m_rows);
    m_none->setProperty("role", QStringLiteral("muted"));
    m_none->setContentsMargins(0, look().px(6), 0, 0);
    column->addWidget(m_none);
    column->addWidget(m_problem);
    m_add->setProperty("role", QStringLiteral("link"));
    m_add->setIcon(look().icon(QStringLiteral("plus"), Colour::Accent, 14));
    m_add->setVisible(!context.isReadOnly);
    column->addWidget(m_add, 0, Qt::AlignLeading);
    connect(m_add, &QPushButton::clicked, this, &ListEditor::add);
    setFocusProxy(m_add);
    number();
}

bool ListEditor::isWide() const
{
    const auto has = [this](FieldKind kind) {
        return std::ranges::any_of(field().fields,
                                   [kind](const auto &part) { return part.kind == kind; });
    };
    return !field().isInline || has(FieldKind::Choices);
}

QJsonValue ListEditor::value() const
{
    QJsonArray list;
    for (const auto &entry : m_entries)
        list.append(entry.editor->value());
    return list;
}

void ListEditor::setValue(const QJsonValue &value)
{
    const auto list = value.toArray();
    setCount(static_cast<int>(list.size()));
    for (int i = 0; i < list.size(); ++i)
        m_entries[static_cast<std::size_t>(i)].editor->setValue(list[i]);
    number();
}

void ListEditor::setCount(int count)
{
    while (static_cast<int>(m_entries.size()) > count) {
        delete m_entries.back().frame;
        m_entries.pop_back();
    }
    while (static_cast<int>(m_entries.size()) < count) {
        m_entries.push_back(makeEntry());
        m_rows->addWidget(m_entries.back().frame);
    }
}

ListEditor::Entry ListEditor::makeEntry()
{
    Entry entry;
    entry.frame = new QFrame(this);
    if (field().isInline)
        makeRow(entry);
    else
        makeCard(entry);
    connect(entry.editor, &FieldEditor::edited, this, &FieldEditor::edited);
    return entry;
}

void ListEditor::makeRow(Entry &entry)
{
    auto *row = new QHBoxLayout(entry.frame);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    entry.editor = new RowEditor(field(), context(), entry.frame);
    auto *remove = tool(entry.frame, "x", tr("Remove"));
    row->addWidget(entry.editor, 1);
    row->addWidget(remove, 0, Qt::AlignTop);
    connect(remove, &QPushButton::clicked, this,
            [this, frame = entry.frame] { this->remove(frame); });
}

void ListEditor::makeCard(Entry &entry)
{
    entry.frame->setProperty("surface", QStringLiteral("entry"));
    auto *column = new QVBoxLayout(entry.frame);
    column->setContentsMargins(14, 8, 10, 12);
    column->setSpacing(6);
    entry.title = new QLabel(entry.frame);
    entry.title->setProperty("role", QStringLiteral("strong"));
    entry.up = tool(entry.frame, "arrow-up", tr("Move up"));
    entry.down = tool(entry.frame, "arrow-down", tr("Move down"));
    auto *remove = tool(entry.frame, "trash-2", tr("Remove"));
    auto *row = new QHBoxLayout;
    row->setSpacing(2);
    row->addWidget(entry.title, 1);
    for (auto *button : {entry.up, entry.down, remove})
        row->addWidget(button);
    column->addLayout(row);
    auto part = field();
    part.isOptional = false;
    part.kind = FieldKind::Struct;
    entry.editor = new StructEditor(part, context(), entry.frame);
    column->addWidget(entry.editor);
    const auto *frame = entry.frame;
    connect(entry.up, &QPushButton::clicked, this, [this, frame] { move(frame, -1); });
    connect(entry.down, &QPushButton::clicked, this, [this, frame] { move(frame, 1); });
    connect(remove, &QPushButton::clicked, this, [this, frame] { this->remove(frame); });
}

QPushButton *ListEditor::tool(QWidget *parent, const char *icon, const QString &name)
{
    auto *button = new QPushButton(parent);
    button->setProperty("role", QStringLiteral("tool"));
    button->setIcon(look().icon(QString::fromLatin1(icon), Colour::TextMuted, 15));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setVisible(!context().isReadOnly);
    return button;
}

void ListEditor::add()
{
    m_entries.push_back(makeEntry());
    auto &entry = m_entries.back();
    m_rows->addWidget(entry.frame);
    entry.editor->setValue(siteschema::newObject(field().fields));
    number();
    entry.editor->setFocus();
    emit edited();
}

void ListEditor::move(const QWidget *frame, int by)
{
    const int from = indexOf(frame);
    const int to = from + by;
    if (from < 0 || to < 0 || to >= static_cast<int>(m_entries.size()))
        return;
    std::swap(m_entries[static_cast<std::size_t>(from)], m_entries[static_cast<std::size_t>(to)]);
    auto *moved = m_entries[static_cast<std::size_t>(to)].frame;
    m_rows->removeWidget(moved);
    m_rows->insertWidget(to, moved);
    number();
    emit edited();
}

void ListEditor::remove(const QWidget *frame)
{
    const int at = indexOf(frame);
    if (at < 0)
        return;
    m_entries[static_cast<std::size_t>(at)].frame->deleteLater();
    m_entries[static_cast<std::size_t>(at)].frame->hide();
    m_entries.erase(m_entries.begin() + at);
    number();
    m_add->setFocus();
    emit edited();
}

int ListEditor::indexOf(const QWidget *frame) const
{
    const auto found = std::ranges::find(m_entries, frame, &Entry::frame);
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

void ListEditor::number()
{
    const auto count = m_entries.size();
    for (std::size_t i = 0; i < count; ++i) {
        auto &entry = m_entries[i];
        if (!entry.title)
            continue;
        entry.title->setText(field().entry.arg(i + 1));
        entry.up->setEnabled(i > 0);
        entry.down->setEnabled(i + 1 < count);
    }
    m_none->setVisible(count == 0);
    if (m_columns)
        m_columns->setVisible(count > 0);
}

bool ListEditor::showProblem(const QString &path, const QString &message)
{
    static const QRegularExpression form(QStringLiteral("^\\[(\\d+)\\]\\.?(.*)$"));
    const auto match = form.match(path);
    const auto index = match.captured(1).toUInt();
    if (match.hasMatch() && index < m_entries.size())
        return m_entries[index].editor->showProblem(match.captured(2), message);
    m_problem->setText(message);
    m_problem->show();
    return true;
}

void ListEditor::clearProblem()
{
    m_problem->hide();
    for (const auto &entry : m_entries)
        entry.editor->clearProblem();
}

} // namespace tandem
