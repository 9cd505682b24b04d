// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/mediasubmission.h"

namespace tandem {

using namespace protocol;

void submitMedia(CorePort &core, MediaSubmit submit, CorePort::Answer<SubmitReply> answer)
{
    if (!submit.values.parentId)
        return core.ask(Caller::system(), std::move(submit), std::move(answer));
    const MediaParentCheck check{*submit.values.parentId};
    core.ask(Caller::system(), check,
             [&core, submit = std::move(submit),
              answer = std::move(answer)](Result<Done> found) mutable {
                 if (!found)
                     return answer(std::unexpected(std::move(found.error())));
                 core.ask(Caller::system(), std::move(submit), std::move(answer));
             });
}

} // namespace tandem
