// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/pollingcustomer.h"

#include "load/wire.h"

#include <charconv>

namespace tandem::load {

namespace {

bool isGood(const HttpAnswer &answer)
{
    return answer.status == 200 && memberOf(answer.body, "statusCode") == "0";
}

bool isRefusal(const HttpAnswer &answer) { return answer.status == 503 || answer.status == 429; }

} // namespace

PollingCustomer::PollingCustomer(Place &place, CustomerEvents &events, std::uint32_t conversation,
                                 std::chrono::milliseconds interval)
    : m_place(place),
      m_events(events),
      m_interval(interval),
      m_path("/genesys/2/chat/" + place.service),
      m_startKey("load-" + place.run + "-" + std::to_string(conversation)),
      m_http(std::make_shared<HttpClient>(place.io, place.target)),
      m_timer(place.io)
{
}

void PollingCustomer::hangUp()
{
    m_isOver = true;
    m_timer.cancel();
    m_http->abandon();
}

void PollingCustomer::start(const std::string &subject)
{
    m_http->post(m_path,
                 "nickname=Customer&subject=" + formEncoded(subject)
                     + "&clientMessageId=" + m_startKey,
                 [this](const HttpAnswer &answer) { started(answer); });
}

void PollingCustomer::started(const HttpAnswer &answer)
{
    if (!isGood(answer)) {
        if (answer.status == 0)
            m_place.figures.count(Count::Failed);
        return m_events.notStarted(isRefusal(answer));
    }
    m_chatId = memberOf(answer.body, "chatId");
    m_access = "secureKey=" + std::string(memberOf(answer.body, "secureKey"));
    m_events.started(m_chatId);
    heard(answer, false);
    const auto phase = std::chrono::duration_cast<Clock::duration>(m_interval * m_place.uniform());
    pollAt(Clock::now() + phase);
}

// Answers to requests that were under way together repeat what each other holds.
void PollingCustomer::ask(const std::string &operation, const std::string &fields,
                          HttpClient::Handler answered)
{
    std::string body = m_access;
    body += "&transcriptPosition=" + std::to_string(m_position) + fields;
    m_http->post(m_path + '/' + m_chatId + '/' + operation, body,
                 [this, from = m_position, answered = std::move(answered)](const auto &answer) {
                     answered(answer);
                     heard(answer, from < m_known);
                 });
}

void PollingCustomer::pollAt(Clock::time_point due)
{
    m_timer.expires_at(due);
    m_timer.async_wait([this, due](const auto &error) {
        if (!error && !m_isOver)
            poll(due);
    });
}

void PollingCustomer::poll(Clock::time_point due)
{
    m_place.figures.took(Span::Lateness, Clock::now() - due);
    pollAt(due + m_interval);
    if (m_isPolling)
        return;
    m_isPolling = true;
    ask("refresh", {}, [this, due](const HttpAnswer &) {
        m_isPolling = false;
        m_place.figures.took(Span::Poll, Clock::now() - due);
    });
}

void PollingCustomer::heard(const HttpAnswer &answer, bool isCatchingUp)
{
    if (!isGood(answer)) {
        if (memberOf(answer.body, "chatEnded") == "true")
            m_events.ended();
        else if (!answer.isDropped)
            m_place.figures.count(isRefusal(answer) ? Count::Refused : Count::Failed);
        return;
    }
    m_events.heard(answer.body, isCatchingUp);
    int position = m_position;
    const auto next = memberOf(answer.body, "nextPosition");
    std::from_chars(next.data(), next.data() + next.size(), position);
    m_position = std::max(m_position, position);
    m_known = std::max(m_known, m_position);
    if (memberOf(answer.body, "chatEnded") == "true")
        m_events.ended();
}

void PollingCustomer::say(std::uint32_t number, const std::string &text)
{
    const auto fields =
        "&message=" + formEncoded(text) + "&clientMessageId=m" + std::to_string(number);
    ask("send", fields, [this, number, text](const HttpAnswer &answer) {
        if (answer.status == 0)
            return sayAgain(number, text);
        if (isGood(answer))
            m_events.acknowledged(number);
        else
            m_events.refused(number);
    });
}

void PollingCustomer::sayAgain(std::uint32_t number, const std::string &text)
{
    m_place.figures.count(Count::Repeated);
    say(number, text);
}

void PollingCustomer::type(bool isTyping)
{
    ask(isTyping ? "startTyping" : "stopTyping", {}, [](const HttpAnswer &) {});
}

void PollingCustomer::leave()
{
    ask("disconnect", {}, [](const HttpAnswer &) {});
}

void PollingCustomer::drop() { comeBack(m_position); }

void PollingCustomer::reload() { comeBack(1); }

void PollingCustomer::comeBack(int position)
{
    if (m_chatId.empty())
        return;
    m_place.figures.count(Count::Dropped);
    m_http->drop();
    m_position = position;
    ask("refresh", {}, [this, from = Clock::now()](const HttpAnswer &answer) {
        if (answer.status != 0)
            m_place.figures.took(Span::Return, Clock::now() - from);
    });
}

} // namespace tandem::load
