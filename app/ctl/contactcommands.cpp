// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/contactcommands.h"

#include "base/platform/progressline.h"
#include "contacts/contactexport.h"
#include "ctl/asking.h"
#include "ctl/jsontext.h"

#include <iostream>

namespace tandem::ctl {

namespace {

// Whose interactions; `interactions` begin at that word.
template <class R>
Result<R> chosen(const Options &options, std::size_t interactions)
{
    R params;
    if (!options.email.empty())
        params.emailAddress = options.email;
    if (!options.contactKey.empty())
        params.contactKey = options.contactKey;
    for (auto i = interactions; i < options.words.size(); ++i) {
        const auto id = InteractionId::fromText(options.words[i]);
        if (!id)
            return failure(Reason::InvalidParams,
                           "\"" + options.words[i] + "\" is no id of an interaction.");
        params.interactionIds.push_back(*id);
    }
    if (!params.emailAddress && !params.contactKey && params.interactionIds.empty()) {
        return failure(Reason::InvalidParams,
                       "Say whose: --email ADDRESS, --contact-key KEY, or interactions.");
    }
    if (options.reason.empty())
        return failure(Reason::InvalidParams, "Say why: --reason TEXT.", "reason");
    params.reason = options.reason;
    return params;
}

std::string counted(int number, const std::string &one, const std::string &many)
{
    return std::to_string(number) + ' ' + (number == 1 ? one : many);
}

std::string reportOf(const ExportedContact &contact, const std::string &file,
                     const std::string &folder)
{
    const auto count = [&](ContactFileState state) { return countFiles(contact, state); };
    std::string text =
        counted(static_cast<int>(contact.interactions.size()), "interaction is", "interactions are")
        + " in " + file + ".\n";
    if (const auto exported = count(ContactFileState::Exported); exported > 0)
        text += counted(exported, "file is", "files are") + " in " + folder + ".\n";
    if (const auto kept = count(ContactFileState::Kept); kept > 0)
        text +=
            counted(kept, "file is", "files are") + " kept, too: --files FOLDER fetches them.\n";
    const auto gone = count(ContactFileState::Deleted) + count(ContactFileState::Expired)
                      + count(ContactFileState::Gone);
    if (gone > 0)
        text += counted(gone, "file is", "files are") + " not kept any more.\n";
    return text;
}

// As contactexport.h has it, then the document, which is what tells that all of it is there.
class ExportTo : public std::enable_shared_from_this<ExportTo>
{
public:
    ExportTo(std::string file, std::string folder, protocol::PrivacyExport params)
        : m_file(std::move(file)), m_folder(std::move(folder)), m_params(std::move(params))
    {
    }

    void begin(ServiceLink &link, Command::Done done)
    {
        m_export = std::make_unique<ContactExport>(link, QString::fromStdString(m_folder));
        QObject::connect(m_export.get(), &ContactExport::progressed,
                         [this](qint64 bytes, qint64 ofBytes) {
                             m_line->show(std::to_string(bytes / 1024) + " of "
                                          + std::to_string(ofBytes / 1024) + " KiB");
                         });
        m_line.emplace();
        m_export->start(
            m_params, [self = shared_from_this(), done = std::move(done)](auto contact) {
                self->m_line.reset();
                done(contact ? self->write(*contact) : std::unexpected(contact.error()));
            });
    }

private:
    Result<std::string> write(const ExportedContact &contact)
    {
        const auto text = indented(json::toText(contact));
        const bool isPrinted = m_file == "-";
        if (!isPrinted) {
            if (const auto written = writeFile(m_file, text); !written) {
                m_export->discard();
                return std::unexpected(written.error());
            }
        }
        const auto report = isPrinted ? text : reportOf(contact, m_file, m_folder);
        const auto damaged = countFiles(contact, ContactFileState::Damaged);
        if (damaged == 0)
            return report;
        std::cout << report << std::flush;
        return failure(Reason::Conflict, counted(damaged, "file is", "files are")
                                             + " not as the hash says, and not exported.");
    }

    const std::string m_file;
    const std::string m_folder;
    const protocol::PrivacyExport m_params;
    std::unique_ptr<ContactExport> m_export;
    std::optional<platform::ProgressLine> m_line;
};

Result<Command> exportTo(const Options &options, protocol::PrivacyExport params)
{
    const auto &folder = options.filesFolder;
    if (!folder.empty()) {
        if (const auto checked = ContactExport::checkFolder(QString::fromStdString(folder));
            !checked)
            return std::unexpected(checked.error());
    }
    const auto work = std::make_shared<ExportTo>(options.words[2], folder, std::move(params));
    return Command{false, [work](ServiceLink &link, const std::string &, Command::Done done) {
                       work->begin(link, std::move(done));
                   }};
}

} // namespace

std::optional<Result<Command>> contactCommand(const Options &options)
{
    const auto &words = options.words;
    if (words.size() >= 3 && words[0] == "contact" && words[1] == "export") {
        auto params = chosen<protocol::PrivacyExport>(options, 3);
        if (!params)
            return std::unexpected(params.error());
        return exportTo(options, std::move(*params));
    }
    if (words.size() >= 2 && words[0] == "contact" && words[1] == "erase") {
        auto params = chosen<protocol::PrivacyErase>(options, 2);
        if (!params)
            return std::unexpected(params.error());
        return asking(std::move(*params), options.json);
    }
    return std::nullopt;
}

} // namespace tandem::ctl
