// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/keychainstore.h"

#include <QTimer>

#include <qt6keychain/keychain.h>

#include <memory>

namespace tandem {

namespace {

const QString service = QStringLiteral("tandem");
constexpr int answersWithinMs = 3000;

// Starts the job; `done` comes once: with its end or, as a failure, when it takes too long.
void run(QKeychain::Job *job, std::function<void(bool)> done)
{
    auto isDone = std::make_shared<bool>(false);
    const auto once = [isDone, done = std::move(done)](bool isGood) {
        if (!std::exchange(*isDone, true))
            done(isGood);
    };
    QObject::connect(job, &QKeychain::Job::finished, job, [once](QKeychain::Job *finished) {
        once(finished->error() == QKeychain::NoError);
    });
    QTimer::singleShot(answersWithinMs, job, [once] { once(false); });
    job->start();
}

} // namespace

void KeychainStore::read(const QString &account, std::function<void(std::optional<QString>)> done)
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(account);
    run(job, [job, done = std::move(done)](bool isGood) {
        done(isGood && !job->textData().isEmpty() ? std::optional(job->textData()) : std::nullopt);
    });
}

void KeychainStore::write(const QString &account, const QString &token,
                          std::function<void(bool)> done)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(account);
    job->setTextData(token);
    run(job, std::move(done));
}

void KeychainStore::remove(const QString &account)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(account);
    run(job, [](bool) {});
}

} // namespace tandem
