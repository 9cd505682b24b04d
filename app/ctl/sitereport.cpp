// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/sitereport.h"

#include "ctl/difference.h"
#include "ctl/texttable.h"

namespace tandem::ctl {

namespace {

std::string undone(const protocol::AuditEntry &entry)
{
    if (entry.undoes)
        return "undoes " + std::to_string(*entry.undoes);
    return entry.undoneBy ? "undone by " + std::to_string(*entry.undoneBy) : "";
}

} // namespace

std::string report(const protocol::ApplyReply &reply)
{
    if (reply.changes.empty())
        return "Nothing differs; nothing is changed.\n";
    const auto changes = report(reply.changes);
    if (reply.auditId == 0)
        return changes + "This is what would change; nothing is changed (dry run).\n";
    return changes + "Changed; entry " + std::to_string(reply.auditId) + " of the audit.\n";
}

std::string report(const protocol::AuditReply &audit)
{
    TextTable table({"ID", "TIME", "USER", "ACTION", "CHANGES", "UNDONE"});
    for (const auto &entry : audit.entries) {
        table.add({std::to_string(entry.auditId), toIso(entry.time), entry.userName, entry.action,
                   entry.detail.value_or(summary(entry.changes)), undone(entry)});
    }
    return table.text();
}

std::string report(const protocol::AuditEntry &entry)
{
    const auto mark = undone(entry);
    return "entry   " + std::to_string(entry.auditId) + "\ntime    " + toIso(entry.time)
           + "\nuser    " + printable(entry.userName) + "\naction  " + printable(entry.action)
           + (mark.empty() ? "" : " (" + mark + ')') + '\n'
           + (entry.detail ? "detail  " + printable(*entry.detail) + '\n' : report(entry.changes));
}

} // namespace tandem::ctl
