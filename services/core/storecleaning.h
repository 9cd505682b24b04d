// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"

#include <functional>

namespace tandem {

// What was deleted leaves the files of the store, too (Database::clean). Where something is in the
// way, a program that reads for long or a full disk, it is tried again until it is so, also after a
// restart. Core thread.
class StoreCleaning final : public StoredState
{
public:
    explicit StoreCleaning(Engine &engine);

    Result<void> load(Database &database) override;

    // Of what is deleted up to the end of the running job; replies of the job wait for the first
    // try. `then` is called once it is so, in this run and where the state is not reloaded.
    void clean(std::function<void()> then = {});

private:
    void attempt(std::function<void()> then);

    Engine &m_engine;
    int m_open = 0; // attempts whose end is not known
};

} // namespace tandem
