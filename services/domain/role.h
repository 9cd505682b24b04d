// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/names.h"

#include <array>
#include <initializer_list>
#include <vector>

namespace tandem {

enum class Role { Agent, Supervisor, Administrator, Auditor };

constexpr std::array<std::string_view, 4> namesOf(Role)
{
    return {"agent", "supervisor", "administrator", "auditor"};
}

// A set of roles; value.
class Roles
{
public:
    constexpr Roles() = default;
    constexpr Roles(std::initializer_list<Role> roles)
    {
        for (const Role role : roles)
            add(role);
    }

    constexpr void add(Role role) { m_bits |= 1u << static_cast<unsigned>(role); }
    constexpr bool has(Role role) const { return m_bits & (1u << static_cast<unsigned>(role)); }
    constexpr bool intersects(Roles other) const { return m_bits & other.m_bits; }
    constexpr bool isEmpty() const { return m_bits == 0; }
    constexpr unsigned bits() const { return m_bits; }
    static constexpr Roles fromBits(unsigned bits)
    {
        Roles roles;
        roles.m_bits = bits & 15u;
        return roles;
    }

    std::vector<Role> list() const
    {
        std::vector<Role> found;
        for (std::size_t i = 0; i < namesOf(Role{}).size(); ++i) {
            if (has(static_cast<Role>(i)))
                found.push_back(static_cast<Role>(i));
        }
        return found;
    }

    constexpr bool operator==(const Roles &) const = default;

private:
    unsigned m_bits = 0;
};

} // namespace tandem
