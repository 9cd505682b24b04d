// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/confirmation.h"

#include "widgets/look.h"

#include <QCoreApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

void confirm(QWidget *over, const Look &look, const QString &question, const QString &means,
             const QString &yes, std::function<void()> then)
{
    auto *dialog = new QDialog(over->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(question);
    dialog->setModal(true);
    dialog->setMinimumWidth(look.px(380));
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(8);
    auto *title = new QLabel(question, dialog);
    title->setProperty("role", QStringLiteral("heading"));
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    auto *text = new QLabel(means, dialog);
    text->setProperty("role", QStringLiteral("muted"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *cancel = new QPushButton(QCoreApplication::translate("Confirmation", "Cancel"), dialog);
    auto *accept = new QPushButton(yes, dialog);
    accept->setProperty("role", QStringLiteral("primary"));
    accept->setDefault(true);
    row->addWidget(cancel);
    row->addWidget(accept);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(8);
    column->addLayout(row);
    QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(accept, &QPushButton::clicked, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, dialog, [then = std::move(then)] { then(); });
    dialog->open();
    accept->setFocus();
}

} // namespace tandem
