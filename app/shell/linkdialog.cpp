// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/linkdialog.h"

#include "domain/webaddress.h"
#include "models/text.h"
#include "widgets/look.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

LinkDialog::LinkDialog(const Look &look, QWidget *parent)
    : QDialog(parent),
      m_url(new QLineEdit(this)),
      m_problem(new QLabel(this)),
      m_send(new QPushButton(tr("Send link"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Send a link"));
    setModal(true);
    setMinimumWidth(look.px(440));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(8);
    auto *title = new QLabel(tr("Send a link"), this);
    title->setProperty("role", QStringLiteral("heading"));
    auto *means = new QLabel(tr("The customer sees a card and opens it with a click."), this);
    means->setProperty("role", QStringLiteral("muted"));
    means->setWordWrap(true);
    m_url->setAccessibleName(tr("Address"));
    m_url->setPlaceholderText(QStringLiteral("https://www.example.com/page"));
    m_problem->setProperty("role", QStringLiteral("problem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(m_problem->fontMetrics().height());
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_send->setProperty("role", QStringLiteral("primary"));
    m_send->setDefault(true);
    row->addWidget(cancel);
    row->addWidget(m_send);
    for (QWidget *part : {static_cast<QWidget *>(title), static_cast<QWidget *>(means),
                          static_cast<QWidget *>(m_url), static_cast<QWidget *>(m_problem)})
        column->addWidget(part);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_url, &QLineEdit::textChanged, this, &LinkDialog::check);
    connect(m_send, &QPushButton::clicked, this, [this] {
        accept();
        emit chosen(url());
    });
    // What is to be sent has often just been copied.
    const auto copied = QGuiApplication::clipboard()->text().trimmed();
    if (isWebAddress(toUtf8(copied)))
        m_url->setText(copied);
    m_url->selectAll();
    m_url->setFocus();
    check();
}

// People leave out the beginning.
QString LinkDialog::url() const
{
    const auto text = m_url->text().trimmed();
    return text.contains(QLatin1String("://")) ? text : QStringLiteral("https://") + text;
}

void LinkDialog::check()
{
    const bool isEmpty = m_url->text().trimmed().isEmpty();
    const bool isGood = !isEmpty && isWebAddress(toUtf8(url()));
    m_send->setEnabled(isGood);
    m_problem->setText(isEmpty || isGood ? QString()
                                         : tr("Write an address that begins with https:// or "
                                              "http://, without blanks."));
}

} // namespace tandem
