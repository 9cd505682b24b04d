// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desksession.h"
#include "models/errortext.h"
#include "strategies/strategypane.h"
#include "widgets/confirmation.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

// What an administrator does with a strategy.
namespace tandem {

void StrategyPane::activate(int version)
{
    const auto *strategy = m_session ? m_session->strategies().strategy(m_id) : nullptr;
    if (!strategy)
        return;
    const bool isBack = strategy->activeVersion && version < *strategy->activeVersion;
    confirm(this, m_look,
            isBack ? tr("Go back to version %1 of %2?").arg(version).arg(m_id)
                   : tr("Activate version %1 of %2?").arg(version).arg(m_id),
            tr("New sessions run it from now on. Sessions that run finish on their own version."),
            isBack ? tr("Roll back") : tr("Activate"), [session = m_session, id = m_id, version] {
                if (session)
                    session->strategies().activate(id, version);
            });
}

void StrategyPane::remove()
{
    confirm(this, m_look, tr("Remove the strategy %1?").arg(m_id),
            tr("All its versions are removed. What its sessions did stays recorded."), tr("Remove"),
            [session = m_session, id = m_id] {
                if (!session)
                    return;
                session->strategies().remove(id);
                session->strategyDocuments().forget(id);
            });
}

void StrategyPane::exportVersion(int version)
{
    auto *dialog = new QFileDialog(window(), tr("Export version %1").arg(version), QString(),
                                   tr("State chart (*.scxml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("scxml"));
    dialog->selectFile(QStringLiteral("%1-%2.scxml").arg(m_id).arg(version));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, version](const QString &path) { write(path, version); });
    dialog->open();
}

void StrategyPane::write(const QString &path, int version)
{
    if (!m_session)
        return;
    m_session->strategyDocuments().fetch(
        m_id, version, [session = m_session, path](Result<ReadStrategy> document) {
            if (!session)
                return;
            if (!document) {
                emit session->refused(document.error());
                return;
            }
            const auto name = QFileInfo(path).fileName();
            QSaveFile file(path);
            const bool isWritten = file.open(QIODevice::WriteOnly)
                                   && file.write(document->text) == document->text.size()
                                   && file.commit();
            emit session->noticed(
                isWritten ? tr("The document is written to %1.").arg(name)
                          : tr("%1 cannot be written: %2").arg(name, file.errorString()));
        });
}

} // namespace tandem
