// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Catchment

// A small square button over the map.
Rectangle {
    id: root

    required property mapColours colours
    required property string text
    required property string name

    signal clicked

    width: 30
    height: 30
    radius: 6
    opacity: enabled ? 1 : 0.5
    color: pointer.hovered && enabled ? colours.hover : Qt.alpha(colours.panel, 0.92)
    border.color: activeFocus ? colours.accent : colours.line
    activeFocusOnTab: true

    Accessible.role: Accessible.Button
    Accessible.name: name
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onSpacePressed: root.clicked()

    Text {
        anchors.centerIn: parent
        text: root.text
        color: root.colours.text
        font { family: "Inter"; pixelSize: 18; hintingPreference: Font.PreferNoHinting }
    }

    HoverHandler {
        id: pointer
    }

    TapHandler {
        // Taps must not reach the map beneath.
        gesturePolicy: TapHandler.WithinBounds
        onTapped: root.clicked()
    }
}
