<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
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
        <name>tandem::TeamModel</name>
        <message numerus="yes">
            <source>%1 of %n chat(s)</source>
            <translation>
                <numerusform>%1 of %n chat</numerusform>
                <numerusform>%1 of %n chats</numerusform>
            </translation>
        </message>
    </context>
</TS>
