// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/executor.h"

#include <cmath>

namespace tandem::scxml {

using namespace Qt::StringLiterals;

namespace {

constexpr double longestDelayMs = 10.0 * 366 * 24 * 3600 * 1000;

QString processorOf(const QString &type)
{
    if (type.isEmpty() || type == u"scxml"_s || type == u"http://www.w3.org/TR/scxml"_s
        || type == u"http://www.w3.org/TR/scxml/"_s)
        return scxmlEventProcessor.toString();
    return type;
}

} // namespace

std::optional<std::chrono::milliseconds> delayFrom(const QString &text)
{
    const auto trimmed = text.trimmed();
    double factor = 1;
    QString number = trimmed;
    if (trimmed.endsWith(u"ms"_s)) {
        number.chop(2);
    } else if (trimmed.endsWith(u's')) {
        number.chop(1);
        factor = 1000;
    } else if (trimmed != u"0"_s) {
        return std::nullopt;
    }
    for (const auto sign : number) {
        if (!(sign >= u'0' && sign <= u'9') && sign != u'.' && sign != u'+')
            return std::nullopt;
    }
    bool isNumber = false;
    const auto ms = number.toDouble(&isNumber) * factor;
    if (!isNumber || !(ms >= 0 && ms <= longestDelayMs))
        return std::nullopt;
    return std::chrono::milliseconds(std::llround(ms));
}

bool Sender::failed(const QString &message, Position at, const QString &sendId)
{
    m_running.raiseError(u"error.execution"_s, message, at, sendId);
    return false;
}

// Only an id that the document wants to know is shown in events (SCXML 5.10.1).
bool Sender::nameSend(const SendStep &step, QString &sendId)
{
    if (step.id.isSet()) {
        sendId = step.id.literal;
    } else if (step.idLocation != noScript) {
        sendId = u"send.%1"_s.arg(++m_running.idCount);
        return m_evaluator.store(step.idLocation, sendId);
    }
    return true;
}

std::optional<Message> Sender::message(const SendStep &step, const QString &sendId, Position at)
{
    const auto event = m_evaluator.text(step.event, sendId);
    const auto target = event ? m_evaluator.text(step.target, sendId) : std::nullopt;
    const auto type = target ? m_evaluator.text(step.type, sendId) : std::nullopt;
    const auto data = type ? m_evaluator.payload(step.payload, sendId) : std::nullopt;
    if (!data)
        return std::nullopt;
    Message message{processorOf(*type), *target, {}};
    const bool isScxml = message.type == scxmlEventProcessor;
    if (!isScxml && !m_running.platform.hasEventProcessor(message.type)) {
        failed(u"there is no event processor \"%1\""_s.arg(*type), at, sendId);
        return std::nullopt;
    }
    if (isScxml && event->isEmpty()) {
        failed(u"the event to send has no name"_s, at, sendId);
        return std::nullopt;
    }
    message.event = {*event, Event::Type::External, sendId, {}, {}, {}, *data};
    if (isScxml) {
        message.event.origin = u"#_scxml_"_s + m_running.id;
        message.event.originType = message.type;
    }
    return message;
}

bool Sender::run(const SendStep &step, Position at)
{
    QString sendId;
    if (!nameSend(step, sendId))
        return false;
    auto delayText = m_evaluator.text(step.delay, sendId);
    if (!delayText)
        return false;
    auto made = message(step, sendId, at);
    if (!made)
        return false;
    const auto delay = step.delay.isSet() ? delayFrom(*delayText) : std::chrono::milliseconds(0);
    if (!delay)
        return failed(u"\"%1\" is no time; write 1.5s or 200ms"_s.arg(*delayText), at, sendId);
    if (delay->count() == 0)
        return deliver(*made, at);
    const auto timer = ++m_running.timerCount;
    m_running.pending.push_back({timer, sendId, std::move(*made)});
    m_running.platform.schedule(m_running.session, timer, *delay);
    return true;
}

bool Sender::deliver(const Message &message, Position at)
{
    const bool isScxml = message.type == scxmlEventProcessor;
    if (isScxml && message.target == u"#_internal"_s) {
        auto event = message.event;
        event.type = Event::Type::Internal;
        event.origin = QString();
        event.originType = QString();
        m_running.raise(std::move(event));
    } else if (isScxml
               && (message.target.isEmpty() || message.target == u"#_scxml_"_s + m_running.id)) {
        m_running.external.push_back(message.event);
    } else {
        const auto delivery = m_running.platform.send(m_running.session, message);
        if (delivery != Delivery::Sent)
            m_running.raiseError(
                delivery == Delivery::BadTarget ? u"error.execution"_s : u"error.communication"_s,
                u"\"%1\" cannot be reached"_s.arg(message.target), at, message.event.sendId);
        return delivery != Delivery::BadTarget;
    }
    return true;
}

} // namespace tandem::scxml
