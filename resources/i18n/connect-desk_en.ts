<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- Only texts with a number: English needs its plural forms, everything else stands in the sources. -->
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>desk::ErrorWording</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ProfileFileWording</name>
    <message numerus="yes">
        <source>%n profile(s) imported</source>
        <translation>
            <numerusform>%n profile imported</numerusform>
            <numerusform>%n profiles imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) exported</source>
        <translation>
            <numerusform>%n profile exported</numerusform>
            <numerusform>%n profiles exported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) in the file cannot be used</source>
        <translation>
            <numerusform>%n profile in the file cannot be used</numerusform>
            <numerusform>%n profiles in the file cannot be used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::TimeWording</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ToolWording</name>
    <message numerus="yes">
        <source>%n tool(s), read %1</source>
        <translation>
            <numerusform>%n tool, read %1</numerusform>
            <numerusform>%n tools, read %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n field(s)</source>
        <translation>
            <numerusform>%1 of %n field</numerusform>
            <numerusform>%1 of %n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tools are called %1. Choose one of them from the list.</source>
        <translation>
            <numerusform>%n tool is called %1. Choose it from the list.</numerusform>
            <numerusform>%n tools are called %1. Choose one of them from the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::EvidenceDialog</name>
    <message numerus="yes">
        <source>%n screenshot(s), which show personal data</source>
        <translation>
            <numerusform>%n screenshot, which shows personal data</numerusform>
            <numerusform>%n screenshots, which show personal data</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::FaultLab</name>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n armed</source>
        <translation>
            <numerusform>%n armed</numerusform>
            <numerusform>%n armed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set elsewhere</source>
        <translation>
            <numerusform>%n set elsewhere</numerusform>
            <numerusform>%n set elsewhere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::InspectorPanel</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) cleared.</source>
        <translation>
            <numerusform>%n request cleared.</numerusform>
            <numerusform>%n requests cleared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) exported.</source>
        <translation>
            <numerusform>%n request exported.</numerusform>
            <numerusform>%n requests exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::JsonDelegate</name>
    <message numerus="yes">
        <source>{ %n member(s) }</source>
        <translation>
            <numerusform>{ %n member }</numerusform>
            <numerusform>{ %n members }</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[ %n item(s) ]</source>
        <translation>
            <numerusform>[ %n item ]</numerusform>
            <numerusform>[ %n items ]</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ScenarioModel</name>
    <message numerus="yes">
        <source>Armed, %n time(s) left</source>
        <translation>
            <numerusform>Armed, once more</numerusform>
            <numerusform>Armed, %n times left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::TimelineWording</name>
    <message numerus="yes">
        <source>%n older entries were dropped</source>
        <translation>
            <numerusform>%n older entry was dropped</numerusform>
            <numerusform>%n older entries were dropped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::BatchVerbRun</name>
    <message numerus="yes">
        <source>Nothing was sent: %n problem(s) in the table.</source>
        <translation>
            <numerusform>Nothing was sent: %n problem in the table.</numerusform>
            <numerusform>Nothing was sent: %n problems in the table.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::BatchWording</name>
    <message numerus="yes">
        <source>%n link(s) are embedded ones and work for an hour only.</source>
        <translation>
            <numerusform>%n link is an embedded one and works for an hour only.</numerusform>
            <numerusform>%n links are embedded ones and work for an hour only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::DuplicateWording</name>
    <message numerus="yes">
        <source>%n more look(s) alike.</source>
        <translation>
            <numerusform>%n more looks alike.</numerusform>
            <numerusform>%n more look alike.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::FollowUpBoard</name>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>%n waits for you</numerusform>
            <numerusform>%n wait for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::FollowUpWording</name>
    <message numerus="yes">
        <source>Magic link expires in %n day(s)</source>
        <translation>
            <numerusform>Magic link expires in %n day</numerusform>
            <numerusform>Magic link expires in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n integration(s) read</source>
        <translation>
            <numerusform>%n integration read</numerusform>
            <numerusform>%n integrations read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not known here</source>
        <translation>
            <numerusform>%n not known here</numerusform>
            <numerusform>%n not known here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n could not be read</numerusform>
            <numerusform>%n could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::LedgerWording</name>
    <message numerus="yes">
        <source>%Ln record(s) of others</source>
        <translation>
            <numerusform>%Ln record of others</numerusform>
            <numerusform>%Ln records of others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>%Ln attempt</numerusform>
            <numerusform>%Ln attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) wait to be written.</source>
        <translation>
            <numerusform>%Ln step waits to be written.</numerusform>
            <numerusform>%Ln steps wait to be written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more could not be kept.</source>
        <translation>
            <numerusform>%Ln more could not be kept.</numerusform>
            <numerusform>%Ln more could not be kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln integration(s)</source>
        <translation>
            <numerusform>%Ln integration</numerusform>
            <numerusform>%Ln integrations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::BatchFileBar</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::BatchRowsModel</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::BatchRunPanel</name>
    <message numerus="yes">
        <source>Create %n &amp;Link(s)</source>
        <translation>
            <numerusform>Create %n &amp;Link</numerusform>
            <numerusform>Create %n &amp;Links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %n &amp;Failed</source>
        <translation>
            <numerusform>Retry %n &amp;Failed</numerusform>
            <numerusform>Retry %n &amp;Failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %n Not &amp;Known…</source>
        <translation>
            <numerusform>Retry %n Not &amp;Known…</numerusform>
            <numerusform>Retry %n Not &amp;Known…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) for %1</source>
        <translation>
            <numerusform>%n row for %1</numerusform>
            <numerusform>%n rows for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) under %1</source>
        <translation>
            <numerusform>%n link under %1</numerusform>
            <numerusform>%n links under %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out</source>
        <translation>
            <numerusform>%n row left out</numerusform>
            <numerusform>%n rows left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) made</source>
        <translation>
            <numerusform>%n link made</numerusform>
            <numerusform>%n links made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not known</source>
        <translation>
            <numerusform>%n not known</numerusform>
            <numerusform>%n not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::BatchTable</name>
    <message numerus="yes">
        <source>%n row(s) without a link</source>
        <translation>
            <numerusform>%n row without a link</numerusform>
            <numerusform>%n rows without a link</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate(s)</source>
        <translation>
            <numerusform>%n duplicate</numerusform>
            <numerusform>%n duplicates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::BatchWindow</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n row(s) again that may have a link already?</source>
        <translation>
            <numerusform>Send %n row again that may have a link already?</numerusform>
            <numerusform>Send %n rows again that may have a link already?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ConnectForm</name>
    <message numerus="yes">
        <source>%n set</source>
        <translation>
            <numerusform>%n set</numerusform>
            <numerusform>%n set</numerusform>
        </translation>
    </message>
</context>
</TS>
