<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>catchment::app::FileActions</name>
    <message numerus="yes">
        <source>%n files were dropped; drop one scenario file, or the folder of one world or one lesson.</source>
        <translation>
            <numerusform>%n file was dropped; drop one scenario file, or the folder of one world or one lesson.</numerusform>
            <numerusform>%n files were dropped; drop one scenario file, or the folder of one world or one lesson.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>catchment::app::MarkView</name>
    <message numerus="yes">
        <source>%n city(s) painted.</source>
        <translation>
            <numerusform>%n city painted.</numerusform>
            <numerusform>%n cities painted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>catchment::app::WishPanel</name>
    <message numerus="yes">
        <source>None of the %n single changes tried does.</source>
        <translation>
            <numerusform>The %n single change tried does not.</numerusform>
            <numerusform>None of the %n single changes tried does.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>catchment::qml::LiveMap</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
</TS>
