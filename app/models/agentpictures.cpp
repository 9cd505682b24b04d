// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/agentpictures.h"

#include "models/text.h"
#include "protocol/picture.h"

#include <QBuffer>
#include <QCryptographicHash>

#include <algorithm>

namespace tandem {

namespace {

constexpr int mostBytes = 64 * 1024;
constexpr int sides[] = {256, 192, 144, 96, 64};
constexpr int shownSide = 128; // of what is kept to be shown
constexpr std::size_t imagesKept = 300;
constexpr int arrivalPauseMs = 50;

QByteArray png(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

} // namespace

QByteArray agentPicture(const QImage &picture)
{
    if (picture.isNull())
        return {};
    const int side = std::min(picture.width(), picture.height());
    const QRect middle((picture.width() - side) / 2, (picture.height() - side) / 2, side, side);
    const auto square = picture.copy(middle).convertToFormat(QImage::Format_ARGB32);
    for (const int size : sides) {
        const auto bytes =
            png(square.scaled(size, size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        if (bytes.size() <= mostBytes)
            return bytes;
    }
    return {};
}

AgentPictures::AgentPictures(ServiceLink &link, QObject *parent) : QObject(parent), m_link(link)
{
    m_arrived.setSingleShot(true);
    m_arrived.setInterval(arrivalPauseMs);
    connect(&m_arrived, &QTimer::timeout, this, &AgentPictures::changed);
}

void AgentPictures::setOwn(const protocol::AgentStatus &own)
{
    m_own = own.id;
    hear(own);
}

void AgentPictures::setAgents(const std::vector<protocol::AgentStatus> &agents)
{
    for (const auto &agent : agents)
        hear(agent);
}

void AgentPictures::hear(const protocol::AgentStatus &agent)
{
    auto &known = m_agents[agent.id];
    const auto hash = agent.picture.value_or(std::string());
    const auto name = toQString(agent.name);
    if (known.name == name && known.hash == hash)
        return;
    known = {name, hash};
    m_arrived.start();
}

QImage AgentPictures::picture(const QString &agentName)
{
    const auto isCalled = [&](const auto &entry) { return entry.second.name == agentName; };
    const auto found = std::ranges::find_if(m_agents, isCalled);
    if (found == m_agents.end() || found->second.hash.empty()
        || std::ranges::count_if(m_agents, isCalled) > 1)
        return {};
    const auto &hash = found->second.hash;
    if (const auto here = m_images.find(hash); here != m_images.end())
        return here->second;
    fetch(hash);
    return {};
}

bool AgentPictures::hasOwn() const
{
    const auto found = m_agents.find(m_own);
    return found != m_agents.end() && !found->second.hash.empty();
}

void AgentPictures::change(const QImage &picture)
{
    const auto bytes = agentPicture(picture);
    const auto hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    keep(hash.toStdString(), bytes);
    tell(hash.toStdString(), bytes.toBase64().toStdString());
}

void AgentPictures::remove() { tell({}, {}); }

void AgentPictures::tell(const std::string &hash, const std::optional<std::string> &bytes)
{
    m_link.ask(protocol::AgentSetPicture{bytes, {}}, [this, hash](const auto &reply) {
        if (!reply) {
            emit refused(reply.error());
            return;
        }
        m_agents[m_own].hash = hash;
        emit changed();
    });
}

void AgentPictures::keep(const std::string &hash, const QByteArray &bytes)
{
    if (m_images.size() >= imagesKept) {
        m_images.clear();
        m_asked.clear();
    }
    const auto image = QImage::fromData(bytes, "PNG");
    m_images[hash] = image.isNull() ? image
                                    : image.scaled(shownSide, shownSide, Qt::IgnoreAspectRatio,
                                                   Qt::SmoothTransformation);
}

void AgentPictures::fetch(const std::string &hash)
{
    if (!m_asked.insert(hash).second)
        return;
    m_link.ask(protocol::AgentPicture{hash}, [this, hash](const auto &reply) {
        if (!reply) {
            if (reply.error().reason == Reason::NotConnected)
                m_asked.erase(hash);
            return;
        }
        keep(hash, QByteArray::fromBase64(QByteArray::fromStdString(reply->bytes)));
        m_arrived.start();
    });
}

} // namespace tandem
