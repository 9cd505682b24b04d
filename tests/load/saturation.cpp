// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/saturation.h"

#include "load/socketcustomer.h"
#include "load/wire.h"

namespace tandem::load {

class Saturation::Talker final : public CustomerEvents
{
public:
    Talker(Saturation &saturation, std::uint32_t number)
        : m_saturation(saturation),
          m_number(number),
          m_texts(saturation.m_dialogues[number % saturation.m_dialogues.size()]),
          m_customer(saturation.m_place, *this, number)
    {
    }
    void start() { m_customer.start(written({Side::Customer, m_number, 0})); }
    void hangUp() { m_customer.hangUp(); }

    void started(const std::string &) override
    {
        m_saturation.started();
        for (int count = 0; count < m_saturation.m_options.outstanding; ++count)
            say();
    }
    void notStarted(bool) override { m_saturation.m_events.finished("A chat could not be begun."); }
    void acknowledged(std::uint32_t number) override
    {
        const auto said = m_saidAt.extract(number);
        if (!said.empty())
            figures().took(Span::CustomerMessage, Clock::now() - said.mapped());
        figures().count(Count::Acknowledged);
        say();
    }
    void refused(std::uint32_t number) override
    {
        m_saidAt.erase(number);
        figures().count(Count::Refused);
        say();
    }
    void heard(std::string_view, bool) override {}
    void ended() override { m_saturation.m_events.finished("A chat was ended by the server."); }

private:
    Figures &figures() { return m_saturation.m_place.figures; }
    void say()
    {
        if (m_saturation.m_isOver)
            return;
        figures().count(Count::Sent);
        m_saidAt.emplace(++m_said, Clock::now());
        m_customer.say(m_said, m_texts[m_said % m_texts.size()].text);
    }

    Saturation &m_saturation;
    const std::uint32_t m_number;
    const Dialogue &m_texts;
    SocketCustomer m_customer;
    std::map<std::uint32_t, Clock::time_point> m_saidAt;
    std::uint32_t m_said = 0;
};

Saturation::Saturation(Place &place, const SaturationOptions &options, Seconds warmUp,
                       Seconds length, const Administrator &administrator,
                       const std::vector<Dialogue> &dialogues, LoadEvents events)
    : m_place(place),
      m_options(options),
      m_warmUp(warmUp),
      m_length(length),
      m_administrator(administrator),
      m_dialogues(dialogues),
      m_events(std::move(events)),
      m_team(place, *this),
      m_timer(place.io)
{
}

Saturation::~Saturation() = default;

void Saturation::run()
{
    if (m_options.agents == 0)
        return startAll();
    const auto count = static_cast<std::size_t>(m_options.agents);
    const auto chats = static_cast<std::size_t>(m_options.connections);
    const auto capacity = static_cast<int>((chats + count - 1) / count);
    m_team.assemble(m_administrator, count, capacity,
                    [this](const std::optional<std::string> &problem) {
                        if (problem)
                            return m_events.finished(problem);
                        startAll();
                    });
}

void Saturation::startAll()
{
    for (int number = 1; number <= m_options.connections; ++number) {
        auto &talker = *m_talkers.emplace_back(
            std::make_unique<Talker>(*this, static_cast<std::uint32_t>(number)));
        talker.start();
    }
}

void Saturation::offered(Agent &agent, std::uint32_t, const std::string &interactionId)
{
    agent.ask("interaction.accept", R"({"interactionId":")" + interactionId + "\"}",
              [](bool, std::string_view) {});
}

void Saturation::started()
{
    if (++m_startedCount < m_talkers.size())
        return;
    m_timer.expires_after(std::chrono::duration_cast<Clock::duration>(m_warmUp));
    m_timer.async_wait([this](const auto &) { begin(); });
}

void Saturation::begin()
{
    m_place.figures.clear();
    m_events.began();
    m_timer.expires_after(std::chrono::duration_cast<Clock::duration>(m_length));
    m_timer.async_wait([this](const auto &) { finish(); });
}

void Saturation::stop() { m_timer.cancel(); }

void Saturation::finish()
{
    m_isOver = true;
    m_events.ended();
    for (auto &talker : m_talkers)
        talker->hangUp();
    m_events.finished(std::nullopt);
}

} // namespace tandem::load
