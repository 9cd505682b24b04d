// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/simulatedcustomers.h"

#include "simulation/simulatedday.h"

namespace tandem {

namespace {

// Attached by the core while the offer of a callback is open.
constexpr char openCallbackOffer[] = "callbackOffer";

std::string keyOf(std::size_t index) { return "customer " + std::to_string(index); }

// Numbers that belong to nobody (North American Numbering Plan, 555-0100 to 0199).
std::string phoneNumberOf(std::size_t index)
{
    const auto text = std::to_string(10'000'000 + index % 10'000'000);
    return "+1 202 555 01 " + text.substr(text.size() - 4);
}

} // namespace

SimulatedCustomers::SimulatedCustomers(SimulatedDay &day,
                                       const std::vector<SimulatedCustomer> &customers)
    : m_day(day), m_customers(customers)
{
}

void SimulatedCustomers::begin()
{
    // One after the other: who comes next is set when one has come.
    if (!m_customers.empty())
        m_day.at(m_customers.front().at, [this] { arrive(0); });
}

const SimulatedCustomer *SimulatedCustomers::of(InteractionId interaction) const
{
    const auto talk = m_talks.find(interaction);
    if (talk != m_talks.end())
        return &m_customers[talk->second.customer];
    return m_arriving ? &m_customers[*m_arriving] : nullptr;
}

void SimulatedCustomers::arrive(std::size_t index)
{
    if (index + 1 < m_customers.size())
        m_day.at(m_customers[index + 1].at, [this, index] { arrive(index + 1); });
    const auto &customer = m_customers[index];
    protocol::CustomerStart start;
    start.service = customer.queue;
    start.nickname = "Customer " + std::to_string(index + 1);
    start.secureKey = keyOf(index);
    start.userData = customer.data;
    if (!customer.emailAddress.empty())
        start.emailAddress = customer.emailAddress;
    m_arriving = index;
    const auto started = m_day.ask(Caller::customer(), std::move(start));
    m_arriving.reset();
    ++m_come;
    if (!started) {
        ++m_refused;
        return;
    }
    const auto chat = started->chatId;
    m_talks[chat].customer = index;
    if (customer.patience)
        m_day.after(*customer.patience, [this, chat] { losesPatience(chat); });
}

void SimulatedCustomers::losesPatience(InteractionId chat)
{
    const auto talk = m_talks.find(chat);
    if (talk == m_talks.end() || talk->second.isAnswered || talk->second.isOver)
        return;
    protocol::CustomerDisconnect leave;
    leave.key = {chat, keyOf(talk->second.customer)};
    (void)m_day.ask(Caller::customer(), std::move(leave));
}

void SimulatedCustomers::says(InteractionId chat, std::size_t index, const std::string &text)
{
    if (m_talks[chat].isOver)
        return;
    protocol::CustomerSend send;
    send.key = {chat, keyOf(index)};
    send.message = text;
    (void)m_day.ask(Caller::customer(), std::move(send));
}

void SimulatedCustomers::hearsCompany(InteractionId chat, Talk &talk)
{
    const auto *open = m_day.services().interactions.find(chat);
    const auto &customer = m_customers[talk.customer];
    if (!open || talk.wasAskedForNumber || !open->view.attachedData.contains(openCallbackOffer))
        return;
    talk.wasAskedForNumber = true;
    if (!customer.takesCallback)
        return;
    m_day.after(customer.reply, [this, chat, index = talk.customer] {
        says(chat, index, "Yes please: " + phoneNumberOf(index));
    });
}

void SimulatedCustomers::heard(InteractionId chat, const protocol::CustomerEvent *event)
{
    const auto found = m_talks.find(chat);
    if (found == m_talks.end())
        return;
    auto &talk = found->second;
    if (!event) {
        talk.isOver = true;
        return;
    }
    if (event->from.type == ParticipantType::External) {
        // The offer is attached behind the words that make it.
        m_day.after(Ms(0), [this, chat] { hearsCompany(chat, m_talks[chat]); });
        return;
    }
    if (event->from.type != ParticipantType::Agent)
        return;
    talk.isAnswered = true;
    if (event->type != ChatEventType::Message || talk.hasReplied)
        return;
    talk.hasReplied = true;
    m_day.after(m_customers[talk.customer].reply, [this, chat, index = talk.customer] {
        says(chat, index, "I have a question about my order.");
    });
}

} // namespace tandem
