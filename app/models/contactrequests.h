// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "models/models_export.h"
#include "protocol/privacy.h"

#include <QObject>

#include <memory>
#include <optional>

namespace tandem {

class ContactExport;
class ServiceLink;
struct ExportedContact;

// What a contact may ask a company for, and an administrator does: all that is kept of them as
// files, or that nothing is kept. One thing at a time. GUI thread.
class TANDEM_MODELS_EXPORT ContactRequests : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Looking, Found, Exporting, Erasing, Erased, Failed };

    explicit ContactRequests(ServiceLink &link, QObject *parent = nullptr);
    ~ContactRequests() override;

    // An e-mail address, or what tells the contact again ("tel:+4930123").
    void look(const QString &whom);
    // Of whom was found: the document into `path`, files into the folder beside it.
    void exportTo(const QString &path, const QString &reason);
    void cancelExport();
    void erase(const QString &reason);
    // Of the files of an export to this path.
    static QString filesFolder(const QString &path);

    State state() const { return m_state; }
    bool isBusy() const;
    QString whom() const { return m_whom; }
    const protocol::PrivacyFindReply &found() const { return m_found; }
    int erased() const { return m_erased; } // interactions
    int percent() const { return m_percent; }
    // What came of it last: of an export, of an erasure that was refused, of a search that failed.
    QString notice() const { return m_notice; }
    QString problem() const { return m_problem; }

signals:
    void changed();

private:
    template <class R>
    R request() const;
    void enter(State state);
    void fail(State state, const QString &problem);
    void endExport(const QString &path, Result<ExportedContact> contact);

    ServiceLink &m_link;
    State m_state = State::Idle;
    QString m_whom;
    protocol::PrivacyFindReply m_found;
    int m_erased = 0;
    int m_percent = 0;
    QString m_notice;
    QString m_problem;
    int m_search = 0; // answers of an earlier one do not count
    std::unique_ptr<ContactExport> m_export;
};

} // namespace tandem
