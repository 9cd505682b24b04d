// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgresconnection.h"

#include "base/platform/socketwait.h"

#include <array>
#include <chrono>

namespace tandem {

namespace {

constexpr char connectLimit[] = "2"; // seconds, libpq's least
// A server that has not taken a transaction after this long is as good as gone: the core refuses
// what comes until it is back.
constexpr auto commitLimit = Ms(900);
// To load 10,000 open chats takes half a second.
constexpr auto queryLimit = Ms(30'000);

std::string trimmed(const char *text)
{
    std::string out = text ? text : "";
    while (!out.empty() && (out.back() == '\n' || out.back() == ' '))
        out.pop_back();
    return out;
}

std::unexpected<Error> refused(const std::string &why)
{
    return failure(Reason::StoreUnavailable, "The store does not take it: " + why);
}

// `?` of our statements becomes $1, $2 ...; texts in quotes stay as they are.
std::string withNumbers(std::string_view sql)
{
    std::string out;
    int count = 0;
    bool isQuoted = false;
    for (const char c : sql) {
        isQuoted ^= c == '\'';
        if (c == '?' && !isQuoted)
            out += '$' + std::to_string(++count);
        else
            out += c;
    }
    return out;
}

// The values as libpq takes them; texts of the values stay where they are.
struct Parameters
{
    explicit Parameters(const std::vector<SqlValue> &values)
    {
        numbers.reserve(values.size());
        lengths.reserve(values.size());
        formats.reserve(values.size());
        for (const auto &value : values) {
            const auto *bytes = std::get_if<SqlBytes>(&value);
            lengths.push_back(bytes ? static_cast<int>(bytes->size) : 0);
            formats.push_back(bytes ? binary : 0);
            if (const auto *number = std::get_if<std::int64_t>(&value)) {
                numbers.push_back(std::to_string(*number));
                pointers.push_back(numbers.back().c_str());
            } else if (const auto *text = std::get_if<std::string>(&value)) {
                hasNul |= text->find('\0') != std::string::npos;
                pointers.push_back(text->c_str());
            } else if (bytes) {
                pointers.push_back(bytes->view().data());
            } else {
                pointers.push_back(nullptr);
            }
        }
    }

    static constexpr int binary = 1; // libpq's manual, PQexecParams
    std::vector<std::string> numbers;
    std::vector<const char *> pointers;
    std::vector<int> lengths; // counts for what is binary alone
    std::vector<int> formats;
    bool hasNul = false;
};

} // namespace

PostgresConnection::PostgresConnection(const std::string &url)
{
    // Where the address says something else, that counts: it is expanded in dbname's place.
    const std::array<const char *, 9> names{
        "connect_timeout",  "client_encoding",  "application_name",
        "keepalives_idle",  "keepalives_count", "keepalives_interval",
        "tcp_user_timeout", "dbname",           nullptr};
    const std::array<const char *, 9> values{connectLimit, "UTF8", "tandem",    "5",    "3",
                                             "2",          "5000", url.c_str(), nullptr};
    m_connection = PQconnectdbParams(names.data(), values.data(), 1);
    if (PQstatus(m_connection) == CONNECTION_OK)
        PQsetnonblocking(m_connection, 1);
    else
        (void)lost(trimmed(PQerrorMessage(m_connection)));
    PQsetNoticeProcessor(m_connection, [](void *, const char *) {}, nullptr);
}

PostgresConnection::~PostgresConnection() { PQfinish(m_connection); }

std::unexpected<Error> PostgresConnection::lost(const std::string &why)
{
    m_lost = "The database is not there: " + why;
    return failure(Reason::StoreUnavailable, m_lost);
}

Result<void> PostgresConnection::state() const
{
    if (m_lost.empty())
        return {};
    return failure(Reason::StoreUnavailable, m_lost);
}

Result<void> PostgresConnection::probe()
{
    if (auto good = state(); !good || m_isPiping)
        return good;
    if (!PQsendQuery(m_connection, ""))
        return lost(trimmed(PQerrorMessage(m_connection)));
    if (auto result = finalResult(commitLimit); !result)
        return std::unexpected(result.error());
    return {};
}

Result<void> PostgresConnection::flush()
{
    for (;;) {
        const int left = PQflush(m_connection);
        if (left == 0)
            return {};
        if (left < 0)
            return lost(trimmed(PQerrorMessage(m_connection)));
        // What comes back has to be taken, or both sides wait for each other.
        const auto ready = waitForSocket(PQsocket(m_connection), true, commitLimit);
        if (!ready.canRead && !ready.canWrite)
            return lost("it takes nothing any more.");
        if (ready.canRead && !PQconsumeInput(m_connection))
            return lost(trimmed(PQerrorMessage(m_connection)));
    }
}

Result<void> PostgresConnection::awaitInput(Ms limit)
{
    while (PQisBusy(m_connection)) {
        if (!waitForSocket(PQsocket(m_connection), false, limit).canRead)
            return lost("it did not answer within " + std::to_string(limit.count()) + " ms.");
        if (!PQconsumeInput(m_connection))
            return lost(trimmed(PQerrorMessage(m_connection)));
    }
    return {};
}

Result<void> PostgresConnection::check(const PGresult *result)
{
    switch (PQresultStatus(result)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_EMPTY_QUERY: return {};
    default: break;
    }
    const auto why = trimmed(PQresultErrorMessage(result));
    if (PQstatus(m_connection) == CONNECTION_BAD)
        return lost(why);
    return refused(why);
}

// Of one statement outside a pipeline: its last result, or its first error.
Result<PostgresResult> PostgresConnection::finalResult(Ms limit)
{
    if (auto sent = flush(); !sent)
        return std::unexpected(sent.error());
    PostgresResult last(nullptr, PQclear);
    Result<void> outcome;
    for (;;) {
        if (auto ready = awaitInput(limit); !ready)
            return std::unexpected(ready.error());
        PostgresResult next(PQgetResult(m_connection), PQclear);
        if (!next)
            break;
        if (auto checked = check(next.get()); outcome && !checked)
            outcome = checked;
        last = std::move(next);
    }
    if (!outcome)
        return std::unexpected(outcome.error());
    return last;
}

Result<void> PostgresConnection::script(const std::string &text)
{
    if (auto good = state(); !good)
        return good;
    if (!PQsendQuery(m_connection, text.c_str()))
        return lost(trimmed(PQerrorMessage(m_connection)));
    if (auto result = finalResult(queryLimit); !result)
        return std::unexpected(result.error());
    return {};
}

Result<std::string> PostgresConnection::prepared(const Statement &statement)
{
    const auto found = m_prepared.find(statement.sql.data());
    if (found != m_prepared.end())
        return found->second;
    auto name = "s" + std::to_string(++m_names);
    const auto text = withNumbers(statement.sql);
    if (!PQsendPrepare(m_connection, name.c_str(), text.c_str(), 0, nullptr))
        return lost(trimmed(PQerrorMessage(m_connection)));
    if (!m_isPiping) {
        if (auto result = finalResult(queryLimit); !result)
            return std::unexpected(result.error());
    }
    m_prepared.emplace(statement.sql.data(), name);
    return name;
}

Result<void> PostgresConnection::send(const std::string &name, const std::vector<SqlValue> &values)
{
    const Parameters parameters(values);
    if (parameters.hasNul)
        return refused("a text holds a NUL character, which PostgreSQL cannot keep.");
    if (!PQsendQueryPrepared(m_connection, name.c_str(), static_cast<int>(values.size()),
                             parameters.pointers.data(), parameters.lengths.data(),
                             parameters.formats.data(), 0))
        return lost(trimmed(PQerrorMessage(m_connection)));
    return {};
}

Result<PostgresResult> PostgresConnection::ask(const Statement &statement,
                                               const std::vector<SqlValue> &values)
{
    if (auto good = state(); !good)
        return std::unexpected(good.error());
    const auto name = prepared(statement);
    if (!name)
        return std::unexpected(name.error());
    if (auto sent = send(*name, values); !sent)
        return std::unexpected(sent.error());
    return finalResult(queryLimit);
}

Result<void> PostgresConnection::beginPipeline()
{
    if (m_isPiping)
        return {};
    if (auto good = state(); !good)
        return good;
    if (!PQenterPipelineMode(m_connection))
        return lost(trimmed(PQerrorMessage(m_connection)));
    m_isPiping = true;
    return {};
}

Result<void> PostgresConnection::add(const Statement &statement,
                                     const std::vector<SqlValue> &values)
{
    if (auto begun = beginPipeline(); !begun)
        return begun;
    const auto name = prepared(statement);
    if (!name)
        return std::unexpected(name.error());
    return send(*name, values);
}

Result<void> PostgresConnection::add(const char *text)
{
    if (auto begun = beginPipeline(); !begun)
        return begun;
    if (!PQsendQueryParams(m_connection, text, 0, nullptr, nullptr, nullptr, nullptr, 0))
        return lost(trimmed(PQerrorMessage(m_connection)));
    return {};
}

Result<void> PostgresConnection::endPipeline()
{
    if (auto good = state(); !good || !m_isPiping)
        return good;
    if (!PQpipelineSync(m_connection))
        return lost(trimmed(PQerrorMessage(m_connection)));
    if (auto sent = flush(); !sent)
        return sent;
    Result<void> outcome;
    for (bool isOver = false; !isOver;) {
        if (auto ready = awaitInput(commitLimit); !ready)
            return ready;
        const PostgresResult result(PQgetResult(m_connection), PQclear);
        if (!result) // between two statements
            continue;
        isOver = PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC;
        if (isOver || !outcome)
            continue;
        outcome = check(result.get());
        if (!m_lost.empty())
            return outcome;
    }
    // What was prepared behind a refusal is not there.
    if (!outcome)
        m_prepared.clear();
    if (!PQexitPipelineMode(m_connection))
        return lost(trimmed(PQerrorMessage(m_connection)));
    m_isPiping = false;
    return outcome;
}

} // namespace tandem
