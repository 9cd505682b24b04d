// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/targetdialog.h"

#include "domain/limits.h"
#include "models/desksession.h"
#include "shell/communicatorpanel.h"
#include "widgets/look.h"
#include "widgets/restyle.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace tandem {

namespace {

constexpr int targetPollMs = 4000;

} // namespace

TargetDialog::TargetDialog(const Look &look, DeskSession &session, Settings &settings,
                           const QString &title, Note note, QWidget *parent)
    : QDialog(parent),
      m_look(look),
      m_session(&session),
      m_model(new CommunicatorModel(session, settings, CommunicatorModel::Extent::Targets, this)),
      m_segments(new QHBoxLayout),
      m_group(new QButtonGroup(this)),
      m_means(new QLabel(this)),
      m_search(new QLineEdit(this)),
      m_panel(new CommunicatorPanel(look, m_search, this)),
      m_note(new QLineEdit(this)),
      m_hint(new QLabel(this)),
      m_buttons(new QHBoxLayout),
      m_take(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setModal(true);
    resize(look.px(460), look.px(600));
    auto *heading = new QLabel(title, this);
    heading->setProperty("role", QStringLiteral("heading"));
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    m_means->setProperty("role", QStringLiteral("muted"));
    m_means->setWordWrap(true);
    m_segments->setSpacing(0);
    m_note->setAccessibleName(tr("Note for the colleague"));
    m_note->setPlaceholderText(tr("Note for the colleague (the customer does not see it)"));
    m_note->setMaxLength(static_cast<int>(limits::note));
    m_note->setVisible(note == Note::Wanted);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(10);
    column->addWidget(heading);
    column->addLayout(m_segments);
    column->addWidget(m_means);
    column->addWidget(searchField());
    column->addWidget(m_panel, 1);
    column->addWidget(m_note);
    m_hint->setProperty("role", QStringLiteral("small"));
    m_hint->setTextFormat(Qt::PlainText);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_take->setProperty("role", QStringLiteral("primary"));
    m_take->setDefault(true);
    m_buttons->addWidget(m_panel->star());
    m_buttons->addWidget(m_hint, 1);
    m_buttons->addWidget(cancel);
    m_buttons->addWidget(m_take);
    column->addLayout(m_buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_take, &QPushButton::clicked, this, &TargetDialog::take);
    connect(m_group, &QButtonGroup::idClicked, this, &TargetDialog::useWay);
    connect(m_panel, &CommunicatorPanel::chosen, this, &TargetDialog::onChosen);
    connect(m_panel, &CommunicatorPanel::taken, this, &TargetDialog::take);
    connect(&session, &QObject::destroyed, this, &QDialog::reject);
    auto *poll = new QTimer(this);
    connect(poll, &QTimer::timeout, m_model, &CommunicatorModel::refresh);
    poll->start(targetPollMs);
}

QWidget *TargetDialog::searchField()
{
    m_search->setAccessibleName(tr("Search agents, queues and skills"));
    m_search->setPlaceholderText(tr("Search agents, queues and skills"));
    m_search->addAction(m_look.icon(QStringLiteral("search"), Colour::TextMuted, 16),
                        QLineEdit::LeadingPosition);
    for (auto *glass : m_search->findChildren<QToolButton *>())
        glass->setAccessibleName(tr("Search"));
    return m_search;
}

void TargetDialog::addWay(Way way)
{
    const int id = static_cast<int>(m_ways.size());
    auto *segment = new QPushButton(way.name, this);
    segment->setCheckable(true);
    segment->setProperty("role", QStringLiteral("segment"));
    segment->setProperty("side", id == 0 ? QStringLiteral("first") : QStringLiteral("last"));
    segment->setAccessibleDescription(way.means);
    if (id > 1)
        restyle(m_group->button(id - 1), "side", QStringLiteral("middle"));
    m_group->addButton(segment, id);
    m_segments->addWidget(segment, 1);
    m_ways.push_back(std::move(way));
    // One way needs no choice.
    for (auto *button : m_group->buttons())
        button->setVisible(m_ways.size() > 1);
}

void TargetDialog::addPlain(const QString &button, std::function<void()> take)
{
    auto *plain = new QPushButton(button, this);
    m_buttons->insertWidget(m_buttons->count() - 1, plain);
    connect(plain, &QPushButton::clicked, this, [this, take = std::move(take)] {
        accept();
        take();
    });
}

void TargetDialog::setMedium(const std::string &mediaType) { m_model->setMedium(mediaType); }

void TargetDialog::open(int way, const QString &key)
{
    m_panel->show(m_model);
    m_panel->choose(key);
    m_model->refresh();
    useWay(way);
    m_search->setFocus();
    QDialog::open();
}

void TargetDialog::useWay(int way)
{
    m_way = way;
    m_group->button(way)->setChecked(true);
    m_means->setText(m_ways[static_cast<std::size_t>(way)].means);
    m_search->setFocus();
    onChosen();
}

void TargetDialog::onChosen()
{
    if (m_ways.empty())
        return;
    const auto &way = m_ways[static_cast<std::size_t>(m_way)];
    const auto chosen = m_model->index(std::max(0, m_panel->row()));
    const auto name = chosen.data(CommunicatorModel::NameRole).toString();
    const bool isSomebody = m_panel->row() >= 0;
    const bool canTake = isSomebody && chosen.data(CommunicatorModel::CanTakeRole).toBool();
    m_take->setText(way.name);
    m_take->setEnabled(canTake);
    m_take->setAccessibleName(canTake ? way.button.arg(name) : way.name);
    m_hint->setText(isSomebody && !canTake ? tr("%1 is not free").arg(name) : QString());
}

void TargetDialog::take()
{
    if (!m_session || !m_take->isEnabled())
        return;
    const int row = m_panel->row();
    const auto target = m_model->targetAt(row);
    const auto note = m_note->text();
    const auto take = m_ways[static_cast<std::size_t>(m_way)].take;
    m_model->turnedTo(row);
    accept();
    take(target, note);
}

} // namespace tandem
