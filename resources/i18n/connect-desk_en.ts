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
</TS>
