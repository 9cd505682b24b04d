// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/names.h"
#include "models/models_export.h"

#include <QByteArray>
#include <QColor>

#include <array>

namespace tandem {

// The names that widgets know; what they look like stands in resources/themes/<theme>.json alone.
enum class Colour {
    Canvas,
    Surface,
    SurfaceRaised,
    Rail,
    RailText,
    RailActive,
    RailActiveSurface,
    Border,
    Text,
    TextMuted,
    TextFaint,
    Accent,
    AccentHover,
    AccentSoft,
    AccentText,
    BubbleAgent,
    BubbleAgentText,
    BubbleCustomer,
    NoteSurface,
    NoteText,
    Positive,
    PositiveSoft,
    Warning,
    WarningSoft,
    Critical,
    CriticalSoft,
    Hover,
    Shadow
};

constexpr std::array<std::string_view, 28> namesOf(Colour)
{
    return {"canvas",
            "surface",
            "surfaceRaised",
            "rail",
            "railText",
            "railActive",
            "railActiveSurface",
            "border",
            "text",
            "textMuted",
            "textFaint",
            "accent",
            "accentHover",
            "accentSoft",
            "accentText",
            "bubbleAgent",
            "bubbleAgentText",
            "bubbleCustomer",
            "noteSurface",
            "noteText",
            "positive",
            "positiveSoft",
            "warning",
            "warningSoft",
            "critical",
            "criticalSoft",
            "hover",
            "shadow"};
}

// A table of named colours. Value.
class TANDEM_MODELS_EXPORT Theme
{
public:
    // A theme file: {"name": "light", "dark": false, "colours": {...}, "avatars": [...]}; every
    // name must be there. Colours are "#rrggbb" or "#aarrggbb".
    static Result<Theme> fromJson(const QByteArray &json);

    const QColor &operator[](Colour colour) const
    {
        return m_colours[static_cast<std::size_t>(colour)];
    }
    QString name() const { return m_name; }
    bool isDark() const { return m_dark; }
    // The background of a person's initials; the same for the same name.
    QColor avatar(const QString &name) const;

private:
    QString m_name;
    bool m_dark = false;
    std::array<QColor, namesOf(Colour{}).size()> m_colours;
    std::vector<QColor> m_avatars;
};

// WCAG 2.1, "contrast ratio": 1 to 21.
TANDEM_MODELS_EXPORT double contrastRatio(const QColor &first, const QColor &second);

} // namespace tandem
