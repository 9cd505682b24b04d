// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/adminpage.h"

#include "admin/adminnav.h"
#include "admin/auditview.h"
#include "admin/changebar.h"
#include "admin/contactsview.h"
#include "admin/differencedialog.h"
#include "admin/objectsview.h"
#include "models/desksession.h"
#include "models/text.h"
#include "strategies/strategiesview.h"
#include "widgets/emptystate.h"
#include "widgets/look.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QSaveFile>
#include <QStackedLayout>

namespace tandem {

namespace {

// A site of ten thousand agents is a tenth of it.
constexpr qint64 largestFile = 64 * 1024 * 1024;

} // namespace

AdminPage::AdminPage(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_nav(new AdminNav(look, this)),
      m_objects(new ObjectsView(look, this)),
      m_audit(new AuditView(look, this)),
      m_contacts(new ContactsView(look, this)),
      m_strategies(new StrategiesView(look, this)),
      m_empty(new EmptyState(look, this)),
      m_changes(new ChangeBar(look, this)),
      m_whole(new QStackedLayout(this))
{
    auto *page = new QWidget(this);
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_nav);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_objects);
    m_stack->addWidget(m_audit);
    m_stack->addWidget(m_contacts);
    m_stack->addWidget(m_strategies);
    column->addLayout(m_stack, 1);
    column->addWidget(m_changes);
    row->addLayout(column, 1);
    m_whole->addWidget(page);
    m_whole->addWidget(m_empty);
    connect(m_nav, &AdminNav::kindAsked, this, [this](protocol::SiteKind kind) { openKind(kind); });
    connect(m_nav, &AdminNav::auditAsked, this, &AdminPage::openAudit);
    connect(m_nav, &AdminNav::contactsAsked, this, &AdminPage::openContacts);
    connect(m_nav, &AdminNav::strategiesAsked, this, &AdminPage::openStrategies);
    connect(m_nav, &AdminNav::exportAsked, this, &AdminPage::exportSite);
    connect(m_nav, &AdminNav::importAsked, this, &AdminPage::importSite);
    connect(m_changes, &ChangeBar::objectAsked, this, &AdminPage::openKind);
    connect(m_empty, &EmptyState::actionAsked, this, [this] {
        if (m_session)
            m_session->site().load();
    });
}

void AdminPage::show(DeskSession *session)
{
    if (m_session)
        m_session->site().disconnect(this);
    m_session = session;
    auto *draft = session ? &session->site() : nullptr;
    const bool isAdministrator = session && session->agent().hasRole(Role::Administrator);
    const bool isAuditor = session && session->agent().hasRole(Role::Auditor);
    m_nav->show(draft, isAdministrator || isAuditor, isAdministrator);
    m_contacts->show(isAdministrator ? session : nullptr);
    m_objects->show(draft, session ? &session->strategies() : nullptr);
    m_audit->show(session ? &session->audit() : nullptr, draft && draft->mayChange());
    m_strategies->show(session);
    m_changes->show(draft);
    if (!draft)
        return;
    connect(draft, &SiteDraft::loadingChanged, this, &AdminPage::refresh);
    openKind(protocol::SiteKind::Agent);
    refresh();
    if (isVisible())
        draft->open();
}

void AdminPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_session)
        return;
    m_session->site().open();
    // A queue's form names them.
    if (!m_session->strategies().isLoaded())
        m_session->strategies().refresh();
}

void AdminPage::openKind(protocol::SiteKind kind, const QString &key)
{
    m_nav->choose(kind);
    m_objects->choose(kind, key);
    m_stack->setCurrentWidget(m_objects);
}

void AdminPage::openAudit()
{
    m_nav->chooseAudit();
    m_stack->setCurrentWidget(m_audit);
}

void AdminPage::openContacts()
{
    m_nav->chooseContacts();
    m_stack->setCurrentWidget(m_contacts);
}

void AdminPage::openStrategies()
{
    m_nav->chooseStrategies();
    m_stack->setCurrentWidget(m_strategies);
}

void AdminPage::focusSearch()
{
    if (m_stack->currentWidget() == m_strategies)
        m_strategies->focusSearch();
    else if (m_stack->currentWidget() == m_contacts)
        m_contacts->focusSearch();
    else
        m_objects->focusSearch();
}

void AdminPage::refresh()
{
    const auto &draft = m_session->site();
    m_whole->setCurrentIndex(draft.isLoaded() ? 0 : 1);
    if (draft.loading() == SiteDraft::Loading::Failed)
        m_empty->set(QStringLiteral("wifi-off"), tr("The site cannot be shown"),
                     draft.loadProblem(), tr("Try again"));
    else
        m_empty->set(QStringLiteral("settings"), tr("Reading how the company is set up …"), {});
}

void AdminPage::exportSite()
{
    auto *dialog = new QFileDialog(window(), tr("Export the site"), QString(), tr("Site (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(QStringLiteral("site.json"));
    connect(dialog, &QFileDialog::fileSelected, this, &AdminPage::writeFile);
    dialog->open();
}

void AdminPage::writeFile(const QString &path)
{
    if (!m_session)
        return;
    m_session->siteFile().write([self = QPointer(this), path](Result<QByteArray> text) {
        if (!self || !self->m_session)
            return;
        auto &file = self->m_session->siteFile();
        if (!text) {
            emit file.refused(text.error());
            return;
        }
        QSaveFile target(path);
        const bool isWritten = target.open(QIODevice::WriteOnly)
                               && target.write(*text) == text->size() && target.commit();
        if (isWritten)
            emit file.noticed(tr("The site is written to %1.").arg(QFileInfo(path).fileName()));
        else
            self->tell(tr("%1 cannot be written: %2")
                           .arg(QFileInfo(path).fileName(), target.errorString()));
    });
}

void AdminPage::importSite()
{
    auto *dialog = new QFileDialog(window(), tr("Import a site"), QString(),
                                   tr("Site (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &AdminPage::readFile);
    dialog->open();
}

void AdminPage::readFile(const QString &path)
{
    const auto name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile) {
        tell(tr("%1 cannot be read: %2").arg(name, file.errorString()));
        return;
    }
    const auto document = SiteExchange::read(file.readAll());
    if (!document) {
        tell(tr("%1 is no file of a site: %2").arg(name, toQString(document.error().message)));
        return;
    }
    if (!m_session)
        return;
    m_session->siteFile().preview(
        *document, [self = QPointer(this), name, document = *document](auto changes) {
            if (!self || !self->m_session)
                return;
            if (!changes) {
                self->tell(
                    tr("%1 cannot be imported: %2").arg(name, toQString(changes.error().message)));
                return;
            }
            const auto means = tr("The site becomes what the file says; what it does not name is "
                                  "removed. New accounts need a password before they can sign in.");
            auto *dialog = new DifferenceDialog(self->m_look, tr("Import %1").arg(name), means,
                                                *changes, tr("Import"), self->window());
            connect(dialog, &QDialog::accepted, self, [self, document] {
                if (self->m_session)
                    self->m_session->siteFile().import(document);
            });
            dialog->open();
        });
}

void AdminPage::tell(const QString &problem) { emit m_session->noticed(problem); }

} // namespace tandem
