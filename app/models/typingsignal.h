// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "link/servicelink.h"
#include "models/models_export.h"

#include <QObject>
#include <QTimer>

namespace tandem {

// Tells the customer that the agent is typing: once at the beginning, again while it goes on, and
// that it has stopped after a pause. GUI thread.
class TANDEM_MODELS_EXPORT TypingSignal : public QObject
{
    Q_OBJECT

public:
    explicit TypingSignal(ServiceLink &link, QObject *parent = nullptr);

    void typed(InteractionId id);
    // Sent, deleted, or another conversation: at once.
    void stopped();

private:
    void tell(bool isTyping);

    ServiceLink &m_link;
    InteractionId m_id;
    SteadyTime m_toldAt{};
    QTimer m_pause;
};

} // namespace tandem
