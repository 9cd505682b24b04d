// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/typingsignal.h"

#include "protocol/chat.h"

namespace tandem {

namespace {

constexpr Ms pauseAfter{2'500};
constexpr Ms againAfter{6'000};

SteadyTime steadyNow()
{
    return std::chrono::time_point_cast<Ms>(std::chrono::steady_clock::now());
}

} // namespace

TypingSignal::TypingSignal(ServiceLink &link, QObject *parent) : QObject(parent), m_link(link)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &TypingSignal::stopped);
}

void TypingSignal::typed(InteractionId id)
{
    if (m_id && m_id != id)
        stopped();
    m_pause.start(pauseAfter);
    if (m_id == id && steadyNow() - m_toldAt < againAfter)
        return;
    m_id = id;
    m_toldAt = steadyNow();
    tell(true);
}

void TypingSignal::stopped()
{
    m_pause.stop();
    if (!m_id)
        return;
    tell(false);
    m_id = {};
}

void TypingSignal::tell(bool isTyping)
{
    if (m_link.state() == ServiceLink::State::Connected)
        m_link.ask(protocol::ChatTyping{m_id, isTyping}, {});
}

} // namespace tandem
