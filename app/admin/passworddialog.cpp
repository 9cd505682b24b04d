// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/passworddialog.h"

#include "domain/limits.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

PasswordDialog::PasswordDialog(const Look &look, const QString &name, bool isNew, QWidget *parent)
    : QDialog(parent),
      m_first(new QLineEdit(this)),
      m_second(new QLineEdit(this)),
      m_problem(new QLabel(this)),
      m_accept(new QPushButton(tr("Set password"), this))
{
    setWindowTitle(tr("Set password"));
    setModal(true);
    setMinimumWidth(look.px(400));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(8);
    auto *title = new QLabel(tr("Password of %1").arg(name), this);
    title->setProperty("role", QStringLiteral("heading"));
    title->setTextFormat(Qt::PlainText);
    auto *means = new QLabel(isNew ? tr("It counts as soon as the changes are applied.")
                                   : tr("It counts at once; who is signed in has to do so anew."),
                             this);
    means->setProperty("role", QStringLiteral("muted"));
    means->setWordWrap(true);
    column->addWidget(title);
    column->addWidget(means);
    const std::pair<QLineEdit *, QString> lines[] = {{m_first, tr("New password")},
                                                     {m_second, tr("Once more")}};
    for (const auto &[line, text] : lines) {
        line->setEchoMode(QLineEdit::Password);
        line->setMaxLength(static_cast<int>(limits::password) / 4);
        line->setPlaceholderText(text);
        line->setAccessibleName(text);
        column->addWidget(line);
        connect(line, &QLineEdit::textChanged, this, &PasswordDialog::refresh);
    }
    m_problem->setProperty("role", QStringLiteral("wrong"));
    column->addWidget(m_problem);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_accept->setProperty("role", QStringLiteral("primary"));
    m_accept->setDefault(true);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_accept);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, [this] {
        emit chosen(m_first->text());
        QDialog::accept();
    });
    m_first->setFocus();
    refresh();
}

void PasswordDialog::refresh()
{
    const bool isSame = m_first->text() == m_second->text();
    m_problem->setText(!isSame && !m_second->text().isEmpty() ? tr("They are not the same.")
                                                              : QString());
    m_accept->setEnabled(isSame && !m_first->text().isEmpty());
}

} // namespace tandem
