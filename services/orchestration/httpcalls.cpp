// SPDX-License-Identifier: GPL-3.0-or-later
#include "orchestration/httpcalls.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrl>

#include <utility>

namespace tandem {

namespace {

constexpr qint64 longestReply = 64 * 1024;
constexpr int mostOpen = 100;

} // namespace

HttpCalls::HttpCalls(Answer answer) : m_answer(std::move(answer)) {}

void HttpCalls::make(const StrategyCall &call)
{
    StrategyAnswered answer;
    answer.interactionId = call.interaction;
    if (m_open >= mostOpen) {
        answer.error = "Too many calls are open.";
        m_answer(std::move(answer));
        return;
    }
    ++m_open;
    QNetworkRequest request(QUrl(QString::fromStdString(call.url), QUrl::StrictMode));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(static_cast<int>(call.timeout.count()));
    const auto body = QByteArray::fromStdString(call.body.value_or(""));
    if (call.body) {
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          QString::fromStdString(call.contentType));
    }
    auto *reply =
        m_network.sendCustomRequest(request, QByteArray::fromStdString(call.method), body);
    const auto refuseLong = [reply] {
        if (reply->bytesAvailable() > longestReply)
            reply->abort();
    };
    QObject::connect(reply, &QNetworkReply::readyRead, reply, refuseLong);
    QObject::connect(reply, &QNetworkReply::finished, reply,
                     [this, reply, answer = std::move(answer)]() mutable {
                         --m_open;
                         const auto status =
                             reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
                         answer.status = status.toInt();
                         if (!status.isValid() || reply->bytesAvailable() > longestReply)
                             answer.error = reply->errorString().toStdString();
                         else
                             answer.body = reply->readAll().toStdString();
                         reply->deleteLater();
                         m_answer(std::move(answer));
                     });
}

} // namespace tandem
