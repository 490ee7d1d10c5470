// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Catchment

// Who reaches what: swatch, code, name, share of the users, median RTT; a click on a swatch shows that region alone.
// Below, the layers of the map. A click on a head folds its part.
Rectangle {
    id: root

    required property mapColours colours
    required property list<legendEntry> entries
    property real maximumHeight: 400
    property bool folded: false

    // What can be switched: each with word, name and whether it is shown.
    property list<layerEntry> layers
    // Code of the region that is shown alone; empty: all are.
    property string onlyRegion: ""
    // What the entries are; empty: regions.
    property string title: ""
    property bool layersOpen: false
    // What the signs mean; a second legend need not say it again.
    property bool notesShown: true

    signal entryClicked(string code)
    signal isolateClicked(string code)
    signal layerToggled(string word, bool shown)
    signal layerIsolated(string word)

    visible: entries.length > 0
    width: 236
    height: Math.min(maximumHeight, head.height + (folded ? 0 : rows.contentHeight + layerHead.height
        + (layersOpen ? layerRows.contentHeight : 0) + notesHeight + 6))
    // They are about regions.
    readonly property bool notesHere: notesShown && title === ""
    // Regions have their median on the right of the share.
    readonly property real shareMargin: title === "" ? 68 : 12
    readonly property real notesHeight: notesHere ? notes.height : 0
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
            text: (root.folded ? "▸ " : "▾ ") + (root.title === "" ? qsTr("Regions") : root.title)
            color: head.activeFocus ? root.colours.accent : root.colours.muted
            font.pixelSize: 11
        }
        LegendText {
            anchors { right: parent.right; rightMargin: root.shareMargin; verticalCenter: parent.verticalCenter }
            visible: !root.folded
            text: qsTr("users")
            color: root.colours.muted
            font.pixelSize: 11
        }
        LegendText {
            anchors { right: parent.right; rightMargin: 12; verticalCenter: parent.verticalCenter }
            visible: !root.folded && root.title === ""
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

        anchors { top: head.bottom; left: parent.left; right: parent.right }
        // The layers keep half of what there is when both do not fit.
        height: Math.min(contentHeight, Math.max(root.layersOpen ? 66 : 0, root.height - head.height - layerHead.height
            - root.notesHeight - 6 - (root.layersOpen ? Math.min(layerRows.contentHeight, root.height / 2) : 0)))
        visible: !root.folded
        clip: true
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        model: root.entries

        // There is more than is seen.
        Rectangle {
            parent: rows
            anchors { right: parent.right; rightMargin: 2 }
            y: rows.visibleArea.yPosition * rows.height
            width: 3
            height: rows.visibleArea.heightRatio * rows.height
            radius: 1.5
            color: root.colours.muted
            opacity: 0.6
            visible: rows.interactive
        }

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
            activeFocusOnTab: true
            opacity: root.onlyRegion === "" || root.onlyRegion === modelData.code ? 1 : 0.45
            Accessible.role: Accessible.ListItem
            Accessible.name: modelData.code + " " + modelData.name + ", " + modelData.share + ", " + modelData.rtt
            Keys.enabled: root.title === ""
            Keys.onReturnPressed: root.entryClicked(modelData.code)
            Keys.onSpacePressed: root.isolateClicked(modelData.code)

            Rectangle {
                anchors { fill: parent; leftMargin: 6; rightMargin: 6 }
                radius: 4
                color: "transparent"
                border.color: root.colours.accent
                visible: row.activeFocus
            }
            Rectangle {
                x: 12
                anchors.verticalCenter: parent.verticalCenter
                width: 12
                height: 12
                radius: 3
                color: row.modelData.colour

                TapHandler {
                    margin: 6
                    gesturePolicy: TapHandler.WithinBounds
                    onTapped: if (root.title === "")
                        root.isolateClicked(row.modelData.code)
                }
            }
            LegendText {
                x: 32
                anchors.verticalCenter: parent.verticalCenter
                text: row.modelData.code
                color: root.colours.text
                font.weight: Font.DemiBold
            }
            LegendText {
                x: root.title === "" ? 62 : 32
                width: parent.width - x - root.shareMargin - 38
                anchors.verticalCenter: parent.verticalCenter
                text: row.modelData.name
                color: root.colours.text
                elide: Text.ElideRight
            }
            LegendText {
                anchors { right: parent.right; rightMargin: root.shareMargin; verticalCenter: parent.verticalCenter }
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
                onTapped: if (root.title === "")
                    root.entryClicked(row.modelData.code)
            }
        }
    }

    Item {
        id: layerHead

        anchors { top: rows.bottom; left: parent.left; right: parent.right }
        height: root.layers.length > 0 ? 26 : 0
        visible: !root.folded && root.layers.length > 0
        activeFocusOnTab: true
        Accessible.role: Accessible.Button
        Accessible.name: root.layersOpen ? qsTr("Fold the layers") : qsTr("Show the layers")
        Accessible.onPressAction: root.layersOpen = !root.layersOpen
        Keys.onReturnPressed: root.layersOpen = !root.layersOpen
        Keys.onSpacePressed: root.layersOpen = !root.layersOpen

        LegendText {
            anchors { left: parent.left; leftMargin: 12; verticalCenter: parent.verticalCenter }
            text: (root.layersOpen ? "▾ " : "▸ ") + qsTr("Layers")
            color: layerHead.activeFocus ? root.colours.accent : root.colours.muted
            font.pixelSize: 11
        }
        TapHandler {
            onTapped: root.layersOpen = !root.layersOpen
        }
    }

    ListView {
        id: layerRows

        anchors { top: layerHead.bottom; left: parent.left; right: parent.right; bottom: parent.bottom
            bottomMargin: root.notesHeight }
        visible: !root.folded && root.layersOpen
        clip: true
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        model: root.layers

        delegate: Item {
            id: layer

            required property layerEntry modelData

            width: layerRows.width
            height: 22
            activeFocusOnTab: true
            Accessible.role: Accessible.CheckBox
            Accessible.name: modelData.name
            Accessible.checked: modelData.shown
            Accessible.onToggleAction: root.layerToggled(modelData.word, !modelData.shown)
            Keys.onSpacePressed: root.layerToggled(modelData.word, !modelData.shown)
            Keys.onReturnPressed: root.layerIsolated(modelData.word)

            Rectangle {
                anchors { fill: parent; leftMargin: 6; rightMargin: 6 }
                radius: 4
                color: layerPointer.hovered ? root.colours.hover : "transparent"
                border.color: layer.activeFocus ? root.colours.accent : "transparent"
            }
            Rectangle {
                x: 12
                anchors.verticalCenter: parent.verticalCenter
                width: 13
                height: 13
                radius: 3
                color: layer.modelData.shown ? root.colours.accent : "transparent"
                border.color: layer.modelData.shown ? root.colours.accent : root.colours.muted

                LegendText {
                    anchors.centerIn: parent
                    visible: layer.modelData.shown
                    text: "✓"
                    color: root.colours.panel
                    font { pixelSize: 10; weight: Font.DemiBold }
                }
            }
            LegendText {
                x: 32
                width: parent.width - x - (layerPointer.hovered || layer.activeFocus ? 44 : 12)
                anchors.verticalCenter: parent.verticalCenter
                text: layer.modelData.name
                color: root.colours.text
                elide: Text.ElideRight
            }
            HoverHandler {
                id: layerPointer
            }
            TapHandler {
                // "only" is a place of the row, not a handler of its own: one tap, one meaning.
                onTapped: eventPoint => {
                    if (eventPoint.position.x > layer.width - 44)
                        root.layerIsolated(layer.modelData.word);
                    else
                        root.layerToggled(layer.modelData.word, !layer.modelData.shown);
                }
            }
            LegendText {
                anchors { right: parent.right; rightMargin: 12; verticalCenter: parent.verticalCenter }
                visible: layerPointer.hovered || layer.activeFocus
                text: qsTr("only")
                color: root.colours.accent
                font.pixelSize: 11
            }
        }
    }

    Column {
        id: notes

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: 12; bottomMargin: 8 }
        visible: !root.folded && root.notesHere
        spacing: 2
        topPadding: 4

        LegendText {
            text: "◎  " + qsTr("not at the nearest region")
            color: root.colours.muted
            font.pixelSize: 11
        }
        LegendText {
            text: "▨  " + qsTr("contested: a tie decides")
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
