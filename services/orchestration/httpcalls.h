// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "orchestration/strategywork.h"

#include <QNetworkAccessManager>

#include <functional>

namespace tandem {

// Makes the calls of http actions: no redirects, no cookies, no proxy's or user's credentials, at
// most 64 KiB of an answer. In one thread with an event loop.
class HttpCalls
{
public:
    using Answer = std::function<void(StrategyAnswered answer)>;

    explicit HttpCalls(Answer answer);

    void make(const StrategyCall &call);

private:
    Answer m_answer;
    QNetworkAccessManager m_network;
    int m_open = 0;
};

} // namespace tandem
