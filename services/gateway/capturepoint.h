// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "core/coreport.h"
#include "gateway/captureaccess.h"
#include "gateway/router.h"
#include "gateway/soapmessage.h"
#include "protocol/openmedia.h"

namespace tandem::gateway {

// The SOAP capture point (wire facts 1.7): Submit, Hold, Resume, Stop, Update, GetInfo, Ping. Any
// thread; `done` comes once, on the releasing thread or at once.
class CapturePoint
{
public:
    using Done = std::function<void(HttpResponse)>;

    CapturePoint(CorePort &core, Random &random) : m_core(core), m_random(random) {}

    // `name`: of the capture point, which is the queue of what is submitted without one.
    void call(const std::string &name, const SoapRequest &request, Done done);

private:
    void submit(const std::string &name, const SoapRequest &request, Done done);
    void update(const SoapRequest &request, protocol::MediaRef ref, Done done);
    void ping(const std::string &name, SoapVersion version, const Done &done);

    CorePort &m_core;
    Random &m_random;
};

// /Genesys/Interaction/{CapturePointName}/WebServiceCapturePoint, GET with ?wsdl and POST. All must
// outlive the router.
void addCapturePointRoutes(Router &router, CapturePoint &point, const CaptureAccess &access);

} // namespace tandem::gateway
