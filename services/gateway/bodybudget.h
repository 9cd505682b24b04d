// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>

namespace tandem::gateway {

// How much large bodies of requests may take together. Any thread.
class BodyBudget
{
public:
    explicit BodyBudget(std::size_t bytes) : m_left(std::make_shared<Left>(bytes)) {}

    // A share that ends with its last holder; null where too much is taken already.
    std::shared_ptr<void> take(std::size_t bytes)
    {
        auto left = m_left->load();
        do {
            if (left < bytes)
                return nullptr;
        } while (!m_left->compare_exchange_weak(left, left - bytes));
        return {m_left.get(), [all = m_left, bytes](void *) { *all += bytes; }};
    }

private:
    using Left = std::atomic<std::size_t>;
    std::shared_ptr<Left> m_left;
};

} // namespace tandem::gateway
