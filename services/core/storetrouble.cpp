// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storetrouble.h"

namespace tandem {

namespace {

constexpr auto quietTime = Ms(1'000);

} // namespace

void StoreTrouble::failed(const Error &error, SteadyTime now)
{
    m_lasting.clear();
    m_isTold = false;
    if (hasJustTold(now)) {
        ++m_untold;
        return;
    }
    auto text = "the store failed: " + error.message;
    if (m_untold > 0)
        text += " (" + std::to_string(m_untold) + " more failed since the last line)";
    m_untold = 0;
    tell(Line::Failed, std::move(text), now);
}

void StoreTrouble::lasts(const Error &error, SteadyTime now)
{
    if (error.message == m_lasting || hasJustTold(now))
        return;
    m_lasting = error.message;
    tell(Line::Lasts, "not serving: " + error.message, now);
}

void StoreTrouble::over()
{
    if (m_isTold)
        m_tell(Line::Over, "serving again: state was reloaded from the store");
}

void StoreTrouble::tell(Line line, std::string text, SteadyTime now)
{
    m_toldAt = now;
    m_isTold = true;
    m_tell(line, text);
}

bool StoreTrouble::hasJustTold(SteadyTime now) const
{
    return m_toldAt && now - *m_toldAt < quietTime;
}

} // namespace tandem
