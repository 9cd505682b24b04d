// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/call.h"

namespace tandem::protocol {

struct WithoutPolicy
{
    static constexpr std::string_view name = "test.withoutPolicy";
#ifdef WITH_POLICY
    static constexpr Policy policy = Policy::system();
#endif
    using Reply = Done;
};
BOOST_DESCRIBE_STRUCT(WithoutPolicy, (), ())

const RequestType &type = requestType<WithoutPolicy>();

} // namespace tandem::protocol
