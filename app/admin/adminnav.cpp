// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/adminnav.h"

#include "admin/navbutton.h"
#include "models/siteschema.h"
#include "widgets/look.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace tandem {

namespace {

using protocol::SiteKind;

QString iconOf(SiteKind kind)
{
    switch (kind) {
    case SiteKind::Agent: return QStringLiteral("user");
    case SiteKind::Group: return QStringLiteral("users");
    case SiteKind::Skill: return QStringLiteral("graduation-cap");
    case SiteKind::CapacityRule: return QStringLiteral("scale");
    case SiteKind::Place: return QStringLiteral("map-pin");
    case SiteKind::Queue: return QStringLiteral("inbox");
    case SiteKind::TargetList: return QStringLiteral("target");
    case SiteKind::Calendar: return QStringLiteral("calendar-clock");
    case SiteKind::MediaType: return QStringLiteral("layers");
    case SiteKind::NotReadyReason: return QStringLiteral("coffee");
    case SiteKind::Disposition: return QStringLiteral("tags");
    case SiteKind::Statistic: return QStringLiteral("chart-no-axes-combined");
    case SiteKind::Rules: return QStringLiteral("sliders-horizontal");
    }
    return {};
}

} // namespace

AdminNav::AdminNav(const Look &look, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_column(new QVBoxLayout),
      m_export(new QPushButton(tr("Export …"), this)),
      m_import(new QPushButton(tr("Import …"), this))
{
    setProperty("surface", QStringLiteral("left"));
    setAccessibleName(tr("Administration"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(8, 10, 8, 8);
    outer->setSpacing(6);
    auto *content = new QWidget(this);
    content->setLayout(m_column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(1);
    addSection(tr("People"), {SiteKind::Agent, SiteKind::Group, SiteKind::Skill,
                              SiteKind::CapacityRule, SiteKind::Place});
    addSection(tr("Routing"),
               {SiteKind::Queue, SiteKind::TargetList, SiteKind::Calendar, SiteKind::MediaType});
    m_strategies = addButton(QStringLiteral("workflow"), tr("Strategies"));
    addSection(tr("Lists"), {SiteKind::NotReadyReason, SiteKind::Disposition, SiteKind::Statistic});
    addSection(tr("Site"), {SiteKind::Rules});
    m_contacts = addButton(QStringLiteral("contact"), tr("Contacts"));
    m_audit = addButton(QStringLiteral("history"), tr("Audit"));
    m_column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll, 1);
    for (auto *button : {m_export, m_import}) {
        button->setProperty("role", QStringLiteral("tool"));
        outer->addWidget(button, 0, Qt::AlignLeading);
    }
    connect(m_strategies, &QAbstractButton::clicked, this, &AdminNav::strategiesAsked);
    connect(m_audit, &QAbstractButton::clicked, this, &AdminNav::auditAsked);
    connect(m_contacts, &QAbstractButton::clicked, this, &AdminNav::contactsAsked);
    connect(m_export, &QPushButton::clicked, this, &AdminNav::exportAsked);
    connect(m_import, &QPushButton::clicked, this, &AdminNav::importAsked);
    connect(&look, &Look::changed, this, &AdminNav::dress);
    dress();
}

void AdminNav::addSection(const QString &name, const std::vector<SiteKind> &kinds)
{
    auto *label = new QLabel(name, this);
    label->setProperty("role", QStringLiteral("section"));
    label->setContentsMargins(10, m_kinds.empty() ? 2 : 12, 0, 4);
    m_column->addWidget(label);
    for (const auto kind : kinds) {
        auto *button = addButton(iconOf(kind), siteschema::pluralName(kind));
        m_kinds[kind] = button;
        connect(button, &QAbstractButton::clicked, this, [this, kind] { emit kindAsked(kind); });
    }
}

NavButton *AdminNav::addButton(const QString &icon, const QString &name)
{
    auto *button = new NavButton(m_look, icon, name, this);
    m_column->addWidget(button);
    return button;
}

void AdminNav::show(SiteDraft *draft, bool hasAudit, bool hasContacts)
{
    if (m_draft)
        m_draft->disconnect(this);
    m_draft = draft;
    m_audit->setVisible(hasAudit);
    m_contacts->setVisible(hasContacts);
    if (!draft)
        return;
    m_import->setVisible(draft->mayChange());
    connect(draft, &SiteDraft::changed, this, &AdminNav::refresh);
    connect(draft, &SiteDraft::problemsChanged, this, &AdminNav::refresh);
    refresh();
}

void AdminNav::choose(SiteKind kind) { m_kinds[kind]->setChecked(true); }

void AdminNav::chooseAudit() { m_audit->setChecked(true); }

void AdminNav::chooseContacts() { m_contacts->setChecked(true); }

void AdminNav::chooseStrategies() { m_strategies->setChecked(true); }

void AdminNav::refresh()
{
    if (!m_draft)
        return;
    for (const auto &[kind, button] : m_kinds) {
        const auto entries = m_draft->entries(kind);
        const auto edited = std::ranges::count_if(entries, [](const SiteDraft::Entry &entry) {
            return entry.standing != SiteDraft::Standing::Same;
        });
        const bool isWrong = std::ranges::any_of(
            m_draft->problems(), [kind = kind](const SiteDraft::Problem &problem) {
                return problem.kind == kind && !problem.key.isEmpty();
            });
        button->setCounts(kind == SiteKind::Rules ? -1 : static_cast<int>(entries.size()),
                          static_cast<int>(edited), isWrong);
    }
}

void AdminNav::dress()
{
    setFixedWidth(m_look.px(190));
    m_export->setIcon(m_look.buttonIcon(QStringLiteral("download"), Colour::TextMuted, 16));
    m_import->setIcon(m_look.buttonIcon(QStringLiteral("upload"), Colour::TextMuted, 16));
}

} // namespace tandem
