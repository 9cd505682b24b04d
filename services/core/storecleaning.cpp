// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storecleaning.h"

namespace tandem {

namespace {

constexpr auto pauseBetween = Ms(5'000);

constexpr Statement insertDue{"INSERT INTO setting (name, value) VALUES ('cleaning', 'due') "
                              "ON CONFLICT (name) DO NOTHING"};
constexpr Statement selectDue{"SELECT value FROM setting WHERE name = 'cleaning'"};
constexpr Statement deleteDue{"DELETE FROM setting WHERE name = 'cleaning'"};

} // namespace

StoreCleaning::StoreCleaning(Engine &engine) : m_engine(engine) { engine.add(*this); }

Result<void> StoreCleaning::load(Database &database)
{
    m_open = 0;
    return database.query(selectDue, {}, [this](const Row &) {
        m_engine.after(Ms(0), [this] {
            ++m_open;
            attempt({});
        });
    });
}

void StoreCleaning::clean(std::function<void()> then)
{
    m_engine.write(write(insertDue));
    ++m_open;
    attempt(std::move(then));
}

void StoreCleaning::attempt(std::function<void()> then)
{
    m_engine.cleanStore();
    m_engine.look([](Database &) -> Result<AnyValue> { return AnyValue(); },
                  [this, then = std::move(then)](const Result<AnyValue> &cleaned) {
                      if (!cleaned) {
                          m_engine.after(pauseBetween, [this, then] { attempt(then); });
                          return;
                      }
                      if (--m_open == 0)
                          m_engine.write(write(deleteDue));
                      if (then)
                          then();
                  });
}

} // namespace tandem
