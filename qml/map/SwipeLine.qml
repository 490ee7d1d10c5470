// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Catchment

// The line between two maps that lie in the same place: drag it, or move it by the arrow keys.
Item {
    id: root

    required property mapColours colours
    // Of the parent's width.
    property real share: 0.5

    x: parent.width * share - width / 2
    width: 28
    // From below what lies over both maps.
    property real above: 0

    y: above
    height: parent.height - above
    activeFocusOnTab: true
    Accessible.role: Accessible.Slider
    Accessible.name: qsTr("Line between the compared maps")
    Keys.onLeftPressed: share = Math.max(0, share - 0.02)
    Keys.onRightPressed: share = Math.min(1, share + 0.02)

    Rectangle {
        anchors { horizontalCenter: parent.horizontalCenter; top: parent.top; bottom: parent.bottom }
        width: 2
        color: root.activeFocus ? root.colours.accent : root.colours.text
    }
    Rectangle {
        anchors.centerIn: parent
        width: 28
        height: 28
        radius: 14
        color: root.colours.panel
        border { color: root.activeFocus ? root.colours.accent : root.colours.text; width: 2 }

        Text {
            anchors.centerIn: parent
            text: "◂▸"
            color: root.colours.text
            font { family: "Inter"; pixelSize: 11 }
        }
    }
    MouseArea {
        anchors.fill: parent
        cursorShape: Qt.SplitHCursor
        preventStealing: true
        onPressed: root.forceActiveFocus(Qt.MouseFocusReason)
        onPositionChanged: mouse => {
            const at = root.mapToItem(root.parent, mouse.x, 0).x;
            root.share = Math.min(1, Math.max(0, at / root.parent.width));
        }
    }
}
