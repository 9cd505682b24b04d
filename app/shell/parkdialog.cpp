// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/parkdialog.h"

#include "domain/limits.h"
#include "models/desksession.h"
#include "models/text.h"
#include "models/timetext.h"
#include "widgets/choicebox.h"
#include "widgets/look.h"

#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

namespace {

// What stands in the list of times besides a time: none, and one that is typed.
const QVariant never;
const QVariant typed(QStringLiteral("typed"));

QDateTime tomorrowMorning() { return QDateTime(QDate::currentDate().addDays(1), QTime(9, 0)); }

} // namespace

ParkDialog::ParkDialog(const Look &look, DeskSession &session, InteractionId id, QWidget *parent)
    : QDialog(parent),
      m_session(&session),
      m_id(id),
      m_workbin(new ChoiceBox(look, this)),
      m_return(new ChoiceBox(look, this)),
      m_when(new QDateTimeEdit(this)),
      m_note(new QLineEdit(this))
{
    const auto *conversation = session.conversation(id);
    const auto title = tr("Park %1").arg(conversation ? conversation->contactName() : QString());
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setModal(true);
    setMinimumWidth(look.px(420));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(8);
    auto *heading = new QLabel(title, this);
    heading->setProperty("role", QStringLiteral("heading"));
    heading->setTextFormat(Qt::PlainText);
    auto *means = new QLabel(tr("It keeps all that was said, and takes no room in your work "
                                "until it is taken back."),
                             this);
    means->setProperty("role", QStringLiteral("muted"));
    means->setWordWrap(true);
    column->addWidget(heading);
    column->addWidget(means);
    const auto add = [&](const QString &name, QWidget *field) {
        auto *label = new QLabel(name, this);
        label->setProperty("role", QStringLiteral("field"));
        label->setBuddy(field);
        field->setAccessibleName(name);
        column->addSpacing(4);
        column->addWidget(label);
        column->addWidget(field);
    };
    add(tr("Workbin"), m_workbin);
    add(tr("Returns to its queue"), m_return);
    m_when->setAccessibleName(tr("Time of return"));
    m_when->setDateTime(tomorrowMorning());
    m_when->setCalendarPopup(true);
    column->addWidget(m_when);
    add(tr("Note"), m_note);
    m_note->setPlaceholderText(tr("What it waits for"));
    m_note->setMaxLength(static_cast<int>(limits::note));
    column->addSpacing(8);
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *park = new QPushButton(tr("Park"), this);
    park->setProperty("role", QStringLiteral("primary"));
    park->setDefault(true);
    row->addWidget(cancel);
    row->addWidget(park);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(park, &QPushButton::clicked, this, &ParkDialog::park);
    connect(m_return, &QComboBox::currentIndexChanged, this, &ParkDialog::onTime);
    connect(&session.queues(), &QueuesModel::refreshed, this, &ParkDialog::fillWorkbins);
    connect(&session, &QObject::destroyed, this, &QDialog::reject);
    fillWorkbins();
    fillTimes();
    session.queues().refresh();
}

void ParkDialog::fillWorkbins()
{
    if (!m_session)
        return;
    const auto &queues = m_session->queues();
    const auto before = m_workbin->currentData();
    m_workbin->clear();
    // The own one is there, whether the server has told of it or not.
    m_workbin->addItem(tr("My workbin"), toQString(queues.ownWorkbin()));
    for (const auto &workbin : queues.workbins()) {
        if (workbin.id != queues.ownWorkbin())
            m_workbin->addItem(queues.workbinName(workbin), toQString(workbin.id));
    }
    m_workbin->setCurrentIndex(std::max(0, m_workbin->findData(before)));
}

void ParkDialog::fillTimes()
{
    const auto now = QDateTime::currentDateTime();
    const auto time = [](const QDateTime &when) {
        return timetext::moment(utcFromMs(when.toMSecsSinceEpoch()));
    };
    m_return->addItem(tr("Not by itself"), never);
    for (const int hours : {1, 2, 4}) {
        const auto when = now.addSecs(hours * 3600);
        m_return->addItem(tr("In %n hour(s), %1", nullptr, hours).arg(time(when)), when);
    }
    m_return->addItem(tr("In the morning, %1").arg(time(tomorrowMorning())), tomorrowMorning());
    m_return->addItem(tr("At another time …"), typed);
    onTime();
}

void ParkDialog::onTime() { m_when->setVisible(m_return->currentData() == typed); }

void ParkDialog::park()
{
    if (!m_session)
        return;
    const auto choice = m_return->currentData();
    std::optional<UtcTime> returnAt;
    if (choice == typed)
        returnAt = utcFromMs(m_when->dateTime().toMSecsSinceEpoch());
    else if (choice.isValid())
        returnAt = utcFromMs(choice.toDateTime().toMSecsSinceEpoch());
    const auto workbin = toUtf8(m_workbin->currentData().toString());
    accept();
    m_session->park(m_id, workbin, returnAt, m_note->text());
}

} // namespace tandem
