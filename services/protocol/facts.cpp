// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/facts.h"

namespace tandem::protocol {

std::string_view nameOf(const Fact &fact)
{
    return std::visit([]<class F>(const F &) { return F::name; }, fact);
}

std::string paramsOf(const Fact &fact)
{
    return std::visit([](const auto &known) { return json::toText(known); }, fact);
}

Result<Fact> factFrom(std::string_view name, const json::Value &params)
{
    Result<Fact> result = failure(Reason::NotFound, "Unknown fact " + std::string(name));
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Fact>>(
        [&]<class F>(std::type_identity<F>) {
            if (F::name != name)
                return;
            if (auto read = json::fromValue<F>(params))
                result = Fact(std::move(*read));
            else
                result = std::unexpected(read.error());
        });
    return result;
}

} // namespace tandem::protocol
