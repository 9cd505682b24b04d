// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/queuedefinition.h"
#include "protocol/statisticdefinition.h"
#include "protocol/types.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// How a company is set up, as data: what administrators change, what is exported and imported.
// Objects are known by `id` (agents by `userName`): 1 to 64 letters, digits or . - _ @. Lists keep
// their order. Member names are names on the wire and in exports: append only.
namespace tandem::protocol {

// name: for people, 1 to 256 bytes, here and below.
struct SkillDefinition
{
    SkillId id;
    std::string name;

    bool operator==(const SkillDefinition &) const = default;
};
BOOST_DESCRIBE_STRUCT(SkillDefinition, (), (id, name))

struct GroupDefinition
{
    std::string id;
    std::string name;
    std::vector<std::string> agents; // user names

    bool operator==(const GroupDefinition &) const = default;
};
BOOST_DESCRIBE_STRUCT(GroupDefinition, (), (id, name, agents))

// A media type besides those that are built in ("chat"): open media.
struct MediaTypeDefinition
{
    std::string id;
    std::string name;

    bool operator==(const MediaTypeDefinition &) const = default;
};
BOOST_DESCRIBE_STRUCT(MediaTypeDefinition, (), (id, name))

// Where an agent sits: one agent at a time, with these media types (empty: all).
struct PlaceDefinition
{
    std::string id;
    std::string name;
    std::vector<std::string> mediaTypes;

    bool operator==(const PlaceDefinition &) const = default;
};
BOOST_DESCRIBE_STRUCT(PlaceDefinition, (), (id, name, mediaTypes))

// most: interactions of that medium at once, 1 to 100. weight: of one of them, 0 to 100.
struct ChannelCapacity
{
    std::string mediaType;
    int most = 1;
    int weight = 1;

    bool operator==(const ChannelCapacity &) const = default;
};
BOOST_DESCRIBE_STRUCT(ChannelCapacity, (), (mediaType, most, weight))

// What an agent may have in hand at once. A medium that is not named may not be taken. expression
// speaks of the counts by media type after the new one is added: "chat + 2 * mail <= 4".
struct CapacityRule
{
    std::string id;
    std::string name;
    std::vector<ChannelCapacity> channels;
    std::optional<int> totalWeight;
    std::optional<std::string> expression;

    bool operator==(const CapacityRule &) const = default;
};
BOOST_DESCRIBE_STRUCT(CapacityRule, (), (id, name, channels, totalWeight, expression))

enum class Weekday { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };
constexpr std::array<std::string_view, 7> namesOf(Weekday)
{
    return {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
}

// "08:00" to "20:00", wall clock of the calendar's zone; an end at or before its begin is on the
// next day; "24:00" is an end.
struct Hours
{
    std::string from;
    std::string to;

    bool operator==(const Hours &) const = default;
};
BOOST_DESCRIBE_STRUCT(Hours, (), (from, to))

struct OpeningHours
{
    std::vector<Weekday> days;
    std::string from;
    std::string to;

    bool operator==(const OpeningHours &) const = default;
};
BOOST_DESCRIBE_STRUCT(OpeningHours, (), (days, from, to))

// A date ("2026-12-25") with hours of its own instead of the weekday's; none: closed (a holiday).
struct SpecialDay
{
    std::string date;
    std::string name;
    std::vector<Hours> hours;

    bool operator==(const SpecialDay &) const = default;
};
BOOST_DESCRIBE_STRUCT(SpecialDay, (), (date, name, hours))

// Business hours of queues and shifts of agents. timeZone: IANA ("Europe/Berlin").
struct Calendar
{
    std::string id;
    std::string name;
    std::string timeZone;
    std::vector<OpeningHours> hours;
    std::vector<SpecialDay> specialDays;

    bool operator==(const Calendar &) const = default;
};
BOOST_DESCRIBE_STRUCT(Calendar, (), (id, name, timeZone, hours, specialDays))

// An account without its password, which never leaves the store. capacityRule: none is the first
// one. calendar: the shift; when it ends, a ready agent is set not ready.
struct AgentDefinition
{
    std::string userName;
    std::string name;
    std::vector<Role> roles;
    std::vector<AgentSkill> skills;
    std::optional<std::string> capacityRule;
    std::optional<std::string> calendar;

    bool operator==(const AgentDefinition &) const = default;
};
BOOST_DESCRIBE_STRUCT(AgentDefinition, (), (userName, name, roles, skills, capacityRule, calendar))

// Addresses that strategies may call: those that begin so ("https://crm.example.com/api").
struct AllowedAddress
{
    std::string url;

    bool operator==(const AllowedAddress &) const = default;
};
BOOST_DESCRIBE_STRUCT(AllowedAddress, (), (url))

// Whether agents see what customers type before they send it.
enum class TypingPreview { Hidden, Shown };
constexpr std::array<std::string_view, 2> namesOf(TypingPreview) { return {"hidden", "shown"}; }

// Whether agents are told that a supervisor watches.
enum class Monitoring { Silent, Visible };
constexpr std::array<std::string_view, 2> namesOf(Monitoring) { return {"silent", "visible"}; }

// Rules of the whole site. 0 turns one off. Those of chats hold their defaults where absent.
struct Rules
{
    std::string timeZone = "UTC";                    // of "since midnight"
    std::int64_t ageingMs = 60'000;                  // of queues that name none
    int missedOffers = 3;                            // missed in a row: not ready
    std::int64_t inactivityMs = 0;                   // nothing asked for so long: not ready
    std::int64_t afterContactWorkMs = 0;             // longest: done, and ready again
    std::int64_t explanationsKeptMs = 2'592'000'000; // 30 days
    std::vector<AllowedAddress> httpAllowed;         // none: strategies call nobody
    // Nobody has written for so long: an alert, a second one, and the end (255 s, 0, 45 s).
    std::optional<std::int64_t> chatIdleAlertMs;       // since the last word; 0: none, and no end
    std::optional<std::int64_t> chatIdleSecondAlertMs; // since the first alert; 0: none
    std::optional<std::int64_t> chatIdleCloseMs;       // since the last alert; 0: never
    // What is said then, 1 to 1,024 bytes; in English where absent, the second like the first one.
    std::optional<std::string> chatIdleAlertText;
    std::optional<std::string> chatIdleSecondAlertText;
    std::optional<std::string> chatIdleCloseText;
    std::optional<TypingPreview> typingPreview; // hidden; shown: customers are told
    std::optional<Monitoring> monitoring;       // silent, unless a supervisor asks to be seen
    // Said to customers as a chat begins: that others may read along. None: nothing is said.
    std::optional<std::string> monitoringConsent;
    // Interactions that are done for longer are removed with all that belongs to them; 0: never.
    std::optional<std::int64_t> interactionsKeptDays;
    // Files in chats; limits are of the customer's and of the agents' files each.
    std::optional<std::string> fileTypes;      // endings, "jpg:png:pdf"; see domain/filerules.h
    std::optional<std::int64_t> fileMaxBytes;  // of one (10 MiB)
    std::optional<std::int64_t> filesMaxBytes; // of all of a chat (50 MiB)
    std::optional<int> filesMost;              // in a chat (10); 0: no files
    std::optional<bool> filesNeedAgent;        // customers wait for an agent first (false)
    std::optional<std::int64_t> filesKeptMs;   // 30 days; 0: for ever
    std::optional<bool> filesDeletable;        // customers may take back their own (true)
    std::optional<bool> picturesShown;         // customers see the agents' pictures (true)

    bool operator==(const Rules &) const = default;
};
BOOST_DESCRIBE_STRUCT(Rules, (),
                      (timeZone, ageingMs, missedOffers, inactivityMs, afterContactWorkMs,
                       explanationsKeptMs, httpAllowed, chatIdleAlertMs, chatIdleSecondAlertMs,
                       chatIdleCloseMs, typingPreview, monitoring, monitoringConsent,
                       interactionsKeptDays, fileTypes, fileMaxBytes, filesMaxBytes, filesMost,
                       filesNeedAgent, filesKeptMs, filesDeletable, picturesShown,
                       chatIdleAlertText, chatIdleSecondAlertText, chatIdleCloseText))

enum class SiteKind {
    Skill,
    MediaType,
    CapacityRule,
    Calendar,
    Agent,
    Group,
    Place,
    TargetList,
    Queue,
    NotReadyReason,
    Disposition,
    Statistic,
    Rules // one, with id "rules"
};
constexpr std::array<std::string_view, 13> namesOf(SiteKind)
{
    return {"skill",       "mediaType", "capacityRule", "calendar", "agent",
            "group",       "place",     "targetList",   "queue",    "notReadyReason",
            "disposition", "statistic", "rules"};
}

// The whole set-up, or (in a change) the objects to put. format: of exports, 1.
struct SiteDocument
{
    std::optional<int> format;
    std::vector<SkillDefinition> skills;
    std::vector<MediaTypeDefinition> mediaTypes;
    std::vector<CapacityRule> capacityRules;
    std::vector<Calendar> calendars;
    std::vector<AgentDefinition> agents;
    std::vector<GroupDefinition> groups;
    std::vector<PlaceDefinition> places;
    std::vector<TargetList> targetLists;
    std::vector<QueueDefinition> queues;
    std::vector<Choice> notReadyReasons;
    std::vector<Choice> dispositions;
    std::vector<StatisticDefinition> statistics;
    std::optional<Rules> rules;

    bool operator==(const SiteDocument &) const = default;
};
BOOST_DESCRIBE_STRUCT(SiteDocument, (),
                      (format, skills, mediaTypes, capacityRules, calendars, agents, groups, places,
                       targetLists, queues, notReadyReasons, dispositions, statistics, rules))

// One object of a change; before and after are JSON texts, absent where it was not or is no more.
// positionBefore, positionAfter: its place in the list, from 0, where it came, went or moved.
struct SiteChange
{
    SiteKind kind = SiteKind::Skill;
    std::string id;
    std::optional<std::string> before;
    std::optional<std::string> after;
    std::optional<int> positionBefore;
    std::optional<int> positionAfter;

    bool operator==(const SiteChange &) const = default;
};
BOOST_DESCRIBE_STRUCT(SiteChange, (), (kind, id, before, after, positionBefore, positionAfter))

struct SiteObjectRef
{
    SiteKind kind = SiteKind::Skill;
    std::string id;

    bool operator==(const SiteObjectRef &) const = default;
};
BOOST_DESCRIBE_STRUCT(SiteObjectRef, (), (kind, id))

} // namespace tandem::protocol
