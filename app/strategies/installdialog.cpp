// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/installdialog.h"

#include "models/errortext.h"
#include "models/text.h"
#include "widgets/look.h"
#include "widgets/restyle.h"
#include "widgets/tickbox.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace tandem {

namespace {

constexpr int longestNote = 400;

QLabel *fieldLabel(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("field"));
    label->setBuddy(buddy);
    return label;
}

} // namespace

InstallDialog::InstallDialog(const Look &look, Strategies &strategies, const QString &id,
                             const QString &suggested, const QString &fileName,
                             const QString &document, QWidget *parent)
    : QDialog(parent),
      m_look(look),
      m_strategies(&strategies),
      m_isNew(id.isEmpty()),
      m_document(document),
      m_id(new QLineEdit(m_isNew ? suggested : id, this)),
      m_note(new QLineEdit(this)),
      m_activate(new TickBox(look, tr("New sessions run this version from now on"), this)),
      m_state(new QLabel(this)),
      m_findings(new QListWidget(this)),
      m_install(new QPushButton(tr("Install"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(m_isNew ? tr("New strategy") : tr("New version of %1").arg(id));
    resize(look.px(560), look.px(440));
    build(fileName);
    connect(m_id, &QLineEdit::textChanged, this, &InstallDialog::refresh);
    connect(m_install, &QPushButton::clicked, this, &InstallDialog::install);
    check();
}

void InstallDialog::build(const QString &fileName)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(8);
    auto *title = new QLabel(windowTitle(), this);
    title->setProperty("role", QStringLiteral("heading"));
    title->setTextFormat(Qt::PlainText);
    auto *from = new QLabel(tr("From the file %1").arg(fileName), this);
    from->setProperty("role", QStringLiteral("muted"));
    from->setTextFormat(Qt::PlainText);
    from->setWordWrap(true);
    column->addWidget(title);
    column->addWidget(from);
    column->addSpacing(4);
    for (auto *field : {m_id, m_note})
        field->setProperty("role", QStringLiteral("form"));
    m_id->setAccessibleName(tr("Code of the strategy"));
    m_id->setReadOnly(!m_isNew);
    m_id->setValidator(new QRegularExpressionValidator(
        QRegularExpression(QStringLiteral("[A-Za-z0-9._-]{1,64}")), m_id));
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("What is new in this version"));
    m_note->setMaxLength(longestNote);
    if (m_isNew) {
        column->addWidget(fieldLabel(tr("Code"), m_id, this));
        column->addWidget(m_id);
    } else {
        m_id->hide();
    }
    column->addWidget(fieldLabel(tr("Note"), m_note, this));
    column->addWidget(m_note);
    // Nobody runs a new one before a queue names it; then it should run.
    m_activate->setChecked(m_isNew);
    column->addWidget(m_activate);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    column->addWidget(m_state);
    m_findings->setAccessibleName(tr("What was found in the document"));
    m_findings->setWordWrap(true);
    m_findings->hide();
    column->addWidget(m_findings, 1);
    column->addStretch();
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_install->setProperty("role", QStringLiteral("primary"));
    m_install->setDefault(true);
    row->addWidget(cancel);
    row->addWidget(m_install);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    (m_isNew ? m_id : m_note)->setFocus();
}

void InstallDialog::check()
{
    m_isBusy = true;
    tell(tr("Checking the document …"), false);
    refresh();
    m_strategies->check(m_document, [self = QPointer(this)](Result<Strategies::Findings> found) {
        if (!self)
            return;
        self->m_isBusy = false;
        if (found)
            self->showFindings(*found);
        else
            self->tell(errorText(found.error()), true);
        self->refresh();
    });
}

void InstallDialog::showFindings(const Strategies::Findings &findings)
{
    m_isGood = findings.empty();
    m_findings->setVisible(!m_isGood);
    if (m_isGood) {
        tell(tr("The document is in order."), false);
        return;
    }
    tell(tr("%n places stand against it. Correct them in the file and choose it again.", nullptr,
            static_cast<int>(findings.size())),
         true);
    for (const auto &finding : findings) {
        const auto message = toQString(finding.message);
        m_findings->addItem(finding.line > 0 ? tr("%1:%2  %3", "line, column, what is wrong")
                                                   .arg(finding.line)
                                                   .arg(finding.column)
                                                   .arg(message)
                                             : message);
    }
}

void InstallDialog::tell(const QString &text, bool isProblem)
{
    m_state->setText(text);
    restyle(m_state, "role", isProblem ? QStringLiteral("problem") : QStringLiteral("muted"));
}

bool InstallDialog::isIdGood() const
{
    return m_id->hasAcceptableInput() && !(m_isNew && m_strategies->rowOf(m_id->text()) >= 0);
}

void InstallDialog::refresh()
{
    const bool isTaken = m_isNew && m_strategies && m_strategies->rowOf(m_id->text()) >= 0;
    restyle(m_id, "problem", isTaken);
    m_id->setToolTip(isTaken ? tr("There is a strategy of this code.") : QString());
    m_install->setEnabled(m_isGood && !m_isBusy && m_strategies && isIdGood());
}

void InstallDialog::install()
{
    protocol::StrategyInstall request;
    request.strategyId = toUtf8(m_id->text());
    request.document = toUtf8(m_document);
    if (const auto note = m_note->text().trimmed(); !note.isEmpty())
        request.note = toUtf8(note);
    request.activate = m_activate->isChecked();
    m_isBusy = true;
    refresh();
    m_strategies->install(request, [self = QPointer(this)](auto reply) {
        if (!self)
            return;
        self->m_isBusy = false;
        if (reply) {
            emit self->installed(toQString(reply->strategyId), reply->version);
            self->accept();
            return;
        }
        self->tell(errorText(reply.error()), true);
        self->refresh();
    });
}

} // namespace tandem
