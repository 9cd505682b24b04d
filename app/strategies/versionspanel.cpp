// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/versionspanel.h"

#include "models/text.h"
#include "strategies/strategycells.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tandem {

VersionsPanel::VersionsPanel(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_list(new QListView(this)),
      m_note(new QLabel(this)),
      m_activate(new QPushButton(tr("Activate …"), this)),
      m_export(new QPushButton(tr("Export …"), this)),
      m_install(new QPushButton(tr("Install a new version …"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 12);
    column->setSpacing(8);
    m_list->setModel(&m_versions);
    m_list->setItemDelegate(new StrategyCells(
        look, 3,
        [](const QModelIndex &index) {
            const int sessions = index.data(StrategyVersions::SessionsRole).toInt();
            auto more = index.data(StrategyVersions::NoteRole).toString();
            if (sessions > 0)
                more = tr("%n running", "sessions of a version", sessions)
                       + (more.isEmpty() ? QString() : QStringLiteral(" · ") + more);
            return StrategyCells::Row{index.data().toString(),
                                      index.data(StrategyVersions::DetailRole).toString(),
                                      more,
                                      index.data(StrategyVersions::MarkRole).toString(),
                                      Colour::Positive,
                                      Colour::PositiveSoft};
        },
        m_list));
    m_list->setAccessibleName(tr("Versions of the strategy"));
    // The site's export is on the same page.
    m_export->setAccessibleName(tr("Export this version"));
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_note->setProperty("role", QStringLiteral("muted"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    column->addWidget(m_list, 1);
    column->addWidget(m_note);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_activate, 1);
    row->addWidget(m_export, 1);
    column->addLayout(row);
    column->addWidget(m_install);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &VersionsPanel::onCurrent);
    connect(m_activate, &QPushButton::clicked, this, [this] { emit activateAsked(version()); });
    connect(m_export, &QPushButton::clicked, this, [this] { emit exportAsked(version()); });
    connect(m_install, &QPushButton::clicked, this, &VersionsPanel::installAsked);
    connect(&look, &Look::changed, this, &VersionsPanel::dress);
    dress();
}

void VersionsPanel::setMayChange(bool mayChange)
{
    m_mayChange = mayChange;
    m_activate->setVisible(mayChange);
    m_install->setVisible(mayChange);
}

int VersionsPanel::version() const
{
    return m_list->currentIndex().data(StrategyVersions::NumberRole).toInt();
}

void VersionsPanel::show(const protocol::Strategy &strategy)
{
    const auto id = toQString(strategy.id);
    const bool isAnother = id != m_id;
    const int before = isAnother ? 0 : version();
    m_id = id;
    m_active = strategy.activeVersion;
    m_isSilent = true;
    m_versions.set(strategy.versions);
    int row = m_versions.rowOf(before);
    if (row < 0)
        row = m_versions.rowOf(strategy.activeVersion.value_or(0));
    m_list->setCurrentIndex(m_versions.index(std::max(0, row)));
    m_isSilent = false;
    onCurrent();
}

void VersionsPanel::onCurrent()
{
    if (m_isSilent)
        return;
    const int chosen = version();
    const auto note = m_list->currentIndex().data(StrategyVersions::NoteRole).toString();
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_activate->setEnabled(chosen > 0 && m_active != chosen);
    m_activate->setText(m_active && chosen < *m_active ? tr("Roll back …") : tr("Activate …"));
    m_export->setEnabled(chosen > 0);
    emit versionChosen(chosen);
}

void VersionsPanel::dress()
{
    m_install->setIcon(m_look.buttonIcon(QStringLiteral("file-up"), Colour::Text, 16));
    m_export->setIcon(m_look.buttonIcon(QStringLiteral("download"), Colour::Text, 16));
}

} // namespace tandem
