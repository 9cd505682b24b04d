// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/referenceseditor.h"

#include "widgets/look.h"
#include "widgets/searchfield.h"
#include "widgets/tickdelegate.h"

#include <QJsonArray>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tandem {

namespace {

constexpr int rowsWithoutSearch = 7;

} // namespace

ReferencesEditor::ReferencesEditor(const FieldDescription &field, const FormContext &context,
                                   QWidget *parent)
    : FieldEditor(field, context, parent),
      m_search(new SearchField(context.look, tr("Search in %1").arg(field.label), this)),
      m_list(new QListWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_search);
    column->addWidget(m_list);
    m_list->setProperty("role", QStringLiteral("ticks"));
    m_list->setItemDelegate(new TickDelegate(context.look, m_list));
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    setControl(m_list);
    m_list->setEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &ReferencesEditor::filter);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        if (m_isSilent)
            return;
        const auto id = item->data(Qt::UserRole).toString();
        m_chosen.removeAll(id);
        if (item->checkState() == Qt::Checked)
            m_chosen += id;
        emit edited();
    });
}

QJsonValue ReferencesEditor::value() const { return QJsonArray::fromStringList(m_chosen); }

void ReferencesEditor::setValue(const QJsonValue &value)
{
    QStringList chosen;
    const auto ids = value.toArray();
    for (const auto &id : ids)
        chosen += id.toString();
    auto options = context().references(field().of);
    for (const auto &id : chosen) {
        if (std::ranges::find(options, id, &FieldOption::code) == options.end())
            options.push_back({id, tr("%1 (is not there)").arg(id)});
    }
    m_isSilent = true;
    m_chosen = chosen;
    m_list->clear();
    for (const auto &option : options) {
        auto *item = new QListWidgetItem(option.name, m_list);
        item->setData(Qt::UserRole, option.code);
        item->setFlags(context().isReadOnly
                           ? Qt::ItemIsEnabled
                           : Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(chosen.contains(option.code) ? Qt::Checked : Qt::Unchecked);
    }
    m_isSilent = false;
    const int rows = static_cast<int>(options.size());
    m_search->setVisible(rows > rowsWithoutSearch);
    const int shown = std::clamp(rows, 1, rowsWithoutSearch);
    m_list->setFixedHeight(shown * look().px(30) + look().px(10));
}

void ReferencesEditor::filter(const QString &words)
{
    for (int row = 0; row < m_list->count(); ++row) {
        auto *item = m_list->item(row);
        item->setHidden(
            !item->text().contains(words, Qt::CaseInsensitive)
            && !item->data(Qt::UserRole).toString().contains(words, Qt::CaseInsensitive));
    }
}

} // namespace tandem
