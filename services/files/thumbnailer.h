// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <string>
#include <string_view>

namespace tandem {

// A small PNG of a picture, made by the program tandem-thumbnail: pictures from outside are read in
// a process of their own, which holds nothing and may fall over. Blocks, for a worker, 5 s at most;
// empty where there is none.
std::string makeThumbnail(const std::string &program, std::string_view picture,
                          const std::atomic<bool> &stopping);

} // namespace tandem
