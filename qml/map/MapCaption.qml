// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Catchment

// A line of text on a card at the top of the map.
Rectangle {
    id: root

    required property mapColours colours
    required property string text

    visible: text !== ""
    height: label.implicitHeight + 14
    radius: 6
    color: Qt.alpha(colours.panel, 0.9)
    border.color: colours.line

    Text {
        id: label

        anchors { fill: parent; leftMargin: 12; rightMargin: 12; topMargin: 7; bottomMargin: 7 }
        text: root.text
        color: root.colours.text
        wrapMode: Text.Wrap
        verticalAlignment: Text.AlignVCenter
        font { family: "Inter"; pixelSize: 14; weight: Font.Medium; hintingPreference: Font.PreferNoHinting }
    }
}
