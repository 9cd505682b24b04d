// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "link/link_export.h"
#include "protocol/facts.h"

#include <cstdint>
#include <map>
#include <vector>

namespace tandem {

// Puts numbered facts in order: each one once, none left out. After a resume the facts that are
// replayed and those that happen now may come mixed; then a gap is allowed until all are there.
class TANDEM_LINK_EXPORT FactStream
{
public:
    std::int64_t lastSeq() const { return m_last; }
    // All before `seq` is known (a snapshot said it).
    void startAfter(std::int64_t seq);
    // While held, facts are only kept: it is not known yet what the answer to a resume brings.
    void hold() { m_held = true; }
    // `replayed` facts that close the gap are on their way.
    std::vector<protocol::Fact> release(std::int64_t replayed);
    // Takes one; gives those that are due now, in order.
    std::vector<protocol::Fact> take(std::int64_t seq, protocol::Fact fact);
    // A fact is missing and will not come by itself.
    bool hasGap() const;

private:
    std::vector<protocol::Fact> due();

    std::int64_t m_last = 0;
    std::int64_t m_caughtUpAt = 0;
    bool m_held = false;
    std::map<std::int64_t, protocol::Fact> m_waiting;
};

} // namespace tandem
