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
            <source>%1 sent a file</source>
            <translation>%1 hat eine Datei gesendet</translation>
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
    </context>
    <context>
        <name>tandem::AvatarButton</name>
        <message>
            <source>Your menu</source>
            <translation>Ihr Menü</translation>
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
        <name>tandem::ConversationHeader</name>
        <message>
            <source>Transfer</source>
            <translation>Weitergeben</translation>
        </message>
        <message>
            <source>Give this conversation to a colleague (Ctrl+T)</source>
            <translation>Dieses Gespräch weitergeben (Strg+T)</translation>
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
            <source>Chat</source>
            <translation>Chat</translation>
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
    </context>
    <context>
        <name>tandem::NoticeBar</name>
        <message>
            <source>Close this notice</source>
            <translation>Hinweis schließen</translation>
        </message>
    </context>
    <context>
        <name>tandem::OfferAlert</name>
        <message>
            <source>Offer</source>
            <translation>Angebot</translation>
        </message>
        <message>
            <source>New conversation · %1</source>
            <translation>Neues Gespräch · %1</translation>
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
        <message>
            <source>New chat · %1</source>
            <comment>queue</comment>
            <translation>Neuer Chat · %1</translation>
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
        <name>tandem::Rail</name>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
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
        <name>tandem::StatusMenu</name>
        <message>
            <source>Choose your status</source>
            <translation>Status wählen</translation>
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
    </context>
    <context>
        <name>tandem::TransferDialog</name>
        <message>
            <source>Transfer</source>
            <translation>Weitergeben</translation>
        </message>
        <message>
            <source>Transfer conversation</source>
            <translation>Gespräch weitergeben</translation>
        </message>
        <message>
            <source>Transfer %1 to a colleague</source>
            <translation>%1 weitergeben</translation>
        </message>
        <message>
            <source>Search colleagues</source>
            <translation>Kollegen suchen</translation>
        </message>
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
            <source>Colleagues</source>
            <translation>Team</translation>
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
            <source>Nobody found</source>
            <translation>Niemand gefunden</translation>
        </message>
        <message>
            <source>There are no other agents.</source>
            <translation>Es gibt keine anderen Agenten.</translation>
        </message>
        <message>
            <source>Nobody has a name like this.</source>
            <translation>Niemand heißt so.</translation>
        </message>
        <message>
            <source>Transfer to %1</source>
            <translation>Weitergeben an %1</translation>
        </message>
        <message>
            <source>%1 is not free</source>
            <translation>%1 ist nicht frei</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
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
</TS>
