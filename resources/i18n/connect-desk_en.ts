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
</TS>
