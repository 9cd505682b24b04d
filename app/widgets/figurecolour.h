// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/theme.h"

#include <optional>

namespace tandem {

// How good a service level is, 0 to 1: four of five in time is what most promise. Beside it stand
// the figures in words.
inline Colour colourOfLevel(std::optional<double> level)
{
    if (!level)
        return Colour::TextFaint;
    return *level >= 0.8 ? Colour::Positive : *level >= 0.6 ? Colour::Warning : Colour::Critical;
}

} // namespace tandem
