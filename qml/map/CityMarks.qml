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

    // Where every dot is; asked anew whenever the view changes or other badges have been drawn.
    property var places: []
    function place() {
        places = marks.map(mark => map.positionOf(QtPositioning.coordinate(mark.latitude, mark.longitude)));
    }
    onMarksChanged: place()

    Connections {
        target: root.map
        function onViewChanged() { root.place(); }
        function onProjectionChanged() { root.place(); }
        function onWidthChanged() { root.place(); }
        function onHeightChanged() { root.place(); }
        function onSettled() { root.place(); }
    }

    // The first place beside a dot where a card of this size hides neither a region nor another dot and stays on the
    // map; where there is none, on the right.
    function sideFor(index: int, width: real, height: real): point {
        const sides = [Qt.point(11, -height / 2), Qt.point(-11 - width, -height / 2),
            Qt.point(-width / 2, 11), Qt.point(-width / 2, -11 - height),
            Qt.point(-width / 2, 24), Qt.point(-width / 2, -24 - height)];
        const scale = map.textScale;
        const at = places[index];
        for (const side of sides) {
            const card = Qt.rect(at.x + side.x * scale, at.y + side.y * scale, width * scale, height * scale);
            const over = dot => dot.x > card.left - 8 && dot.x < card.right + 8 && dot.y > card.top - 8
                && dot.y < card.bottom + 8;
            const inside = card.left > 0 && card.right < map.width && card.top > 0 && card.bottom < map.height;
            if (inside && !map.hidesRegion(card) && !places.some((dot, i) => i !== index && over(dot)))
                return side;
        }
        return sides[0];
    }

    Repeater {
        model: root.marks

        Item {
            id: mark

            required property var modelData
            required property int index
            readonly property point at: index < root.places.length ? root.places[index] : Qt.point(-1000, -1000)

            x: at.x
            y: at.y
            z: modelData.current ? 2 : 1
            visible: at.x > -500
            scale: root.map.textScale

            Rectangle {
                anchors.centerIn: parent
                width: mark.modelData.current ? 18 : 12
                height: width
                radius: width / 2
                color: mark.modelData.colour
                border { width: mark.modelData.current ? 3 : 2; color: root.map.colours.text }
            }

            Rectangle {
                readonly property point side: mark.visible ? root.sideFor(mark.index, width, height) : Qt.point(11, 0)

                x: side.x
                y: side.y
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
