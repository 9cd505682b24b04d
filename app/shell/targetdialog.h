// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/communicatormodel.h"

#include <QDialog>
#include <QPointer>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tandem {

class CommunicatorPanel;
class DeskSession;
class Look;
class Settings;

// Whom to turn to: an agent, a queue or a skill, with a note. One dialog for all that can be done
// with whoever is chosen; it changes nothing by itself.
class TargetDialog : public QDialog
{
    Q_OBJECT

public:
    // One thing that can be done. button: with the name of who is chosen as %1.
    struct Way
    {
        QString name;
        QString means; // in one sentence
        QString button;
        std::function<void(const protocol::Target &target, const QString &note)> take;
    };

    // Whether the note is for the colleague, or there is none.
    enum class Note { Wanted, None };

    TargetDialog(const Look &look, DeskSession &session, Settings &settings, const QString &title,
                 Note note, QWidget *parent);

    void addWay(Way way);
    // Beside it, something that needs nobody.
    void addPlain(const QString &button, std::function<void()> take);
    void setMedium(const std::string &mediaType);
    // Shows it; way: what is asked for first; key: of CommunicatorModel, who is chosen first.
    void open(int way, const QString &key = {});

private:
    QWidget *searchField();
    void useWay(int way);
    void onChosen();
    void take();

    const Look &m_look;
    QPointer<DeskSession> m_session;
    CommunicatorModel *m_model;
    std::vector<Way> m_ways;
    int m_way = 0;
    QHBoxLayout *m_segments;
    QButtonGroup *m_group;
    QLabel *m_means;
    QLineEdit *m_search;
    CommunicatorPanel *m_panel;
    QLineEdit *m_note;
    QLabel *m_hint;
    QHBoxLayout *m_buttons;
    QPushButton *m_take;
};

} // namespace tandem
