// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Catchment

// The live map with what lies over it: legend, zoom buttons, hover card and a caption.
Item {
    id: root

    // One sentence that says what is seen; empty: none.
    property string caption: ""
    property alias map: liveMap

    LiveMap {
        id: liveMap

        objectName: "liveMap"
        anchors.fill: parent
        focus: true
        topInset: mapCaption.visible ? mapCaption.y + mapCaption.height : 0
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

    MapCaption {
        id: mapCaption

        anchors { top: parent.top; left: parent.left; right: parent.right; margins: 10 }
        colours: liveMap.colours
        text: root.caption
    }

    MapLegend {
        anchors { left: parent.left; bottom: parent.bottom; margins: 10 }
        colours: liveMap.colours
        entries: liveMap.legend
        maximumHeight: root.height - liveMap.topInset - 20
        layers: liveMap.layers
        onlyRegion: liveMap.onlyRegion
        onEntryClicked: code => liveMap.regionClicked(code)
        onIsolateClicked: code => liveMap.onlyRegion = liveMap.onlyRegion === code ? "" : code
        onLayerToggled: (word, shown) => liveMap.setLayerShown(word, shown)
        onLayerIsolated: word => liveMap.isolateLayer(word)
    }

    Column {
        anchors { right: parent.right; bottom: parent.bottom; margins: 10 }
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
        colours: liveMap.colours
        title: liveMap.hoverTitle
        detail: liveMap.hoverDetail
        at: liveMap.hoverPosition
    }
}
