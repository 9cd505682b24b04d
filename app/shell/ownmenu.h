// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace tandem {

class Settings;

// What the agent can set for themselves, the list of shortcuts, and signing out.
class OwnMenu : public QMenu
{
    Q_OBJECT

public:
    explicit OwnMenu(Settings &settings, QWidget *parent = nullptr);

    void setName(const QString &name);
    void setHasPicture(bool hasPicture) { m_hasPicture = hasPicture; }

signals:
    void pictureAsked();
    void noPictureAsked();
    void shortcutsAsked();
    void signOutAsked();

private:
    void build();
    void addThemes();
    void addScales();
    void addLanguages();
    void addSwitch(const QString &text, bool isOn, void (Settings::*set)(bool));

    Settings &m_settings;
    QString m_name;
    bool m_hasPicture = false;
};

} // namespace tandem
