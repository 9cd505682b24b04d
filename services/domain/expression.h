// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/domain_export.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tandem {

// A condition over whole numbers with names: of skills ("german >= 3 & (billing > 5 | vip)") or of
// counts ("chat + 2 * mail <= 4"). `|` or, `&` and, `!` not, comparisons = == != < <= > >=, sums,
// products, parentheses; a bare name means "at least 1". Names: letters, digits, _ . - (not first).
// Value; cheap to copy. Any thread.
class TANDEM_DOMAIN_EXPORT Expression
{
public:
    struct Name
    {
        std::string name;
        int column = 0; // from 1

        bool operator==(const Name &) const = default;
    };
    using ValueOf = std::function<int(const std::string &name)>;

    // `invalid_params`; the message says what is wrong and at which column. At most 1,000 bytes, 32
    // deep.
    static Result<Expression> parse(std::string_view text);

    bool holds(const ValueOf &valueOf) const;
    // Each mention, in the order of the text.
    const std::vector<Name> &names() const;
    // An error that names the column where no values from lowest to highest can make it true.
    Result<void> checkPossible(int lowest, int highest) const;
    const std::string &text() const;

    bool operator==(const Expression &other) const { return text() == other.text(); }

private:
    struct Parsed;
    explicit Expression(std::shared_ptr<const Parsed> parsed) : m_parsed(std::move(parsed)) {}

    std::shared_ptr<const Parsed> m_parsed;
};

} // namespace tandem
