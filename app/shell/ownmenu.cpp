// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ownmenu.h"

#include "models/settings.h"

#include <QActionGroup>

namespace tandem {

OwnMenu::OwnMenu(Settings &settings, QWidget *parent) : QMenu(parent), m_settings(settings)
{
    connect(this, &QMenu::aboutToShow, this, &OwnMenu::build);
}

void OwnMenu::setName(const QString &name)
{
    m_name = name;
    build();
}

void OwnMenu::build()
{
    clear();
    auto *who = addAction(QString(m_name).replace(QLatin1Char('&'), QLatin1String("&&")));
    who->setEnabled(false);
    addAction(m_hasPicture ? tr("Change your picture …") : tr("Add your picture …"), this,
              &OwnMenu::pictureAsked);
    if (m_hasPicture)
        addAction(tr("Remove your picture"), this, &OwnMenu::noPictureAsked);
    addSeparator();
    addThemes();
    addScales();
    addLanguages();
    addSeparator();
    addSwitch(tr("Sound for an offer"), m_settings.offerSound(), &Settings::setOfferSound);
    addSwitch(tr("System notice for an offer"), m_settings.offerNotice(),
              &Settings::setOfferNotice);
    addSwitch(tr("Enter sends the message"), m_settings.enterSends(), &Settings::setEnterSends);
    addSeparator();
    auto *shortcuts = addAction(tr("Keyboard shortcuts"), this, &OwnMenu::shortcutsAsked);
    shortcuts->setShortcut(QKeySequence(Qt::Key_F1));
    addAction(tr("Sign out"), this, &OwnMenu::signOutAsked);
}

void OwnMenu::addThemes()
{
    auto *menu = addMenu(tr("Theme"));
    auto *group = new QActionGroup(menu);
    const std::pair<const char *, QString> themes[] = {{"system", tr("Like the system")},
                                                       {"light", tr("Light")},
                                                       {"dark", tr("Dark")},
                                                       {"contrast", tr("High contrast")}};
    for (const auto &[name, text] : themes) {
        auto *action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        action->setChecked(m_settings.themeName() == QLatin1String(name));
        connect(action, &QAction::triggered, this,
                [this, name = QString::fromLatin1(name)] { m_settings.setThemeName(name); });
    }
}

void OwnMenu::addScales()
{
    auto *menu = addMenu(tr("Text size"));
    auto *group = new QActionGroup(menu);
    for (const int percent : {90, 100, 110, 125, 150}) {
        auto *action = group->addAction(menu->addAction(tr("%1 %").arg(percent)));
        action->setCheckable(true);
        action->setChecked(m_settings.scalePercent() == percent);
        connect(action, &QAction::triggered, this,
                [this, percent] { m_settings.setScalePercent(percent); });
    }
}

void OwnMenu::addLanguages()
{
    auto *menu = addMenu(tr("Language"));
    auto *group = new QActionGroup(menu);
    // Each in its own language, so that whoever is lost finds home.
    const std::pair<const char *, QString> languages[] = {{"", tr("Like the system")},
                                                          {"en", QStringLiteral("English")},
                                                          {"de", QStringLiteral("Deutsch")}};
    for (const auto &[code, text] : languages) {
        auto *action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        action->setChecked(m_settings.language() == QLatin1String(code));
        connect(action, &QAction::triggered, this,
                [this, code = QString::fromLatin1(code)] { m_settings.setLanguage(code); });
    }
    menu->addSeparator();
    menu->addAction(tr("Changes with the next start"))->setEnabled(false);
}

void OwnMenu::addSwitch(const QString &text, bool isOn, void (Settings::*set)(bool))
{
    auto *action = addAction(text);
    action->setCheckable(true);
    action->setChecked(isOn);
    connect(action, &QAction::toggled, this, [this, set](bool on) { (m_settings.*set)(on); });
}

} // namespace tandem
