// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/changebar.h"

#include "admin/differencedialog.h"
#include "widgets/confirmation.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tandem {

ChangeBar::ChangeBar(const Look &look, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_count(new QLabel(this)),
      m_problem(new QPushButton(this)),
      m_preview(new QPushButton(tr("Show changes"), this)),
      m_discard(new QPushButton(tr("Discard"), this)),
      m_apply(new QPushButton(tr("Apply"), this))
{
    setProperty("surface", QStringLiteral("bottom"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 10, 16, 10);
    row->setSpacing(8);
    row->addWidget(m_count);
    row->addWidget(m_problem);
    row->addStretch();
    row->addWidget(m_preview);
    row->addWidget(m_discard);
    row->addWidget(m_apply);
    m_count->setProperty("role", QStringLiteral("strong"));
    m_problem->setProperty("role", QStringLiteral("wrongLink"));
    m_problem->setToolTip(tr("Go there"));
    m_apply->setProperty("role", QStringLiteral("primary"));
    connect(m_problem, &QPushButton::clicked, this, &ChangeBar::openProblem);
    connect(m_preview, &QPushButton::clicked, this, &ChangeBar::preview);
    connect(m_discard, &QPushButton::clicked, this, &ChangeBar::discard);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        if (m_draft)
            m_draft->apply();
    });
    connect(&look, &Look::changed, this, &ChangeBar::refresh);
    hide();
}

void ChangeBar::show(SiteDraft *draft)
{
    if (m_draft)
        m_draft->disconnect(this);
    m_draft = draft;
    if (draft) {
        connect(draft, &SiteDraft::changed, this, &ChangeBar::refresh);
        connect(draft, &SiteDraft::problemsChanged, this, &ChangeBar::refresh);
        connect(draft, &SiteDraft::applyingChanged, this, &ChangeBar::refresh);
    }
    refresh();
}

void ChangeBar::refresh()
{
    const int count = m_draft ? m_draft->changeCount() : 0;
    setVisible(count > 0);
    if (count == 0)
        return;
    const bool isApplying = m_draft->isApplying();
    m_count->setText(isApplying ? tr("Applying …")
                                : tr("%n change(s) not applied yet", nullptr, count));
    const auto &problems = m_draft->problems();
    m_problem->setVisible(!problems.empty());
    if (!problems.empty()) {
        const auto &first = problems.front();
        const auto entry = m_draft->entry(first.kind, first.key);
        const auto text = entry ? tr("%1: %2", "object: what is wrong")
                                      .arg(m_draft->title(first.kind, *entry), first.message)
                                : first.message;
        m_problem->setText(
            m_problem->fontMetrics().elidedText(text, Qt::ElideRight, m_look.px(420)));
        m_problem->setAccessibleName(text);
        m_problem->setIcon(m_look.buttonIcon(QStringLiteral("circle-alert"), Colour::Critical, 16));
    }
    for (auto *button : {m_preview, m_discard})
        button->setEnabled(!isApplying);
    m_apply->setEnabled(!isApplying && problems.empty());
}

void ChangeBar::preview()
{
    if (!m_draft)
        return;
    m_draft->preview([self = QPointer(this)](Result<SiteDraft::Changes> changes) {
        if (!self || !changes)
            return;
        auto *dialog = new DifferenceDialog(self->m_look, tr("What will change"), {}, *changes,
                                            tr("Apply"), self->window());
        connect(dialog, &QDialog::accepted, self, [self] {
            if (self->m_draft)
                self->m_draft->apply();
        });
        dialog->open();
    });
}

void ChangeBar::discard()
{
    confirm(this, m_look, tr("Discard all changes?"),
            tr("What you have changed and not applied is lost."), tr("Discard"),
            [self = QPointer(this)] {
                if (self && self->m_draft)
                    self->m_draft->discard();
            });
}

void ChangeBar::openProblem()
{
    if (!m_draft || m_draft->problems().empty())
        return;
    const auto problem = m_draft->problems().front();
    if (!problem.key.isEmpty())
        emit objectAsked(problem.kind, problem.key);
}

} // namespace tandem
