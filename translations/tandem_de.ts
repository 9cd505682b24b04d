<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
    <context>
        <name>Bubble</name>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>who, when</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Waiting for the connection</source>
            <translation>Wartet auf die Verbindung</translation>
        </message>
        <message>
            <source>Sending …</source>
            <translation>Wird gesendet …</translation>
        </message>
        <message>
            <source>Not sent. %1</source>
            <translation>Nicht gesendet. %1</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Gesendet</translation>
        </message>
        <message>
            <source>%1 (supervisor) · only agents see this</source>
            <translation>%1 (Teamleitung) · nur für Agenten</translation>
        </message>
        <message>
            <source>%1 · only agents see this</source>
            <translation>%1 · nur für Agenten</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Gelesen</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Link</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>Gelöscht</translation>
        </message>
    </context>
    <context>
        <name>CaseData</name>
        <message>
            <source>Subject</source>
            <translation>Betreff</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>Seite</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Waited</source>
            <translation>Gewartet</translation>
        </message>
        <message>
            <source>Survey</source>
            <translation>Umfrage</translation>
        </message>
        <message>
            <source>%1 of 5</source>
            <translation>%1 von 5</translation>
        </message>
        <message>
            <source>Customer&apos;s comment</source>
            <translation>Kommentar des Kunden</translation>
        </message>
    </context>
    <context>
        <name>Confirmation</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>ErrorText</name>
        <message>
            <source>There is no server of this name. Check the address.</source>
            <translation>Es gibt keinen Server dieses Namens. Bitte prüfen Sie die Adresse.</translation>
        </message>
        <message>
            <source>Nothing answers at this address. Is the server running?</source>
            <translation>Unter dieser Adresse antwortet nichts. Läuft der Server?</translation>
        </message>
        <message>
            <source>The server's certificate cannot be trusted. Ask your administrator.</source>
            <translation>Dem Zertifikat des Servers kann nicht vertraut werden. Fragen Sie Ihre Administration.</translation>
        </message>
        <message>
            <source>The server does not answer. Try again in a moment.</source>
            <translation>Der Server antwortet nicht. Versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <source>The server cannot be reached. Check the connection.</source>
            <translation>Der Server ist nicht erreichbar. Bitte prüfen Sie die Verbindung.</translation>
        </message>
        <message>
            <source>User or password is wrong.</source>
            <translation>Benutzer oder Kennwort ist falsch.</translation>
        </message>
        <message>
            <source>You have signed in on another computer. This session is over.</source>
            <translation>Sie haben sich an einem anderen Computer angemeldet. Diese Sitzung ist beendet.</translation>
        </message>
        <message>
            <source>Your session is over. Please sign in again.</source>
            <translation>Ihre Sitzung ist abgelaufen. Bitte melden Sie sich neu an.</translation>
        </message>
        <message>
            <source>Too many tries. Wait a little and try again.</source>
            <translation>Zu viele Versuche. Warten Sie etwas und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The server is busy. Try again in a moment.</source>
            <translation>Der Server ist ausgelastet. Versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <source>The server cannot save at the moment. Nothing was changed; try again.</source>
            <translation>Der Server kann gerade nicht speichern. Es wurde nichts geändert; versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>This is no longer there.</source>
            <translation>Das gibt es nicht mehr.</translation>
        </message>
        <message>
            <source>You are not allowed to do this.</source>
            <translation>Das dürfen Sie nicht.</translation>
        </message>
        <message>
            <source>This is not possible any more.</source>
            <translation>Das ist nicht mehr möglich.</translation>
        </message>
        <message>
            <source>Somebody else was faster.</source>
            <translation>Jemand anderes war schneller.</translation>
        </message>
        <message>
            <source>This is not the address of a server. Write for example care.example.com.</source>
            <translation>Das ist keine Adresse eines Servers. Schreiben Sie zum Beispiel care.example.com.</translation>
        </message>
        <message>
            <source>The server did not accept this: %1</source>
            <translation>Der Server hat das nicht angenommen: %1</translation>
        </message>
        <message>
            <source>The server could not do this. Try again, or tell your administrator.</source>
            <translation>Der Server konnte das nicht ausführen. Versuchen Sie es noch einmal oder melden Sie es Ihrer Administration.</translation>
        </message>
        <message>
            <source>The offer has run out of time and went to somebody else.</source>
            <translation>Die Zeit ist abgelaufen; das Angebot ging an jemand anderen.</translation>
        </message>
        <message>
            <source>The customer has left before you accepted.</source>
            <translation>Der Kunde ist gegangen, bevor Sie angenommen haben.</translation>
        </message>
        <message>
            <source>Somebody else has accepted it.</source>
            <translation>Jemand anderes hat angenommen.</translation>
        </message>
        <message>
            <source>The offer was withdrawn.</source>
            <translation>Das Angebot wurde zurückgezogen.</translation>
        </message>
        <message>
            <source>Whom you chose is not free any more.</source>
            <translation>Wen Sie gewählt haben, ist nicht mehr frei.</translation>
        </message>
    </context>
    <context>
        <name>FigureText</name>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
    </context>
    <context>
        <name>PluginSpec</name>
        <message>
            <source>There are two plug-ins of this name.</source>
            <translation>Es gibt zwei Erweiterungen dieses Namens.</translation>
        </message>
        <message>
            <source>It needs the plug-in "%1", which is not there.</source>
            <translation>Sie benötigt die Erweiterung „%1“, die nicht vorhanden ist.</translation>
        </message>
        <message>
            <source>This file is not a plug-in of Tandem.</source>
            <translation>Diese Datei ist keine Erweiterung von Tandem.</translation>
        </message>
        <message>
            <source>It is of version %1, the desktop of version %2.</source>
            <translation>Sie hat die Version %1, das Programm die Version %2.</translation>
        </message>
        <message>
            <source>Its dependencies form a circle.</source>
            <translation>Ihre Abhängigkeiten bilden einen Kreis.</translation>
        </message>
    </context>
    <context>
        <name>Shortcuts</name>
        <message>
            <source>Accept the offer</source>
            <translation>Angebot annehmen</translation>
        </message>
        <message>
            <source>Reject the offer</source>
            <translation>Angebot ablehnen</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <source>Not ready</source>
            <translation>Nicht bereit</translation>
        </message>
        <message>
            <source>After contact work</source>
            <translation>Nachbearbeitung</translation>
        </message>
        <message>
            <source>Do not disturb</source>
            <translation>Nicht stören</translation>
        </message>
        <message>
            <source>Next conversation</source>
            <translation>Nächstes Gespräch</translation>
        </message>
        <message>
            <source>Previous conversation</source>
            <translation>Voriges Gespräch</translation>
        </message>
        <message>
            <source>Write a message</source>
            <translation>Nachricht schreiben</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>Weitergeben</translation>
        </message>
        <message>
            <source>End conversation</source>
            <translation>Gespräch beenden</translation>
        </message>
        <message>
            <source>Mark done</source>
            <translation>Erledigt</translation>
        </message>
        <message>
            <source>This list</source>
            <translation>Diese Liste</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Consult</source>
            <translation>Rückfrage</translation>
        </message>
        <message>
            <source>Park</source>
            <translation>Parken</translation>
        </message>
        <message>
            <source>Why was this routed so?</source>
            <translation>Warum wurde so verteilt?</translation>
        </message>
        <message>
            <source>Search or do anything</source>
            <translation>Suchen oder etwas tun</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>Kanäle</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>Arbeit</translation>
        </message>
        <message>
            <source>Queues and workbins</source>
            <translation>Warteschlangen und Ablagen</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>Wallboard</source>
            <translation>Wallboard</translation>
        </message>
        <message>
            <source>Administration</source>
            <translation>Administration</translation>
        </message>
        <message>
            <source>Strategies</source>
            <translation>Strategien</translation>
        </message>
        <message>
            <source>Wallboard on the full screen</source>
            <translation>Wallboard im Vollbild</translation>
        </message>
    </context>
    <context>
        <name>SiteDifference</name>
        <message>
            <source>%1 %2</source>
            <comment>field, value</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Rules changed</source>
            <translation>Regeln geändert</translation>
        </message>
        <message>
            <source>%1 %2 added</source>
            <comment>kind, name</comment>
            <translation>%1 %2 hinzugefügt</translation>
        </message>
        <message>
            <source>%1 %2 removed</source>
            <comment>kind, name</comment>
            <translation>%1 %2 entfernt</translation>
        </message>
        <message>
            <source>%1 %2 changed</source>
            <comment>kind, name</comment>
            <translation>%1 %2 geändert</translation>
        </message>
        <message>
            <source>Nothing changed</source>
            <translation>Nichts geändert</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <comment>a change</comment>
            <translation>
                <numerusform>%1 und %n weitere</numerusform>
                <numerusform>%1 und %n weitere</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SiteSchema</name>
        <message>
            <source>Skills</source>
            <translation>Fähigkeiten</translation>
        </message>
        <message>
            <source>Media types</source>
            <translation>Medientypen</translation>
        </message>
        <message>
            <source>Capacity rules</source>
            <translation>Kapazitätsregeln</translation>
        </message>
        <message>
            <source>Calendars</source>
            <translation>Kalender</translation>
        </message>
        <message>
            <source>Agents</source>
            <translation>Agenten</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Gruppen</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>Plätze</translation>
        </message>
        <message>
            <source>Target lists</source>
            <translation>Ziellisten</translation>
        </message>
        <message>
            <source>Queues</source>
            <translation>Warteschlangen</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>Gründe</translation>
        </message>
        <message>
            <source>Dispositions</source>
            <translation>Ergebnisse</translation>
        </message>
        <message>
            <source>Statistics</source>
            <translation>Statistiken</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>Regeln</translation>
        </message>
        <message>
            <source>Skill</source>
            <translation>Fähigkeit</translation>
        </message>
        <message>
            <source>Media type</source>
            <translation>Medientyp</translation>
        </message>
        <message>
            <source>Capacity rule</source>
            <translation>Kapazitätsregel</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Kalender</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>Agent</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Platz</translation>
        </message>
        <message>
            <source>Target list</source>
            <translation>Zielliste</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Warteschlange</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Disposition</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Statistic</source>
            <translation>Statistik</translation>
        </message>
        <message>
            <source>What agents can do, and queues ask for.</source>
            <translation>Was Agenten können und Warteschlangen verlangen.</translation>
        </message>
        <message>
            <source>Kinds of work besides chat that programs hand in.</source>
            <translation>Arten von Arbeit außer Chat, die Programme einreichen.</translation>
        </message>
        <message>
            <source>How much an agent may have in hand at once.</source>
            <translation>Wie viel ein Agent zugleich in Arbeit haben darf.</translation>
        </message>
        <message>
            <source>Business hours of queues and shifts of agents.</source>
            <translation>Geschäftszeiten der Warteschlangen und Schichten der Agenten.</translation>
        </message>
        <message>
            <source>People who sign in, with their roles and skills.</source>
            <translation>Wer sich anmeldet, mit Rollen und Fähigkeiten.</translation>
        </message>
        <message>
            <source>Agents who are addressed together.</source>
            <translation>Agenten, die gemeinsam angesprochen werden.</translation>
        </message>
        <message>
            <source>Where agents sit, one at a time.</source>
            <translation>Wo Agenten sitzen, immer nur einer.</translation>
        </message>
        <message>
            <source>Sets of agents that several queues use.</source>
            <translation>Auswahl von Agenten, die mehrere Warteschlangen nutzen.</translation>
        </message>
        <message>
            <source>Where customers wait, and who is offered their conversations.</source>
            <translation>Wo Kunden warten und wem ihre Gespräche angeboten werden.</translation>
        </message>
        <message>
            <source>Why an agent takes nothing now.</source>
            <translation>Warum ein Agent gerade nichts übernimmt.</translation>
        </message>
        <message>
            <source>How a conversation ended.</source>
            <translation>Wie ein Gespräch ausging.</translation>
        </message>
        <message>
            <source>Figures that can be watched.</source>
            <translation>Zahlen, die sich beobachten lassen.</translation>
        </message>
        <message>
            <source>What holds for the whole site.</source>
            <translation>Was für den ganzen Standort gilt.</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Kürzel</translation>
        </message>
        <message>
            <source>Letters, digits and . - _ @; it stays for ever.</source>
            <translation>Buchstaben, Ziffern und . - _ @; bleibt für immer.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>Mon</source>
            <translation>Mo</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>Di</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>Mi</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>Do</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>Fr</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>Sa</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>So</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>Zeiten</translation>
        </message>
        <message>
            <source>Closed all day</source>
            <translation>Ganztags geschlossen</translation>
        </message>
        <message>
            <source>Add hours</source>
            <translation>Zeiten hinzufügen</translation>
        </message>
        <message>
            <source>Special days</source>
            <translation>Besondere Tage</translation>
        </message>
        <message>
            <source>Holidays, and days with hours of their own.</source>
            <translation>Feiertage und Tage mit eigenen Zeiten.</translation>
        </message>
        <message>
            <source>No special days</source>
            <translation>Keine besonderen Tage</translation>
        </message>
        <message>
            <source>Special day %1</source>
            <translation>Besonderer Tag %1</translation>
        </message>
        <message>
            <source>Add special day</source>
            <translation>Besonderen Tag hinzufügen</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>Benutzername</translation>
        </message>
        <message>
            <source>To sign in with. Letters, digits and . - _ @; it stays for ever.</source>
            <translation>Zum Anmelden. Buchstaben, Ziffern und . - _ @; bleibt für immer.</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>Rollen</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>Teamleitung</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Administration</translation>
        </message>
        <message>
            <source>Auditor</source>
            <translation>Revision</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Stufe</translation>
        </message>
        <message>
            <source>No skills</source>
            <translation>Keine Fähigkeiten</translation>
        </message>
        <message>
            <source>Add skill</source>
            <translation>Fähigkeit hinzufügen</translation>
        </message>
        <message>
            <source>The first one of the list</source>
            <translation>Die erste der Liste</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Schicht</translation>
        </message>
        <message>
            <source>When it ends, a ready agent is set not ready.</source>
            <translation>Endet sie, wird ein bereiter Agent nicht bereit.</translation>
        </message>
        <message>
            <source>No shift</source>
            <translation>Keine Schicht</translation>
        </message>
        <message>
            <source>None chosen: all.</source>
            <translation>Keine gewählt: alle.</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>Höchstens</translation>
        </message>
        <message>
            <source>Weight of one</source>
            <translation>Gewicht je Vorgang</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>Kanäle</translation>
        </message>
        <message>
            <source>A medium that is not named is not taken.</source>
            <translation>Ein Medium, das hier fehlt, wird nicht übernommen.</translation>
        </message>
        <message>
            <source>Nothing is taken</source>
            <translation>Nichts wird übernommen</translation>
        </message>
        <message>
            <source>Add channel</source>
            <translation>Kanal hinzufügen</translation>
        </message>
        <message>
            <source>Total weight</source>
            <translation>Gesamtgewicht</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>Keine Grenze</translation>
        </message>
        <message>
            <source>Condition</source>
            <translation>Bedingung</translation>
        </message>
        <message>
            <source>Over the numbers in hand, like: chat + 2 * mail &lt;= 4</source>
            <translation>Über die Zahlen in Arbeit, etwa: chat + 2 * mail &lt;= 4</translation>
        </message>
        <message>
            <source>No condition</source>
            <translation>Keine Bedingung</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zeitzone</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Tage</translation>
        </message>
        <message>
            <source>Opening hours</source>
            <translation>Öffnungszeiten</translation>
        </message>
        <message>
            <source>An end at or before its begin is on the next day; 24:00 is midnight.</source>
            <translation>Ein Ende nicht nach dem Beginn liegt am nächsten Tag; 24:00 ist Mitternacht.</translation>
        </message>
        <message>
            <source>Never open</source>
            <translation>Nie geöffnet</translation>
        </message>
        <message>
            <source>Like: german &gt;= 3 &amp; (billing &gt; 5 | vip)</source>
            <translation>Etwa: german &gt;= 3 &amp; (billing &gt; 5 | vip)</translation>
        </message>
        <message>
            <source>Any skills</source>
            <translation>Beliebige Fähigkeiten</translation>
        </message>
        <message>
            <source>Any group</source>
            <translation>Beliebige Gruppe</translation>
        </message>
        <message>
            <source>Any agent</source>
            <translation>Beliebiger Agent</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>Ziele</translation>
        </message>
        <message>
            <source>No targets</source>
            <translation>Keine Ziele</translation>
        </message>
        <message>
            <source>Add target</source>
            <translation>Ziel hinzufügen</translation>
        </message>
        <message>
            <source>Target %1</source>
            <translation>Ziel %1</translation>
        </message>
        <message>
            <source>of waiting</source>
            <translation>Wartezeit</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Stufen</translation>
        </message>
        <message>
            <source>Each step adds agents who may be offered. Who meets any of its targets is one of them.</source>
            <translation>Jede Stufe nimmt Agenten hinzu, die ein Angebot bekommen können: wer eines ihrer Ziele erfüllt.</translation>
        </message>
        <message>
            <source>No steps: every agent, at once</source>
            <translation>Keine Stufen: jeder Agent, sofort</translation>
        </message>
        <message>
            <source>Step %1</source>
            <translation>Stufe %1</translation>
        </message>
        <message>
            <source>Add step</source>
            <translation>Stufe hinzufügen</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <source>Of those, first</source>
            <translation>Davon zuerst</translation>
        </message>
        <message>
            <source>who is idle longest</source>
            <translation>wer am längsten frei ist</translation>
        </message>
        <message>
            <source>who is least loaded</source>
            <translation>wer am wenigsten ausgelastet ist</translation>
        </message>
        <message>
            <source>whose skills are best</source>
            <translation>wer die Fähigkeiten am besten hat</translation>
        </message>
        <message>
            <source>who is furthest below the share</source>
            <translation>wer am weitesten unter seinem Anteil liegt</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Anteil</translation>
        </message>
        <message>
            <source>Shares</source>
            <translation>Anteile</translation>
        </message>
        <message>
            <source>Who is not named has 1; 0: only where nobody else can take it.</source>
            <translation>Wer nicht genannt ist, hat 1; 0: nur, wenn sonst niemand kann.</translation>
        </message>
        <message>
            <source>All alike</source>
            <translation>Alle gleich</translation>
        </message>
        <message>
            <source>Add share</source>
            <translation>Anteil hinzufügen</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>Dann</translation>
        </message>
        <message>
            <source>they wait</source>
            <translation>warten sie</translation>
        </message>
        <message>
            <source>they are told and it ends</source>
            <translation>wird es ihnen gesagt, und es endet</translation>
        </message>
        <message>
            <source>they go to another queue</source>
            <translation>kommen sie in eine andere Warteschlange</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>What customers are told</source>
            <translation>Was Kunden gesagt wird</translation>
        </message>
        <message>
            <source>Choose a queue</source>
            <translation>Warteschlange wählen</translation>
        </message>
        <message>
            <source>Overflow</source>
            <translation>Überlauf</translation>
        </message>
        <message>
            <source>Who waits too long goes to another queue</source>
            <translation>Wer zu lange wartet, kommt in eine andere Warteschlange</translation>
        </message>
        <message>
            <source>To queue</source>
            <translation>In die Warteschlange</translation>
        </message>
        <message>
            <source>Wait for the agent</source>
            <translation>Auf den Agenten warten</translation>
        </message>
        <message>
            <source>Who served them within</source>
            <translation>Wer sie betreut hat innerhalb von</translation>
        </message>
        <message>
            <source>Last agent</source>
            <translation>Letzter Agent</translation>
        </message>
        <message>
            <source>First to the agent who served the contact last</source>
            <translation>Zuerst an den Agenten, der den Kontakt zuletzt betreut hat</translation>
        </message>
        <message>
            <source>Who is offered</source>
            <translation>Wem angeboten wird</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Reihenfolge</translation>
        </message>
        <message>
            <source>Who comes first</source>
            <translation>Wer zuerst drankommt</translation>
        </message>
        <message>
            <source>by priority, then waiting time</source>
            <translation>nach Priorität, dann Wartezeit</translation>
        </message>
        <message>
            <source>by due time</source>
            <translation>nach Fälligkeit</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorität</translation>
        </message>
        <message>
            <source>of what comes without one</source>
            <translation>für alles, was ohne kommt</translation>
        </message>
        <message>
            <source>Ageing</source>
            <translation>Alterung</translation>
        </message>
        <message>
            <source>As in the rules</source>
            <translation>Wie in den Regeln</translation>
        </message>
        <message>
            <source>of waiting raises the priority by 1</source>
            <translation>Wartezeit erhöht die Priorität um 1</translation>
        </message>
        <message>
            <source>Due after</source>
            <translation>Fällig nach</translation>
        </message>
        <message>
            <source>No due time</source>
            <translation>Keine Fälligkeit</translation>
        </message>
        <message>
            <source>Answer within</source>
            <translation>Antwort binnen</translation>
        </message>
        <message>
            <source>20 seconds</source>
            <translation>20 Sekunden</translation>
        </message>
        <message>
            <source>Promise and hours</source>
            <translation>Zusage und Zeiten</translation>
        </message>
        <message>
            <source>what the service level counts</source>
            <translation>was der Servicegrad zählt</translation>
        </message>
        <message>
            <source>Waiting at most</source>
            <translation>Höchstens wartend</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>Ausnahmen</translation>
        </message>
        <message>
            <source>Business hours</source>
            <translation>Geschäftszeiten</translation>
        </message>
        <message>
            <source>Always open</source>
            <translation>Immer geöffnet</translation>
        </message>
        <message>
            <source>While closed</source>
            <translation>Wenn geschlossen</translation>
        </message>
        <message>
            <source>While full</source>
            <translation>Wenn voll</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartende</translation>
        </message>
        <message>
            <source>Longest wait</source>
            <translation>Längste Wartezeit</translation>
        </message>
        <message>
            <source>Estimated wait</source>
            <translation>Geschätzte Wartezeit</translation>
        </message>
        <message>
            <source>Agents ready</source>
            <translation>Bereite Agenten</translation>
        </message>
        <message>
            <source>In hand</source>
            <translation>In Arbeit</translation>
        </message>
        <message>
            <source>Entered</source>
            <translation>Eingegangen</translation>
        </message>
        <message>
            <source>Offered</source>
            <translation>Angeboten</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>Angenommen</translation>
        </message>
        <message>
            <source>Missed offers</source>
            <translation>Verpasste Angebote</translation>
        </message>
        <message>
            <source>Abandoned</source>
            <translation>Aufgegeben</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Erledigt</translation>
        </message>
        <message>
            <source>Service level</source>
            <translation>Servicegrad</translation>
        </message>
        <message>
            <source>Average wait</source>
            <translation>Mittlere Wartezeit</translation>
        </message>
        <message>
            <source>Average handling time</source>
            <translation>Mittlere Bearbeitungszeit</translation>
        </message>
        <message>
            <source>Occupancy</source>
            <translation>Auslastung</translation>
        </message>
        <message>
            <source>Time in a state</source>
            <translation>Zeit in einem Status</translation>
        </message>
        <message>
            <source>Of a</source>
            <translation>Je</translation>
        </message>
        <message>
            <source>Measures</source>
            <translation>Misst</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>As in the queue</source>
            <translation>Wie in der Warteschlange</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>Über</translation>
        </message>
        <message>
            <source>this moment</source>
            <translation>diesen Augenblick</translation>
        </message>
        <message>
            <source>the day, since midnight</source>
            <translation>den Tag, seit Mitternacht</translation>
        </message>
        <message>
            <source>the last minutes, sliding</source>
            <translation>die letzten Minuten, gleitend</translation>
        </message>
        <message>
            <source>the last whole interval</source>
            <translation>das letzte volle Intervall</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Länge</translation>
        </message>
        <message>
            <source>Only media type</source>
            <translation>Nur Medientyp</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Only queue</source>
            <translation>Nur Warteschlange</translation>
        </message>
        <message>
            <source>Whose midnight begins the day of statistics.</source>
            <translation>Mit ihrer Mitternacht beginnt der Tag der Statistik.</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Addresses for strategies</source>
            <translation>Adressen für Strategien</translation>
        </message>
        <message>
            <source>Strategies may call addresses that begin so.</source>
            <translation>Strategien dürfen Adressen aufrufen, die so beginnen.</translation>
        </message>
        <message>
            <source>Add address</source>
            <translation>Adresse hinzufügen</translation>
        </message>
        <message>
            <source>So many in a row set an agent not ready. 0: never.</source>
            <translation>So viele in Folge setzen einen Agenten nicht bereit. 0: nie.</translation>
        </message>
        <message>
            <source>of waiting raises the priority by 1, in queues that name nothing else. 0: never.</source>
            <translation>Wartezeit erhöht die Priorität um 1, wo die Warteschlange nichts anderes sagt. 0: nie.</translation>
        </message>
        <message>
            <source>Inactivity</source>
            <translation>Untätigkeit</translation>
        </message>
        <message>
            <source>without a sign sets an agent not ready. 0: never.</source>
            <translation>ohne Lebenszeichen setzt einen Agenten nicht bereit. 0: nie.</translation>
        </message>
        <message>
            <source>After contact work</source>
            <translation>Nachbearbeitung</translation>
        </message>
        <message>
            <source>at most; then it is done, and the agent ready. 0: no limit.</source>
            <translation>höchstens; dann ist sie erledigt und der Agent bereit. 0: keine Grenze.</translation>
        </message>
        <message>
            <source>Keep explanations</source>
            <translation>Erklärungen aufheben</translation>
        </message>
        <message>
            <source>Keep interactions</source>
            <translation>Interaktionen aufheben</translation>
        </message>
        <message>
            <source>For ever</source>
            <translation>Für immer</translation>
        </message>
        <message>
            <source>days after they are done; then they are removed with all that was said. 0: for ever.</source>
            <translation>Tage nach ihrem Abschluss; dann werden sie mit allem Gesagten entfernt. 0: für immer.</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>Datenschutz</translation>
        </message>
        <message>
            <source>of why work was routed so. 0: none are kept.</source>
            <translation>warum so verteilt wurde. 0: keine.</translation>
        </message>
        <message>
            <source>Strategy</source>
            <translation>Strategie</translation>
        </message>
        <message>
            <source>None: the rules below alone</source>
            <translation>Keine: allein die Regeln darunter</translation>
        </message>
        <message>
            <source>decides what becomes of each interaction; where it fails, these rules take over</source>
            <translation>entscheidet, was aus jeder Interaktion wird; scheitert sie, gelten diese Regeln</translation>
        </message>
        <message>
            <source>Who decides</source>
            <translation>Wer entscheidet</translation>
        </message>
        <message>
            <source>Typing preview</source>
            <translation>Tippvorschau</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>Verborgen</translation>
        </message>
        <message>
            <source>Shown to agents</source>
            <translation>Für Agenten sichtbar</translation>
        </message>
        <message>
            <source>What customers type, before they send it. They are told so when a chat begins.</source>
            <translation>Was Kunden schreiben, bevor sie es senden. Darauf werden sie zu Beginn des Chats hingewiesen.</translation>
        </message>
        <message>
            <source>Idle chats</source>
            <translation>Stille Chats</translation>
        </message>
        <message>
            <source>4 min 15 s</source>
            <translation>4 min 15 s</translation>
        </message>
        <message>
            <source>without a word: both sides are told that the chat will be closed. 0: never.</source>
            <translation>ohne ein Wort: beide Seiten erfahren, dass der Chat geschlossen wird. 0: nie.</translation>
        </message>
        <message>
            <source>Chat</source>
            <translation>Chat</translation>
        </message>
        <message>
            <source>Told again after</source>
            <translation>Zweiter Hinweis nach</translation>
        </message>
        <message>
            <source>Not told again</source>
            <translation>Kein zweiter Hinweis</translation>
        </message>
        <message>
            <source>Closed after</source>
            <translation>Geschlossen nach</translation>
        </message>
        <message>
            <source>45 s</source>
            <translation>45 s</translation>
        </message>
        <message>
            <source>since they were told last. 0: it stays open.</source>
            <translation>nach dem letzten Hinweis. 0: er bleibt offen.</translation>
        </message>
        <message>
            <source>Needed for a chat</source>
            <translation>Nötig für einen Chat</translation>
        </message>
        <message>
            <source>First name</source>
            <translation>Vorname</translation>
        </message>
        <message>
            <source>Last name</source>
            <translation>Nachname</translation>
        </message>
        <message>
            <source>E-mail address</source>
            <translation>E-Mail-Adresse</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Betreff</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Frage</translation>
        </message>
        <message>
            <source>A chat that comes without is refused.</source>
            <translation>Ein Chat ohne diese Angaben wird abgelehnt.</translation>
        </message>
        <message>
            <source>Monitoring</source>
            <translation>Mitlesen</translation>
        </message>
        <message>
            <source>Silent</source>
            <translation>Unbemerkt</translation>
        </message>
        <message>
            <source>Agents are told</source>
            <translation>Agenten erfahren es</translation>
        </message>
        <message>
            <source>Whether agents see that a supervisor monitors them.</source>
            <translation>Ob Agenten sehen, dass die Teamleitung bei ihnen mitliest.</translation>
        </message>
        <message>
            <source>Told to customers</source>
            <translation>Hinweis an Kunden</translation>
        </message>
        <message>
            <source>as a chat begins: that others may read along. Empty: nothing.</source>
            <translation>zu Beginn eines Chats: dass andere mitlesen können. Leer: keiner.</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <source>Files in a chat</source>
            <translation>Dateien in einem Chat</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>that each side may send. 0: no files at all.</source>
            <translation>die jede Seite senden darf. 0: gar keine Dateien.</translation>
        </message>
        <message>
            <source>Types of files</source>
            <translation>Arten von Dateien</translation>
        </message>
        <message>
            <source>Endings of names, with colons between them. What a file holds must be what its name says.</source>
            <translation>Namensendungen, durch Doppelpunkte getrennt. Der Inhalt einer Datei muss zu ihrem Namen passen.</translation>
        </message>
        <message>
            <source>Only once an agent has joined</source>
            <translation>Erst wenn ein Agent dabei ist</translation>
        </message>
        <message>
            <source>Customers may take files back</source>
            <translation>Kunden dürfen Dateien zurücknehmen</translation>
        </message>
        <message>
            <source>Keep files</source>
            <translation>Dateien aufbewahren</translation>
        </message>
        <message>
            <source>30 days</source>
            <translation>30 Tage</translation>
        </message>
        <message>
            <source>then they are deleted. 0: for ever.</source>
            <translation>dann werden sie gelöscht. 0: für immer.</translation>
        </message>
        <message>
            <source>Agents&apos; pictures</source>
            <translation>Bilder der Agenten</translation>
        </message>
        <message>
            <source>Shown</source>
            <translation>Werden gezeigt</translation>
        </message>
        <message>
            <source>For colleagues only</source>
            <translation>Nur für Kollegen</translation>
        </message>
        <message>
            <source>Whether customers see the pictures of those who write to them.</source>
            <translation>Ob Kunden die Bilder derer sehen, die ihnen schreiben.</translation>
        </message>
        <message>
            <source>What is said</source>
            <translation>Was gesagt wird</translation>
        </message>
        <message>
            <source>The chat will be closed soon …</source>
            <translation>The chat will be closed soon …</translation>
        </message>
        <message>
            <source>What is said again</source>
            <translation>Was erneut gesagt wird</translation>
        </message>
        <message>
            <source>As the first time</source>
            <translation>Wie beim ersten Mal</translation>
        </message>
        <message>
            <source>What is said at the end</source>
            <translation>Was am Ende gesagt wird</translation>
        </message>
        <message>
            <source>The chat was closed …</source>
            <translation>The chat was closed …</translation>
        </message>
        <message>
            <source>at most %1</source>
            <translation>höchstens %1</translation>
        </message>
        <message>
            <source>Size of a file</source>
            <translation>Größe einer Datei</translation>
        </message>
        <message>
            <source>Size of all files of a chat</source>
            <translation>Größe aller Dateien eines Chats</translation>
        </message>
    </context>
    <context>
        <name>TimeText</name>
        <message>
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Gestern</translation>
        </message>
        <message>
            <source>%1 s</source>
            <comment>seconds</comment>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>%1 min</source>
            <comment>minutes</comment>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>%1 h</source>
            <comment>hours</comment>
            <translation>%1 h</translation>
        </message>
        <message>
            <source>%1 d</source>
            <comment>days</comment>
            <translation>%1 T</translation>
        </message>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n Sekunde</numerusform>
                <numerusform>%n Sekunden</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>minutes, seconds</comment>
            <translation>%1 %2</translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n Minute</numerusform>
                <numerusform>%n Minuten</numerusform>
            </translation>
        </message>
        <message>
            <source>tomorrow %1</source>
            <comment>time of day</comment>
            <translation>morgen %1</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <comment>milliseconds</comment>
            <translation>%1 ms</translation>
        </message>
    </context>
    <context>
        <name>Transcript</name>
        <message>
            <source>%1 started the chat</source>
            <translation>%1 hat den Chat begonnen</translation>
        </message>
        <message>
            <source>%1 joined</source>
            <translation>%1 ist dazugekommen</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>%1 ist gegangen</translation>
        </message>
        <message>
            <source>%1 sent a link: %2</source>
            <translation>%1 hat einen Link gesendet: %2</translation>
        </message>
        <message>
            <source>%1 deleted a file</source>
            <translation>%1 hat eine Datei gelöscht</translation>
        </message>
        <message>
            <source>Now called %1</source>
            <translation>Heißt jetzt %1</translation>
        </message>
        <message>
            <source>The chat will be closed soon: nobody writes</source>
            <translation>Der Chat wird bald geschlossen: niemand schreibt</translation>
        </message>
        <message>
            <source>The chat was closed: nobody wrote</source>
            <translation>Der Chat wurde geschlossen: niemand hat geschrieben</translation>
        </message>
        <message>
            <source>New messages</source>
            <translation>Neue Nachrichten</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>who: what they wrote</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1 (only agents see this)</source>
            <translation>%1 (nur für Agenten)</translation>
        </message>
        <message>
            <source>Notice from %1: %2</source>
            <translation>Hinweis von %1: %2</translation>
        </message>
        <message>
            <source>%1 (deleted)</source>
            <translation>%1 (gelöscht)</translation>
        </message>
        <message>
            <source>%1 sent a file: %2</source>
            <translation>%1 hat eine Datei gesendet: %2</translation>
        </message>
    </context>
    <context>
        <name>VisitorFields</name>
        <message>
            <source>%1 (%2)</source>
            <comment>language, code</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>%1 (UTC%2)</source>
            <comment>time, offset</comment>
            <translation>%1 (UTC%2)</translation>
        </message>
        <message>
            <source>Local time</source>
            <translation>Ortszeit</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>Seite</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Came from</source>
            <translation>Kam von</translation>
        </message>
        <message>
            <source>Browser</source>
            <translation>Browser</translation>
        </message>
        <message>
            <source>System</source>
            <translation>System</translation>
        </message>
    </context>
    <context>
        <name>tandem::AdminNav</name>
        <message>
            <source>Export …</source>
            <translation>Exportieren …</translation>
        </message>
        <message>
            <source>Import …</source>
            <translation>Importieren …</translation>
        </message>
        <message>
            <source>Administration</source>
            <translation>Administration</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Routing</source>
            <translation>Verteilung</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>Listen</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>Standort</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>Änderungen</translation>
        </message>
        <message>
            <source>Strategies</source>
            <translation>Strategien</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Kontakte</translation>
        </message>
    </context>
    <context>
        <name>tandem::AdminPage</name>
        <message>
            <source>The site cannot be shown</source>
            <translation>Der Standort lässt sich nicht zeigen</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Reading how the company is set up …</source>
            <translation>Einrichtung des Unternehmens wird gelesen …</translation>
        </message>
        <message>
            <source>Export the site</source>
            <translation>Standort exportieren</translation>
        </message>
        <message>
            <source>Site (*.json)</source>
            <translation>Standort (*.json)</translation>
        </message>
        <message>
            <source>The site is written to %1.</source>
            <translation>Der Standort ist in %1 geschrieben.</translation>
        </message>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>%1 lässt sich nicht schreiben: %2</translation>
        </message>
        <message>
            <source>Import a site</source>
            <translation>Standort importieren</translation>
        </message>
        <message>
            <source>Site (*.json);;All files (*)</source>
            <translation>Standort (*.json);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>%1 cannot be read: %2</source>
            <translation>%1 ist nicht lesbar: %2</translation>
        </message>
        <message>
            <source>%1 is no file of a site: %2</source>
            <translation>%1 ist keine Datei eines Standorts: %2</translation>
        </message>
        <message>
            <source>%1 cannot be imported: %2</source>
            <translation>%1 lässt sich nicht importieren: %2</translation>
        </message>
        <message>
            <source>The site becomes what the file says; what it does not name is removed. New accounts need a password before they can sign in.</source>
            <translation>Der Standort wird, was die Datei sagt; was sie nicht nennt, wird entfernt. Neue Konten brauchen ein Passwort, bevor man sich mit ihnen anmelden kann.</translation>
        </message>
        <message>
            <source>Import %1</source>
            <translation>%1 importieren</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Importieren</translation>
        </message>
    </context>
    <context>
        <name>tandem::AgentModel</name>
        <message>
            <source>Logged out</source>
            <translation>Abgemeldet</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <source>Not ready</source>
            <translation>Nicht bereit</translation>
        </message>
        <message>
            <source>After contact work</source>
            <translation>Nachbearbeitung</translation>
        </message>
        <message>
            <source>Do not disturb</source>
            <translation>Nicht stören</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>state, reason</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Missed offers</source>
            <translation>Verpasste Angebote</translation>
        </message>
        <message>
            <source>No sign of activity</source>
            <translation>Keine Aktivität</translation>
        </message>
        <message>
            <source>Shift is over</source>
            <translation>Schicht zu Ende</translation>
        </message>
    </context>
    <context>
        <name>tandem::AgentStates</name>
        <message>
            <source>Agents</source>
            <translation>Agenten</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>count, state</comment>
            <translation>%1 %2</translation>
        </message>
    </context>
    <context>
        <name>tandem::AgentsPane</name>
        <message>
            <source>Agents</source>
            <translation>Agenten</translation>
        </message>
        <message>
            <source>Change state</source>
            <translation>Status ändern</translation>
        </message>
        <message>
            <source>Remove picture …</source>
            <translation>Bild entfernen …</translation>
        </message>
        <message>
            <source>Remove the picture of %1?</source>
            <translation>Das Bild von %1 entfernen?</translation>
        </message>
        <message>
            <source>Neither colleagues nor customers see it any more.</source>
            <translation>Weder Kollegen noch Kunden sehen es danach.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Nobody found</source>
            <translation>Niemand gefunden</translation>
        </message>
        <message>
            <source>No agent has this name, state or group.</source>
            <translation>Kein Agent hat diesen Namen, Status oder diese Gruppe.</translation>
        </message>
        <message>
            <source>The team cannot be shown</source>
            <translation>Das Team lässt sich nicht zeigen</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Looking who is there …</source>
            <translation>Es wird nachgesehen, wer da ist …</translation>
        </message>
        <message>
            <source>No agents</source>
            <translation>Keine Agenten</translation>
        </message>
        <message>
            <source>An administrator can add them.</source>
            <translation>Die Administration kann sie anlegen.</translation>
        </message>
        <message>
            <source>Monitor next</source>
            <translation>Nächste mitlesen</translation>
        </message>
    </context>
    <context>
        <name>tandem::AgentsTable</name>
        <message>
            <source>Agent</source>
            <translation>Agent</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Seit</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Platz</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Gruppen</translation>
        </message>
        <message>
            <source>In hand</source>
            <translation>In Arbeit</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>Frei</translation>
        </message>
        <message>
            <source>Accepted today</source>
            <translation>Heute angenommen</translation>
        </message>
        <message>
            <source>Occupancy</source>
            <translation>Auslastung</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <source>%1 %2 of %3</source>
            <comment>channel, in hand, at most</comment>
            <translation>%1 %2 von %3</translation>
        </message>
        <message>
            <source>Not free</source>
            <translation>Nicht frei</translation>
        </message>
    </context>
    <context>
        <name>tandem::AuditCells</name>
        <message>
            <source>%1 · %2</source>
            <comment>who, when</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>who and when, how</comment>
            <translation>%1 · %2</translation>
        </message>
    </context>
    <context>
        <name>tandem::AuditView</name>
        <message>
            <source>Search in what is loaded</source>
            <translation>Im Geladenen suchen</translation>
        </message>
        <message>
            <source>Undo …</source>
            <translation>Rückgängig …</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>Änderungen</translation>
        </message>
        <message>
            <source>Changes of the site</source>
            <translation>Änderungen am Standort</translation>
        </message>
        <message>
            <source>The changes cannot be shown</source>
            <translation>Die Änderungen lassen sich nicht zeigen</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Looking who changed what …</source>
            <translation>Es wird nachgesehen, wer was geändert hat …</translation>
        </message>
        <message>
            <source>Nothing was changed yet</source>
            <translation>Noch wurde nichts geändert</translation>
        </message>
        <message>
            <source>Every change of the site stands here from now on.</source>
            <translation>Ab jetzt steht hier jede Änderung am Standort.</translation>
        </message>
        <message>
            <source>Undo: %1</source>
            <translation>Rückgängig: %1</translation>
        </message>
        <message>
            <source>This is what changes back.</source>
            <translation>Das wird zurückgeändert.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
    </context>
    <context>
        <name>tandem::AvatarButton</name>
        <message>
            <source>Your menu</source>
            <translation>Ihr Menü</translation>
        </message>
    </context>
    <context>
        <name>tandem::BulkBar</name>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>What was done stays done</source>
            <translation>Was getan ist, bleibt getan</translation>
        </message>
        <message>
            <source>Close this notice</source>
            <translation>Diesen Hinweis schließen</translation>
        </message>
    </context>
    <context>
        <name>tandem::BulkOperation</name>
        <message>
            <source>Beginning …</source>
            <translation>Beginnt …</translation>
        </message>
        <message>
            <source>Stopping …</source>
            <translation>Wird angehalten …</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>done, all</comment>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>Redistributing: %1</source>
            <translation>Neu verteilen: %1</translation>
        </message>
        <message>
            <source>Setting the priority: %1</source>
            <translation>Priorität setzen: %1</translation>
        </message>
        <message>
            <source>Parking: %1</source>
            <translation>Parken: %1</translation>
        </message>
        <message>
            <source>Marking done: %1</source>
            <translation>Erledigen: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n redistributed</source>
            <translation>
                <numerusform>%n neu verteilt</numerusform>
                <numerusform>%n neu verteilt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n with a new priority</source>
            <translation>
                <numerusform>%n mit neuer Priorität</numerusform>
                <numerusform>%n mit neuer Priorität</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n parked</source>
            <translation>
                <numerusform>%n geparkt</numerusform>
                <numerusform>%n geparkt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n marked done</source>
            <translation>
                <numerusform>%n erledigt</numerusform>
                <numerusform>%n erledigt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n could not be changed</source>
            <translation>
                <numerusform>%n ließ sich nicht ändern</numerusform>
                <numerusform>%n ließen sich nicht ändern</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>stopped, %n left as they were</source>
            <translation>
                <numerusform>angehalten, %n blieb unverändert</numerusform>
                <numerusform>angehalten, %n blieben unverändert</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 (%2 times)</source>
            <translation>%1 (%2-mal)</translation>
        </message>
    </context>
    <context>
        <name>tandem::CandidateList</name>
        <message>
            <source>%1: %2, %3</source>
            <comment>agent, verdict, figures</comment>
            <translation>%1: %2, %3</translation>
        </message>
        <message>
            <source>Agents who were looked at</source>
            <translation>Betrachtete Agenten</translation>
        </message>
    </context>
    <context>
        <name>tandem::CardList</name>
        <message>
            <source>Interactions</source>
            <translation>Vorgänge</translation>
        </message>
    </context>
    <context>
        <name>tandem::CasePane</name>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Case data</source>
            <translation>Vorgangsdaten</translation>
        </message>
        <message>
            <source>Edit case data</source>
            <translation>Vorgangsdaten bearbeiten</translation>
        </message>
        <message>
            <source>Save case data</source>
            <translation>Vorgangsdaten speichern</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>Name of the new data</source>
            <translation>Name der neuen Angabe</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <source>Value of the new data</source>
            <translation>Wert der neuen Angabe</translation>
        </message>
    </context>
    <context>
        <name>tandem::ChangeBar</name>
        <message>
            <source>Show changes</source>
            <translation>Änderungen zeigen</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>Anwenden</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>Dorthin</translation>
        </message>
        <message>
            <source>Applying …</source>
            <translation>Wird angewendet …</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) not applied yet</source>
            <translation>
                <numerusform>%n Änderung noch nicht angewendet</numerusform>
                <numerusform>%n Änderungen noch nicht angewendet</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>object: what is wrong</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>What will change</source>
            <translation>Was sich ändert</translation>
        </message>
        <message>
            <source>Discard all changes?</source>
            <translation>Alle Änderungen verwerfen?</translation>
        </message>
        <message>
            <source>What you have changed and not applied is lost.</source>
            <translation>Was Sie geändert und nicht angewendet haben, geht verloren.</translation>
        </message>
    </context>
    <context>
        <name>tandem::ChannelChip</name>
        <message>
            <source>%1 / %2</source>
            <comment>active, at most</comment>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>%1: %2 of %3 in work</source>
            <translation>%1: %2 von %3 in Arbeit</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>load, state</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>+%1</source>
            <comment>more channels</comment>
            <translation>+%1</translation>
        </message>
        <message numerus="yes">
            <source>%n more channel(s)</source>
            <translation>
                <numerusform>%n weiterer Kanal</numerusform>
                <numerusform>%n weitere Kanäle</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::ChannelsPopup</name>
        <message>
            <source>Ready for all</source>
            <translation>Alle bereit</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>Kanäle</translation>
        </message>
        <message>
            <source>Not ready for all</source>
            <translation>Alle nicht bereit</translation>
        </message>
        <message>
            <source>Without a reason</source>
            <translation>Ohne Grund</translation>
        </message>
        <message>
            <source>%1 of %2 in hand</source>
            <translation>%1 von %2 in Arbeit</translation>
        </message>
        <message>
            <source>Status of %1</source>
            <comment>channel</comment>
            <translation>Status von %1</translation>
        </message>
    </context>
    <context>
        <name>tandem::ChoiceEditor</name>
        <message>
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <source>Choose …</source>
            <translation>Wählen …</translation>
        </message>
        <message>
            <source>%1 (is not there)</source>
            <translation>%1 (gibt es nicht)</translation>
        </message>
    </context>
    <context>
        <name>tandem::CommandBox</name>
        <message>
            <source>Search or do anything</source>
            <translation>Suchen oder etwas tun</translation>
        </message>
        <message>
            <source>Agents, queues, skills, conversations and commands (Ctrl+K)</source>
            <translation>Agenten, Warteschlangen, Fähigkeiten, Gespräche und Befehle (Strg+K)</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Team communicator</source>
            <translation>Teamverzeichnis</translation>
        </message>
        <message>
            <source>Transfer …</source>
            <translation>Weitergeben …</translation>
        </message>
        <message>
            <source>Consult …</source>
            <translation>Rückfrage …</translation>
        </message>
        <message>
            <source>Conference …</source>
            <translation>Konferenz …</translation>
        </message>
        <message>
            <source>Transfer to %1</source>
            <translation>Weitergeben an %1</translation>
        </message>
        <message>
            <source>Consult %1</source>
            <translation>Rückfrage bei %1</translation>
        </message>
        <message>
            <source>Conference with %1</source>
            <translation>Konferenz mit %1</translation>
        </message>
        <message>
            <source>Show the queue</source>
            <translation>Warteschlange zeigen</translation>
        </message>
        <message>
            <source>Do it</source>
            <translation>Ausführen</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>what is done, with what</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>No conversation to give</source>
            <translation>Kein Gespräch zum Weitergeben</translation>
        </message>
        <message>
            <source>%1 is not free</source>
            <translation>%1 ist nicht frei</translation>
        </message>
    </context>
    <context>
        <name>tandem::CommunicatorModel</name>
        <message>
            <source>Favourites</source>
            <translation>Favoriten</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>Zuletzt</translation>
        </message>
        <message>
            <source>Your conversations</source>
            <translation>Ihre Gespräche</translation>
        </message>
        <message>
            <source>Agents</source>
            <translation>Agenten</translation>
        </message>
        <message>
            <source>Queues</source>
            <translation>Warteschlangen</translation>
        </message>
        <message>
            <source>Skills</source>
            <translation>Fähigkeiten</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>Befehle</translation>
        </message>
        <message>
            <source>free · %1</source>
            <comment>how much in hand</comment>
            <translation>frei · %1</translation>
        </message>
        <message>
            <source>nobody waits</source>
            <translation>niemand wartet</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n wartet</numerusform>
                <numerusform>%n warten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n agent(s) ready</source>
            <translation>
                <numerusform>%n Agent bereit</numerusform>
                <numerusform>%n Agenten bereit</numerusform>
            </translation>
        </message>
        <message>
            <source>whoever has this skill and is free</source>
            <translation>wer diese Fähigkeit hat und frei ist</translation>
        </message>
        <message>
            <source>favourite</source>
            <translation>Favorit</translation>
        </message>
    </context>
    <context>
        <name>tandem::CommunicatorPanel</name>
        <message>
            <source>Found</source>
            <translation>Gefunden</translation>
        </message>
        <message>
            <source>Remove %1 from the favourites</source>
            <translation>%1 aus den Favoriten nehmen</translation>
        </message>
        <message>
            <source>Add %1 to the favourites</source>
            <translation>%1 zu den Favoriten nehmen</translation>
        </message>
        <message>
            <source>Looking who is there …</source>
            <translation>Es wird geschaut, wer da ist …</translation>
        </message>
        <message>
            <source>The team cannot be shown</source>
            <translation>Das Team kann nicht angezeigt werden</translation>
        </message>
        <message>
            <source>There is no connection to the server. Try again in a moment.</source>
            <translation>Es gibt keine Verbindung zum Server. Versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Nichts gefunden</translation>
        </message>
        <message>
            <source>Nobody and nothing has a name like this.</source>
            <translation>Niemand und nichts heißt so.</translation>
        </message>
    </context>
    <context>
        <name>tandem::Composer</name>
        <message>
            <source>Everyone</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Agents only</source>
            <translation>Nur Agenten</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Senden</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Nachricht</translation>
        </message>
        <message>
            <source>The customer sees what you write</source>
            <translation>Der Kunde sieht, was Sie schreiben</translation>
        </message>
        <message>
            <source>Only agents see what you write</source>
            <translation>Nur Agenten sehen, was Sie schreiben</translation>
        </message>
        <message numerus="yes">
            <source>Too long by %n character(s)</source>
            <translation>
                <numerusform>Um %n Zeichen zu lang</numerusform>
                <numerusform>Um %n Zeichen zu lang</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n character(s) left</source>
            <translation>
                <numerusform>Noch %n Zeichen</numerusform>
                <numerusform>Noch %n Zeichen</numerusform>
            </translation>
        </message>
        <message>
            <source>Enter sends · Shift+Enter breaks the line</source>
            <translation>Enter sendet · Umschalt+Enter: neue Zeile</translation>
        </message>
        <message>
            <source>Ctrl+Enter sends</source>
            <translation>Strg+Enter sendet</translation>
        </message>
        <message>
            <source>The conversation has ended</source>
            <translation>Das Gespräch ist beendet</translation>
        </message>
        <message>
            <source>Write a note that only agents see</source>
            <translation>Notiz schreiben, die nur Agenten sehen</translation>
        </message>
        <message>
            <source>Write a message</source>
            <translation>Nachricht schreiben</translation>
        </message>
        <message>
            <source>Send a link as a card</source>
            <translation>Einen Link als Karte senden</translation>
        </message>
        <message>
            <source>Send a link</source>
            <translation>Link senden</translation>
        </message>
        <message>
            <source>Send files</source>
            <translation>Dateien senden</translation>
        </message>
    </context>
    <context>
        <name>tandem::ConsultBar</name>
        <message>
            <source>Complete transfer</source>
            <translation>Übergeben</translation>
        </message>
        <message>
            <source>Make conference</source>
            <translation>Zur Konferenz machen</translation>
        </message>
        <message>
            <source>End consultation</source>
            <translation>Rückfrage beenden</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Verlassen</translation>
        </message>
        <message>
            <source>a colleague</source>
            <translation>jemand aus dem Team</translation>
        </message>
        <message>
            <source>%1 asks for your advice. Only agents see what you write.</source>
            <translation>%1 bittet um Rat. Nur Agenten sehen, was Sie schreiben.</translation>
        </message>
        <message>
            <source>Consulting %1</source>
            <translation>Rückfrage bei %1</translation>
        </message>
        <message>
            <source>Asking %1 … no answer yet</source>
            <translation>%1 wird gefragt … noch keine Antwort</translation>
        </message>
        <message>
            <source>Leave the consultation</source>
            <translation>Rückfrage verlassen</translation>
        </message>
    </context>
    <context>
        <name>tandem::ContextPanel</name>
        <message>
            <source>Context</source>
            <translation>Kontext</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Vorgang</translation>
        </message>
    </context>
    <context>
        <name>tandem::Conversation</name>
        <message>
            <source>You: %1</source>
            <translation>Sie: %1</translation>
        </message>
    </context>
    <context>
        <name>tandem::ConversationActions</name>
        <message>
            <source>%1: bring somebody in</source>
            <translation>%1: jemanden hinzuziehen</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>Weitergeben</translation>
        </message>
        <message>
            <source>Somebody else takes over; you go on until they accept.</source>
            <translation>Jemand anders übernimmt; bis zur Annahme bleiben Sie im Gespräch.</translation>
        </message>
        <message>
            <source>Transfer to %1</source>
            <translation>Weitergeben an %1</translation>
        </message>
        <message>
            <source>Consult</source>
            <translation>Rückfrage</translation>
        </message>
        <message>
            <source>Asks for advice in confidence; the customer does not notice.</source>
            <translation>Bittet vertraulich um Rat; der Kunde bemerkt es nicht.</translation>
        </message>
        <message>
            <source>Consult %1</source>
            <translation>Rückfrage bei %1</translation>
        </message>
        <message>
            <source>Conference</source>
            <translation>Konferenz</translation>
        </message>
        <message>
            <source>Somebody joins you; the customer sees both.</source>
            <translation>Jemand kommt dazu; der Kunde sieht beide.</translation>
        </message>
        <message>
            <source>Conference with %1</source>
            <translation>Konferenz mit %1</translation>
        </message>
        <message>
            <source>Give %1 up?</source>
            <translation>%1 zurückgeben?</translation>
        </message>
        <message>
            <source>Leave the conversation with %1?</source>
            <translation>Das Gespräch mit %1 verlassen?</translation>
        </message>
        <message>
            <source>Your colleague goes on without you.</source>
            <translation>Es geht ohne Sie weiter.</translation>
        </message>
        <message>
            <source>Your colleague in the conference goes on with it.</source>
            <translation>In der Konferenz geht es ohne Sie weiter.</translation>
        </message>
        <message>
            <source>It goes back to its queue, at the place it had there.</source>
            <translation>Es geht an seinen Platz in der Warteschlange zurück.</translation>
        </message>
        <message>
            <source>Give up</source>
            <translation>Zurückgeben</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Verlassen</translation>
        </message>
    </context>
    <context>
        <name>tandem::ConversationHeader</name>
        <message>
            <source>Transfer</source>
            <translation>Weitergeben</translation>
        </message>
        <message>
            <source>End conversation</source>
            <translation>Gespräch beenden</translation>
        </message>
        <message>
            <source>End conversation (Ctrl+Shift+E)</source>
            <translation>Gespräch beenden (Strg+Umschalt+E)</translation>
        </message>
        <message>
            <source>ended</source>
            <translation>beendet</translation>
        </message>
        <message>
            <source>Consult</source>
            <translation>Rückfrage</translation>
        </message>
        <message>
            <source>Ask a colleague in confidence (Ctrl+Shift+C)</source>
            <translation>Jemanden vertraulich fragen (Strg+Umschalt+C)</translation>
        </message>
        <message>
            <source>Conference</source>
            <translation>Konferenz</translation>
        </message>
        <message>
            <source>Bring a colleague in for the customer to see</source>
            <translation>Jemanden für den Kunden sichtbar hinzuziehen</translation>
        </message>
        <message>
            <source>Park</source>
            <translation>Parken</translation>
        </message>
        <message>
            <source>Put it aside for later (Ctrl+Shift+P)</source>
            <translation>Für später zurücklegen (Strg+Umschalt+P)</translation>
        </message>
        <message>
            <source>Give this conversation to somebody else (Ctrl+T)</source>
            <translation>Dieses Gespräch weitergeben (Strg+T)</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>Give it up</source>
            <translation>Zurückgeben</translation>
        </message>
        <message>
            <source>Why was this routed so?</source>
            <translation>Warum wurde so verteilt?</translation>
        </message>
        <message>
            <source>Leave the conversation</source>
            <translation>Gespräch verlassen</translation>
        </message>
        <message>
            <source>with %1</source>
            <comment>names</comment>
            <translation>mit %1</translation>
        </message>
        <message>
            <source>%1 (coaches)</source>
            <translation>%1 (coacht)</translation>
        </message>
        <message>
            <source>%1 (monitors)</source>
            <translation>%1 (liest mit)</translation>
        </message>
    </context>
    <context>
        <name>tandem::ConversationPane</name>
        <message>
            <source>%1 is typing …</source>
            <translation>%1 schreibt …</translation>
        </message>
        <message>
            <source>%1 and others are typing …</source>
            <translation>%1 und andere schreiben …</translation>
        </message>
        <message>
            <source>Nobody is typing</source>
            <translation>Niemand schreibt</translation>
        </message>
        <message>
            <source>End the conversation with %1?</source>
            <translation>Das Gespräch mit %1 beenden?</translation>
        </message>
        <message>
            <source>The customer can no longer write. You can still choose a disposition.</source>
            <translation>Der Kunde kann dann nicht mehr schreiben. Das Ergebnis können Sie noch wählen.</translation>
        </message>
        <message>
            <source>End now</source>
            <translation>Jetzt beenden</translation>
        </message>
        <message>
            <source>You are ready</source>
            <translation>Sie sind bereit</translation>
        </message>
        <message>
            <source>The next customer will be offered to you here.</source>
            <translation>Der nächste Kunde wird Ihnen hier angeboten.</translation>
        </message>
        <message>
            <source>You are not ready</source>
            <translation>Sie sind nicht bereit</translation>
        </message>
        <message>
            <source>Set your status to Ready when you want to be offered conversations.</source>
            <translation>Setzen Sie Ihren Status auf Bereit, wenn Ihnen Gespräche angeboten werden sollen.</translation>
        </message>
        <message>
            <source>Your role takes no conversations</source>
            <translation>Ihre Rolle führt keine Gespräche</translation>
        </message>
        <message>
            <source>Your administrator can give you the role of an agent.</source>
            <translation>Ihre Administration kann Ihnen die Rolle eines Agenten geben.</translation>
        </message>
        <message>
            <source>%1 is parked</source>
            <translation>%1 ist geparkt</translation>
        </message>
        <message>
            <source>It goes back to its queue %1.</source>
            <translation>Zurück in der Warteschlange: %1.</translation>
        </message>
        <message>
            <source>It lies in your workbin until you take it back.</source>
            <translation>Es liegt in Ihrer Ablage, bis Sie es zurücknehmen.</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>Zurücknehmen</translation>
        </message>
        <message>
            <source>%1 is typing: %2</source>
            <comment>who, what so far</comment>
            <translation>%1 schreibt: %2</translation>
        </message>
    </context>
    <context>
        <name>tandem::CountdownRing</name>
        <message>
            <source>Time left</source>
            <translation>Verbleibende Zeit</translation>
        </message>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n Sekunde</numerusform>
                <numerusform>%n Sekunden</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::DecisionView</name>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>%n weiteren zeigen</numerusform>
                <numerusform>%n weitere zeigen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::DeskSession</name>
        <message>
            <source>%1 is offered to your colleague. Until they accept, you go on.</source>
            <translation>%1 wird angeboten. Bis zur Annahme bleiben Sie im Gespräch.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>contact: why the offer is gone</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>The conversation with %1 has gone back to its queue.</source>
            <translation>Das Gespräch mit %1 ist zurück in der Warteschlange.</translation>
        </message>
        <message>
            <source>Drafts cannot be saved: the disk refuses.</source>
            <translation>Entwürfe können nicht gespeichert werden: Die Festplatte verweigert es.</translation>
        </message>
        <message>
            <source>Your colleague is asked to join the conversation with %1.</source>
            <translation>Es wird jemand in das Gespräch mit %1 gebeten.</translation>
        </message>
        <message>
            <source>%1 is with your colleague now.</source>
            <translation>%1 ist jetzt übergeben.</translation>
        </message>
        <message>
            <source>%1 is parked and returns to its queue %2.</source>
            <translation>%1 ist geparkt; zurück in der Warteschlange: %2.</translation>
        </message>
        <message>
            <source>%1 is parked.</source>
            <translation>%1 ist geparkt.</translation>
        </message>
        <message>
            <source>You have left the conversation with %1.</source>
            <translation>Sie haben das Gespräch mit %1 verlassen.</translation>
        </message>
        <message>
            <source>%1 waits for somebody else now.</source>
            <translation>%1 wartet jetzt auf jemand anderen.</translation>
        </message>
        <message>
            <source>You have no room for one more, or somebody else has it. Finish or park something first.</source>
            <translation>Sie haben keinen Platz für noch eines, oder jemand anders hat es. Erledigen oder parken Sie zuerst etwas.</translation>
        </message>
    </context>
    <context>
        <name>tandem::Desktop</name>
        <message>
            <source>This computer cannot work without a server now. %1</source>
            <translation>Dieser Computer kann gerade nicht ohne Server arbeiten. %1</translation>
        </message>
        <message>
            <source>Customers write to you at %1/demo/</source>
            <translation>Kunden schreiben Ihnen unter %1/demo/</translation>
        </message>
        <message>
            <source>This is the first start. Write down your password, it is shown only once: user admin, password %1</source>
            <translation>Dies ist der erste Start. Notieren Sie Ihr Kennwort, es wird nur einmal gezeigt: Benutzer admin, Kennwort %1</translation>
        </message>
    </context>
    <context>
        <name>tandem::DifferenceDialog</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>tandem::DifferenceView</name>
        <message>
            <source>Changes</source>
            <translation>Änderungen</translation>
        </message>
        <message>
            <source>Nothing changes.</source>
            <translation>Es ändert sich nichts.</translation>
        </message>
        <message numerus="yes">
            <source>And %n more.</source>
            <translation>
                <numerusform>Und %n weitere.</numerusform>
                <numerusform>Und %n weitere.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::Directory</name>
        <message>
            <source>Chat</source>
            <translation>Chat</translation>
        </message>
    </context>
    <context>
        <name>tandem::DispositionBar</name>
        <message>
            <source>Mark done</source>
            <translation>Erledigt</translation>
        </message>
        <message>
            <source>Disposition</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>Note for colleagues</source>
            <translation>Notiz für das Team</translation>
        </message>
        <message>
            <source>Mark done (Ctrl+Shift+D)</source>
            <translation>Als erledigt markieren (Strg+Umschalt+D)</translation>
        </message>
        <message>
            <source>End the conversation with %1?</source>
            <translation>Das Gespräch mit %1 beenden?</translation>
        </message>
        <message>
            <source>The customer is still there, and no disposition is chosen.</source>
            <translation>Der Kunde ist noch da, und es ist kein Ergebnis gewählt.</translation>
        </message>
        <message>
            <source>Mark done anyway</source>
            <translation>Trotzdem erledigen</translation>
        </message>
    </context>
    <context>
        <name>tandem::QuantityEditor</name>
        <message>
            <source>days</source>
            <translation>Tage</translation>
        </message>
        <message>
            <source>hours</source>
            <translation>Stunden</translation>
        </message>
        <message>
            <source>minutes</source>
            <translation>Minuten</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>Sekunden</translation>
        </message>
        <message>
            <source>ms</source>
            <translation>ms</translation>
        </message>
        <message>
            <source>%1: unit</source>
            <translation>%1: Einheit</translation>
        </message>
        <message>
            <source>MiB</source>
            <translation>MiB</translation>
        </message>
        <message>
            <source>KiB</source>
            <translation>KiB</translation>
        </message>
        <message>
            <source>bytes</source>
            <translation>Byte</translation>
        </message>
    </context>
    <context>
        <name>tandem::Explanation</name>
        <message>
            <source>nobody</source>
            <translation>niemand</translation>
        </message>
        <message>
            <source>an agent</source>
            <translation>jemand</translation>
        </message>
        <message>
            <source>Offered to %1</source>
            <translation>Angeboten: %1</translation>
        </message>
        <message>
            <source>Waits: nobody could take it</source>
            <translation>Wartet: Niemand konnte übernehmen</translation>
        </message>
        <message>
            <source>Step %1 was reached</source>
            <translation>Stufe %1 wurde erreicht</translation>
        </message>
        <message>
            <source>Moved on to %1</source>
            <translation>Weiter nach %1</translation>
        </message>
        <message>
            <source>Treated by the rules of the queue</source>
            <translation>Nach den Regeln der Warteschlange behandelt</translation>
        </message>
        <message>
            <source>Put into %1 by hand</source>
            <translation>Von Hand nach %1 gelegt</translation>
        </message>
        <message>
            <source>Given to %1 by hand</source>
            <translation>Von Hand an %1 gegeben</translation>
        </message>
        <message>
            <source>Of those whom this step asks for nobody was free. It stays in its place.</source>
            <translation>Von denen, die diese Stufe verlangt, war niemand frei. Der Platz in der Warteschlange bleibt.</translation>
        </message>
        <message>
            <source>After %1 of waiting more agents may be offered it; none of them was free.</source>
            <translation>Nach %1 Wartezeit kommen weitere Agenten in Frage; auch von ihnen war niemand frei.</translation>
        </message>
        <message>
            <source>It had waited %1 in %2, as long as that queue lets anyone wait.</source>
            <translation>Nach %1 in %2 war die längste Wartezeit dieser Warteschlange erreicht.</translation>
        </message>
        <message>
            <source>%1 was the only one who could take it.</source>
            <translation>Nur %1 konnte übernehmen.</translation>
        </message>
        <message numerus="yes">
            <source>Of %n who could take it, %1 had least in hand and was idle longest.</source>
            <translation>
                <numerusform>%n konnte übernehmen; %1 hatte am wenigsten in Arbeit und war am längsten frei.</numerusform>
                <numerusform>%n konnten übernehmen; %1 hatte am wenigsten in Arbeit und war am längsten frei.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Of %n who could take it, %1 had least of the capacity in use.</source>
            <translation>
                <numerusform>%n konnte übernehmen; %1 war am wenigsten ausgelastet.</numerusform>
                <numerusform>%n konnten übernehmen; %1 war am wenigsten ausgelastet.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Of %n who could take it, %1 has the highest levels of the skills asked for.</source>
            <translation>
                <numerusform>%n konnte übernehmen; %1 hat die verlangten Fähigkeiten am besten.</numerusform>
                <numerusform>%n konnten übernehmen; %1 hat die verlangten Fähigkeiten am besten.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Of %n who could take it, %1 was furthest below the share.</source>
            <translation>
                <numerusform>%n konnte übernehmen; %1 lag am weitesten unter dem Anteil.</numerusform>
                <numerusform>%n konnten übernehmen; %1 lag am weitesten unter dem Anteil.</numerusform>
            </translation>
        </message>
        <message>
            <source>step %1</source>
            <translation>Stufe %1</translation>
        </message>
        <message>
            <source>asks for any agent</source>
            <translation>verlangt niemand Bestimmten</translation>
        </message>
        <message>
            <source>asks for %1</source>
            <translation>verlangt %1</translation>
        </message>
        <message>
            <source> or </source>
            <translation> oder </translation>
        </message>
        <message>
            <source>waited %1</source>
            <translation>wartete %1</translation>
        </message>
        <message numerus="yes">
            <source>%n ahead of it</source>
            <translation>
                <numerusform>%n davor</numerusform>
                <numerusform>%n davor</numerusform>
            </translation>
        </message>
        <message>
            <source>urgency %1</source>
            <translation>Dringlichkeit %1</translation>
        </message>
        <message>
            <source>set-up %1</source>
            <translation>Einrichtung %1</translation>
        </message>
        <message>
            <source>idle for %1</source>
            <translation>frei seit %1</translation>
        </message>
        <message numerus="yes">
            <source>%n in hand</source>
            <translation>
                <numerusform>%n in Arbeit</numerusform>
                <numerusform>%n in Arbeit</numerusform>
            </translation>
        </message>
        <message>
            <source>score %1</source>
            <translation>Wert %1</translation>
        </message>
        <message numerus="yes">
            <source>%n not ready</source>
            <translation>
                <numerusform>%n nicht bereit</numerusform>
                <numerusform>%n nicht bereit</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without room</source>
            <translation>
                <numerusform>%n ausgelastet</numerusform>
                <numerusform>%n ausgelastet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n had refused it</source>
            <translation>
                <numerusform>%n hatte abgelehnt</numerusform>
                <numerusform>%n hatten abgelehnt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not the agent of last time</source>
            <translation>
                <numerusform>%n nicht wie beim letzten Mal</numerusform>
                <numerusform>%n nicht wie beim letzten Mal</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without connection</source>
            <translation>
                <numerusform>%n ohne Verbindung</numerusform>
                <numerusform>%n ohne Verbindung</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not signed in</source>
            <translation>
                <numerusform>%n nicht angemeldet</numerusform>
                <numerusform>%n nicht angemeldet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not asked for</source>
            <translation>
                <numerusform>%n nicht verlangt</numerusform>
                <numerusform>%n nicht verlangt</numerusform>
            </translation>
        </message>
        <message>
            <source>Chosen</source>
            <translation>Gewählt</translation>
        </message>
        <message>
            <source>Could have taken it</source>
            <translation>Hätte übernehmen können</translation>
        </message>
        <message>
            <source>Not signed in</source>
            <translation>Nicht angemeldet</translation>
        </message>
        <message>
            <source>Connection lost</source>
            <translation>Verbindung verloren</translation>
        </message>
        <message>
            <source>Not ready</source>
            <translation>Nicht bereit</translation>
        </message>
        <message>
            <source>No room for one more</source>
            <translation>Ausgelastet</translation>
        </message>
        <message>
            <source>Had refused it</source>
            <translation>Hatte abgelehnt</translation>
        </message>
        <message>
            <source>Not the agent of last time</source>
            <translation>Nicht wie beim letzten Mal</translation>
        </message>
        <message>
            <source>Decided by a strategy</source>
            <translation>Von einer Strategie entschieden</translation>
        </message>
    </context>
    <context>
        <name>tandem::ExplanationDialog</name>
        <message>
            <source>Why was this routed so?</source>
            <translation>Warum wurde so verteilt?</translation>
        </message>
        <message>
            <source>Decisions</source>
            <translation>Entscheidungen</translation>
        </message>
        <message>
            <source>Strategy session</source>
            <translation>Strategie-Sitzung</translation>
        </message>
        <message>
            <source>What its strategy did, step by step</source>
            <translation>Was die Strategie getan hat, Schritt für Schritt</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Reading the decisions …</source>
            <translation>Entscheidungen werden gelesen …</translation>
        </message>
        <message>
            <source>The decisions cannot be read</source>
            <translation>Die Entscheidungen sind nicht lesbar</translation>
        </message>
        <message>
            <source>There is no answer from the server.</source>
            <translation>Der Server antwortet nicht.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>This is not open to you</source>
            <translation>Das ist für Sie nicht offen</translation>
        </message>
        <message>
            <source>Who handles it, supervisors and auditors may see how it was routed.</source>
            <translation>Wer daran arbeitet, Teamleitung und Revision können sehen, wie verteilt wurde.</translation>
        </message>
        <message>
            <source>No decisions</source>
            <translation>Keine Entscheidungen</translation>
        </message>
        <message>
            <source>Nothing was decided about it yet, or it is too long ago.</source>
            <translation>Es wurde noch nichts entschieden, oder es ist zu lange her.</translation>
        </message>
        <message numerus="yes">
            <source>Show %n earlier</source>
            <translation>
                <numerusform>%n frühere zeigen</numerusform>
                <numerusform>%n frühere zeigen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::InteractionsModel</name>
        <message>
            <source>Offered</source>
            <translation>Angeboten</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>Aktiv</translation>
        </message>
        <message>
            <source>After contact work</source>
            <translation>Nachbearbeitung</translation>
        </message>
        <message>
            <source>%1 · %2 · waiting for you</source>
            <comment>channel, queue</comment>
            <translation>%1 · %2 · wartet auf Sie</translation>
        </message>
        <message>
            <source>%1 · %2 · choose a disposition</source>
            <comment>channel, queue</comment>
            <translation>%1 · %2 · Ergebnis wählen</translation>
        </message>
        <message>
            <source>%1 · %2 · %3</source>
            <comment>channel, queue, how long</comment>
            <translation>%1 · %2 · %3</translation>
        </message>
        <message numerus="yes">
            <source>%n unread message(s)</source>
            <translation>
                <numerusform>%n ungelesene Nachricht</numerusform>
                <numerusform>%n ungelesene Nachrichten</numerusform>
            </translation>
        </message>
        <message>
            <source>waiting for an answer for %1</source>
            <translation>wartet seit %1 auf Antwort</translation>
        </message>
        <message>
            <source>Parked</source>
            <translation>Geparkt</translation>
        </message>
        <message>
            <source>Workbin · back in its queue %1</source>
            <comment>time</comment>
            <translation>Ablage · zurück %1</translation>
        </message>
        <message>
            <source>Workbin · until you take it back</source>
            <translation>Ablage · bis Sie zurücknehmen</translation>
        </message>
        <message>
            <source>%1 · %2 · your advice is asked</source>
            <comment>channel, queue</comment>
            <translation>%1 · %2 · Ihr Rat ist gefragt</translation>
        </message>
        <message>
            <source>%1 · %2 · conference</source>
            <comment>channel, queue</comment>
            <translation>%1 · %2 · Konferenz</translation>
        </message>
        <message>
            <source>Supervised</source>
            <translation>Begleitet</translation>
        </message>
        <message>
            <source>no agent</source>
            <translation>kein Agent</translation>
        </message>
        <message>
            <source>%1 · has ended</source>
            <comment>agent</comment>
            <translation>%1 · ist beendet</translation>
        </message>
        <message>
            <source>%1 · you monitor</source>
            <comment>agent</comment>
            <translation>%1 · Sie lesen mit</translation>
        </message>
        <message>
            <source>%1 · you coach</source>
            <comment>agent</comment>
            <translation>%1 · Sie coachen</translation>
        </message>
        <message>
            <source>%1 · you take part</source>
            <comment>agent</comment>
            <translation>%1 · Sie sind dabei</translation>
        </message>
    </context>
    <context>
        <name>tandem::InteractionsPane</name>
        <message>
            <source>Open interactions</source>
            <translation>Offene Vorgänge</translation>
        </message>
        <message>
            <source>Why routed so?</source>
            <translation>Warum so verteilt?</translation>
        </message>
        <message>
            <source>Priority …</source>
            <translation>Priorität …</translation>
        </message>
        <message>
            <source>Mark done</source>
            <translation>Erledigt</translation>
        </message>
        <message>
            <source>Redistribute …</source>
            <translation>Neu verteilen …</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Nichts gefunden</translation>
        </message>
        <message>
            <source>No open interaction fits.</source>
            <translation>Kein offener Vorgang passt.</translation>
        </message>
        <message>
            <source>The interactions cannot be shown</source>
            <translation>Die Vorgänge lassen sich nicht zeigen</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Looking what is going on …</source>
            <translation>Es wird nachgesehen, was läuft …</translation>
        </message>
        <message>
            <source>Nothing is open</source>
            <translation>Nichts ist offen</translation>
        </message>
        <message>
            <source>Conversations stand here from the moment they begin to wait.</source>
            <translation>Gespräche stehen hier, sobald sie zu warten beginnen.</translation>
        </message>
        <message numerus="yes">
            <source>Redistribute %n interaction(s)</source>
            <translation>
                <numerusform>%n Vorgang neu verteilen</numerusform>
                <numerusform>%n Vorgänge neu verteilen</numerusform>
            </translation>
        </message>
        <message>
            <source>Redistribute</source>
            <translation>Neu verteilen</translation>
        </message>
        <message>
            <source>Whoever handles one of them now loses it.</source>
            <translation>Wer gerade daran arbeitet, verliert es.</translation>
        </message>
        <message>
            <source>Redistribute to %1</source>
            <translation>Neu verteilen an %1</translation>
        </message>
        <message>
            <source>By their own queues</source>
            <translation>Über die eigenen Warteschlangen</translation>
        </message>
        <message numerus="yes">
            <source>Mark %n interaction(s) done?</source>
            <translation>
                <numerusform>%n Vorgang erledigen?</numerusform>
                <numerusform>%n Vorgänge erledigen?</numerusform>
            </translation>
        </message>
        <message>
            <source>Conversations that are still open end. This cannot be undone.</source>
            <translation>Gespräche, die noch offen sind, enden. Das lässt sich nicht rückgängig machen.</translation>
        </message>
        <message>
            <source>Monitor</source>
            <translation>Mitlesen</translation>
        </message>
    </context>
    <context>
        <name>tandem::InteractionsTable</name>
        <message>
            <source>Contact</source>
            <translation>Kontakt</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Warteschlange</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>Agent</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Kanal</translation>
        </message>
        <message>
            <source>Waited</source>
            <translation>Gewartet</translation>
        </message>
        <message>
            <source>Handled</source>
            <translation>Bearbeitet</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorität</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Fällig</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <comment>an agent and others</comment>
            <translation>
                <numerusform>%1 und %n weiterer</numerusform>
                <numerusform>%1 und %n weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Unbekannt</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>contact: subject</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>Looking for an agent</source>
            <translation>Sucht einen Agenten</translation>
        </message>
        <message>
            <source>Offered</source>
            <translation>Angeboten</translation>
        </message>
        <message>
            <source>In conversation</source>
            <translation>Im Gespräch</translation>
        </message>
        <message>
            <source>In consultation</source>
            <translation>In Rückfrage</translation>
        </message>
        <message>
            <source>Parked</source>
            <translation>Geparkt</translation>
        </message>
        <message>
            <source>After contact work</source>
            <translation>Nachbearbeitung</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Erledigt</translation>
        </message>
    </context>
    <context>
        <name>tandem::LevelGauge</name>
        <message>
            <source>Answered in time today</source>
            <translation>Heute rechtzeitig beantwortet</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>queue, its level</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Nobody was answered yet</source>
            <translation>Noch niemand wurde beantwortet</translation>
        </message>
    </context>
    <context>
        <name>tandem::ListEditor</name>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Nach oben</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Nach unten</translation>
        </message>
    </context>
    <context>
        <name>tandem::MainWindow</name>
        <message>
            <source>There is no keychain on this computer: you will be asked for your password next time.</source>
            <translation>Auf diesem Computer gibt es keinen Schlüsselbund: Nächstes Mal wird Ihr Kennwort erfragt.</translation>
        </message>
        <message>
            <source>The settings could not be read and were reset. The old file is kept as %1.</source>
            <translation>Die Einstellungen waren nicht lesbar und wurden zurückgesetzt. Die alte Datei liegt unter %1.</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>Arbeit</translation>
        </message>
        <message>
            <source>Reconnecting … You can go on writing: messages wait and are sent once, as soon as the connection is back.</source>
            <translation>Verbindung wird wiederhergestellt … Sie können weiterschreiben: Nachrichten warten und werden genau einmal gesendet, sobald die Verbindung steht.</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Jetzt versuchen</translation>
        </message>
        <message>
            <source>Accept the offer</source>
            <translation>Angebot annehmen</translation>
        </message>
        <message>
            <source>Reject the offer</source>
            <translation>Angebot ablehnen</translation>
        </message>
        <message>
            <source>Transfer …</source>
            <translation>Weitergeben …</translation>
        </message>
        <message>
            <source>Consult …</source>
            <translation>Rückfrage …</translation>
        </message>
        <message>
            <source>Park …</source>
            <translation>Parken …</translation>
        </message>
        <message>
            <source>End conversation</source>
            <translation>Gespräch beenden</translation>
        </message>
        <message>
            <source>Mark done</source>
            <translation>Erledigt</translation>
        </message>
        <message>
            <source>Why was this routed so?</source>
            <translation>Warum wurde so verteilt?</translation>
        </message>
        <message>
            <source>Show work</source>
            <translation>Arbeit zeigen</translation>
        </message>
        <message>
            <source>Show queues and workbins</source>
            <translation>Warteschlangen und Ablagen zeigen</translation>
        </message>
        <message>
            <source>Show the strategies</source>
            <translation>Strategien zeigen</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Abmelden</translation>
        </message>
        <message>
            <source>Status: %1</source>
            <translation>Status: %1</translation>
        </message>
        <message>
            <source>Channels …</source>
            <translation>Kanäle …</translation>
        </message>
        <message>
            <source>Queues</source>
            <translation>Wartende</translation>
        </message>
        <message>
            <source>Show the team</source>
            <translation>Team zeigen</translation>
        </message>
        <message>
            <source>Show the wallboard</source>
            <translation>Wallboard zeigen</translation>
        </message>
        <message>
            <source>Show the administration</source>
            <translation>Administration zeigen</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>Wallboard</source>
            <translation>Wallboard</translation>
        </message>
        <message>
            <source>Strategies</source>
            <translation>Strategien</translation>
        </message>
        <message>
            <source>Admin</source>
            <translation>Admin</translation>
        </message>
        <message>
            <source>Leave without applying?</source>
            <translation>Verlassen, ohne anzuwenden?</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) of the site are not applied and would be lost.</source>
            <translation>
                <numerusform>%n Änderung am Standort ist nicht angewendet und ginge verloren.</numerusform>
                <numerusform>%n Änderungen am Standort sind nicht angewendet und gingen verloren.</numerusform>
            </translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Verlassen</translation>
        </message>
    </context>
    <context>
        <name>tandem::MonitorMenu</name>
        <message>
            <source>Monitor none by itself</source>
            <translation>Keines von selbst mitlesen</translation>
        </message>
        <message>
            <source>Monitor the next conversation</source>
            <translation>Das nächste Gespräch mitlesen</translation>
        </message>
        <message>
            <source>Monitor each conversation from now on</source>
            <translation>Ab jetzt jedes Gespräch mitlesen</translation>
        </message>
        <message>
            <source>Monitor next</source>
            <translation>Nächste mitlesen</translation>
        </message>
    </context>
    <context>
        <name>tandem::NavButton</name>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%n geändert</numerusform>
                <numerusform>%n geändert</numerusform>
            </translation>
        </message>
        <message>
            <source>a problem</source>
            <translation>ein Fehler</translation>
        </message>
    </context>
    <context>
        <name>tandem::NoticeBar</name>
        <message>
            <source>Close this notice</source>
            <translation>Hinweis schließen</translation>
        </message>
    </context>
    <context>
        <name>tandem::NumberEditor</name>
        <message>
            <source>A whole number from %1 to %2</source>
            <translation>Eine ganze Zahl von %1 bis %2</translation>
        </message>
    </context>
    <context>
        <name>tandem::ObjectForm</name>
        <message>
            <source>Set password …</source>
            <translation>Passwort setzen …</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Zurücknehmen</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Use mine</source>
            <translation>Meines nehmen</translation>
        </message>
        <message>
            <source>Keep the newer</source>
            <translation>Das neuere behalten</translation>
        </message>
        <message>
            <source>Chat</source>
            <translation>Chat</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>Somebody else has removed this while you changed it. With yours it is made anew.</source>
            <translation>Jemand anders hat dies entfernt, während Sie es änderten. Mit Ihrem Stand wird es neu angelegt.</translation>
        </message>
        <message>
            <source>Somebody else has changed this while you did. This is the newer state.</source>
            <translation>Jemand anders hat dies zugleich geändert. Das ist der neuere Stand.</translation>
        </message>
        <message>
            <source>This is removed when the changes are applied.</source>
            <translation>Dies wird entfernt, sobald die Änderungen angewendet werden.</translation>
        </message>
        <message>
            <source>%1 %2 (%3)</source>
            <comment>kind, name, where in it</comment>
            <translation>%1 %2 (%3)</translation>
        </message>
        <message>
            <source>Nothing refers to it.</source>
            <translation>Nichts verweist darauf.</translation>
        </message>
        <message>
            <source>These refer to it and have to be changed, too:</source>
            <translation>Diese verweisen darauf und sind mit zu ändern:</translation>
        </message>
        <message>
            <source>Remove %1?</source>
            <translation>%1 entfernen?</translation>
        </message>
    </context>
    <context>
        <name>tandem::ObjectsView</name>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>List: %1</source>
            <translation>Liste: %1</translation>
        </message>
        <message>
            <source>Add: %1</source>
            <translation>Hinzufügen: %1</translation>
        </message>
        <message>
            <source>No %1 yet</source>
            <comment>objects of a kind</comment>
            <translation>Noch nichts hier: %1</translation>
        </message>
        <message>
            <source>Add the first one</source>
            <translation>Anlegen</translation>
        </message>
    </context>
    <context>
        <name>tandem::OfferAlert</name>
        <message>
            <source>Offer</source>
            <translation>Angebot</translation>
        </message>
        <message>
            <source>%1 is waiting for an answer.</source>
            <translation>%1 wartet auf eine Antwort.</translation>
        </message>
    </context>
    <context>
        <name>tandem::OfferToast</name>
        <message>
            <source>Accept</source>
            <translation>Annehmen</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Ablehnen</translation>
        </message>
        <message>
            <source>Offer</source>
            <translation>Angebot</translation>
        </message>
        <message>
            <source>Accept (Ctrl+Enter)</source>
            <translation>Annehmen (Strg+Enter)</translation>
        </message>
        <message>
            <source>Reject (Ctrl+Backspace)</source>
            <translation>Ablehnen (Strg+Rücktaste)</translation>
        </message>
        <message>
            <source>“%1”</source>
            <translation>„%1“</translation>
        </message>
        <message>
            <source>from %1</source>
            <translation>von %1</translation>
        </message>
        <message numerus="yes">
            <source>%n more offer(s)</source>
            <translation>
                <numerusform>%n weiteres Angebot</numerusform>
                <numerusform>%n weitere Angebote</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 · waited %2</source>
            <comment>contact, how long</comment>
            <translation>%1 · wartet %2</translation>
        </message>
    </context>
    <context>
        <name>tandem::Offers</name>
        <message>
            <source>Transfer from %1 · %2</source>
            <comment>colleague, queue</comment>
            <translation>Weitergabe von %1 · %2</translation>
        </message>
        <message>
            <source>%1 asks for your advice · %2</source>
            <comment>colleague, queue</comment>
            <translation>%1 bittet um Rat · %2</translation>
        </message>
        <message>
            <source>%1 asks you to join · %2</source>
            <comment>colleague, queue</comment>
            <translation>%1 bittet Sie dazu · %2</translation>
        </message>
        <message>
            <source>New chat · %1</source>
            <comment>queue</comment>
            <translation>Neuer Chat · %1</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>channel, queue</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>A colleague</source>
            <translation>Jemand aus dem Team</translation>
        </message>
    </context>
    <context>
        <name>tandem::OwnMenu</name>
        <message>
            <source>Sound for an offer</source>
            <translation>Ton bei einem Angebot</translation>
        </message>
        <message>
            <source>System notice for an offer</source>
            <translation>Systemhinweis bei einem Angebot</translation>
        </message>
        <message>
            <source>Enter sends the message</source>
            <translation>Enter sendet die Nachricht</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Abmelden</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Darstellung</translation>
        </message>
        <message>
            <source>Like the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Hoher Kontrast</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Textgröße</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Changes with the next start</source>
            <translation>Ändert sich beim nächsten Start</translation>
        </message>
        <message>
            <source>Change your picture …</source>
            <translation>Bild ändern …</translation>
        </message>
        <message>
            <source>Add your picture …</source>
            <translation>Bild hinzufügen …</translation>
        </message>
        <message>
            <source>Remove your picture</source>
            <translation>Bild entfernen</translation>
        </message>
    </context>
    <context>
        <name>tandem::ParkDialog</name>
        <message>
            <source>Park %1</source>
            <translation>%1 parken</translation>
        </message>
        <message>
            <source>It keeps all that was said, and takes no room in your work until it is taken back.</source>
            <translation>Alles Gesagte bleibt erhalten; es zählt nicht zu Ihrer Arbeit, bis es zurückgenommen wird.</translation>
        </message>
        <message>
            <source>Workbin</source>
            <translation>Ablage</translation>
        </message>
        <message>
            <source>Returns to its queue</source>
            <translation>Zurück in die Warteschlange</translation>
        </message>
        <message>
            <source>Time of return</source>
            <translation>Zeit der Rückkehr</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>What it waits for</source>
            <translation>Worauf es wartet</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Park</source>
            <translation>Parken</translation>
        </message>
        <message>
            <source>My workbin</source>
            <translation>Meine Ablage</translation>
        </message>
        <message>
            <source>Not by itself</source>
            <translation>Nicht von selbst</translation>
        </message>
        <message numerus="yes">
            <source>In %n hour(s), %1</source>
            <translation>
                <numerusform>In %n Stunde, %1</numerusform>
                <numerusform>In %n Stunden, %1</numerusform>
            </translation>
        </message>
        <message>
            <source>In the morning, %1</source>
            <translation>Am Morgen, %1</translation>
        </message>
        <message>
            <source>At another time …</source>
            <translation>Zu einer anderen Zeit …</translation>
        </message>
    </context>
    <context>
        <name>tandem::PasswordDialog</name>
        <message>
            <source>Set password</source>
            <translation>Passwort setzen</translation>
        </message>
        <message>
            <source>Password of %1</source>
            <translation>Passwort von %1</translation>
        </message>
        <message>
            <source>It counts as soon as the changes are applied.</source>
            <translation>Es gilt, sobald die Änderungen angewendet sind.</translation>
        </message>
        <message>
            <source>It counts at once; who is signed in has to do so anew.</source>
            <translation>Es gilt sofort; wer angemeldet ist, muss sich neu anmelden.</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>Neues Passwort</translation>
        </message>
        <message>
            <source>Once more</source>
            <translation>Noch einmal</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>They are not the same.</source>
            <translation>Sie sind nicht gleich.</translation>
        </message>
    </context>
    <context>
        <name>tandem::PluginHost</name>
        <message>
            <source>It needs the plug-in "%1", which could not start.</source>
            <translation>Sie benötigt die Erweiterung „%1“, die nicht starten konnte.</translation>
        </message>
        <message>
            <source>Its library contains no plug-in of Tandem.</source>
            <translation>Ihre Bibliothek enthält keine Erweiterung von Tandem.</translation>
        </message>
    </context>
    <context>
        <name>tandem::PriorityDialog</name>
        <message>
            <source>Set priority</source>
            <translation>Priorität setzen</translation>
        </message>
        <message>
            <source>Higher ones are offered first. Waiting raises it further, as the queue says.</source>
            <translation>Höhere werden zuerst angeboten. Warten erhöht sie weiter, wie die Warteschlange es vorgibt.</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorität</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>tandem::QueueBars</name>
        <message>
            <source>Waiting now, and the longest wait</source>
            <translation>Jetzt wartend und längste Wartezeit</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartende</translation>
        </message>
        <message>
            <source>longest %1</source>
            <comment>wait</comment>
            <translation>längste %1</translation>
        </message>
        <message>
            <source>nobody waits</source>
            <translation>niemand wartet</translation>
        </message>
        <message>
            <source>%1: %2, %3</source>
            <comment>queue, waiting, longest</comment>
            <translation>%1: %2, %3</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n wartet</numerusform>
                <numerusform>%n warten</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::QueueDelegate</name>
        <message>
            <source>Queues</source>
            <translation>Warteschlangen</translation>
        </message>
        <message>
            <source>Workbins</source>
            <translation>Ablagen</translation>
        </message>
    </context>
    <context>
        <name>tandem::QueueTile</name>
        <message>
            <source>nobody waits</source>
            <translation>niemand wartet</translation>
        </message>
        <message>
            <source>longest %1 · %2</source>
            <comment>time, queue</comment>
            <translation>längste %1 · %2</translation>
        </message>
        <message>
            <source>longest %1</source>
            <comment>time</comment>
            <translation>längste %1</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n wartet</numerusform>
                <numerusform>%n warten</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 answered in time today</source>
            <translation>%1 heute rechtzeitig beantwortet</translation>
        </message>
        <message>
            <source>estimated wait %1</source>
            <translation>geschätzte Wartezeit %1</translation>
        </message>
        <message>
            <source>Waiting now; answered in time since midnight; what one who comes now would wait</source>
            <translation>Jetzt wartend; seit Mitternacht rechtzeitig beantwortet; Wartezeit für den, der jetzt kommt</translation>
        </message>
        <message>
            <source>in time today</source>
            <translation>heute rechtzeitig</translation>
        </message>
        <message>
            <source>wait %1</source>
            <comment>estimated</comment>
            <translation>ca. %1</translation>
        </message>
    </context>
    <context>
        <name>tandem::QueueTiles</name>
        <message>
            <source>All queues</source>
            <translation>Alle zusammen</translation>
        </message>
    </context>
    <context>
        <name>tandem::QueuesModel</name>
        <message>
            <source>My workbin</source>
            <translation>Meine Ablage</translation>
        </message>
        <message numerus="yes">
            <source>nobody waits · %n agent(s) ready</source>
            <translation>
                <numerusform>niemand wartet · %n Agent bereit</numerusform>
                <numerusform>niemand wartet · %n Agenten bereit</numerusform>
            </translation>
        </message>
        <message>
            <source>longest %1</source>
            <comment>the longest wait in a queue</comment>
            <translation>längste %1</translation>
        </message>
        <message>
            <source>%1 · new ones about %2</source>
            <comment>longest wait, estimated wait</comment>
            <translation>%1 · neue etwa %2</translation>
        </message>
        <message numerus="yes">
            <source>Queue %1, %n waiting, %2</source>
            <comment>name, detail</comment>
            <translation>
                <numerusform>Warteschlange %1, %n wartet, %2</numerusform>
                <numerusform>Warteschlange %1, %n warten, %2</numerusform>
            </translation>
        </message>
        <message>
            <source>parked by you</source>
            <translation>von Ihnen geparkt</translation>
        </message>
        <message>
            <source>of a group</source>
            <translation>einer Gruppe</translation>
        </message>
        <message>
            <source>of a queue</source>
            <translation>einer Warteschlange</translation>
        </message>
        <message>
            <source>of a colleague</source>
            <translation>einer anderen Person</translation>
        </message>
        <message numerus="yes">
            <source>Workbin %1, %n parked, %2</source>
            <comment>name, detail</comment>
            <translation>
                <numerusform>Ablage %1, %n geparkt, %2</numerusform>
                <numerusform>Ablage %1, %n geparkt, %2</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::QueuesPage</name>
        <message>
            <source>Queues and workbins</source>
            <translation>Warteschlangen und Ablagen</translation>
        </message>
        <message>
            <source>The queues cannot be read</source>
            <translation>Die Warteschlangen sind nicht lesbar</translation>
        </message>
        <message>
            <source>There is no answer from the server.</source>
            <translation>Der Server antwortet nicht.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Reading the queues …</source>
            <translation>Warteschlangen werden gelesen …</translation>
        </message>
        <message>
            <source>There are no queues</source>
            <translation>Es gibt keine Warteschlangen</translation>
        </message>
        <message>
            <source>An administrator sets them up.</source>
            <translation>Die Administration richtet sie ein.</translation>
        </message>
    </context>
    <context>
        <name>tandem::Rail</name>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
    </context>
    <context>
        <name>tandem::ReferencesEditor</name>
        <message>
            <source>Search in %1</source>
            <translation>Suchen in %1</translation>
        </message>
        <message>
            <source>%1 (is not there)</source>
            <translation>%1 (gibt es nicht)</translation>
        </message>
    </context>
    <context>
        <name>tandem::SignIn</name>
        <message>
            <source>Enter user and password.</source>
            <translation>Geben Sie Benutzer und Kennwort ein.</translation>
        </message>
    </context>
    <context>
        <name>tandem::SignInPage</name>
        <message>
            <source>Keep me signed in on this computer</source>
            <translation>Auf diesem Computer angemeldet bleiben</translation>
        </message>
        <message>
            <source>Work on this computer without a server</source>
            <translation>Ohne Server auf diesem Computer arbeiten</translation>
        </message>
        <message>
            <source>Welcome back</source>
            <translation>Willkommen zurück</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>User</source>
            <translation>Benutzer</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Kennwort</translation>
        </message>
        <message>
            <source>This computer answers your customers itself.</source>
            <translation>Dieser Computer bedient Ihre Kunden selbst.</translation>
        </message>
        <message>
            <source>Sign in to your company's customer care</source>
            <translation>Anmeldung am Kundendienst Ihres Unternehmens</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <source>Signing in … Cancel</source>
            <translation>Anmeldung läuft … Abbrechen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>The connection is encrypted</source>
            <translation>Die Verbindung ist verschlüsselt</translation>
        </message>
        <message>
            <source>The connection is not encrypted</source>
            <translation>Die Verbindung ist nicht verschlüsselt</translation>
        </message>
    </context>
    <context>
        <name>tandem::SiteDraft</name>
        <message>
            <source>Somebody else has changed what you were changing. The newer state is shown; your own is kept beside it.</source>
            <translation>Jemand anders hat geändert, was Sie gerade änderten. Gezeigt ist der neuere Stand; Ihrer ist daneben aufgehoben.</translation>
        </message>
        <message>
            <source>New: %1</source>
            <translation>Neu: %1</translation>
        </message>
        <message>
            <source>Needed.</source>
            <translation>Nötig.</translation>
        </message>
        <message>
            <source>Only letters, digits and . - _ @, at most 64.</source>
            <translation>Nur Buchstaben, Ziffern und . - _ @, höchstens 64.</translation>
        </message>
        <message>
            <source>This is taken already.</source>
            <translation>Das ist schon vergeben.</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) applied.</source>
            <translation>
                <numerusform>%n Änderung angewendet.</numerusform>
                <numerusform>%n Änderungen angewendet.</numerusform>
            </translation>
        </message>
        <message>
            <source>The site has changed meanwhile. Look at the newer state and apply again.</source>
            <translation>Der Standort hat sich inzwischen geändert. Prüfen Sie den neueren Stand und wenden Sie noch einmal an.</translation>
        </message>
        <message>
            <source>%1 has a new password.</source>
            <translation>%1 hat ein neues Passwort.</translation>
        </message>
    </context>
    <context>
        <name>tandem::SiteExchange</name>
        <message numerus="yes">
            <source>The file is imported: %n change(s).</source>
            <translation>
                <numerusform>Die Datei ist importiert: %n Änderung.</numerusform>
                <numerusform>Die Datei ist importiert: %n Änderungen.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::SiteHistory</name>
        <message>
            <source>Password of %1 set</source>
            <translation>Passwort von %1 gesetzt</translation>
        </message>
        <message>
            <source>Undone</source>
            <translation>Rückgängig gemacht</translation>
        </message>
        <message>
            <source>Undo of an earlier change</source>
            <translation>Rücknahme einer früheren Änderung</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>The change is undone.</source>
            <translation>Die Änderung ist rückgängig gemacht.</translation>
        </message>
    </context>
    <context>
        <name>tandem::SiteObjects</name>
        <message>
            <source>%1, %2</source>
            <comment>name, what is to be said</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>Overtaken</source>
            <translation>Überholt</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Geändert</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>Entfernt</translation>
        </message>
    </context>
    <context>
        <name>tandem::StatusMenu</name>
        <message>
            <source>Choose your status</source>
            <translation>Status wählen</translation>
        </message>
        <message>
            <source>Channel by channel …</source>
            <translation>Kanal für Kanal …</translation>
        </message>
    </context>
    <context>
        <name>tandem::StatusPill</name>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>%1, for %2</source>
            <comment>state, how long</comment>
            <translation>%1, seit %2</translation>
        </message>
        <message>
            <source>Change your status (Ctrl+1 to Ctrl+4)</source>
            <translation>Status ändern (Strg+1 bis Strg+4)</translation>
        </message>
    </context>
    <context>
        <name>tandem::SupervisionBar</name>
        <message>
            <source>Monitor</source>
            <translation>Mitlesen</translation>
        </message>
        <message>
            <source>Read along without a word</source>
            <translation>Ohne ein Wort mitlesen</translation>
        </message>
        <message>
            <source>Coach</source>
            <translation>Coachen</translation>
        </message>
        <message>
            <source>Write to the agents; the customer never sees it</source>
            <translation>An die Agenten schreiben; der Kunde sieht es nie</translation>
        </message>
        <message>
            <source>Barge in</source>
            <translation>Aufschalten</translation>
        </message>
        <message>
            <source>Come in for the customer to see</source>
            <translation>Für den Kunden sichtbar dazukommen</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Verlassen</translation>
        </message>
        <message>
            <source>Supervise it no longer</source>
            <translation>Nicht länger begleiten</translation>
        </message>
        <message>
            <source>Leave the supervised conversation</source>
            <translation>Das begleitete Gespräch verlassen</translation>
        </message>
        <message>
            <source>an agent</source>
            <translation>einem Agenten</translation>
        </message>
        <message>
            <source>This conversation has ended.</source>
            <translation>Dieses Gespräch ist beendet.</translation>
        </message>
        <message>
            <source>You take part; the customer sees you.</source>
            <translation>Sie sind dabei; der Kunde sieht Sie.</translation>
        </message>
        <message>
            <source>You coach %1. The customer sees nothing of it.</source>
            <translation>Sie coachen %1. Der Kunde sieht nichts davon.</translation>
        </message>
        <message>
            <source>You monitor %1, who can see that you do.</source>
            <translation>Sie lesen bei %1 mit, was dort zu sehen ist.</translation>
        </message>
        <message>
            <source>You monitor %1. Nobody sees you.</source>
            <translation>Sie lesen bei %1 mit. Niemand sieht Sie.</translation>
        </message>
    </context>
    <context>
        <name>tandem::TargetDialog</name>
        <message>
            <source>Note for the colleague</source>
            <translation>Notiz für die andere Person</translation>
        </message>
        <message>
            <source>Note for the colleague (the customer does not see it)</source>
            <translation>Notiz (der Kunde sieht sie nicht)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Search agents, queues and skills</source>
            <translation>Agenten, Warteschlangen, Fähigkeiten suchen</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>%1 is not free</source>
            <translation>%1 ist nicht frei</translation>
        </message>
    </context>
    <context>
        <name>tandem::TeamModel</name>
        <message numerus="yes">
            <source>%1 of %n chat(s)</source>
            <translation>
                <numerusform>%1 von %n Chat</numerusform>
                <numerusform>%1 von %n Chats</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>name, state</comment>
            <translation>%1, %2</translation>
        </message>
    </context>
    <context>
        <name>tandem::TeamPage</name>
        <message>
            <source>Team</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Agents</source>
            <translation>Agenten</translation>
        </message>
        <message>
            <source>Interactions</source>
            <translation>Vorgänge</translation>
        </message>
        <message>
            <source>%1 ready, %2 of them free · live</source>
            <translation>%1 bereit, davon %2 frei · live</translation>
        </message>
        <message>
            <source>Search agents</source>
            <translation>Agenten suchen</translation>
        </message>
        <message>
            <source>Search interactions</source>
            <translation>Vorgänge suchen</translation>
        </message>
        <message>
            <source>Search what is done</source>
            <translation>Erledigtes suchen</translation>
        </message>
        <message>
            <source>All groups</source>
            <translation>Alle Gruppen</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Erledigt</translation>
        </message>
    </context>
    <context>
        <name>tandem::TodayBars</name>
        <message>
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <source>Entered</source>
            <translation>Eingegangen</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>Angenommen</translation>
        </message>
        <message>
            <source>Abandoned</source>
            <translation>Aufgegeben</translation>
        </message>
        <message>
            <source>%1: %2 entered, %3 accepted, %4 abandoned</source>
            <comment>queue, counts</comment>
            <translation>%1: %2 eingegangen, %3 angenommen, %4 aufgegeben</translation>
        </message>
    </context>
    <context>
        <name>tandem::TranscriptView</name>
        <message>
            <source>Transcript</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Jump to latest</source>
            <translation>Zum Neuesten</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Open in the browser: %1</source>
            <translation>Im Browser öffnen: %1</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>Noch einmal senden</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Save file …</source>
            <translation>Datei speichern …</translation>
        </message>
        <message>
            <source>Redact …</source>
            <translation>Schwärzen …</translation>
        </message>
    </context>
    <context>
        <name>tandem::TrendLine</name>
        <message>
            <source>Waiting over the last 15 minutes</source>
            <translation>Wartende der letzten 15 Minuten</translation>
        </message>
        <message>
            <source>%d min</source>
            <comment>minutes ago, as a number below 0</comment>
            <translation>%d min</translation>
        </message>
        <message>
            <source>now %1, at most %2</source>
            <translation>jetzt %1, höchstens %2</translation>
        </message>
    </context>
    <context>
        <name>tandem::ValueLabel</name>
        <message>
            <source>%1: %2</source>
            <comment>name of a value: the value</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
    </context>
    <context>
        <name>tandem::WaitingActions</name>
        <message>
            <source>Why here?</source>
            <translation>Warum hier?</translation>
        </message>
        <message>
            <source>Mark done</source>
            <translation>Erledigt</translation>
        </message>
        <message>
            <source>Set priority</source>
            <translation>Priorität setzen</translation>
        </message>
        <message>
            <source>Redistribute</source>
            <translation>Neu verteilen</translation>
        </message>
        <message>
            <source>Take it</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <source>Why was this routed so?</source>
            <translation>Warum wurde so verteilt?</translation>
        </message>
        <message>
            <source>Take the chosen one yourself (Enter)</source>
            <translation>Selbst übernehmen (Enter)</translation>
        </message>
        <message>
            <source>All are chosen</source>
            <translation>Alle sind gewählt</translation>
        </message>
        <message>
            <source>Choose what you want to work on</source>
            <translation>Wählen Sie, woran Sie arbeiten möchten</translation>
        </message>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>%n gewählt</numerusform>
                <numerusform>%n gewählt</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose all, those further down too</source>
            <translation>Alle wählen, auch weiter unten</translation>
        </message>
        <message>
            <source>Redistribute all that wait here</source>
            <translation>Alle Wartenden neu verteilen</translation>
        </message>
        <message numerus="yes">
            <source>Redistribute %n interaction(s)</source>
            <translation>
                <numerusform>%n Vorgang neu verteilen</numerusform>
                <numerusform>%n Vorgänge neu verteilen</numerusform>
            </translation>
        </message>
        <message>
            <source>Whoever handles one of them now loses it; the customers keep waiting.</source>
            <translation>Wer gerade daran arbeitet, verliert es; die Kunden warten weiter.</translation>
        </message>
        <message>
            <source>Redistribute to %1</source>
            <translation>Neu verteilen an %1</translation>
        </message>
        <message>
            <source>By their own queues</source>
            <translation>Über die eigenen Warteschlangen</translation>
        </message>
        <message>
            <source>Mark all that are in here done?</source>
            <translation>Alles hierin erledigen?</translation>
        </message>
        <message numerus="yes">
            <source>Mark %n interaction(s) done?</source>
            <translation>
                <numerusform>%n Vorgang erledigen?</numerusform>
                <numerusform>%n Vorgänge erledigen?</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody will work on them, and customers who wait are gone. This cannot be undone.</source>
            <translation>Niemand arbeitet mehr daran, und wartende Kunden sind fort. Das lässt sich nicht rückgängig machen.</translation>
        </message>
    </context>
    <context>
        <name>tandem::WaitingModel</name>
        <message>
            <source>Due %1</source>
            <translation>Fällig %1</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontakt</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Betreff</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Kanal</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorität</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Fällig</translation>
        </message>
        <message>
            <source>Returns</source>
            <comment>when a parked one goes back to its queue</comment>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>Unknown contact</source>
            <translation>Unbekannter Kontakt</translation>
        </message>
        <message>
            <source>overdue by %1</source>
            <translation>überfällig seit %1</translation>
        </message>
        <message>
            <source>in %1</source>
            <comment>due in so much time</comment>
            <translation>in %1</translation>
        </message>
        <message>
            <source>when taken</source>
            <comment>a parked one has no time of return</comment>
            <translation>bei Übernahme</translation>
        </message>
        <message>
            <source>priority %1</source>
            <translation>Priorität %1</translation>
        </message>
        <message>
            <source>due %1</source>
            <comment>in 5 min; overdue by 5 min</comment>
            <translation>fällig %1</translation>
        </message>
        <message>
            <source>waiting for %1</source>
            <translation>wartet seit %1</translation>
        </message>
    </context>
    <context>
        <name>tandem::WaitingPane</name>
        <message>
            <source>Search contact or subject</source>
            <translation>Kontakt oder Betreff suchen</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Reihenfolge</translation>
        </message>
        <message>
            <source>Oldest first</source>
            <translation>Älteste zuerst</translation>
        </message>
        <message>
            <source>Highest priority first</source>
            <translation>Höchste Priorität zuerst</translation>
        </message>
        <message>
            <source>Due first</source>
            <translation>Fällige zuerst</translation>
        </message>
        <message>
            <source>Interactions</source>
            <translation>Vorgänge</translation>
        </message>
        <message>
            <source>Queues and workbins</source>
            <translation>Warteschlangen und Ablagen</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n wartet</numerusform>
                <numerusform>%n warten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n parked</source>
            <translation>
                <numerusform>%n geparkt</numerusform>
                <numerusform>%n geparkt</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose a queue or a workbin</source>
            <translation>Warteschlange oder Ablage wählen</translation>
        </message>
        <message>
            <source>Reading …</source>
            <translation>Wird gelesen …</translation>
        </message>
        <message>
            <source>This queue is not open to you</source>
            <translation>Diese Warteschlange ist für Sie nicht offen</translation>
        </message>
        <message>
            <source>What waits here comes to you, if it does, as an offer.</source>
            <translation>Was hier wartet, kommt gegebenenfalls als Angebot zu Ihnen.</translation>
        </message>
        <message>
            <source>The list cannot be read</source>
            <translation>Die Liste ist nicht lesbar</translation>
        </message>
        <message>
            <source>There is no answer from the server.</source>
            <translation>Der Server antwortet nicht.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Nichts gefunden</translation>
        </message>
        <message>
            <source>No contact and no subject has this in it.</source>
            <translation>Das steht in keinem Kontakt und keinem Betreff.</translation>
        </message>
        <message>
            <source>Nobody is waiting</source>
            <translation>Niemand wartet</translation>
        </message>
        <message>
            <source>Whoever comes and finds nobody free stands here.</source>
            <translation>Wer kommt und niemanden frei findet, steht hier.</translation>
        </message>
        <message>
            <source>Nothing is parked here</source>
            <translation>Hier ist nichts geparkt</translation>
        </message>
        <message>
            <source>Use Park in a conversation to put it aside for later.</source>
            <translation>Mit Parken legen Sie ein Gespräch für später zurück.</translation>
        </message>
    </context>
    <context>
        <name>tandem::WallboardPage</name>
        <message>
            <source>Wallboard</source>
            <translation>Wallboard</translation>
        </message>
        <message>
            <source>Waiting now</source>
            <translation>Jetzt wartend</translation>
        </message>
        <message>
            <source>Longest wait</source>
            <translation>Längste Wartezeit</translation>
        </message>
        <message>
            <source>Abandoned today</source>
            <translation>Heute aufgegeben</translation>
        </message>
        <message>
            <source>Free agents</source>
            <translation>Freie Agenten</translation>
        </message>
        <message>
            <source>Queues shown</source>
            <translation>Gezeigte Warteschlangen</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>Vollbild</translation>
        </message>
        <message>
            <source>F11</source>
            <translation>F11</translation>
        </message>
        <message>
            <source>All queues</source>
            <translation>Alle Warteschlangen</translation>
        </message>
        <message numerus="yes">
            <source>%n queue(s)</source>
            <translation>
                <numerusform>%n Warteschlange</numerusform>
                <numerusform>%n Warteschlangen</numerusform>
            </translation>
        </message>
        <message>
            <source>one who comes now waits %1</source>
            <translation>wer jetzt kommt, wartet %1</translation>
        </message>
        <message>
            <source>nobody waits</source>
            <translation>niemand wartet</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>abandoned, entered</comment>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>of %1 ready</source>
            <translation>von %1 bereit</translation>
        </message>
    </context>
    <context>
        <name>tandem::WorkPage</name>
        <message>
            <source>No conversations</source>
            <translation>Keine Gespräche</translation>
        </message>
        <message>
            <source>Those you accept stand here.</source>
            <translation>Angenommene Gespräche stehen hier.</translation>
        </message>
    </context>
    <context>
        <name>tandem::visitor::VisitorPane</name>
        <message>
            <source>The customer's page has told nothing about itself.</source>
            <translation>Die Seite des Kunden hat nichts mitgeteilt.</translation>
        </message>
        <message>
            <source>Visitor</source>
            <translation>Besucher</translation>
        </message>
    </context>
    <context>
        <name>ChartWords</name>
        <message>
            <source>State %1</source>
            <translation>Zustand %1</translation>
        </message>
        <message>
            <source>State with states, %1</source>
            <translation>Zustand mit Zuständen, %1</translation>
        </message>
        <message>
            <source>Parallel state %1</source>
            <translation>Paralleler Zustand %1</translation>
        </message>
        <message>
            <source>Final state %1</source>
            <translation>Endzustand %1</translation>
        </message>
        <message>
            <source>History %1</source>
            <translation>Gedächtnis %1</translation>
        </message>
        <message>
            <source>Deep history %1</source>
            <translation>Tiefes Gedächtnis %1</translation>
        </message>
        <message>
            <source>in %1</source>
            <translation>in %1</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <comment>event of a transition, its target</comment>
            <translation>%1 nach %2</translation>
        </message>
        <message>
            <source>without event</source>
            <translation>ohne Ereignis</translation>
        </message>
    </context>
    <context>
        <name>tandem::ChartView</name>
        <message>
            <source>Zoom in</source>
            <translation>Vergrößern</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>Verkleinern</translation>
        </message>
        <message>
            <source>Fit into the view</source>
            <translation>Einpassen</translation>
        </message>
        <message>
            <source>State chart</source>
            <translation>Zustandsdiagramm</translation>
        </message>
    </context>
    <context>
        <name>tandem::InstallDialog</name>
        <message>
            <source>New sessions run this version from now on</source>
            <translation>Neue Sitzungen führen ab jetzt diese Version aus</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>Installieren</translation>
        </message>
        <message>
            <source>New strategy</source>
            <translation>Neue Strategie</translation>
        </message>
        <message>
            <source>New version of %1</source>
            <translation>Neue Version von %1</translation>
        </message>
        <message>
            <source>From the file %1</source>
            <translation>Aus der Datei %1</translation>
        </message>
        <message>
            <source>Code of the strategy</source>
            <translation>Kürzel der Strategie</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>What is new in this version</source>
            <translation>Was in dieser Version neu ist</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Kürzel</translation>
        </message>
        <message>
            <source>What was found in the document</source>
            <translation>Was im Dokument gefunden wurde</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Checking the document …</source>
            <translation>Das Dokument wird geprüft …</translation>
        </message>
        <message>
            <source>The document is in order.</source>
            <translation>Das Dokument ist in Ordnung.</translation>
        </message>
        <message numerus="yes">
            <source>%n places stand against it. Correct them in the file and choose it again.</source>
            <translation>
                <numerusform>%n Stelle spricht dagegen. Berichtigen Sie sie in der Datei und wählen Sie die Datei erneut.</numerusform>
                <numerusform>%n Stellen sprechen dagegen. Berichtigen Sie sie in der Datei und wählen Sie die Datei erneut.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1:%2  %3</source>
            <comment>line, column, what is wrong</comment>
            <translation>%1:%2  %3</translation>
        </message>
        <message>
            <source>There is a strategy of this code.</source>
            <translation>Es gibt schon eine Strategie mit diesem Kürzel.</translation>
        </message>
    </context>
    <context>
        <name>tandem::SessionsPanel</name>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Läuft</translation>
        </message>
        <message>
            <source>Recorded sessions</source>
            <translation>Aufgezeichnete Sitzungen</translation>
        </message>
        <message>
            <source>The sessions cannot be shown</source>
            <translation>Die Sitzungen können nicht gezeigt werden</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>Reading the sessions …</source>
            <translation>Die Sitzungen werden gelesen …</translation>
        </message>
        <message>
            <source>No session runs</source>
            <translation>Keine Sitzung läuft</translation>
        </message>
        <message>
            <source>No interaction is in this strategy now.</source>
            <translation>Keine Interaktion ist gerade in dieser Strategie.</translation>
        </message>
        <message>
            <source>No sessions yet</source>
            <translation>Noch keine Sitzungen</translation>
        </message>
        <message>
            <source>Each interaction of a queue that names this strategy stands here, step by step.</source>
            <translation>Jede Interaktion einer Warteschlange, die diese Strategie nennt, steht hier, Schritt für Schritt.</translation>
        </message>
    </context>
    <context>
        <name>tandem::StateItem</name>
        <message>
            <source>active</source>
            <translation>aktiv</translation>
        </message>
        <message numerus="yes">
            <source>%n interactions here</source>
            <translation>
                <numerusform>%n Interaktion hier</numerusform>
                <numerusform>%n Interaktionen hier</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::StepDetails</name>
        <message>
            <source>What the step did</source>
            <translation>Was der Schritt getan hat</translation>
        </message>
        <message>
            <source>Failure</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>Actions</source>
            <translation>Aktionen</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>Cut off</source>
            <translation>Abgebrochen</translation>
        </message>
        <message numerus="yes">
            <source>%n scripts took too long and were stopped</source>
            <translation>
                <numerusform>%n Skript dauerte zu lange und wurde abgebrochen</numerusform>
                <numerusform>%n Skripte dauerten zu lange und wurden abgebrochen</numerusform>
            </translation>
        </message>
        <message>
            <source>States after it</source>
            <translation>Zustände danach</translation>
        </message>
        <message>
            <source>None: it is over</source>
            <translation>Keine: sie ist zu Ende</translation>
        </message>
        <message>
            <source>Event data</source>
            <translation>Daten des Ereignisses</translation>
        </message>
        <message>
            <source>refused: %1</source>
            <translation>abgelehnt: %1</translation>
        </message>
    </context>
    <context>
        <name>tandem::Strategies</name>
        <message>
            <source>Version %1</source>
            <translation>Version %1</translation>
        </message>
        <message>
            <source>No active version</source>
            <translation>Keine aktive Version</translation>
        </message>
        <message>
            <source>Queues: %1</source>
            <translation>Warteschlangen: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n running</source>
            <comment>sessions of a strategy</comment>
            <translation>
                <numerusform>%n läuft</numerusform>
                <numerusform>%n laufen</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>a strategy's name, its id</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Version %1 of %2 is stored.</source>
            <translation>Version %1 von %2 ist gespeichert.</translation>
        </message>
        <message>
            <source>New sessions of %1 run version %2 now.</source>
            <translation>Neue Sitzungen von %1 führen jetzt Version %2 aus.</translation>
        </message>
        <message>
            <source>The strategy %1 is removed.</source>
            <translation>Die Strategie %1 ist entfernt.</translation>
        </message>
        <message>
            <source>The strategy %1 stays: a queue names it, or sessions run it. Take it from its queues and wait until its sessions are over.</source>
            <translation>Die Strategie %1 bleibt: Eine Warteschlange nennt sie oder Sitzungen führen sie aus. Nehmen Sie sie aus ihren Warteschlangen und warten Sie, bis ihre Sitzungen zu Ende sind.</translation>
        </message>
    </context>
    <context>
        <name>tandem::StrategiesView</name>
        <message>
            <source>No queue names it</source>
            <translation>Keine Warteschlange nennt sie</translation>
        </message>
        <message>
            <source>Queues: %1</source>
            <translation>Warteschlangen: %1</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Neu …</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Strategies</source>
            <translation>Strategien</translation>
        </message>
        <message>
            <source>Add a strategy</source>
            <translation>Strategie hinzufügen</translation>
        </message>
        <message>
            <source>List of strategies</source>
            <translation>Liste der Strategien</translation>
        </message>
        <message>
            <source>No session of this interaction is recorded.</source>
            <translation>Keine Sitzung dieser Interaktion ist aufgezeichnet.</translation>
        </message>
        <message>
            <source>The strategies cannot be shown</source>
            <translation>Die Strategien können nicht gezeigt werden</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>Reading the strategies …</source>
            <translation>Die Strategien werden gelesen …</translation>
        </message>
        <message>
            <source>No strategies yet</source>
            <translation>Noch keine Strategien</translation>
        </message>
        <message>
            <source>A strategy is a state chart (SCXML) that decides what becomes of each interaction of a queue that names it.</source>
            <translation>Eine Strategie ist ein Zustandsdiagramm (SCXML). Es entscheidet, was aus jeder Interaktion einer Warteschlange wird, die es nennt.</translation>
        </message>
        <message>
            <source>Install the first one</source>
            <translation>Die erste installieren</translation>
        </message>
        <message>
            <source>Install a strategy</source>
            <translation>Strategie installieren</translation>
        </message>
        <message>
            <source>State chart (*.scxml *.xml);;All files (*)</source>
            <translation>Zustandsdiagramm (*.scxml *.xml);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>%1 cannot be read: %2</source>
            <translation>%1 kann nicht gelesen werden: %2</translation>
        </message>
        <message>
            <source>%1 is too large: a strategy has at most %2 KiB.</source>
            <translation>%1 ist zu groß: Eine Strategie hat höchstens %2 KiB.</translation>
        </message>
    </context>
    <context>
        <name>tandem::StrategyPane</name>
        <message>
            <source>Go back to version %1 of %2?</source>
            <translation>Zu Version %1 von %2 zurückkehren?</translation>
        </message>
        <message>
            <source>Activate version %1 of %2?</source>
            <translation>Version %1 von %2 aktivieren?</translation>
        </message>
        <message>
            <source>New sessions run it from now on. Sessions that run finish on their own version.</source>
            <translation>Neue Sitzungen führen sie ab jetzt aus. Laufende Sitzungen enden auf ihrer eigenen Version.</translation>
        </message>
        <message>
            <source>Roll back</source>
            <translation>Zurückkehren</translation>
        </message>
        <message>
            <source>Activate</source>
            <translation>Aktivieren</translation>
        </message>
        <message>
            <source>Remove the strategy %1?</source>
            <translation>Die Strategie %1 entfernen?</translation>
        </message>
        <message>
            <source>All its versions are removed. What its sessions did stays recorded.</source>
            <translation>Alle ihre Versionen werden entfernt. Was ihre Sitzungen getan haben, bleibt aufgezeichnet.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Export version %1</source>
            <translation>Version %1 exportieren</translation>
        </message>
        <message>
            <source>State chart (*.scxml)</source>
            <translation>Zustandsdiagramm (*.scxml)</translation>
        </message>
        <message>
            <source>The document is written to %1.</source>
            <translation>Das Dokument ist in %1 geschrieben.</translation>
        </message>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>%1 kann nicht geschrieben werden: %2</translation>
        </message>
        <message>
            <source>Remove …</source>
            <translation>Entfernen …</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versionen</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>Sitzungen</translation>
        </message>
        <message>
            <source>version %1 is active</source>
            <translation>Version %1 ist aktiv</translation>
        </message>
        <message>
            <source>no version is active</source>
            <translation>keine Version ist aktiv</translation>
        </message>
        <message>
            <source>no queue names it</source>
            <translation>keine Warteschlange nennt sie</translation>
        </message>
        <message>
            <source>queues: %1</source>
            <translation>Warteschlangen: %1</translation>
        </message>
        <message>
            <source>The chart cannot be drawn</source>
            <translation>Das Diagramm kann nicht gezeichnet werden</translation>
        </message>
        <message>
            <source>Recorded: version %1</source>
            <translation>Aufgezeichnet: Version %1</translation>
        </message>
    </context>
    <context>
        <name>tandem::StrategySessionsModel</name>
        <message>
            <source>Interaction %1</source>
            <translation>Interaktion %1</translation>
        </message>
        <message>
            <source>version %1</source>
            <translation>Version %1</translation>
        </message>
        <message numerus="yes">
            <source>%n steps</source>
            <translation>
                <numerusform>%n Schritt</numerusform>
                <numerusform>%n Schritte</numerusform>
            </translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Läuft</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>Vorbei</translation>
        </message>
        <message>
            <source>Replaced</source>
            <translation>Abgelöst</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Gescheitert</translation>
        </message>
    </context>
    <context>
        <name>tandem::StrategyTraceModel</name>
        <message>
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Step %1</source>
            <translation>Schritt %1</translation>
        </message>
        <message>
            <source>with a failure</source>
            <translation>mit einem Fehler</translation>
        </message>
        <message numerus="yes">
            <source>%n log lines</source>
            <translation>
                <numerusform>%n Protokollzeile</numerusform>
                <numerusform>%n Protokollzeilen</numerusform>
            </translation>
        </message>
        <message>
            <source>failed</source>
            <translation>gescheitert</translation>
        </message>
        <message>
            <source>This session is no longer there.</source>
            <translation>Diese Sitzung gibt es nicht mehr.</translation>
        </message>
    </context>
    <context>
        <name>tandem::StrategyVersions</name>
        <message>
            <source>Version %1</source>
            <translation>Version %1</translation>
        </message>
        <message>
            <source>came with Tandem</source>
            <translation>mit Tandem geliefert</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>time, author</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>Aktiv</translation>
        </message>
        <message numerus="yes">
            <source>%n sessions run it</source>
            <translation>
                <numerusform>%n Sitzung führt sie aus</numerusform>
                <numerusform>%n Sitzungen führen sie aus</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tandem::TracePanel</name>
        <message>
            <source>All sessions</source>
            <translation>Alle Sitzungen</translation>
        </message>
        <message>
            <source>First step</source>
            <translation>Erster Schritt</translation>
        </message>
        <message>
            <source>Previous step</source>
            <translation>Voriger Schritt</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>Nächster Schritt</translation>
        </message>
        <message>
            <source>Last step</source>
            <translation>Letzter Schritt</translation>
        </message>
        <message>
            <source>Steps of the session</source>
            <translation>Schritte der Sitzung</translation>
        </message>
        <message>
            <source>The session cannot be shown</source>
            <translation>Die Sitzung kann nicht gezeigt werden</translation>
        </message>
        <message>
            <source>Reading the steps …</source>
            <translation>Die Schritte werden gelesen …</translation>
        </message>
        <message>
            <source>Interaction %1</source>
            <translation>Interaktion %1</translation>
        </message>
        <message>
            <source>%1 · version %2</source>
            <comment>outcome of a session, its strategy's version</comment>
            <translation>%1 · Version %2</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>step</comment>
            <translation>%1 von %2</translation>
        </message>
    </context>
    <context>
        <name>tandem::VersionsPanel</name>
        <message>
            <source>Activate …</source>
            <translation>Aktivieren …</translation>
        </message>
        <message>
            <source>Export …</source>
            <translation>Exportieren …</translation>
        </message>
        <message>
            <source>Install a new version …</source>
            <translation>Neue Version installieren …</translation>
        </message>
        <message numerus="yes">
            <source>%n running</source>
            <comment>sessions of a version</comment>
            <translation>
                <numerusform>%n läuft</numerusform>
                <numerusform>%n laufen</numerusform>
            </translation>
        </message>
        <message>
            <source>Versions of the strategy</source>
            <translation>Versionen der Strategie</translation>
        </message>
        <message>
            <source>Export this version</source>
            <translation>Diese Version exportieren</translation>
        </message>
        <message>
            <source>Roll back …</source>
            <translation>Zurückkehren …</translation>
        </message>
    </context>
    <context>
        <name>tandem::LinkDialog</name>
        <message>
            <source>Send link</source>
            <translation>Link senden</translation>
        </message>
        <message>
            <source>Send a link</source>
            <translation>Link senden</translation>
        </message>
        <message>
            <source>The customer sees a card and opens it with a click.</source>
            <translation>Der Kunde sieht eine Karte und öffnet sie mit einem Klick.</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Write an address that begins with https:// or http://, without blanks.</source>
            <translation>Schreiben Sie eine Adresse, die mit https:// oder http:// beginnt, ohne Leerzeichen.</translation>
        </message>
    </context>
    <context>
        <name>tandem::ConversationFiles</name>
        <message>
            <source>Saved: %1</source>
            <translation>Gespeichert: %1</translation>
        </message>
        <message>
            <source>Send files</source>
            <translation>Dateien senden</translation>
        </message>
        <message>
            <source>picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>Save file</source>
            <translation>Datei speichern</translation>
        </message>
    </context>
    <context>
        <name>tandem::FileTransfers</name>
        <message>
            <source>It is no file.</source>
            <translation>Das ist keine Datei.</translation>
        </message>
        <message>
            <source>The file is not there any more.</source>
            <translation>Die Datei ist nicht mehr da.</translation>
        </message>
    </context>
    <context>
        <name>tandem::TransferList</name>
        <message>
            <source>Files on their way</source>
            <translation>Dateien unterwegs</translation>
        </message>
        <message>
            <source>Progress of %1</source>
            <translation>Fortschritt von %1</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Cancel %1</source>
            <translation>%1 abbrechen</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>file: what is wrong</comment>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>FileProblems</name>
        <message>
            <source>No more files are allowed in this chat.</source>
            <translation>In diesem Chat sind keine weiteren Dateien erlaubt.</translation>
        </message>
        <message>
            <source>The files of this chat would be too large together.</source>
            <translation>Die Dateien dieses Chats wären zusammen zu groß.</translation>
        </message>
        <message>
            <source>The file is too large, or empty.</source>
            <translation>Die Datei ist zu groß oder leer.</translation>
        </message>
        <message>
            <source>Files of this kind are not allowed, or it holds something else than its name says.</source>
            <translation>Solche Dateien sind nicht erlaubt, oder sie enthält etwas anderes, als ihr Name sagt.</translation>
        </message>
        <message>
            <source>The virus scanner has found something in it.</source>
            <translation>Der Virenscanner hat etwas darin gefunden.</translation>
        </message>
    </context>
    <context>
        <name>PictureChoice</name>
        <message>
            <source>No picture</source>
            <translation>Kein Bild</translation>
        </message>
        <message>
            <source>%1 cannot be shown: %2</source>
            <translation>%1 kann nicht angezeigt werden: %2</translation>
        </message>
        <message>
            <source>Your picture: colleagues see it, and customers where the company shows pictures</source>
            <translation>Ihr Bild: Kollegen sehen es, und Kunden, wo das Unternehmen Bilder zeigt</translation>
        </message>
        <message>
            <source>Pictures (%1)</source>
            <translation>Bilder (%1)</translation>
        </message>
    </context>
    <context>
        <name>tandem::ContactRequests</name>
        <message>
            <source>The files would go to %1, and there is something already. Choose another name.</source>
            <translation>Die Dateien kämen nach %1, und dort liegt schon etwas. Wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <source>The files cannot be written to %1.</source>
            <translation>Die Dateien können nicht nach %1 geschrieben werden.</translation>
        </message>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>%1 kann nicht geschrieben werden: %2</translation>
        </message>
        <message>
            <source>All that is kept is in %1, the files in %2.</source>
            <translation>Alles, was gespeichert ist, steht in %1, die Dateien in %2.</translation>
        </message>
        <message>
            <source>All that is kept is in %1.</source>
            <translation>Alles, was gespeichert ist, steht in %1.</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) are damaged and were left out.</source>
            <translation>
                <numerusform>%n Datei ist beschädigt und wurde ausgelassen.</numerusform>
                <numerusform>%n Dateien sind beschädigt und wurden ausgelassen.</numerusform>
            </translation>
        </message>
        <message>
            <source>One of the interactions is open. End it first; nothing was erased.</source>
            <translation>Einer der Vorgänge ist offen. Beenden Sie ihn zuerst; es wurde nichts gelöscht.</translation>
        </message>
        <message>
            <source>The connection was lost. An erasure that has begun goes on by itself: look again in a moment.</source>
            <translation>Die Verbindung ist abgebrochen. Eine begonnene Löschung läuft von selbst weiter: Suchen Sie gleich noch einmal.</translation>
        </message>
    </context>
    <context>
        <name>tandem::ContactsView</name>
        <message>
            <source>Look up</source>
            <translation>Nachsehen</translation>
        </message>
        <message>
            <source>Export …</source>
            <translation>Exportieren …</translation>
        </message>
        <message>
            <source>Erase …</source>
            <translation>Löschen …</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Kontakte</translation>
        </message>
        <message>
            <source>What is kept of a contact, to be given to them or erased when they ask for it. Both stand in the audit.</source>
            <translation>Was über einen Kontakt gespeichert ist: zum Herausgeben oder Löschen, wenn er es verlangt. Beides steht in den Änderungen.</translation>
        </message>
        <message>
            <source>E-mail address or contact key</source>
            <translation>E-Mail-Adresse oder Kontaktschlüssel</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Needed for both, and kept for auditors: who asked for it, and how</source>
            <translation>Für beides nötig und für Prüfer aufbewahrt: wer es wie verlangt hat</translation>
        </message>
        <message>
            <source>Export the contact</source>
            <translation>Den Kontakt exportieren</translation>
        </message>
        <message>
            <source>Erase the contact</source>
            <translation>Den Kontakt löschen</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Looking what is kept …</source>
            <translation>Es wird nachgesehen …</translation>
        </message>
        <message>
            <source>It cannot be told what is kept</source>
            <translation>Was gespeichert ist, lässt sich nicht sagen</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>%1 is erased</source>
            <translation>%1 ist gelöscht</translation>
        </message>
        <message numerus="yes">
            <source>Of %n interaction(s) nothing is left but figures. Backups are not changed.</source>
            <translation>
                <numerusform>Von %n Vorgang sind nur noch Zahlen übrig. Sicherungen sind unverändert.</numerusform>
                <numerusform>Von %n Vorgängen sind nur noch Zahlen übrig. Sicherungen sind unverändert.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is kept of %1</source>
            <translation>Über %1 ist nichts gespeichert</translation>
        </message>
        <message>
            <source>Is it written as the contact has given it?</source>
            <translation>Ist es so geschrieben, wie der Kontakt es angegeben hat?</translation>
        </message>
        <message>
            <source>Of whom?</source>
            <translation>Über wen?</translation>
        </message>
        <message>
            <source>An e-mail address finds all that was said under it. A contact key is what an interaction is known again by, for example tel:+4930123.</source>
            <translation>Eine E-Mail-Adresse findet alles, was unter ihr gesagt wurde. Ein Kontaktschlüssel ist das, woran ein Vorgang wiedererkannt wird, zum Beispiel tel:+4930123.</translation>
        </message>
        <message numerus="yes">
            <source>%n interaction(s) are kept.</source>
            <translation>
                <numerusform>%n Vorgang ist gespeichert.</numerusform>
                <numerusform>%n Vorgänge sind gespeichert.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) were sent in them.</source>
            <translation>
                <numerusform>%n Datei wurde dabei geschickt.</numerusform>
                <numerusform>%n Dateien wurden dabei geschickt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them are open. End them first; then they can be erased.</source>
            <translation>
                <numerusform>%n davon ist offen. Beenden Sie ihn zuerst; dann kann gelöscht werden.</numerusform>
                <numerusform>%n davon sind offen. Beenden Sie sie zuerst; dann kann gelöscht werden.</numerusform>
            </translation>
        </message>
        <message>
            <source>Export what is kept</source>
            <translation>Exportieren, was gespeichert ist</translation>
        </message>
        <message>
            <source>Document (*.json)</source>
            <translation>Dokument (*.json)</translation>
        </message>
        <message numerus="yes">
            <source>Names, texts, data, keys and files of %n interaction(s) are taken out for ever, and nobody can bring them back. Figures stay, and backups are not changed.</source>
            <translation>
                <numerusform>Namen, Texte, Daten, Schlüssel und Dateien von %n Vorgang werden für immer entfernt; niemand kann sie zurückholen. Zahlen bleiben, und Sicherungen werden nicht verändert.</numerusform>
                <numerusform>Namen, Texte, Daten, Schlüssel und Dateien von %n Vorgängen werden für immer entfernt; niemand kann sie zurückholen. Zahlen bleiben, und Sicherungen werden nicht verändert.</numerusform>
            </translation>
        </message>
        <message>
            <source>Erase %1?</source>
            <translation>%1 löschen?</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>Löschen</translation>
        </message>
    </context>
    <context>
        <name>tandem::RedactDialog</name>
        <message>
            <source>Redact</source>
            <translation>Schwärzen</translation>
        </message>
        <message>
            <source>Redact a message</source>
            <translation>Eine Nachricht schwärzen</translation>
        </message>
        <message>
            <source>Select what is to be taken out. It is gone for ever, also for everybody else; that something was redacted stays to be seen.</source>
            <translation>Markieren Sie, was entfernt werden soll. Es ist für immer und für alle weg; dass etwas geschwärzt wurde, bleibt zu sehen.</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Nachricht</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Signed with the transcript, and kept for auditors</source>
            <translation>Wird mit dem Verlauf signiert und für Prüfer aufbewahrt</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message numerus="yes">
            <source>%n character(s) are taken out.</source>
            <translation>
                <numerusform>%n Zeichen wird entfernt.</numerusform>
                <numerusform>%n Zeichen werden entfernt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is selected: the whole message is taken out.</source>
            <translation>Nichts ist markiert: Die ganze Nachricht wird entfernt.</translation>
        </message>
    </context>
    <context>
        <name>tandem::TranscriptCells</name>
        <message>
            <source>%1 · %2</source>
            <comment>when, about what</comment>
            <translation>%1 · %2</translation>
        </message>
    </context>
    <context>
        <name>tandem::TranscriptReader</name>
        <message>
            <source>It is redacted.</source>
            <translation>Es ist geschwärzt.</translation>
        </message>
    </context>
    <context>
        <name>tandem::TranscriptsPane</name>
        <message>
            <source>Redact …</source>
            <translation>Schwärzen …</translation>
        </message>
        <message>
            <source>Conversations that are done</source>
            <translation>Erledigte Gespräche</translation>
        </message>
        <message>
            <source>Take out the message that is chosen, or a passage of it</source>
            <translation>Die gewählte Nachricht oder eine Stelle darin entfernen</translation>
        </message>
        <message>
            <source>Looking …</source>
            <translation>Es wird gesucht …</translation>
        </message>
        <message>
            <source>They cannot be listed</source>
            <translation>Sie können nicht aufgelistet werden</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>No conversation is done yet</source>
            <translation>Noch ist kein Gespräch erledigt</translation>
        </message>
        <message>
            <source>Nothing is found</source>
            <translation>Nichts gefunden</translation>
        </message>
        <message>
            <source>The search looks at names of contacts and at subjects.</source>
            <translation>Gesucht wird in Namen von Kontakten und in Betreffen.</translation>
        </message>
        <message>
            <source>Reading …</source>
            <translation>Wird gelesen …</translation>
        </message>
        <message>
            <source>Choose a conversation</source>
            <translation>Wählen Sie ein Gespräch</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>subject, when</comment>
            <translation>%1 · %2</translation>
        </message>
    </context>
</TS>
