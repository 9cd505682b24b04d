// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/agentpictures.h"
#include "models/theme.h"
#include "widgets/widgets_export.h"

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPointer>

#include <map>

class QPainter;

namespace tandem {

// How everything looks: the theme's colours, the text's size, icons in those colours. One for the
// program, handed to each widget; changed() when it is switched. GUI thread.
class TANDEM_WIDGETS_EXPORT Look : public QObject
{
    Q_OBJECT

public:
    explicit Look(QObject *parent = nullptr);

    // theme: "light", "dark", "contrast" or "system"; scale: 90 to 150. Dresses the application.
    void use(const QString &theme, int scalePercent);

    const Theme &theme() const { return m_theme; }
    QColor operator[](Colour colour) const { return m_theme[colour]; }
    // A length of the design at 100 %, in pixels of now.
    int px(int length) const { return (length * m_scale + 50) / 100; }
    QFont font(int size = 13, QFont::Weight weight = QFont::Normal) const;
    // A line icon by its name, `size` of the design.
    QPixmap pixmap(const QString &name, Colour colour, int size = 18) const;
    QIcon icon(const QString &name, Colour colour, int size = 18) const;
    // For a button with words: some room after it.
    QIcon buttonIcon(const QString &name, Colour colour, int size = 16) const;
    void paintIcon(QPainter &painter, const QRect &where, const QString &name,
                   const QColor &colour) const;
    // Initials on a round field.
    void paintAvatar(QPainter &painter, const QRect &where, const QString &name) const;
    // An agent's picture, or initials where there is none.
    void paintAgent(QPainter &painter, const QRect &where, const QString &name) const;
    // Where the pictures of agents come from; null: nowhere. It may go at any time.
    void setPictures(AgentPictures *pictures);

signals:
    void changed();

private:
    void dress() const;
    QString styleSheet() const;
    QByteArray drawing(const QString &name) const;

    Theme m_theme;
    int m_scale = 100;
    QString m_family;
    mutable std::map<QString, QByteArray> m_drawings;
    QPointer<AgentPictures> m_pictures;
};

} // namespace tandem
