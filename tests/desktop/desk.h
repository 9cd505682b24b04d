// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/demostage.h"
#include "extension/extensionpoints.h"
#include "models/settings.h"
#include "models/signin.h"
#include "models/tokenstore.h"
#include "shell/mainwindow.h"
#include "widgets/look.h"

#include <QTemporaryDir>

namespace tandem {

// No keychain.
class NoStore final : public TokenStore
{
public:
    void read(const QString &, std::function<void(std::optional<QString>)> done) override
    {
        done(std::nullopt);
    }
    void write(const QString &, const QString &, std::function<void(bool)> done) override
    {
        done(false);
    }
    void remove(const QString &) override {}
};

// A desktop at the demo company's real services, used as a person uses it: controls are found by
// the names that are read out.
class Desk
{
public:
    explicit Desk(DemoStage &stage, bool isRemote = false);

    MainWindow &window() { return m_window; }
    Settings &settings() { return m_settings; }
    // The visible control of this name; waits for it, fails the test where it does not come.
    QWidget *control(const QString &name);
    bool shows(const QString &name) const;
    void press(const QString &name);
    void type(const QString &name, const QString &text);
    void keys(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void signsIn(const QString &user, const QString &password = QStringLiteral("demo"));
    void isReady();
    // The lines of the transcript as they are read out.
    QStringList transcript();
    QStringList cards();

private:
    static QStringList linesOf(const QWidget *list);
    QWidget *find(const QString &name) const;

    QTemporaryDir m_folder;
    SystemClock m_clock;
    Settings m_settings;
    Look m_look;
    NoStore m_tokens;
    SignIn m_signIn;
    ExtensionPoints m_points;
    MainWindow m_window;
};

} // namespace tandem
