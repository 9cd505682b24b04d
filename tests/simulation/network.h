// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/agenda.h"
#include "simulation/dice.h"
#include "virtualcore.h"

#include <memory>
#include <optional>

namespace tandem {

// What lies between clients and the core: requests on connections of their own, which overtake each
// other, come twice, or get lost on either way; and connections that keep their order until they
// break.
class Network
{
public:
    struct Weather
    {
        Ms delay{20};       // mean, one way
        double loss = 0;    // of a request, or of its answer
        double doubled = 0; // of a request
    };
    template <class T>
    using Answer = std::function<void(std::optional<Result<T>> answer)>; // nothing: no answer came

    Network(Agenda &agenda, VirtualCore &core, std::uint64_t seed)
        : m_agenda(agenda), m_core(core), m_dice(seed)
    {
    }

    Agenda &agenda() { return m_agenda; }
    VirtualCore &core() { return m_core; }
    void setWeather(const Weather &weather) { m_weather = weather; }
    Ms delay() { return m_dice.exponential(m_weather.delay); }
    Dice &dice() { return m_dice; }

    // As a customer or a connector asks. The answer comes once: in time, or as nothing.
    template <protocol::Request R>
    void ask(const Caller &caller, const R &request, Answer<typename R::Reply> answer)
    {
        using Reply = Result<typename R::Reply>;
        auto once = std::make_shared<Answer<typename R::Reply>>(std::move(answer));
        const auto give = [once](std::optional<Reply> reply) {
            if (auto take = std::exchange(*once, nullptr))
                take(std::move(reply));
        };
        const auto arrive = [this, caller, request, give] {
            if (!m_core.isUp())
                return;
            m_core.ask<R>(caller, request, [this, give](Reply reply) {
                if (!m_dice.happens(m_weather.loss))
                    m_agenda.after(delay(), [give, reply] { give(reply); });
            });
        };
        if (!m_dice.happens(m_weather.loss))
            m_agenda.after(delay(), arrive);
        if (m_dice.happens(m_weather.doubled))
            m_agenda.after(delay() + delay(), arrive);
        m_agenda.after(patience, [give] { give(std::nullopt); });
    }

private:
    static constexpr Ms patience{5'000};

    Agenda &m_agenda;
    VirtualCore &m_core;
    Dice m_dice;
    Weather m_weather;
};

// The connection of an agent's client: what either side sends arrives in its order, until it
// breaks; then nothing that is on its way does.
class Connection final : public FactSink, public std::enable_shared_from_this<Connection>
{
public:
    struct Client
    {
        std::function<void(std::int64_t seq, const SharedFact &fact)> heard;
        std::function<void(std::optional<Reason> reason)> ended; // nothing: it broke
    };

    Connection(Network &network, Client client) : m_network(network), m_client(std::move(client)) {}

    bool isOpen() const { return m_isOpen; }
    void toServer(std::function<void()> action) { send(m_lastUp, std::move(action)); }
    void toClient(std::function<void()> action) { send(m_lastDown, std::move(action)); }
    // The session that it carries, once it is known: the server tells it of the end.
    void carry(SessionId session);
    // Both sides notice, each in its time.
    void breaks();

    // --- FactSink
    void deliver(std::int64_t seq, std::shared_ptr<const SharedFact> fact) override;
    void close(Reason reason) override;

private:
    void send(Ms &last, std::function<void()> action);

    Network &m_network;
    Client m_client;
    SessionId m_session;
    bool m_isOpen = true;
    Ms m_lastUp{};
    Ms m_lastDown{};
};

} // namespace tandem
