// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/customer.h"
#include "protocol/types.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tandem {

class SimulatedDay;

// Somebody who comes, with all that chance decides about it: drawn before the day, so that two
// strategies are given the same people.
struct SimulatedCustomer
{
    Ms at{}; // since midnight
    QueueId queue;
    Ms handling{};              // from acceptance to the end of the conversation
    Ms afterWork{};             // of the agent, behind it
    Ms accept{};                // until the agent accepts an offer of it
    Ms reply{};                 // until the customer answers
    std::optional<Ms> patience; // leaves when nobody has answered by then; none: never
    bool takesCallback = false; // where one is offered
    Ms callbackHandling{};
    std::string emailAddress;
    protocol::Data data;
};

// The customers of a day: they start chats, answer what agents say, take a callback that is
// offered, and leave when their patience ends.
class SimulatedCustomers
{
public:
    SimulatedCustomers(SimulatedDay &day, const std::vector<SimulatedCustomer> &customers);

    void begin();
    // What a customer sees; null: the chat has ended.
    void heard(InteractionId chat, const protocol::CustomerEvent *event);
    // Of a chat, or of the callback that came of it; null where it is nobody's.
    const SimulatedCustomer *of(InteractionId interaction) const;
    bool haveAllCome() const { return m_come == m_customers.size(); }
    std::size_t refused() const { return m_refused; } // whose chat could not be started

private:
    struct Talk
    {
        std::size_t customer = 0;
        bool isAnswered = false;
        bool isOver = false;
        bool hasReplied = false;
        bool wasAskedForNumber = false;
    };

    void arrive(std::size_t index);
    void says(InteractionId chat, std::size_t index, const std::string &text);
    void losesPatience(InteractionId chat);
    void hearsCompany(InteractionId chat, Talk &talk);

    SimulatedDay &m_day;
    const std::vector<SimulatedCustomer> &m_customers;
    std::unordered_map<InteractionId, Talk> m_talks;
    std::optional<std::size_t> m_arriving; // whose chat is being started: it has no id yet
    std::size_t m_come = 0;
    std::size_t m_refused = 0;
};

} // namespace tandem
