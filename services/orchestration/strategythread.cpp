// SPDX-License-Identifier: GPL-3.0-or-later
#include "orchestration/strategythread.h"

#include "orchestration/httpcalls.h"
#include "orchestration/strategychecks.h"
#include "orchestration/strategyrunner.h"

#include <QObject>
#include <QThread>

#include <deque>
#include <mutex>

namespace tandem {

// What lives on the thread.
class StrategyThread::Room
{
public:
    Room(CorePort &core, const Actions &actions)
        : m_core(core),
          m_actions(actions),
          m_calls([this](StrategyAnswered answer) { tell(std::move(answer)); })
    {
    }

    void take(const StrategyWork &work)
    {
        if (work.kind == StrategyWork::Kind::Call)
            m_calls.make(work.call);
        else if (auto stepped = m_runner.take(work))
            tell(std::move(*stepped));
    }
    protocol::StrategyReading read(const std::string &document)
    {
        return readStrategy(document, m_actions, m_runner.scripts());
    }

private:
    template <protocol::Request R>
    void tell(R request)
    {
        // A core that cannot take it has lost its store, and asks again when it starts anew.
        m_core.ask(Caller::system(), std::move(request),
                   CorePort::Answer<protocol::Done>([](const Result<protocol::Done> &) {}));
    }

    CorePort &m_core;
    const Actions &m_actions;
    StrategyRunner m_runner;
    HttpCalls m_calls;
};

struct StrategyThread::Parts
{
    QThread thread;
    QObject inside; // lives on the thread
    std::unique_ptr<Room> room;
    std::mutex mutex;
    std::deque<std::shared_ptr<const StrategyWork>> waiting;

    void work()
    {
        std::deque<std::shared_ptr<const StrategyWork>> taken;
        {
            const std::lock_guard lock(mutex);
            taken.swap(waiting);
        }
        for (const auto &one : taken)
            room->take(*one);
    }
    template <class R>
    void prepare(AnyValue params, CoreLoop::Prepared prepared)
    {
        QMetaObject::invokeMethod(
            &inside, [this, params = std::move(params), prepared = std::move(prepared)]() mutable {
                auto request = params.take<R>();
                request.reading = room->read(request.document);
                prepared(AnyValue::of(std::move(request)));
            });
    }
};

StrategyThread::StrategyThread(CoreLoop &core, const Actions &actions)
    : m_parts(std::make_unique<Parts>())
{
    auto &parts = *m_parts;
    parts.inside.moveToThread(&parts.thread);
    parts.thread.setObjectName(QStringLiteral("strategies"));
    parts.thread.start();
    QMetaObject::invokeMethod(
        &parts.inside,
        [&parts, &core, &actions] { parts.room = std::make_unique<Room>(core, actions); },
        Qt::QueuedConnection);
    core.connectStrategies(this);
    core.prepareWith(protocol::requestType<protocol::StrategyCheck>(),
                     [&parts](const Caller &, AnyValue params, CoreLoop::Prepared prepared) {
                         parts.prepare<protocol::StrategyCheck>(std::move(params),
                                                                std::move(prepared));
                     });
    core.prepareWith(protocol::requestType<protocol::StrategyInstall>(),
                     [&parts](const Caller &, AnyValue params, CoreLoop::Prepared prepared) {
                         parts.prepare<protocol::StrategyInstall>(std::move(params),
                                                                  std::move(prepared));
                     });
}

StrategyThread::~StrategyThread()
{
    auto &parts = *m_parts;
    // What a QObject or the script engine made on the thread ends on it.
    QMetaObject::invokeMethod(
        &parts.inside, [&parts] { parts.room.reset(); }, Qt::BlockingQueuedConnection);
    parts.thread.quit();
    parts.thread.wait();
}

void StrategyThread::take(std::shared_ptr<const StrategyWork> work)
{
    auto &parts = *m_parts;
    bool isFirst = false;
    {
        const std::lock_guard lock(parts.mutex);
        isFirst = parts.waiting.empty();
        parts.waiting.push_back(std::move(work));
    }
    if (isFirst)
        QMetaObject::invokeMethod(&parts.inside, [&parts] { parts.work(); }, Qt::QueuedConnection);
}

} // namespace tandem
