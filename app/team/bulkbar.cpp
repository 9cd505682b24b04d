// SPDX-License-Identifier: GPL-3.0-or-later
#include "team/bulkbar.h"

#include "models/supervision.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace tandem {

BulkBar::BulkBar(const Look &look, QWidget *parent)
    : QFrame(parent),
      m_text(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_stop(new QPushButton(tr("Stop"), this))
{
    setProperty("surface", QStringLiteral("field"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 8, 6);
    row->setSpacing(12);
    row->addWidget(m_text);
    row->addWidget(m_bar, 1);
    row->addWidget(m_stop);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(look.px(6));
    m_bar->setAccessibleName(tr("Progress"));
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_supervision)
            m_supervision->cancelBulk();
    });
    hide();
}

void BulkBar::show(Supervision *supervision)
{
    if (m_supervision)
        m_supervision->disconnect(this);
    m_supervision = supervision;
    if (supervision)
        connect(supervision, &Supervision::bulkChanged, this, &BulkBar::refresh);
    refresh();
}

void BulkBar::refresh()
{
    const bool isOn = m_supervision && m_supervision->bulk();
    setVisible(isOn);
    if (!isOn)
        return;
    const auto &bulk = *m_supervision->bulk();
    m_bar->setRange(0, bulk.total);
    m_bar->setValue(bulk.done + bulk.failed);
    m_stop->setEnabled(!bulk.operationId.empty());
    m_text->setText(tr("%1 of %2 changed").arg(bulk.done).arg(bulk.total));
}

} // namespace tandem
