<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
    <context>
        <name>SiteDifference</name>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <comment>a change</comment>
            <translation>
                <numerusform>%1 and %n more</numerusform>
                <numerusform>%1 and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TimeText</name>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n second</numerusform>
                <numerusform>%n seconds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::BulkOperation</name>
        <message numerus="yes">
            <source>%n redistributed</source>
            <translation>
                <numerusform>%n redistributed</numerusform>
                <numerusform>%n redistributed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n with a new priority</source>
            <translation>
                <numerusform>%n with a new priority</numerusform>
                <numerusform>%n with a new priority</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n parked</source>
            <translation>
                <numerusform>%n parked</numerusform>
                <numerusform>%n parked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n marked done</source>
            <translation>
                <numerusform>%n marked done</numerusform>
                <numerusform>%n marked done</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n could not be changed</source>
            <translation>
                <numerusform>%n could not be changed</numerusform>
                <numerusform>%n could not be changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>stopped, %n left as they were</source>
            <translation>
                <numerusform>stopped, %n left as it was</numerusform>
                <numerusform>stopped, %n left as they were</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::ChangeBar</name>
        <message numerus="yes">
            <source>%n change(s) not applied yet</source>
            <translation>
                <numerusform>%n change not applied yet</numerusform>
                <numerusform>%n changes not applied yet</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::ChannelChip</name>
        <message numerus="yes">
            <source>%n more channel(s)</source>
            <translation>
                <numerusform>%n more channel</numerusform>
                <numerusform>%n more channels</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::CommunicatorModel</name>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n waiting</numerusform>
                <numerusform>%n waiting</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n agent(s) ready</source>
            <translation>
                <numerusform>%n agent ready</numerusform>
                <numerusform>%n agents ready</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::Composer</name>
        <message numerus="yes">
            <source>Too long by %n character(s)</source>
            <translation>
                <numerusform>Too long by %n character</numerusform>
                <numerusform>Too long by %n characters</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n character(s) left</source>
            <translation>
                <numerusform>%n character left</numerusform>
                <numerusform>%n characters left</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::CountdownRing</name>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n second</numerusform>
                <numerusform>%n seconds</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::DecisionView</name>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::DifferenceView</name>
        <message numerus="yes">
            <source>And %n more.</source>
            <translation>
                <numerusform>And %n more.</numerusform>
                <numerusform>And %n more.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::Explanation</name>
        <message numerus="yes">
            <source>Of %n who could take it, %1 had least in hand and was idle longest.</source>
            <translation>
                <numerusform>Of %n who could take it, %1 had least in hand and was idle longest.</numerusform>
                <numerusform>Of %n who could take it, %1 had least in hand and was idle longest.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Of %n who could take it, %1 had least of the capacity in use.</source>
            <translation>
                <numerusform>Of %n who could take it, %1 had least of the capacity in use.</numerusform>
                <numerusform>Of %n who could take it, %1 had least of the capacity in use.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Of %n who could take it, %1 has the highest levels of the skills asked for.</source>
            <translation>
                <numerusform>Of %n who could take it, %1 has the highest levels of the skills asked for.</numerusform>
                <numerusform>Of %n who could take it, %1 has the highest levels of the skills asked for.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Of %n who could take it, %1 was furthest below the share.</source>
            <translation>
                <numerusform>Of %n who could take it, %1 was furthest below the share.</numerusform>
                <numerusform>Of %n who could take it, %1 was furthest below the share.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ahead of it</source>
            <translation>
                <numerusform>%n ahead of it</numerusform>
                <numerusform>%n ahead of it</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in hand</source>
            <translation>
                <numerusform>%n in hand</numerusform>
                <numerusform>%n in hand</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not ready</source>
            <translation>
                <numerusform>%n not ready</numerusform>
                <numerusform>%n not ready</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without room</source>
            <translation>
                <numerusform>%n without room</numerusform>
                <numerusform>%n without room</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n had refused it</source>
            <translation>
                <numerusform>%n had refused it</numerusform>
                <numerusform>%n had refused it</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not the agent of last time</source>
            <translation>
                <numerusform>%n not the agent of last time</numerusform>
                <numerusform>%n not the agent of last time</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without connection</source>
            <translation>
                <numerusform>%n without connection</numerusform>
                <numerusform>%n without connection</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not signed in</source>
            <translation>
                <numerusform>%n not signed in</numerusform>
                <numerusform>%n not signed in</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not asked for</source>
            <translation>
                <numerusform>%n not asked for</numerusform>
                <numerusform>%n not asked for</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::ExplanationDialog</name>
        <message numerus="yes">
            <source>Show %n earlier</source>
            <translation>
                <numerusform>Show %n earlier</numerusform>
                <numerusform>Show %n earlier</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::InteractionsModel</name>
        <message numerus="yes">
            <source>%n unread message(s)</source>
            <translation>
                <numerusform>%n unread message</numerusform>
                <numerusform>%n unread messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::InteractionsPane</name>
        <message numerus="yes">
            <source>Redistribute %n interaction(s)</source>
            <translation>
                <numerusform>Redistribute %n interaction</numerusform>
                <numerusform>Redistribute %n interactions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Mark %n interaction(s) done?</source>
            <translation>
                <numerusform>Mark %n interaction done?</numerusform>
                <numerusform>Mark %n interactions done?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::InteractionsTable</name>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <comment>an agent and others</comment>
            <translation>
                <numerusform>%1 and %n more</numerusform>
                <numerusform>%1 and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::MainWindow</name>
        <message numerus="yes">
            <source>%n change(s) of the site are not applied and would be lost.</source>
            <translation>
                <numerusform>%n change of the site is not applied and would be lost.</numerusform>
                <numerusform>%n changes of the site are not applied and would be lost.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::NavButton</name>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%n changed</numerusform>
                <numerusform>%n changed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::OfferToast</name>
        <message numerus="yes">
            <source>%n more offer(s)</source>
            <translation>
                <numerusform>%n more offer</numerusform>
                <numerusform>%n more offers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::ParkDialog</name>
        <message numerus="yes">
            <source>In %n hour(s), %1</source>
            <translation>
                <numerusform>In %n hour, %1</numerusform>
                <numerusform>In %n hours, %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::QueueBars</name>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n waiting</numerusform>
                <numerusform>%n waiting</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::QueueTile</name>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n waiting</numerusform>
                <numerusform>%n waiting</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::QueuesModel</name>
        <message numerus="yes">
            <source>nobody waits · %n agent(s) ready</source>
            <translation>
                <numerusform>nobody waits · %n agent ready</numerusform>
                <numerusform>nobody waits · %n agents ready</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Queue %1, %n waiting, %2</source>
            <comment>name, detail</comment>
            <translation>
                <numerusform>Queue %1, %n waiting, %2</numerusform>
                <numerusform>Queue %1, %n waiting, %2</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Workbin %1, %n parked, %2</source>
            <comment>name, detail</comment>
            <translation>
                <numerusform>Workbin %1, %n parked, %2</numerusform>
                <numerusform>Workbin %1, %n parked, %2</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::SiteDraft</name>
        <message numerus="yes">
            <source>%n change(s) applied.</source>
            <translation>
                <numerusform>%n change applied.</numerusform>
                <numerusform>%n changes applied.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::SiteExchange</name>
        <message numerus="yes">
            <source>The file is imported: %n change(s).</source>
            <translation>
                <numerusform>The file is imported: %n change.</numerusform>
                <numerusform>The file is imported: %n changes.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::TeamModel</name>
        <message numerus="yes">
            <source>%1 of %n chat(s)</source>
            <translation>
                <numerusform>%1 of %n chat</numerusform>
                <numerusform>%1 of %n chats</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::WaitingActions</name>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>%n chosen</numerusform>
                <numerusform>%n chosen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Redistribute %n interaction(s)</source>
            <translation>
                <numerusform>Redistribute %n interaction</numerusform>
                <numerusform>Redistribute %n interactions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Mark %n interaction(s) done?</source>
            <translation>
                <numerusform>Mark %n interaction done?</numerusform>
                <numerusform>Mark %n interactions done?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::WaitingPane</name>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n waiting</numerusform>
                <numerusform>%n waiting</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n parked</source>
            <translation>
                <numerusform>%n parked</numerusform>
                <numerusform>%n parked</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::WallboardPage</name>
        <message numerus="yes">
            <source>%n queue(s)</source>
            <translation>
                <numerusform>%n queue</numerusform>
                <numerusform>%n queues</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::InstallDialog</name>
        <message numerus="yes">
            <source>%n places stand against it. Correct them in the file and choose it again.</source>
            <translation>
                <numerusform>%n place stands against it. Correct it in the file and choose it again.</numerusform>
                <numerusform>%n places stand against it. Correct them in the file and choose it again.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::StateItem</name>
        <message numerus="yes">
            <source>%n interactions here</source>
            <translation>
                <numerusform>%n interaction here</numerusform>
                <numerusform>%n interactions here</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::StepDetails</name>
        <message numerus="yes">
            <source>%n scripts took too long and were stopped</source>
            <translation>
                <numerusform>%n script took too long and was stopped</numerusform>
                <numerusform>%n scripts took too long and were stopped</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::Strategies</name>
        <message numerus="yes">
            <source>%n running</source>
            <comment>sessions of a strategy</comment>
            <translation>
                <numerusform>%n running</numerusform>
                <numerusform>%n running</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::StrategySessionsModel</name>
        <message numerus="yes">
            <source>%n steps</source>
            <translation>
                <numerusform>%n step</numerusform>
                <numerusform>%n steps</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::StrategyTraceModel</name>
        <message numerus="yes">
            <source>%n log lines</source>
            <translation>
                <numerusform>%n log line</numerusform>
                <numerusform>%n log lines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::StrategyVersions</name>
        <message numerus="yes">
            <source>%n sessions run it</source>
            <translation>
                <numerusform>%n session runs it</numerusform>
                <numerusform>%n sessions run it</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::VersionsPanel</name>
        <message numerus="yes">
            <source>%n running</source>
            <comment>sessions of a version</comment>
            <translation>
                <numerusform>%n running</numerusform>
                <numerusform>%n running</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::ContactRequests</name>
        <message numerus="yes">
            <source>%n file(s) are damaged and were left out.</source>
            <translation>
                <numerusform>%n file is damaged and was left out.</numerusform>
                <numerusform>%n files are damaged and were left out.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::ContactsView</name>
        <message numerus="yes">
            <source>Of %n interaction(s) nothing is left but figures. Backups are not changed.</source>
            <translation>
                <numerusform>Of %n interaction nothing is left but figures. Backups are not changed.</numerusform>
                <numerusform>Of %n interactions nothing is left but figures. Backups are not changed.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n interaction(s) are kept.</source>
            <translation>
                <numerusform>%n interaction is kept.</numerusform>
                <numerusform>%n interactions are kept.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) were sent in them.</source>
            <translation>
                <numerusform>%n file was sent in them.</numerusform>
                <numerusform>%n files were sent in them.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them are open. End them first; then they can be erased.</source>
            <translation>
                <numerusform>%n of them is open. End it first; then they can be erased.</numerusform>
                <numerusform>%n of them are open. End them first; then they can be erased.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Names, texts, data, keys and files of %n interaction(s) are taken out for ever, and nobody can bring them back. Figures stay, and backups are not changed.</source>
            <translation>
                <numerusform>Names, texts, data, keys and files of %n interaction are taken out for ever, and nobody can bring them back. Figures stay, and backups are not changed.</numerusform>
                <numerusform>Names, texts, data, keys and files of %n interactions are taken out for ever, and nobody can bring them back. Figures stay, and backups are not changed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::RedactDialog</name>
        <message numerus="yes">
            <source>%n character(s) are taken out.</source>
            <translation>
                <numerusform>%n character is taken out.</numerusform>
                <numerusform>%n characters are taken out.</numerusform>
            </translation>
        </message>
    </context>
</TS>
