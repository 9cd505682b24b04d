// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/run.h"

#include "base/platform/processfigures.h"
#include "base/platform/progressline.h"
#include "load/chatload.h"
#include "load/dialogues.h"
#include "load/httpclient.h"
#include "load/report.h"
#include "load/saturation.h"

#include <QUrl>

namespace tandem::load {

namespace {

constexpr std::chrono::milliseconds betweenLines{500};

Result<Target> targetOf(IoContext &io, const std::string &address)
{
    const QUrl url(QString::fromStdString(address));
    if (url.scheme() != QLatin1String("http") || url.host().isEmpty()) {
        return failure(Reason::InvalidParams,
                       "\"" + address
                           + "\" is no address of a server: http://HOST:PORT. Load is "
                             "put on it without TLS.",
                       "server");
    }
    const auto port = std::to_string(url.port(80));
    boost::system::error_code problem;
    boost::asio::ip::tcp::resolver resolver(io);
    const auto found = resolver.resolve(url.host().toStdString(), port, problem);
    if (problem)
        return failure(Reason::NotFound, "There is no host " + url.host().toStdString() + ".");
    return Target{found.begin()->endpoint(), url.host().toStdString() + ":" + port};
}

double cpuSecondsSoFar() { return platform::processFigures().cpuSeconds.value_or(0); }

// One run, from its beginning to the end of its io_context.
class Runner
{
public:
    Runner(const Options &options, const Target &target, IoContext &io, const Stop &stop)
        : m_options(options),
          m_io(io),
          m_stop(stop),
          m_random(options.seed),
          m_place{
              io,       target,          m_outcome.figures,
              m_random, options.service, std::to_string(Clock::now().time_since_epoch().count())},
          m_http(std::make_shared<HttpClient>(io, target)),
          m_tick(io)
    {
        m_dialogues = dialoguesFrom(options.dialogues);
        if (m_dialogues.empty())
            m_dialogues = ownDialogues();
    }

    Result<Outcome> run(const std::string &password)
    {
        makeLoad({m_options.user, password});
        m_load->run();
        tick();
        m_io.run();
        if (m_problem)
            return failure(Reason::NotFound, *m_problem);
        return std::move(m_outcome);
    }

private:
    void makeLoad(const Administrator &administrator)
    {
        LoadEvents events{.began = [this] { began(); },
                          .ended = [this] { ended(); },
                          .finished = [this](const auto &problem) { finished(problem); }};
        if (m_options.kind == LoadKind::Chat) {
            m_load = std::make_unique<ChatLoad>(m_place, m_options.chat, m_options.length,
                                                administrator, m_dialogues, std::move(events));
        } else {
            m_load = std::make_unique<Saturation>(m_place, m_options.saturation, m_options.warmUp,
                                                  m_options.length, administrator, m_dialogues,
                                                  std::move(events));
        }
    }

    void began()
    {
        m_beganAt = Clock::now();
        m_outcome.generatorCpuSeconds = -cpuSecondsSoFar();
        askServer(m_outcome.before);
    }

    void ended()
    {
        m_hasEnded = true;
        m_outcome.seconds = secondsSince(m_beganAt);
        m_outcome.generatorCpuSeconds += cpuSecondsSoFar();
        m_outcome.open = m_load->openCount();
        m_outcome.agents = m_load->agentCount();
        askServer(m_outcome.after);
    }

    void finished(const std::optional<std::string> &problem)
    {
        m_problem = problem;
        m_isFinished = true;
        if (m_asking == 0)
            m_io.stop();
    }

    void askServer(std::optional<ServerUse> &use)
    {
        ++m_asking;
        m_http->get("/metrics", [this, &use](const HttpAnswer &answer) {
            use = ServerUse::read(answer.body);
            if (--m_asking == 0 && m_isFinished)
                m_io.stop();
        });
    }

    static double secondsSince(Clock::time_point from)
    {
        return std::chrono::duration<double>(Clock::now() - from).count();
    }

    void tick()
    {
        m_line.show(progressText({m_beganAt == Clock::time_point{} ? 0 : secondsSince(m_beganAt),
                                  m_options.length.count(), m_load->agentCount(),
                                  m_load->openCount(), m_hasEnded},
                                 m_outcome.figures));
        if (m_stop.isRequested())
            m_load->stop();
        m_tick.expires_after(betweenLines);
        m_tick.async_wait([this](const auto &error) {
            if (!error)
                tick();
        });
    }

    const Options &m_options;
    IoContext &m_io;
    const Stop &m_stop;
    std::mt19937_64 m_random;
    Outcome m_outcome;
    Place m_place;
    std::vector<Dialogue> m_dialogues;
    std::shared_ptr<HttpClient> m_http;
    std::unique_ptr<Load> m_load;
    Timer m_tick;
    platform::ProgressLine m_line;
    std::optional<std::string> m_problem;
    Clock::time_point m_beganAt;
    int m_asking = 0;
    bool m_hasEnded = false;
    bool m_isFinished = false;
};

} // namespace

bool Outcome::isClean() const
{
    return figures.of(Count::Lost) + figures.of(Count::Doubled) + figures.of(Count::Reordered)
               + figures.of(Count::Unanswered)
           == 0;
}

Result<Outcome> runOnce(const Options &options, const std::string &server,
                        const std::string &password, const Stop &stop)
{
    IoContext io(1);
    const auto target = targetOf(io, server);
    if (!target)
        return std::unexpected(target.error());
    Runner runner(options, *target, io, stop);
    return runner.run(password);
}

} // namespace tandem::load
