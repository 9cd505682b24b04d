// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/objectform.h"

#include "admin/passworddialog.h"
#include "admin/structeditor.h"
#include "models/membership.h"
#include "widgets/confirmation.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tandem {

namespace {

using protocol::SiteKind;

// Of agents: kept in the groups, shown with the agent.
const auto groupsKey = QStringLiteral("(groups)");
constexpr int widestForm = 760;

} // namespace

ObjectForm::ObjectForm(const Look &look, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_title(new QLabel(this)),
      m_what(new QLabel(this)),
      m_password(new QPushButton(tr("Set password …"), this)),
      m_revert(new QPushButton(tr("Take back"), this)),
      m_remove(new QPushButton(tr("Remove"), this)),
      m_problem(new QLabel(this)),
      m_scroll(new QScrollArea(this))
{
    setProperty("surface", QStringLiteral("plain"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 14, 12, 0);
    column->setSpacing(10);
    column->addWidget(head());
    column->addWidget(overtaken());
    m_problem->setProperty("role", QStringLiteral("problem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->viewport()->setAutoFillBackground(false);
    column->addWidget(m_scroll, 1);
    connect(m_password, &QPushButton::clicked, this, &ObjectForm::setPassword);
    connect(m_remove, &QPushButton::clicked, this, &ObjectForm::remove);
    connect(m_revert, &QPushButton::clicked, this, [this] {
        if (m_draft)
            m_draft->revert(m_kind, m_key);
    });
    connect(&look, &Look::changed, this, &ObjectForm::build);
}

QWidget *ObjectForm::head()
{
    auto *holder = new QWidget(this);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 12, 0);
    row->setSpacing(8);
    m_title->setProperty("role", QStringLiteral("page"));
    m_title->setTextFormat(Qt::PlainText);
    m_what->setProperty("role", QStringLiteral("muted"));
    m_what->setTextFormat(Qt::PlainText);
    row->addWidget(m_title);
    row->addWidget(m_what);
    row->addStretch();
    for (auto *button : {m_password, m_revert, m_remove})
        row->addWidget(button);
    return holder;
}

QWidget *ObjectForm::overtaken()
{
    m_overtaken = new QFrame(this);
    m_overtaken->setProperty("surface", QStringLiteral("warning"));
    auto *row = new QHBoxLayout(m_overtaken);
    row->setContentsMargins(14, 6, 8, 6);
    m_overtakenText = new QLabel(m_overtaken);
    m_overtakenText->setWordWrap(true);
    auto *mine = new QPushButton(tr("Use mine"), m_overtaken);
    auto *newer = new QPushButton(tr("Keep the newer"), m_overtaken);
    row->addWidget(m_overtakenText, 1);
    row->addWidget(mine);
    row->addWidget(newer);
    connect(mine, &QPushButton::clicked, this, [this] { m_draft->useMine(m_kind, m_key); });
    connect(newer, &QPushButton::clicked, this, [this] { m_draft->useNewer(m_kind, m_key); });
    m_overtaken->hide();
    return m_overtaken;
}

void ObjectForm::show(SiteDraft *draft, const Strategies *strategies)
{
    if (m_strategies)
        m_strategies->disconnect(this);
    m_strategies = strategies;
    if (strategies)
        connect(strategies, &Strategies::listed, this, [this] {
            const auto entry = m_draft ? m_draft->entry(m_kind, m_key) : std::nullopt;
            if (m_editor && entry && m_kind == SiteKind::Queue)
                m_editor->setValue(shownValue(*entry));
        });
    if (m_draft)
        m_draft->disconnect(this);
    m_draft = draft;
    choose(m_kind, {});
    if (!draft)
        return;
    connect(draft, &SiteDraft::changed, this, &ObjectForm::refresh);
    connect(draft, &SiteDraft::problemsChanged, this, &ObjectForm::showProblems);
    connect(draft, &SiteDraft::applyingChanged, this,
            [this] { m_scroll->setEnabled(m_draft && !m_draft->isApplying()); });
}

void ObjectForm::choose(SiteKind kind, const QString &key)
{
    if (kind == m_kind && key == m_key && m_editor)
        return;
    m_kind = kind;
    m_key = key;
    build();
}

void ObjectForm::build()
{
    const auto entry = m_draft ? m_draft->entry(m_kind, m_key) : std::nullopt;
    // The editors first: they know the context.
    delete m_scroll->takeWidget();
    m_editor = nullptr;
    m_context.reset();
    if (!entry)
        return;
    m_context = std::make_unique<FormContext>(FormContext{
        m_look, [this](SiteKind kind) { return references(kind); },
        [this] { return m_strategies ? m_strategies->choices() : std::vector<FieldOption>(); },
        entry->standing == SiteDraft::Standing::Added, !m_draft->mayChange()});
    FieldDescription whole;
    whole.kind = FieldKind::Struct;
    whole.fields = fields();
    auto *holder = new QWidget(m_scroll);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 4, 12, 24);
    m_editor = new StructEditor(whole, *m_context, holder);
    m_editor->setMaximumWidth(m_look.px(widestForm));
    column->addWidget(m_editor);
    column->addStretch();
    m_editor->setValue(shownValue(*entry));
    m_scroll->setWidget(holder);
    holder->setAutoFillBackground(false);
    connect(m_editor, &FieldEditor::edited, this, &ObjectForm::onEdited);
    refreshHead(*entry);
    showProblems();
}

std::vector<FieldDescription> ObjectForm::fields() const
{
    auto fields = siteschema::fieldsOf(m_kind);
    if (m_kind != SiteKind::Agent)
        return fields;
    FieldDescription groups;
    groups.key = groupsKey;
    groups.kind = FieldKind::References;
    groups.label = siteschema::pluralName(SiteKind::Group);
    groups.of = SiteKind::Group;
    fields.push_back(groups);
    return fields;
}

QJsonObject ObjectForm::shownValue(const SiteDraft::Entry &entry) const
{
    auto value = entry.value;
    if (m_kind == SiteKind::Agent) {
        value[groupsKey] = QJsonArray::fromStringList(
            membership::groupsOf(*m_draft, SiteDraft::idOf(m_kind, value)));
    }
    return value;
}

std::vector<FieldOption> ObjectForm::references(SiteKind kind) const
{
    std::vector<FieldOption> options;
    if (!m_draft)
        return options;
    // Built in, no object of the site.
    if (kind == SiteKind::MediaType)
        options.push_back({QStringLiteral("chat"), tr("Chat")});
    for (const auto &entry : m_draft->entries(kind)) {
        const auto id = SiteDraft::idOf(kind, entry.value);
        if (!id.isEmpty() && entry.standing != SiteDraft::Standing::Removed)
            options.push_back({id, m_draft->title(kind, entry)});
    }
    return options;
}

void ObjectForm::onEdited()
{
    if (!m_draft)
        return;
    auto value = m_editor->value().toObject();
    m_isEditing = true;
    if (m_kind == SiteKind::Agent) {
        QStringList groups;
        const auto chosen = value.take(groupsKey).toArray();
        for (const auto &group : chosen)
            groups += group.toString();
        m_draft->put(m_kind, m_key, value);
        membership::setGroups(*m_draft, SiteDraft::idOf(m_kind, value), groups);
    } else {
        m_draft->put(m_kind, m_key, value);
    }
    m_isEditing = false;
    refresh();
}

void ObjectForm::refresh()
{
    if (m_isEditing || !m_draft)
        return;
    const auto entry = m_draft->entry(m_kind, m_key);
    if (!entry)
        return;
    const bool isNew = entry->standing == SiteDraft::Standing::Added;
    if (!m_editor || isNew != m_context->isNew) {
        build();
        return;
    }
    refreshHead(*entry);
    const auto value = shownValue(*entry);
    if (m_editor->value().toObject() != value)
        m_editor->setValue(value);
    showProblems();
}

void ObjectForm::refreshHead(const SiteDraft::Entry &entry)
{
    using Standing = SiteDraft::Standing;
    const bool mayChange = m_draft->mayChange();
    const bool isRules = m_kind == SiteKind::Rules;
    m_title->setText(m_draft->title(m_kind, entry));
    m_what->setText(isRules ? siteschema::purpose(m_kind) : siteschema::singularName(m_kind));
    m_password->setVisible(m_kind == SiteKind::Agent && mayChange
                           && entry.standing != Standing::Removed);
    m_revert->setVisible(
        mayChange && (entry.standing == Standing::Changed || entry.standing == Standing::Removed));
    m_revert->setText(entry.standing == Standing::Removed ? tr("Keep it") : tr("Take back"));
    m_remove->setVisible(mayChange && !isRules && entry.standing != Standing::Removed);
    m_scroll->setVisible(entry.standing != Standing::Removed);
    m_overtaken->setVisible(entry.isOvertaken);
    m_overtakenText->setText(entry.standing == Standing::Added
                                 ? tr("Somebody else has removed this while you changed it. With "
                                      "yours it is made anew.")
                                 : tr("Somebody else has changed this while you did. This is the "
                                      "newer state."));
}

void ObjectForm::showProblems()
{
    if (!m_draft || !m_editor)
        return;
    m_editor->clearProblem();
    QStringList rest;
    for (const auto &problem : m_draft->problems()) {
        const bool isHere = problem.kind == m_kind && problem.key == m_key;
        if (isHere
            && (problem.path.isEmpty() || !m_editor->showProblem(problem.path, problem.message)))
            rest += problem.message;
    }
    const auto entry = m_draft->entry(m_kind, m_key);
    if (entry && entry->standing == SiteDraft::Standing::Removed && rest.isEmpty())
        rest += tr("This is removed when the changes are applied.");
    m_problem->setText(rest.join(QLatin1Char('\n')));
    m_problem->setVisible(!rest.isEmpty());
}

void ObjectForm::remove()
{
    const auto entry = m_draft->entry(m_kind, m_key);
    if (!entry)
        return;
    QStringList lines;
    for (const auto &reference :
         m_draft->referencesTo(m_kind, SiteDraft::idOf(m_kind, entry->value))) {
        lines +=
            tr("%1 %2 (%3)", "kind, name, where in it")
                .arg(siteschema::singularName(reference.kind), reference.name, reference.where);
    }
    const auto name = m_draft->title(m_kind, *entry);
    const auto means = lines.isEmpty()
                           ? tr("Nothing refers to it.")
                           : tr("These refer to it and have to be changed, too:")
                                 + QStringLiteral("\n• ") + lines.join(QStringLiteral("\n• "));
    confirm(this, m_look, tr("Remove %1?").arg(name), means, tr("Remove"),
            [self = QPointer(this), kind = m_kind, key = m_key] {
                if (self && self->m_draft)
                    self->m_draft->remove(kind, key);
            });
}

void ObjectForm::setPassword()
{
    const auto entry = m_draft->entry(m_kind, m_key);
    if (!entry)
        return;
    const bool isNew = entry->standing == SiteDraft::Standing::Added;
    auto *dialog = new PasswordDialog(m_look, m_draft->title(m_kind, *entry), isNew, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PasswordDialog::chosen, this, [this, key = m_key](const QString &password) {
        if (m_draft)
            m_draft->setPassword(key, password);
    });
    dialog->open();
}

void ObjectForm::focusFirst()
{
    if (m_editor)
        m_editor->focusFirst();
}

} // namespace tandem
