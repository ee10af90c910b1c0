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
</TS>
