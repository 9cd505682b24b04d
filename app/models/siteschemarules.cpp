// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filerules.h"
#include "models/agentmodel.h"
#include "models/siteschemafields.h"
#include "models/text.h"

#include <QLocale>

// Statistics and the rules of the site.
namespace tandem::siteschema {

namespace {

FieldDescription duration(const char *key, const QString &label, const QString &hint)
{
    auto made = field(key, FieldKind::Duration, label);
    made.hint = hint;
    return made;
}

std::vector<FieldOption> measures()
{
    return {{QStringLiteral("waiting"), Words::tr("Waiting")},
            {QStringLiteral("longest_wait"), Words::tr("Longest wait")},
            {QStringLiteral("estimated_wait"), Words::tr("Estimated wait")},
            {QStringLiteral("agents_ready"), Words::tr("Agents ready")},
            {QStringLiteral("handling"), Words::tr("In hand")},
            {QStringLiteral("entered"), Words::tr("Entered")},
            {QStringLiteral("offered"), Words::tr("Offered")},
            {QStringLiteral("accepted"), Words::tr("Accepted")},
            {QStringLiteral("missed"), Words::tr("Missed offers")},
            {QStringLiteral("abandoned"), Words::tr("Abandoned")},
            {QStringLiteral("done"), Words::tr("Done")},
            {QStringLiteral("service_level"), Words::tr("Service level")},
            {QStringLiteral("average_wait"), Words::tr("Average wait")},
            {QStringLiteral("average_handle"), Words::tr("Average handling time")},
            {QStringLiteral("occupancy"), Words::tr("Occupancy")},
            {QStringLiteral("state_time"), Words::tr("Time in a state")}};
}

std::vector<FieldOption> states()
{
    std::vector<FieldOption> options;
    for (std::size_t i = 0; i < namesOf(AgentState{}).size(); ++i) {
        options.push_back({toQString(std::string(namesOf(AgentState{})[i])),
                           AgentModel::stateName(static_cast<AgentState>(i))});
    }
    return options;
}

FieldDescription chatDuration(const char *key, const QString &label, const QString &placeholder,
                              const QString &hint)
{
    auto made = duration(key, label, hint);
    made.isOptional = true;
    made.placeholder = placeholder;
    return made;
}

FieldDescription yesNo(const char *key, const QString &label, const QString &usual)
{
    auto made = field(key, FieldKind::YesNo, label);
    made.isOptional = true;
    made.placeholder = usual;
    made.options = {{QStringLiteral("true"), Words::tr("Yes")},
                    {QStringLiteral("false"), Words::tr("No")}};
    return made;
}

std::vector<FieldDescription> chatFields()
{
    auto preview = field("typingPreview", FieldKind::Choice, Words::tr("Typing preview"));
    preview.isOptional = true;
    preview.placeholder = Words::tr("Hidden");
    preview.options = {{QStringLiteral("hidden"), Words::tr("Hidden")},
                       {QStringLiteral("shown"), Words::tr("Shown to agents")}};
    preview.hint = Words::tr("What customers type, before they send it. They are told so when a "
                             "chat begins.");
    auto monitoring = field("monitoring", FieldKind::Choice, Words::tr("Monitoring"));
    monitoring.isOptional = true;
    monitoring.placeholder = Words::tr("Silent");
    monitoring.options = {{QStringLiteral("silent"), Words::tr("Silent")},
                          {QStringLiteral("visible"), Words::tr("Agents are told")}};
    monitoring.hint = Words::tr("Whether agents see that a supervisor monitors them.");
    auto consent = field("monitoringConsent", FieldKind::Paragraph, Words::tr("Told to customers"));
    consent.isOptional = true;
    consent.hint = Words::tr("as a chat begins: that others may read along. Empty: nothing.");
    auto alert = chatDuration("chatIdleAlertMs", Words::tr("Idle chats"), Words::tr("4 min 15 s"),
                              Words::tr("without a word: both sides are told that the chat will "
                                        "be closed. 0: never."));
    alert.section = Words::tr("Chat");
    auto pictures = yesNo("picturesShown", Words::tr("Agents' pictures"), Words::tr("Shown"));
    pictures.options = {{QStringLiteral("true"), Words::tr("Shown")},
                        {QStringLiteral("false"), Words::tr("For colleagues only")}};
    pictures.hint = Words::tr("Whether customers see the pictures of those who write to them.");
    return {
        alert,
        optional(field("chatIdleAlertText", FieldKind::Text, Words::tr("What is said")),
                 Words::tr("The chat will be closed soon …")),
        chatDuration("chatIdleSecondAlertMs", Words::tr("Told again after"),
                     Words::tr("Not told again"), {}),
        optional(field("chatIdleSecondAlertText", FieldKind::Text, Words::tr("What is said again")),
                 Words::tr("As the first time")),
        chatDuration("chatIdleCloseMs", Words::tr("Closed after"), Words::tr("45 s"),
                     Words::tr("since they were told last. 0: it stays open.")),
        optional(field("chatIdleCloseText", FieldKind::Text, Words::tr("What is said at the end")),
                 Words::tr("The chat was closed …")),
        preview,
        monitoring,
        consent,
        pictures};
}

FieldDescription fileSize(const char *key, const QString &label, qint64 highest, qint64 usual)
{
    auto made = field(key, FieldKind::Size, label);
    made.isOptional = true;
    made.lowest = 1;
    made.highest = highest;
    made.placeholder = QLocale().formattedDataSize(usual, 0);
    made.hint = Words::tr("at most %1").arg(QLocale().formattedDataSize(highest, 0));
    return made;
}

std::vector<FieldDescription> fileFields()
{
    using namespace filerules;
    auto most = optional(field("filesMost", FieldKind::Number, Words::tr("Files in a chat")),
                         QLocale().toString(filerules::most));
    most.highest = highestMost;
    most.section = Words::tr("Files");
    most.hint = Words::tr("that each side may send. 0: no files at all.");
    auto kinds = field("fileTypes", FieldKind::Text, Words::tr("Types of files"));
    kinds.isOptional = true;
    kinds.placeholder = toQString(std::string(types));
    kinds.hint = Words::tr("Endings of names, with colons between them. What a file holds must be "
                           "what its name says.");
    return {most,
            kinds,
            fileSize("fileMaxBytes", Words::tr("Size of a file"), highestMaxBytes, maxBytes),
            fileSize("filesMaxBytes", Words::tr("Size of all files of a chat"), highestTotalBytes,
                     totalBytes),
            yesNo("filesNeedAgent", Words::tr("Only once an agent has joined"), Words::tr("No")),
            yesNo("filesDeletable", Words::tr("Customers may take files back"), Words::tr("Yes")),
            chatDuration("filesKeptMs", Words::tr("Keep files"), Words::tr("30 days"),
                         Words::tr("then they are deleted. 0: for ever."))};
}

} // namespace

std::vector<FieldDescription> statisticFields()
{
    auto object = field("object", FieldKind::Choice, Words::tr("Of a"));
    object.options = {{QStringLiteral("queue"), Words::tr("Queue")},
                      {QStringLiteral("agent"), Words::tr("Agent")},
                      {QStringLiteral("group"), Words::tr("Group")},
                      {QStringLiteral("medium"), Words::tr("Media type")}};
    auto measure = field("measure", FieldKind::Choice, Words::tr("Measures"));
    measure.options = measures();
    auto state = field("state", FieldKind::Choice, Words::tr("State"));
    state.options = states();
    state.isOptional = true;
    state.onlyFor = QStringLiteral("measure=state_time");
    auto threshold = duration("thresholdMs", Words::tr("Answer within"), {});
    threshold.isOptional = true;
    threshold.placeholder = Words::tr("As in the queue");
    threshold.onlyFor = QStringLiteral("measure=service_level");
    auto window = field("window", FieldKind::Choice, Words::tr("Over"));
    window.options = {{QStringLiteral("current"), Words::tr("this moment")},
                      {QStringLiteral("midnight"), Words::tr("the day, since midnight")},
                      {QStringLiteral("sliding"), Words::tr("the last minutes, sliding")},
                      {QStringLiteral("interval"), Words::tr("the last whole interval")}};
    auto length = duration("windowMs", Words::tr("Length"), {});
    length.isOptional = true;
    length.onlyFor = QStringLiteral("window=sliding|interval");
    auto media = field("mediaType", FieldKind::Reference, Words::tr("Only media type"));
    media.of = protocol::SiteKind::MediaType;
    media.isOptional = true;
    media.placeholder = Words::tr("All");
    auto queue = field("queueId", FieldKind::Reference, Words::tr("Only queue"));
    queue.of = protocol::SiteKind::Queue;
    queue.isOptional = true;
    queue.placeholder = Words::tr("All");
    return {idField(Words::tr("Code")),
            nameField(),
            object,
            measure,
            state,
            threshold,
            window,
            length,
            media,
            queue};
}

std::vector<FieldDescription> rulesFields()
{
    auto zone = field("timeZone", FieldKind::TimeZone, Words::tr("Time zone"));
    zone.hint = Words::tr("Whose midnight begins the day of statistics.");
    auto missed = field("missedOffers", FieldKind::Number, Words::tr("Missed offers"));
    missed.highest = 1000;
    missed.hint = Words::tr("So many in a row set an agent not ready. 0: never.");
    auto address = field("url", FieldKind::Text, Words::tr("Address"));
    address.placeholder = QStringLiteral("https://crm.example.com/api");
    auto addresses = field("httpAllowed", FieldKind::List, Words::tr("Addresses for strategies"));
    addresses.hint = Words::tr("Strategies may call addresses that begin so.");
    addresses.placeholder = Words::tr("None");
    addresses.add = Words::tr("Add address");
    addresses.isInline = true;
    addresses.fields = {address};
    std::vector<FieldDescription> fields{
        zone,
        duration("ageingMs", Words::tr("Ageing"),
                 Words::tr("of waiting raises the priority by 1, in queues that name nothing "
                           "else. 0: never.")),
        missed,
        duration("inactivityMs", Words::tr("Inactivity"),
                 Words::tr("without a sign sets an agent not ready. 0: never.")),
        duration("afterContactWorkMs", Words::tr("After contact work"),
                 Words::tr("at most; then it is done, and the agent ready. 0: no limit.")),
        duration("explanationsKeptMs", Words::tr("Keep explanations"),
                 Words::tr("of why work was routed so. 0: none are kept.")),
        addresses};
    for (auto &one : chatFields())
        fields.push_back(std::move(one));
    for (auto &one : fileFields())
        fields.push_back(std::move(one));
    auto kept = field("interactionsKeptDays", FieldKind::Number, Words::tr("Keep interactions"));
    kept.isOptional = true;
    kept.highest = 36'600;
    kept.placeholder = Words::tr("For ever");
    kept.hint = Words::tr("days after they are done; then they are removed with all that was "
                          "said. 0: for ever.");
    kept.section = Words::tr("Privacy");
    fields.push_back(std::move(kept));
    return fields;
}

} // namespace tandem::siteschema
