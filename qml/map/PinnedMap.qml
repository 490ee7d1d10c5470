// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Catchment

// The catchments that the present ones are compared with, on a map that goes with the other: beside it, or in the
// same place and seen left of a line that can be moved.
Item {
    id: root

    required property LiveMap twin
    required property bool swipes
    property alias map: pinned
    property string caption: ""

    clip: true

    LiveMap {
        id: pinned

        objectName: "pinnedMap"
        width: root.swipes ? root.twin.width : root.width
        height: root.height
        topInset: root.twin.topInset
        twin: root.twin
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Map of the catchments that are compared with")
    }

    MapLegend {
        anchors { left: parent.left; bottom: parent.bottom; margins: 10 }
        scale: pinned.textScale
        transformOrigin: Item.BottomLeft
        colours: pinned.colours
        entries: pinned.legend
        notesShown: false
        folded: !root.swipes && root.width < 550
        maximumHeight: (root.height - pinned.topInset - 60) / scale
        onIsolateClicked: code => pinned.onlyRegion = pinned.onlyRegion === code ? "" : code
        onEntryClicked: code => pinned.regionClicked(code)
    }

    MapCaption {
        anchors { left: parent.left; top: parent.top; leftMargin: 10; topMargin: pinned.topInset + 8 }
        width: Math.min(label.implicitWidth, (root.width - 20) / scale)
        scale: pinned.textScale
        transformOrigin: Item.TopLeft
        colours: pinned.colours
        text: root.caption

        Text {
            id: label

            visible: false
            text: root.caption
            rightPadding: 26
            font { family: "Inter"; pixelSize: 14; weight: Font.Medium }
        }
    }

    HoverCard {
        scale: pinned.textScale
        colours: pinned.colours
        title: pinned.hoverTitle
        detail: pinned.hoverDetail
        at: pinned.hoverPosition
    }
}
