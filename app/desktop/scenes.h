// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

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
    Result<void> signIn();
    Result<void> work();
    Result<void> offer();
    Result<void> empty();
    Result<void> embedded();
    Result<void> transfer();
    Result<void> reconnecting();

    Result<void> begin(bool isRemote = false);
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
