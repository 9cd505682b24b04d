// SPDX-License-Identifier: GPL-3.0-or-later
#include "company.h"
#include "models/settings.h"
#include "models/signin.h"
#include "models/tokenstore.h"
#include "scriptedlink.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tandem;
using Step = SignIn::Step;

// A keychain that keeps in memory, or is not there.
class MemoryStore final : public TokenStore
{
public:
    void read(const QString &account, std::function<void(std::optional<QString>)> done) override
    {
        const auto found = tokens.find(account);
        done(found == tokens.end() ? std::nullopt : std::optional(found->second));
    }
    void write(const QString &account, const QString &token,
               std::function<void(bool)> done) override
    {
        if (isThere)
            tokens[account] = token;
        done(isThere);
    }
    void remove(const QString &account) override { tokens.erase(account); }

    std::map<QString, QString> tokens;
    bool isThere = true;
};

class tst_SignIn : public QObject
{
    Q_OBJECT

    struct Door
    {
        explicit Door(const QString &folder)
            : settings(folder), signIn(settings, tokens, [this](const ServerAddress &address) {
                  addresses += address.socket.toString();
                  auto made = std::make_unique<ScriptedLink>();
                  link = made.get();
                  return made;
              })
        {
        }
        Settings settings;
        MemoryStore tokens;
        QStringList addresses;
        ScriptedLink *link = nullptr;
        SignIn signIn;
    };

    QTemporaryDir m_folder;
    company::TestClock m_clock;

    protocol::Welcome welcome() const { return company::welcome(m_clock.now().utc); }
    static void submit(Door &door, bool keep = true)
    {
        door.signIn.submit(QStringLiteral("care.example.com"), QStringLiteral(" alice "),
                           QStringLiteral("demo"), keep);
    }

private slots:
    void init() { QDir(m_folder.path()).removeRecursively(); }

    void remembersServerAndUserAndKeepsTheToken();
    void resumesWithTheKeptToken();
    void asksWhereTheKeptTokenIsOfNoUse();
    void keepsTheTokenWhereTheServerCannotBeReached();
    void keepsNoTokenWhereNotAsked();
    void saysWhereThereIsNoKeychain();
    void asksForWhatIsMissing();
    void cancels();
    void worksHereWithoutAServer();
    void defaultsReplaceSettingsThatCannotBeRead();
    void valuesOutOfRangeCountAsDefaults();
};

void tst_SignIn::remembersServerAndUserAndKeepsTheToken()
{
    Door door(m_folder.path());
    QSignalSpy signedIn(&door.signIn, &SignIn::signedIn);
    submit(door);
    QCOMPARE(door.signIn.step(), Step::Connecting);
    QCOMPARE(door.addresses, QStringList{QStringLiteral("wss://care.example.com/agent")});
    QCOMPARE(door.link->login()->user, std::string("alice"));
    door.link->welcomes(welcome());
    QCOMPARE(signedIn.size(), 1);
    QCOMPARE(door.tokens.tokens.size(), 1u);
    QVERIFY(door.signIn.takeLink());
    const Settings again(m_folder.path());
    QCOMPARE(again.user(), QStringLiteral("alice"));
    QFile file(m_folder.filePath(QStringLiteral("settings.ini")));
    door.settings.setEnterSends(false);
    QTRY_VERIFY(file.exists());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto text = file.readAll();
    QVERIFY(!text.contains("demo") && !text.contains("token-1"));
}

void tst_SignIn::resumesWithTheKeptToken()
{
    {
        Door first(m_folder.path());
        submit(first);
    }
    Door door(m_folder.path());
    door.tokens.tokens[QStringLiteral("alice@care.example.com")] = QStringLiteral("kept");
    door.signIn.start();
    QCOMPARE(door.signIn.step(), Step::Resuming);
    QCOMPARE(door.link->token(), std::string("kept"));
    door.link->welcomes(welcome());
    QCOMPARE(door.signIn.step(), Step::Done);
}

void tst_SignIn::asksWhereTheKeptTokenIsOfNoUse()
{
    Door door(m_folder.path());
    door.settings.setServer(QStringLiteral("care.example.com"));
    door.settings.setUser(QStringLiteral("alice"));
    door.tokens.tokens[QStringLiteral("alice@care.example.com")] = QStringLiteral("old");
    door.signIn.start();
    door.link->welcomes(failure(Reason::SessionExpired, "over"));
    QCOMPARE(door.signIn.step(), Step::Asking);
    QVERIFY(!door.signIn.problem().isEmpty());
    QVERIFY(door.tokens.tokens.empty());
}

void tst_SignIn::keepsTheTokenWhereTheServerCannotBeReached()
{
    Door door(m_folder.path());
    door.settings.setServer(QStringLiteral("care.example.com"));
    door.settings.setUser(QStringLiteral("alice"));
    door.tokens.tokens[QStringLiteral("alice@care.example.com")] = QStringLiteral("good");
    door.signIn.start();
    door.link->welcomes(failure(Reason::NotConnected, "off", "refused"));
    QCOMPARE(door.signIn.step(), Step::Asking);
    QCOMPARE(door.tokens.tokens.size(), 1u);
}

void tst_SignIn::keepsNoTokenWhereNotAsked()
{
    Door door(m_folder.path());
    submit(door, false);
    door.link->welcomes(welcome());
    QVERIFY(door.tokens.tokens.empty());
}

void tst_SignIn::saysWhereThereIsNoKeychain()
{
    Door door(m_folder.path());
    door.tokens.isThere = false;
    QSignalSpy notKept(&door.signIn, &SignIn::notKept);
    submit(door);
    door.link->welcomes(welcome());
    QCOMPARE(notKept.size(), 1);
    QCOMPARE(door.signIn.step(), Step::Done);
}

void tst_SignIn::asksForWhatIsMissing()
{
    Door door(m_folder.path());
    door.signIn.submit(QStringLiteral("no such thing"), QStringLiteral("a"), QStringLiteral("b"),
                       true);
    QVERIFY(!door.signIn.problem().isEmpty());
    door.signIn.submit(QStringLiteral("care.example.com"), QString(), QStringLiteral("b"), true);
    QVERIFY(!door.signIn.problem().isEmpty());
    QVERIFY(door.addresses.size() <= 1);
    QCOMPARE(door.signIn.step(), Step::Asking);
}

void tst_SignIn::cancels()
{
    Door door(m_folder.path());
    submit(door);
    door.signIn.cancel();
    QCOMPARE(door.signIn.step(), Step::Asking);
    door.link->welcomes(welcome()); // too late
    QCOMPARE(door.signIn.step(), Step::Asking);
}

void tst_SignIn::worksHereWithoutAServer()
{
    Door door(m_folder.path());
    ScriptedLink *local = nullptr;
    door.signIn.workHere([&] {
        auto made = std::make_unique<ScriptedLink>();
        local = made.get();
        return made;
    });
    door.signIn.submit({}, QStringLiteral("alice"), QStringLiteral("demo"), false);
    QVERIFY(local);
    QVERIFY(door.addresses.isEmpty());
    local->welcomes(welcome());
    QCOMPARE(door.signIn.step(), Step::Done);
    QVERIFY(door.settings.server().isEmpty());
}

void tst_SignIn::defaultsReplaceSettingsThatCannotBeRead()
{
    QDir().mkpath(m_folder.path());
    const auto path = m_folder.filePath(QStringLiteral("settings.ini"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray garbage("\x01\x02[[[ this is no settings file\nlook at it\n\xff\xfe=\n");
    file.write(garbage);
    file.close();
    Settings settings(m_folder.path());
    QVERIFY(!settings.setAside().isEmpty());
    QCOMPARE(settings.scalePercent(), 100);
    QFile kept(settings.setAside());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), garbage);
    settings.setUser(QStringLiteral("alice"));
    QCOMPARE(settings.user(), QStringLiteral("alice"));
    QVERIFY(Settings(m_folder.path()).setAside().isEmpty());
}

void tst_SignIn::valuesOutOfRangeCountAsDefaults()
{
    QDir().mkpath(m_folder.path());
    QFile file(m_folder.filePath(QStringLiteral("settings.ini")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[look]\nscale=9000\ntheme=purple\n[composer]\nenterSends=perhaps\n");
    file.close();
    const Settings settings(m_folder.path());
    QVERIFY(settings.setAside().isEmpty());
    QCOMPARE(settings.scalePercent(), 100);
    QCOMPARE(settings.themeName(), QStringLiteral("system"));
    QVERIFY(settings.enterSends());
}

QTEST_GUILESS_MAIN(tst_SignIn)
#include "tst_signin.moc"
