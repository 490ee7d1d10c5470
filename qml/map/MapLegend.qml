// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Catchment

// Who reaches what: swatch, code, name, share of the users, median RTT. A click on its head folds it.
Rectangle {
    id: root

    required property mapColours colours
    required property list<legendEntry> entries
    property real maximumHeight: 400
    property bool folded: false

    signal entryClicked(string code)

    visible: entries.length > 0
    width: 236
    height: Math.min(maximumHeight, head.height + (folded ? 0 : rows.contentHeight + notes.height + 6))
    radius: 6
    clip: true
    color: Qt.alpha(colours.panel, 0.93)
    border.color: colours.line

    // Presses and wheel turns on the card are not for the map.
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        onWheel: wheel => wheel.accepted = true
    }

    Item {
        id: head

        width: parent.width
        height: 28
        activeFocusOnTab: true
        Accessible.role: Accessible.Button
        Accessible.name: root.folded ? qsTr("Show the legend") : qsTr("Fold the legend")
        Accessible.onPressAction: root.folded = !root.folded
        Keys.onReturnPressed: root.folded = !root.folded
        Keys.onSpacePressed: root.folded = !root.folded

        LegendText {
            anchors { left: parent.left; leftMargin: 12; verticalCenter: parent.verticalCenter }
            text: (root.folded ? "▸ " : "▾ ") + qsTr("Regions")
            color: head.activeFocus ? root.colours.accent : root.colours.muted
            font.pixelSize: 11
        }
        LegendText {
            anchors { right: parent.right; rightMargin: 68; verticalCenter: parent.verticalCenter }
            visible: !root.folded
            text: qsTr("users")
            color: root.colours.muted
            font.pixelSize: 11
        }
        LegendText {
            anchors { right: parent.right; rightMargin: 12; verticalCenter: parent.verticalCenter }
            visible: !root.folded
            text: qsTr("median")
            color: root.colours.muted
            font.pixelSize: 11
        }
        TapHandler {
            onTapped: root.folded = !root.folded
        }
    }

    ListView {
        id: rows

        anchors { top: head.bottom; left: parent.left; right: parent.right; bottom: notes.top }
        visible: !root.folded
        clip: true
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        model: root.entries

        delegate: Item {
            id: row

            required property legendEntry modelData

            width: rows.width
            height: 22

            Rectangle {
                anchors.fill: parent
                anchors { leftMargin: 6; rightMargin: 6 }
                radius: 4
                color: root.colours.hover
                visible: pointer.hovered
            }
            Rectangle {
                x: 12
                anchors.verticalCenter: parent.verticalCenter
                width: 12
                height: 12
                radius: 3
                color: row.modelData.colour
            }
            LegendText {
                x: 32
                anchors.verticalCenter: parent.verticalCenter
                text: row.modelData.code
                color: root.colours.text
                font.weight: Font.DemiBold
            }
            LegendText {
                x: 62
                width: parent.width - x - 106
                anchors.verticalCenter: parent.verticalCenter
                text: row.modelData.name
                color: root.colours.text
                elide: Text.ElideRight
            }
            LegendText {
                anchors { right: parent.right; rightMargin: 68; verticalCenter: parent.verticalCenter }
                text: row.modelData.share
                color: root.colours.text
                font.weight: Font.Medium
            }
            LegendText {
                anchors { right: parent.right; rightMargin: 12; verticalCenter: parent.verticalCenter }
                text: row.modelData.rtt
                color: root.colours.text
            }
            HoverHandler {
                id: pointer
            }
            TapHandler {
                onTapped: root.entryClicked(row.modelData.code)
            }
        }
    }

    Column {
        id: notes

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: 12; bottomMargin: 8 }
        visible: !root.folded
        spacing: 2
        topPadding: 4

        LegendText {
            text: "◎  " + qsTr("not at the nearest region")
            color: root.colours.muted
            font.pixelSize: 11
        }
        LegendText {
            text: qsTr("Cells are interpolated from cities.")
            color: root.colours.muted
            font.pixelSize: 11
        }
    }
}
