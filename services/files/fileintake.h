// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coreport.h"
#include "core/workers.h"
#include "files/fileexamination.h"

#include <atomic>
#include <memory>

namespace tandem {

class CoreLoop;

// A whole file that a customer sends.
struct CustomerUpload
{
    protocol::CustomerKey key;
    std::string name;
    std::shared_ptr<const std::string> content;
    std::optional<std::string> message;
    protocol::Data userData;
    std::optional<int> position;
    std::optional<std::string> clientMessageId;
};

// Brings files in: asks the core whether they may come, examines them on workers, gives their
// content to the core piece by piece, each behind the commit of the one before, and then has them
// told. So the core holds no content, and what is told is on disk. Any thread; outlives the front
// door and is outlived by the core.
class FileIntake
{
public:
    FileIntake(CorePort &core, FileSettings settings)
        : m_core(core), m_settings(std::move(settings))
    {
    }
    ~FileIntake() { m_stopping = true; }

    void upload(CustomerUpload upload, CorePort::Answer<protocol::CustomerReply> done);
    // For agents' requests: what they bring is examined before the core sees it (CoreLoop).
    void prepareIn(CoreLoop &core);

private:
    using Kept = std::function<void(Result<protocol::FileContent>)>;
    struct Keeping;

    using Pieces = std::vector<std::shared_ptr<const std::string>>;
    void examine(const std::string &lane, UploadId upload, std::string name, Pieces pieces,
                 Kept kept);
    void keep(const std::shared_ptr<Keeping> &keeping);
    void keepNext(const std::shared_ptr<Keeping> &keeping);
    void abandon(UploadId upload, std::optional<std::string> found);
    void prepareFinish(AgentId agent, protocol::FileFinish finish,
                       std::function<void(Result<AnyValue>)> prepared);

    CorePort &m_core;
    FileSettings m_settings;
    std::atomic<bool> m_stopping = false;
    Workers m_workers; // last: what they do uses all of the above
};

} // namespace tandem
