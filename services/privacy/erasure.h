// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archive.h"
#include "core/storecleaning.h"
#include "protocol/privacy.h"
#include "site/site.h"

#include <deque>

namespace tandem {

// What a contact may ask for: everything that is kept, or that nothing is. An erasure is written
// down whole before it begins, goes interaction by interaction, and goes on after a restart. Core
// thread.
class Erasure final : public StoredState
{
public:
    Erasure(Engine &engine, StoreCleaning &cleaning, Site &site, Archive &archive);

    Result<void> load(Database &database) override;

private:
    struct Pending
    {
        InteractionId interaction;
        std::string reason;
        std::string author;
    };

    static Result<Engine::Outcome> find(const protocol::PrivacyFind &request);
    Result<Engine::Outcome> exported(const Caller &caller, const protocol::PrivacyExport &request);
    Result<Engine::Outcome> erase(const Caller &caller, const protocol::PrivacyErase &request);
    void begin(const Caller &caller, const std::string &reason,
               const std::vector<InteractionId> &interactions);
    void goOn();
    struct Found;
    void eraseFound(const Pending &pending, const Found &found);
    void finish();

    Engine &m_engine;
    StoreCleaning &m_cleaning;
    Site &m_site;
    Archive &m_archive;
    std::deque<Pending> m_pending;
    std::vector<InteractionId> m_erased; // and not yet wiped from the files
    bool m_isAtWork = false;
    struct Waiting
    {
        std::shared_ptr<Engine::Later> later;
        std::vector<InteractionId> interactions;
    };
    std::vector<Waiting> m_waiting;
};

} // namespace tandem
