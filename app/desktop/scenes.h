// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/time.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tandem {

class DemoStage;
class MainWindow;
class SceneClock;

// Views of the desktop by name, "sign-in", "work" ..., each brought about by playing it with the
// real services. GUI thread.
class Scenes
{
public:
    Scenes(MainWindow &window, DemoStage &stage, SceneClock &clock);

    static QStringList names();
    // `invalid_params`: there is no view of this name.
    Result<void> play(const QString &name);

private:
    using Step = std::function<Result<void>()>;
    using Play = Result<void> (Scenes::*)();

    static const std::vector<std::pair<const char *, Play>> &plays();

    // One after the other; the first that fails ends the scene.
    static Result<void> inOrder(const std::vector<Step> &steps);

    Result<void> signIn();
    Result<void> work();
    Result<void> files();
    Result<void> offer();
    Result<void> empty();
    Result<void> embedded();
    Result<void> transfer();
    Result<void> reconnecting();
    Result<void> queues();
    Result<void> communicator();
    Result<void> channels();
    Result<void> explanation();
    Result<void> consult();
    Result<void> team();
    Result<void> transcripts();
    Result<void> supervision();
    Result<void> wallboard();
    Result<void> adminQueues();
    Result<void> adminAgents();
    Result<void> adminAudit();
    Result<void> adminContacts();
    Result<void> strategies();
    Result<void> strategySession();

    enum class Over { Local, Remote };
    Result<void> begin(Over link = Over::Local);
    Result<void> signsIn(const std::string &user, Over link);
    Result<void> colleagues();
    Result<void> waitingCustomers();
    Result<void> order(const std::string &contact, int priority, std::optional<Ms> dueIn);
    Result<void> opensTeam();
    Result<void> coaches();
    Result<void> quietMorning();
    Result<void> busyNoon();
    Result<void> opensAdministration();
    Result<void> changesTheSite();
    Result<void> routesByStrategy();
    Result<void> comesToVip(const char *who, const char *subject, const char *segment,
                            const char *state);
    Result<void> isInState(const char *state);
    Result<void> takesNext(const char *what);
    Result<void> answers(const QString &text, bool isNote = false);
    Result<void> jonas();
    Result<void> noor();
    Result<void> maria();

    MainWindow &m_window;
    DemoStage &m_stage;
    SceneClock &m_clock;
};

} // namespace tandem
