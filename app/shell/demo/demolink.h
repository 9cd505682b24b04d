// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "link/servicelink.h"

namespace tandem {

// Stands behind the pictures of --screenshot: gives the demo company and nothing else; whatever
// is asked of it that it does not know is answered `not_connected`.
class DemoLink final : public ServiceLink
{
    Q_OBJECT

public:
    explicit DemoLink(const Clock &clock, QObject *parent = nullptr);

    State state() const override { return m_state; }
    void signIn(const protocol::SessionLogin &login, Answer<protocol::Welcome> done) override;
    void resume(const std::string &sessionToken, Answer<protocol::Welcome> done) override;
    void signOut() override;

    void tell(const protocol::Fact &fact) { emit factArrived(fact); }
    void breakOff();

protected:
    void send(const protocol::RequestType &type, std::any params, Answer<std::any> done) override;

private:
    const Clock &m_clock;
    State m_state = State::Connected;
};

} // namespace tandem
