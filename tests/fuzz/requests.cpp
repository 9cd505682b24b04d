// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests.h"

#include "protocol/admin.h"
#include "protocol/agent.h"
#include "protocol/chat.h"
#include "protocol/customer.h"
#include "protocol/explanation.h"
#include "protocol/file.h"
#include "protocol/interaction.h"
#include "protocol/metrics.h"
#include "protocol/names.h"
#include "protocol/openmedia.h"
#include "protocol/picture.h"
#include "protocol/privacy.h"
#include "protocol/queue.h"
#include "protocol/server.h"
#include "protocol/session.h"
#include "protocol/statistics.h"
#include "protocol/strategy.h"
#include "protocol/supervision.h"
#include "protocol/transcript.h"
#include "protocol/workbin.h"

#include <map>

namespace tandem::fuzz {

using namespace protocol;

namespace {

template <class... R>
std::map<std::string_view, const RequestType *> listed()
{
    return {{R::name, &requestType<R>()}...};
}

} // namespace

const RequestType *requestNamed(std::string_view name)
{
    static const auto all = listed<
        AdminAddUser, AdminApply, AdminAudit, AdminImport, AdminSetPassword, AdminSite, AdminUndo,
        AgentList, AgentPicture, AgentSetPicture, AgentSetState, ChatEnd, ChatSend, ChatTranscript,
        ChatTyping, CustomerDisconnect, CustomerAgentPicture, CustomerPresence, CustomerRefresh,
        CustomerSend, CustomerStart, CustomerTyping, CustomerUpdateData, CustomerCustomNotice,
        CustomerPushUrl, CustomerUpdateNickname, CustomerReadReceipt, CustomerSurvey,
        CustomerMailTranscript, ChatPushUrl, ChatCustomNotice, ChatReadReceipt, CustomerFileBegin,
        CustomerFileDelete, CustomerFileFinish, CustomerFileLimits, CustomerFileRead, FileAbandon,
        FileAppend, FileArrive, FileBegin, FileCancel, FileClaim, FileDelete, FileFinish, FileRead,
        FileStore, FileThumbnail, InteractionAccept, InteractionBulk, InteractionCancelBulk,
        InteractionCancelConsult, InteractionCompleteConference, InteractionCompleteTransfer,
        InteractionConference, InteractionConsult, InteractionExplain, InteractionFetch,
        InteractionList, InteractionMarkDone, InteractionPark, InteractionPull, InteractionReject,
        InteractionRelease, InteractionSetDisposition, InteractionSetPriority, InteractionSubmit,
        InteractionTransfer, InteractionUpdateData, MediaFetch, MediaHold, MediaParentCheck,
        MediaStop, MediaSubmit, MediaUpdate, PrivacyErase, PrivacyExport, PrivacyFind, QueueList,
        QueueWait, ServerMetrics, ServerStatus, SessionLogin, SessionLogout, SessionResume,
        SiteNames, StatisticQuery, StatisticsList, StatisticsSubscribe, StrategyActivate,
        StrategyCheck, StrategyFetch, StrategyInstall, StrategyList, StrategyPlaces, StrategyRemove,
        StrategySessions, StrategyTrace, SupervisionSetAgentState, SupervisionMonitor,
        SupervisionCoach, SupervisionBargeIn, SupervisionLeave, SupervisionMonitorNext,
        SupervisionCancelMonitorNext, SupervisionMonitorOrders, SupervisionWatch, TranscriptExport,
        TranscriptKeys, TranscriptRedact, TranscriptVerify, WorkbinList>();
    const auto found = all.find(name);
    return found == all.end() ? nullptr : found->second;
}

} // namespace tandem::fuzz
