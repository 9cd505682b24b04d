// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "site/site.h"

#include <vector>

namespace tandem {

// Removes what is done for longer than the site's rule says (interactionsKeptDays), one interaction
// a unit of work; how many, the audit tells. Core thread.
class Retention final : public StoredState
{
public:
    Retention(Engine &engine, Site &site);

    Result<void> load(Database &database) override;

private:
    struct Found;

    void sweepLater(Ms delay);
    void sweep();
    void remove(const Found &found);
    void tellAuditors();

    Engine &m_engine;
    Site &m_site;
    std::int64_t m_removed = 0; // and not yet told
};

} // namespace tandem
