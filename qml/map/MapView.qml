// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Catchment

// The live map with what lies over it: legend, zoom buttons, hover card and a caption.
Item {
    id: root

    // Too narrow for cards over it.
    readonly property bool narrow: width < 430 * liveMap.textScale
    // One sentence that says what is seen; empty: none.
    property string caption: ""
    property alias map: liveMap
    // A second map with what the present state is compared with: "swipe", "side-by-side"; empty: none.
    property string comparison: ""
    // The second map; null where there is none.
    readonly property LiveMap pinnedMap: pinned.item ? (pinned.item as PinnedMap).map : null
    // What the two are called.
    property string pinnedCaption: ""
    property string presentCaption: ""
    onComparisonChanged: legend.folded = comparison === "side-by-side" && root.width < 1100
    readonly property bool swipes: comparison === "swipe"
    readonly property real legendX: liveMap.x + (swipes ? liveMap.width - legend.width * liveMap.textScale - 50 : 10)

    LiveMap {
        id: liveMap

        objectName: "liveMap"
        anchors { top: parent.top; bottom: parent.bottom; right: parent.right }
        width: root.comparison === "side-by-side" ? Math.floor(root.width / 2) : root.width
        focus: true
        topInset: mapCaption.visible ? mapCaption.y + mapCaption.height * textScale : 0
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("World map of catchments")

        PinchHandler {
            id: pinch

            property real before: 1

            target: null
            onActiveChanged: before = 1
            onActiveScaleChanged: {
                liveMap.zoomAround(pinch.centroid.position, pinch.activeScale / pinch.before);
                pinch.before = pinch.activeScale;
            }
        }
    }

    // See CityMarks.
    property alias marks: cityMarks.marks

    CityMarks {
        id: cityMarks

        map: liveMap
    }

    Component {
        id: pinnedView

        PinnedMap {
            twin: liveMap
            swipes: root.swipes
            caption: root.pinnedCaption
        }
    }

    Loader {
        id: pinned

        active: root.comparison !== ""
        anchors { top: parent.top; bottom: parent.bottom; left: parent.left }
        width: root.swipes ? root.width * line.share : root.width - liveMap.width

        sourceComponent: pinnedView
    }

    SwipeLine {
        id: line

        visible: root.swipes
        colours: liveMap.colours
        above: liveMap.topInset
    }

    Rectangle {
        visible: root.comparison === "side-by-side"
        x: liveMap.x - 1
        y: liveMap.topInset
        width: 2
        height: root.height - y
        color: liveMap.colours.line
    }

    MapCaption {
        visible: root.comparison !== "" && text !== ""
        anchors { right: parent.right; top: parent.top; rightMargin: 10; topMargin: liveMap.topInset + 8 }
        width: Math.min(presentLabel.implicitWidth, (liveMap.width - 20) / scale)
        scale: liveMap.textScale
        transformOrigin: Item.TopRight
        colours: liveMap.colours
        text: root.presentCaption

        Text {
            id: presentLabel

            visible: false
            text: root.presentCaption
            rightPadding: 26
            font { family: "Inter"; pixelSize: 14; weight: Font.Medium }
        }
    }

    MapCaption {
        id: mapCaption

        x: 10
        y: 10
        width: (root.width - 20) / scale
        scale: liveMap.textScale
        transformOrigin: Item.TopLeft
        colours: liveMap.colours
        text: root.narrow ? "" : root.caption
    }

    MapLegend {
        id: legend

        anchors { bottom: parent.bottom; bottomMargin: 10 }
        x: root.legendX
        scale: liveMap.textScale
        transformOrigin: Item.BottomLeft
        // On a small map they would cost a continent.
        notesShown: root.comparison === "" && liveMap.width >= 640 * liveMap.textScale
        folded: maximumHeight < 150 || root.narrow // there it would hide the map
        colours: liveMap.colours
        entries: liveMap.legend
        title: liveMap.legendTitle
        // A long list scrolls before it hides a continent.
        maximumHeight: Math.min(root.height - liveMap.topInset - 20, Math.max(170, root.height * 0.45)) / scale
        layers: liveMap.layers
        onlyRegion: liveMap.onlyRegion
        onEntryClicked: code => liveMap.regionClicked(code)
        onIsolateClicked: code => liveMap.onlyRegion = liveMap.onlyRegion === code ? "" : code
        onLayerToggled: (word, shown) => liveMap.setLayerShown(word, shown)
        onLayerIsolated: word => liveMap.isolateLayer(word)
    }

    Column {
        anchors { right: parent.right; bottom: parent.bottom; margins: 10 }
        scale: liveMap.textScale
        transformOrigin: Item.BottomRight
        spacing: 4

        MapButton {
            colours: liveMap.colours
            text: "+"
            name: qsTr("Zoom in")
            onClicked: liveMap.zoomIn()
        }
        MapButton {
            colours: liveMap.colours
            text: "−"
            name: qsTr("Zoom out")
            onClicked: liveMap.zoomOut()
        }
        MapButton {
            colours: liveMap.colours
            text: "⤢"
            name: qsTr("Show the whole world")
            enabled: liveMap.zoom > 1.001
            onClicked: liveMap.showWorld()
        }
    }

    HoverCard {
        scale: liveMap.textScale
        colours: liveMap.colours
        title: liveMap.hoverTitle
        detail: liveMap.hoverDetail
        at: Qt.point(liveMap.x + liveMap.hoverPosition.x, liveMap.hoverPosition.y)
    }
}
