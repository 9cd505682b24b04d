// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/look.h"

#include "models/agentmodel.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QWidget>

namespace tandem {

namespace {

QByteArray resource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool systemIsDark()
{
    const auto palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness()
           < palette.color(QPalette::WindowText).lightness();
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Colour colour) {
        palette.setColor(role, theme[colour]);
    };
    set(QPalette::Window, Colour::Canvas);
    set(QPalette::WindowText, Colour::Text);
    set(QPalette::Base, Colour::Surface);
    set(QPalette::AlternateBase, Colour::Canvas);
    set(QPalette::Text, Colour::Text);
    set(QPalette::PlaceholderText, Colour::TextFaint);
    set(QPalette::Button, Colour::Surface);
    set(QPalette::ButtonText, Colour::Text);
    set(QPalette::Highlight, Colour::Accent);
    set(QPalette::HighlightedText, Colour::AccentText);
    set(QPalette::ToolTipBase, Colour::SurfaceRaised);
    set(QPalette::ToolTipText, Colour::Text);
    set(QPalette::Link, Colour::Accent);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme[Colour::TextFaint]);
    return palette;
}

} // namespace

Look::Look(QObject *parent) : QObject(parent)
{
    const auto inter = QStringLiteral("Inter");
    m_family = QFontDatabase::families().contains(inter)
                   ? inter
                   : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

void Look::use(const QString &theme, int scalePercent)
{
    static const bool startedDark = systemIsDark();
    const bool isNamed = !theme.isEmpty() && theme != QLatin1String("system");
    const auto name = isNamed       ? theme
                      : startedDark ? QStringLiteral("dark")
                                    : QStringLiteral("light");
    const auto loaded = Theme::fromJson(resource(QStringLiteral(":/themes/%1.json").arg(name)));
    Q_ASSERT_X(loaded, "Look", "the built-in themes are checked by a test");
    m_theme = *loaded;
    m_scale = scalePercent;
    dress();
    emit changed();
}

QFont Look::font(int size, QFont::Weight weight) const
{
    QFont font(m_family);
    font.setPixelSize(px(size));
    font.setWeight(weight);
    return font;
}

QPixmap Look::pixmap(const QString &name, Colour colour, int size) const
{
    const auto ratio = qApp->devicePixelRatio();
    QPixmap pixmap(QSize(px(size), px(size)) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintIcon(painter, QRect(0, 0, px(size), px(size)), name, m_theme[colour]);
    return pixmap;
}

QIcon Look::icon(const QString &name, Colour colour, int size) const
{
    QIcon icon(pixmap(name, colour, size));
    icon.addPixmap(pixmap(name, Colour::TextFaint, size), QIcon::Disabled);
    return icon;
}

QIcon Look::buttonIcon(const QString &name, Colour colour, int size) const
{
    const auto ratio = qApp->devicePixelRatio();
    const auto spaced = [&](Colour ink) {
        QPixmap wide(QSize(px(size + 4), px(size)) * ratio);
        wide.setDevicePixelRatio(ratio);
        wide.fill(Qt::transparent);
        QPainter painter(&wide);
        const int x = QGuiApplication::isRightToLeft() ? px(4) : 0;
        paintIcon(painter, QRect(x, 0, px(size), px(size)), name, m_theme[ink]);
        return wide;
    };
    QIcon icon(spaced(colour));
    icon.addPixmap(spaced(Colour::TextFaint), QIcon::Disabled);
    return icon;
}

void Look::paintIcon(QPainter &painter, const QRect &where, const QString &name,
                     const QColor &colour) const
{
    auto svg = drawing(name);
    svg.replace("currentColor", colour.name().toLatin1());
    svg.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
    QSvgRenderer renderer(svg);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, where);
}

void Look::paintAvatar(QPainter &painter, const QRect &where, const QString &name) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.avatar(name));
    painter.drawEllipse(where);
    painter.setPen(m_theme[Colour::RailActive]);
    auto letters = font(13, QFont::DemiBold);
    letters.setPixelSize(where.height() * 2 / 5);
    painter.setFont(letters);
    painter.drawText(where, Qt::AlignCenter, initials(name));
    painter.restore();
}

void Look::paintAgent(QPainter &painter, const QRect &where, const QString &name) const
{
    const auto picture = m_pictures ? m_pictures->picture(name) : QImage();
    if (picture.isNull())
        return paintAvatar(painter, where, name);
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath round;
    round.addEllipse(where);
    painter.setClipPath(round, Qt::IntersectClip);
    painter.drawImage(where, picture);
    painter.restore();
}

void Look::setPictures(AgentPictures *pictures)
{
    if (m_pictures)
        m_pictures->disconnect(this);
    m_pictures = pictures;
    if (!pictures)
        return;
    connect(pictures, &AgentPictures::changed, this, [] {
        for (auto *window : QApplication::topLevelWidgets())
            window->update();
    });
}

void Look::dress() const
{
    qApp->setPalette(paletteOf(m_theme));
    qApp->setFont(font());
    qApp->setStyleSheet(styleSheet());
}

QString Look::styleSheet() const
{
    auto sheet = QString::fromUtf8(resource(QStringLiteral(":/themes/tandem.qss")));
    static const QRegularExpression named(QStringLiteral("@([A-Za-z]+)"));
    static const QRegularExpression length(QStringLiteral("\\b(\\d+)dp\\b"));
    const auto replace = [&sheet](const QRegularExpression &what, auto with) {
        QString out;
        qsizetype from = 0;
        for (auto found = what.globalMatch(sheet); found.hasNext();) {
            const auto match = found.next();
            out += sheet.mid(from, match.capturedStart() - from);
            out += with(match.captured(1));
            from = match.capturedEnd();
        }
        sheet = out + sheet.mid(from);
    };
    replace(named, [this](const QString &name) {
        const auto colour = fromName<Colour>(name.toStdString());
        Q_ASSERT_X(colour, "tandem.qss", qPrintable(name));
        return m_theme[*colour].name(QColor::HexArgb);
    });
    replace(length, [this](const QString &number) {
        return QStringLiteral("%1px").arg(px(number.toInt()));
    });
    return sheet;
}

QByteArray Look::drawing(const QString &name) const
{
    auto &svg = m_drawings[name];
    if (svg.isEmpty())
        svg = resource(QStringLiteral(":/icons/%1.svg").arg(name));
    return svg;
}

} // namespace tandem
