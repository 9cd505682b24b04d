// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <any>
#include <utility>

namespace tandem {

// A value whose type only its maker and its taker know. Unlike std::any it never converts from
// anything by itself: so a Result of it cannot be wrapped whole by mistake, and stands in a Result
// without the recursive constraints that clang refuses.
class AnyValue
{
public:
    AnyValue() = default;

    template <class T>
    static AnyValue of(T value)
    {
        AnyValue made;
        made.m_value = std::move(value);
        return made;
    }

    // The value; it must be of that type (std::bad_any_cast otherwise).
    template <class T>
    const T &as() const
    {
        return *checked(std::any_cast<T>(&m_value));
    }
    template <class T>
    T take()
    {
        return std::move(*checked(std::any_cast<T>(&m_value)));
    }
    // Null where it is of another type.
    template <class T>
    T *find()
    {
        return std::any_cast<T>(&m_value);
    }
    template <class T>
    const T *find() const
    {
        return std::any_cast<T>(&m_value);
    }

private:
    template <class T>
    static T *checked(T *value)
    {
        if (!value)
            throw std::bad_any_cast();
        return value;
    }

    std::any m_value;
};

} // namespace tandem
