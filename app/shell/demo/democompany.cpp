// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/demo/democompany.h"

namespace tandem::democompany {

namespace {

using namespace std::chrono_literals;
using protocol::ChatEvent;

constexpr AgentId alice{1};
constexpr InteractionId maria{11};
constexpr InteractionId jonas{12};
constexpr InteractionId noor{13};
constexpr InteractionId priya{14};

struct Line
{
    int participant;
    Ms ago;
    const char *text; // null: joined
    Audience audience = Audience::Everyone;
};

protocol::Interaction interaction(InteractionId id, const char *contact, const char *queue,
                                  const char *subject, UtcTime at)
{
    protocol::Interaction made;
    made.id = id;
    made.mediaType = "chat";
    made.type = "inbound";
    made.state = InteractionState::Handling;
    made.queueId = queue;
    made.queueName = queue;
    made.subject = subject;
    made.contact.name = contact;
    made.agentId = alice;
    made.participants = {{1, contact, ParticipantType::Client, {}},
                         {2, "Alice", ParticipantType::Agent, alice},
                         {3, "Sam", ParticipantType::Supervisor, AgentId{9}}};
    made.createdAt = at;
    made.queuedAt = at;
    made.offeredAt = at + 6s;
    made.acceptedAt = at + 18s;
    return made;
}

std::vector<ChatEvent> events(const protocol::Interaction &of, const std::vector<Line> &lines,
                              UtcTime now)
{
    std::vector<ChatEvent> made;
    for (const auto &line : lines) {
        const auto &who = of.participants[static_cast<std::size_t>(line.participant - 1)];
        ChatEvent event;
        event.index = static_cast<int>(made.size()) + 1;
        event.type = line.text ? ChatEventType::Message : ChatEventType::ParticipantJoined;
        event.from = {who.participantId, who.nickname, who.type};
        if (line.text)
            event.text = line.text;
        event.time = now - line.ago;
        event.audience = line.audience;
        made.push_back(std::move(event));
    }
    return made;
}

protocol::OwnInteraction conversationWithMaria(UtcTime now)
{
    auto of = interaction(maria, "Maria Keller", "Support", "Order never arrived", now - 392s);
    of.attachedData = {{"order", "SO-88213"},
                       {"customerTier", "Gold"},
                       {"_genesys_pageTitle", "Track your order"},
                       {"_genesys_url", "https://shop.northwind.example/checkout/track"},
                       {"_genesys_referrer", "https://search.example/?q=northwind+running+shoes"},
                       {"_genesys_browser", "Firefox 128"},
                       {"_genesys_OS", "Windows 11"},
                       {"GCTI_LanguageCode", "de-DE"},
                       {"TimeZone", "60"}};
    const std::vector<Line> lines{
        {1, 392s, nullptr},
        {1, 390s, "Hi! I ordered running shoes two weeks ago and they still have not arrived."},
        {2, 374s, nullptr},
        {2, 340s,
         "Good afternoon Maria, I am Alice. I am sorry to hear that, let me look it up for you "
         "right away."},
        {2, 310s, "Is it the order from 8 November, paid by card?"},
        {3, 200s,
         "Carrier has lost a batch this week. You can offer express replacement, no approval "
         "needed.",
         Audience::Agents},
        {1, 41s, "Yes, the one ending in 4471. Can you send it again? I need them for Saturday."}};
    return {of, events(of, lines, now)};
}

protocol::OwnInteraction conversationWithJonas(UtcTime now)
{
    auto of = interaction(jonas, "Jonas Adeyemi", "Billing", "Charged twice", now - 668s);
    const std::vector<Line> lines{{1, 668s, nullptr},
                                  {2, 650s, nullptr},
                                  {2, 640s, "Hello Jonas, I am checking your invoices."},
                                  {1, 128s, "I still see two charges on my card"},
                                  {1, 90s, "The second one is from today"},
                                  {1, 40s, "Hello? Is anybody there"}};
    return {of, events(of, lines, now)};
}

protocol::OwnInteraction conversationWithNoor(UtcTime now)
{
    auto of = interaction(noor, "Noor van Dijk", "Support", "Address change", now - 1500s);
    of.state = InteractionState::AfterContactWork;
    of.endedAt = now - 72s;
    const std::vector<Line> lines{{1, 1500s, nullptr},
                                  {1, 1490s, "Can I still change where it is delivered?"},
                                  {2, 1400s, "Yes, I have changed it to your office."},
                                  {1, 100s, "Thank you, that solved it!"},
                                  {2, 90s, "You are welcome. Have a nice day!"}};
    return {of, events(of, lines, now)};
}

} // namespace

protocol::Welcome welcome(UtcTime now, bool isBusy)
{
    protocol::Welcome made;
    made.sessionToken = "demo";
    made.agent = {alice, "alice", "Alice Lindqvist", {Role::Agent}, {{"chat", 0, 3}}, {}};
    made.notReadyReasons = {{"break", "Break"}, {"lunch", "Lunch"}, {"training", "Training"}};
    made.dispositions = {{"solved", "Solved"},
                         {"replacement", "Replacement sent"},
                         {"callback", "Promised to come back"},
                         {"spam", "Not a customer"}};
    made.snapshot.agent = {alice,
                           "alice",
                           "Alice Lindqvist",
                           AgentState::Ready,
                           {},
                           now - 2538s,
                           true,
                           {{"chat", isBusy ? 2 : 0, 3}}};
    if (isBusy) {
        made.snapshot.interactions = {conversationWithMaria(now), conversationWithJonas(now),
                                      conversationWithNoor(now)};
    }
    return made;
}

protocol::Offer offer(UtcTime now)
{
    auto of =
        interaction(priya, "Priya Raman", "Sales", "Which plan fits a team of twelve?", now - 7s);
    of.state = InteractionState::Offered;
    of.acceptedAt.reset();
    of.offeredAt = now;
    of.attachedData = {{"_genesys_pageTitle", "Pricing"}};
    return {of, now + 18s, 18'000};
}

std::vector<protocol::AgentStatus> team(UtcTime now)
{
    const auto agent = [&](std::uint64_t id, const char *user, const char *name, AgentState state,
                           int active) {
        return protocol::AgentStatus{
            AgentId{id},          user, name, state, {}, now - 300s, state != AgentState::LoggedOut,
            {{"chat", active, 3}}};
    };
    auto carol = agent(3, "carol", "Carol Dupont", AgentState::NotReady, 0);
    carol.reason = "lunch";
    return {agent(2, "bob", "Bob Okafor", AgentState::Ready, 1), carol,
            agent(4, "deniz", "Deniz Aydın", AgentState::Ready, 0),
            agent(5, "emeka", "Emeka Obi", AgentState::AfterContactWork, 2),
            agent(6, "freya", "Freya Holm", AgentState::LoggedOut, 0)};
}

InteractionId shown() { return maria; }

protocol::Sender customer() { return {1, "Maria", ParticipantType::Client}; }

} // namespace tandem::democompany
