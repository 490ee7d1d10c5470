// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtPositioning
import Catchment

// What a class says of some cities, over the map: the region that each was given, or a question mark; afterwards
// whether that was right. Each mark is an object with latitude, longitude, name, text, colour (of its region), current
// (whose turn it is) and, once it is known, right.
Item {
    id: root

    required property LiveMap map
    property var marks: []

    anchors.fill: map

    Repeater {
        model: root.marks

        Item {
            id: mark

            required property var modelData
            // Asked anew whenever the view changes.
            property point at: Qt.point(-1000, -1000)
            function place() {
                at = root.map.positionOf(QtPositioning.coordinate(modelData.latitude, modelData.longitude));
            }

            x: at.x
            y: at.y
            z: modelData.current ? 2 : 1
            visible: at.x > -500
            scale: root.map.textScale
            Component.onCompleted: place()

            Connections {
                target: root.map
                function onViewChanged() { mark.place(); }
                function onProjectionChanged() { mark.place(); }
                function onWidthChanged() { mark.place(); }
                function onHeightChanged() { mark.place(); }
            }

            Rectangle {
                anchors.centerIn: parent
                width: mark.modelData.current ? 18 : 12
                height: width
                radius: width / 2
                color: mark.modelData.colour
                border { width: mark.modelData.current ? 3 : 2; color: root.map.colours.text }
            }

            Rectangle {
                x: 11
                y: -height / 2
                width: label.implicitWidth + 12
                height: label.implicitHeight + 6
                radius: 5
                color: root.map.colours.panel
                border { width: mark.modelData.current ? 2 : 1; color: mark.modelData.current ? root.map.colours.accent
                                                                                              : root.map.colours.line }

                LegendText {
                    id: label

                    anchors.centerIn: parent
                    text: mark.modelData.name + "  " + mark.modelData.text
                    color: root.map.colours.text
                    font { pixelSize: 13; weight: Font.DemiBold }
                }
            }
        }
    }
}
