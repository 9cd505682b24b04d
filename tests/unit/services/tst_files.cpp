// SPDX-License-Identifier: GPL-3.0-or-later
#include "company.h"
#include "protocol/file.h"

#include "base/hash.h"

#include <QTest>

using namespace tandem;
using namespace tandem::protocol;
using namespace std::chrono_literals;

namespace {

constexpr Statement countChunks{"SELECT count(*) FROM file_chunk"};
constexpr Statement countFiles{"SELECT count(*) FROM chat_file WHERE state = 'kept'"};
constexpr Statement countArriving{"SELECT count(*) FROM chat_file WHERE state = 'arriving'"};

std::int64_t counted(Company &company, const Statement &statement)
{
    std::int64_t number = -1;
    (void)company.database().query(statement, {}, [&](const Row &row) { number = row.number(0); });
    return number;
}

} // namespace

class tst_files : public QObject
{
    Q_OBJECT

    // What the intake does, up to the last step.
    static Result<CustomerFileFinish> arrives(Company &company, const std::string &customer,
                                              const std::string &name, const std::string &content)
    {
        CustomerFileBegin begin;
        static_cast<CustomerFileFields &>(begin) = {
            {{}, customer}, name, static_cast<std::int64_t>(content.size()), {}};
        const auto begun = company.askAsCustomer(begin);
        if (!begun)
            return std::unexpected(begun.error());
        const auto hash = sha256Hex(content);
        const FileContent facts{
            hash, static_cast<std::int64_t>(content.size()), "text/plain", {}, {}};
        const auto caller = Caller::system();
        auto done = company.askAs(caller, FileArrive{begun->uploadId, facts});
        if (done) {
            done = company.askAs(caller, FileStore{begun->uploadId, hash, 0,
                                                   std::make_shared<const std::string>(content), 0,
                                                   content.size()});
        }
        if (!done)
            return std::unexpected(done.error());
        return CustomerFileFinish{{{}, customer}, begun->uploadId, {}, {}, {}, {}, facts};
    }

    static FileId sends(Company &company, const std::string &customer, const std::string &content)
    {
        const auto finish = arrives(company, customer, "a.txt", content);
        const auto reply = finish ? company.askAsCustomer(*finish)
                                  : Result<CustomerReply>(std::unexpected(finish.error()));
        return reply ? FileId::fromText(reply->userData->at("file-id")).value() : FileId{};
    }

    static std::string read(Company &company, const std::string &customer, FileId id)
    {
        const auto file = company.askAsCustomer(CustomerFileRead{{{}, customer}, id, {}});
        return file ? *file->content : std::string();
    }

private slots:
    void aContentIsKeptOnceUntilTheLastFileGoes()
    {
        Company company;
        company.starts("Maria");
        company.starts("Jonas");
        const auto first = sends(company, "Maria", "the same");
        const auto second = sends(company, "Jonas", "the same");
        QVERIFY(first && second);
        QCOMPARE(counted(company, countChunks), 1);
        QVERIFY(company.askAsCustomer(CustomerFileDelete{{{}, "Maria"}, first, {}}));
        QCOMPARE(counted(company, countChunks), 1);
        QCOMPARE(read(company, "Jonas", second), std::string("the same"));
        QVERIFY(company.askAsCustomer(CustomerFileDelete{{{}, "Jonas"}, second, {}}));
        QCOMPARE(counted(company, countChunks), 0);
    }

    void aContentStaysWhileTheSameArrives()
    {
        Company company;
        company.starts("Maria");
        const auto first = sends(company, "Maria", "the same");
        const auto second = arrives(company, "Maria", "b.txt", "the same");
        QVERIFY(second);
        QVERIFY(company.askAsCustomer(CustomerFileDelete{{{}, "Maria"}, first, {}}));
        const auto kept = company.askAsCustomer(*second);
        QVERIFY(kept);
        const auto id = FileId::fromText(kept->userData->at("file-id")).value();
        QCOMPARE(read(company, "Maria", id), std::string("the same"));
    }

    void whatWasArrivingIsGoneAfterARestart()
    {
        Company company;
        company.starts("Maria");
        const auto kept = sends(company, "Maria", "kept");
        const auto lost = arrives(company, "Maria", "b.txt", "lost");
        QVERIFY(lost);
        QCOMPARE(counted(company, countChunks), 2);
        company.restarts();
        company.passes(1ms);
        QCOMPARE(counted(company, countChunks), 1);
        QCOMPARE(counted(company, countArriving), 0);
        QVERIFY(!company.askAsCustomer(*lost));
        QCOMPARE(read(company, "Maria", kept), std::string("kept"));
    }

    void anUploadWithoutASignIsForgotten()
    {
        Company company;
        company.starts("Maria");
        const auto lost = arrives(company, "Maria", "b.txt", "lost");
        QVERIFY(lost);
        company.passes(61s);
        QCOMPARE(counted(company, countChunks), 0);
        QCOMPARE(counted(company, countArriving), 0);
    }

    void filesGoWhenTheirTimeHasCome()
    {
        Company company;
        company.starts("Maria");
        QVERIFY(sends(company, "Maria", "old"));
        company.passes(std::chrono::hours(24 * 29));
        QCOMPARE(counted(company, countFiles), 1);
        company.restarts();
        company.passes(std::chrono::hours(25));
        QCOMPARE(counted(company, countFiles), 0);
        QCOMPARE(counted(company, countChunks), 0);
    }
};

QTEST_GUILESS_MAIN(tst_files)
#include "tst_files.moc"
