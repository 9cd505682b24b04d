// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/differencedialog.h"

#include "admin/differenceview.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

DifferenceDialog::DifferenceDialog(const Look &look, const QString &title, const QString &means,
                                   const std::vector<protocol::SiteChange> &changes,
                                   const QString &button, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setModal(true);
    resize(look.px(680), look.px(520));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(10);
    auto *heading = new QLabel(title, this);
    heading->setProperty("role", QStringLiteral("heading"));
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    column->addWidget(heading);
    if (!means.isEmpty()) {
        auto *text = new QLabel(means, this);
        text->setProperty("role", QStringLiteral("muted"));
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        column->addWidget(text);
    }
    auto *view = new DifferenceView(look, this);
    view->set(changes);
    column->addWidget(view, 1);
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *close = new QPushButton(button.isEmpty() ? tr("Close") : tr("Cancel"), this);
    row->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    if (!button.isEmpty()) {
        auto *accept = new QPushButton(button, this);
        accept->setProperty("role", QStringLiteral("primary"));
        accept->setDefault(true);
        accept->setEnabled(!changes.empty());
        row->addWidget(accept);
        connect(accept, &QPushButton::clicked, this, &QDialog::accept);
        accept->setFocus();
    }
    column->addLayout(row);
}

} // namespace tandem
