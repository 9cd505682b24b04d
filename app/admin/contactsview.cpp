// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/contactsview.h"

#include "domain/limits.h"
#include "models/contactrequests.h"
#include "models/desksession.h"
#include "models/text.h"
#include "widgets/confirmation.h"
#include "widgets/emptystate.h"
#include "widgets/look.h"

#include <QAccessible>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>

namespace tandem {

namespace {

using State = ContactRequests::State;

constexpr int contactWidth = 640;

} // namespace

ContactsView::ContactsView(const Look &look, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_whom(new QLineEdit(this)),
      m_find(new QPushButton(tr("Look up"), this)),
      m_reason(new QLineEdit(this)),
      m_export(new QPushButton(tr("Export …"), this)),
      m_erase(new QPushButton(tr("Erase …"), this)),
      m_progress(new QProgressBar(this)),
      m_cancel(new QPushButton(tr("Cancel"), this)),
      m_empty(new EmptyState(look, this))
{
    setProperty("surface", QStringLiteral("plain"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 14, 24, 16);
    column->setSpacing(8);
    addLabel(column, "page")->setText(tr("Contacts"));
    addLabel(column, "muted")
        ->setText(tr("What is kept of a contact, to be given to them or erased when they ask for "
                     "it. Both stand in the audit."));
    auto *row = new QHBoxLayout;
    row->addWidget(m_whom);
    row->addWidget(m_find);
    row->addStretch();
    column->addLayout(row);
    auto *holder = new QWidget(this);
    m_stack = new QStackedLayout(holder);
    m_stack->addWidget(card());
    m_stack->addWidget(m_empty);
    column->addWidget(holder, 1);
    m_whom->setProperty("role", QStringLiteral("search"));
    m_whom->setPlaceholderText(tr("E-mail address or contact key"));
    m_whom->setAccessibleName(m_whom->placeholderText());
    m_whom->setMaxLength(static_cast<int>(limits::shortText));
    const auto find = [this] { this->look(m_whom->text()); };
    connect(m_whom, &QLineEdit::returnPressed, this, find);
    connect(m_find, &QPushButton::clicked, this, find);
    connect(m_empty, &EmptyState::actionAsked, this, find);
    connect(m_reason, &QLineEdit::textChanged, this, &ContactsView::refreshCard);
    connect(m_export, &QPushButton::clicked, this, &ContactsView::exportContact);
    connect(m_erase, &QPushButton::clicked, this, &ContactsView::erase);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_requests->cancelExport(); });
    connect(&look, &Look::changed, this, &ContactsView::dress);
    dress();
}

ContactsView::~ContactsView() = default;

QLabel *ContactsView::addLabel(QVBoxLayout *column, const char *role)
{
    auto *label = new QLabel(this);
    label->setProperty("role", QString::fromLatin1(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    column->addWidget(label);
    return label;
}

QWidget *ContactsView::card()
{
    auto *holder = new QWidget(this);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(6);
    m_name = addLabel(column, "heading");
    m_amount = addLabel(column, "");
    m_files = addLabel(column, "");
    m_open = addLabel(column, "notice");
    column->addSpacing(10);
    auto *label = addLabel(column, "field");
    label->setText(tr("Reason"));
    label->setBuddy(m_reason);
    m_reason->setProperty("role", QStringLiteral("form"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(
        tr("Needed for both, and kept for auditors: who asked for it, and how"));
    m_export->setAccessibleName(tr("Export the contact"));
    m_erase->setObjectName(QStringLiteral("eraseContact"));
    m_erase->setAccessibleName(tr("Erase the contact"));
    m_reason->setMaxLength(static_cast<int>(limits::shortText));
    column->addWidget(m_reason);
    column->addSpacing(6);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_export);
    row->addWidget(m_erase);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addStretch();
    column->addLayout(row);
    column->addSpacing(6);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_notice = addLabel(column, "done");
    m_problem = addLabel(column, "problem");
    column->addStretch();
    return holder;
}

void ContactsView::show(DeskSession *session)
{
    m_requests = session ? std::make_unique<ContactRequests>(session->link()) : nullptr;
    m_whom->clear();
    m_reason->clear();
    if (!m_requests)
        return;
    connect(m_requests.get(), &ContactRequests::changed, this, &ContactsView::refresh);
    refresh();
}

void ContactsView::look(const QString &whom)
{
    if (!m_requests)
        return;
    m_whom->setText(whom);
    m_requests->look(whom);
}

void ContactsView::focusSearch()
{
    m_whom->setFocus();
    m_whom->selectAll();
}

bool ContactsView::isSettled() const { return m_requests && !m_requests->isBusy(); }

void ContactsView::refresh()
{
    const auto state = m_requests->state();
    const bool isWorking = state == State::Exporting || state == State::Erasing;
    const bool hasCard = isWorking || (state == State::Found && m_requests->found().interactions);
    m_whom->setEnabled(!isWorking);
    m_find->setEnabled(!isWorking);
    if (state == State::Erased)
        m_reason->clear();
    if (hasCard)
        refreshCard();
    else
        refreshEmpty();
    m_stack->setCurrentIndex(hasCard ? 0 : 1);
}

void ContactsView::refreshEmpty()
{
    const auto icon = QStringLiteral("contact");
    const auto whom = m_requests->whom();
    switch (m_requests->state()) {
    case State::Looking: return m_empty->set(icon, tr("Looking what is kept …"), {});
    case State::Failed:
        return m_empty->set(QStringLiteral("wifi-off"), tr("It cannot be told what is kept"),
                            m_requests->problem(), tr("Try again"));
    case State::Erased:
        return m_empty->set(QStringLiteral("circle-check"), tr("%1 is erased").arg(whom),
                            tr("Of %n interaction(s) nothing is left but figures. Backups are not "
                               "changed.",
                               nullptr, m_requests->erased()));
    case State::Found:
        return m_empty->set(icon, tr("Nothing is kept of %1").arg(whom),
                            tr("Is it written as the contact has given it?"));
    default:
        return m_empty->set(icon, tr("Of whom?"),
                            tr("An e-mail address finds all that was said under it. A contact key "
                               "is what an interaction is known again by, for example "
                               "tel:+4930123."));
    }
}

void ContactsView::refreshCard()
{
    if (!m_requests)
        return;
    const auto &found = m_requests->found();
    const auto state = m_requests->state();
    const bool isExporting = state == State::Exporting;
    const bool mayBegin = state == State::Found && hasReason();
    m_name->setText(m_requests->whom());
    m_amount->setText(
        tr("%n interaction(s) are kept.", nullptr, static_cast<int>(found.interactions)));
    m_files->setText(tr("%n file(s) were sent in them.", nullptr, static_cast<int>(found.files)));
    m_files->setVisible(found.files > 0);
    m_open->setText(tr("%n of them are open. End them first; then they can be erased.", nullptr,
                       static_cast<int>(found.open)));
    m_open->setVisible(found.open > 0);
    m_reason->setEnabled(state == State::Found);
    m_export->setEnabled(mayBegin);
    m_erase->setEnabled(mayBegin && found.open == 0);
    m_progress->setVisible(m_requests->isBusy());
    // Nobody knows how far an erasure is, nor an export without files.
    m_progress->setRange(0, isExporting && found.files > 0 ? 100 : 0);
    m_progress->setValue(m_requests->percent());
    m_cancel->setVisible(isExporting);
    say(m_notice, m_requests->notice());
    say(m_problem, m_requests->problem());
}

void ContactsView::say(QLabel *label, const QString &text)
{
    const bool isNew = !text.isEmpty() && text != label->text();
    label->setText(text);
    label->setVisible(!text.isEmpty());
    if (isNew) {
        QAccessibleEvent alert(label, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

bool ContactsView::hasReason() const
{
    const auto reason = toUtf8(m_reason->text().trimmed());
    return !reason.empty() && reason.size() <= limits::shortText;
}

void ContactsView::exportContact()
{
    auto *dialog =
        new QFileDialog(window(), tr("Export what is kept"), QString(), tr("Document (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(QStringLiteral("contact.json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (m_requests)
            m_requests->exportTo(path, m_reason->text().trimmed());
    });
    dialog->open();
}

void ContactsView::erase()
{
    const auto &found = m_requests->found();
    const auto means =
        tr("Names, texts, data, keys and files of %n interaction(s) are taken out for ever, and "
           "nobody can bring them back. Figures stay, and backups are not changed.",
           nullptr, static_cast<int>(found.interactions));
    confirm(this, m_look, tr("Erase %1?").arg(m_requests->whom()), means, tr("Erase"),
            [self = QPointer(this)] {
                if (self && self->m_requests)
                    self->m_requests->erase(self->m_reason->text().trimmed());
            });
}

void ContactsView::dress()
{
    m_whom->setFixedWidth(m_look.px(320));
    for (auto *part : std::initializer_list<QWidget *>{m_reason, m_open, m_notice, m_problem})
        part->setMaximumWidth(m_look.px(contactWidth));
    m_progress->setFixedSize(m_look.px(160), m_look.px(6));
    m_export->setIcon(m_look.buttonIcon(QStringLiteral("download"), Colour::Text, 16));
    m_erase->setIcon(m_look.buttonIcon(QStringLiteral("trash-2"), Colour::Text, 16));
}

} // namespace tandem
