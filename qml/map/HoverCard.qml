// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Catchment

// What the pointer is over: a name and its figures. Keeps inside its parent.
Rectangle {
    id: root

    required property mapColours colours
    required property string title
    required property string detail
    required property point at

    visible: title !== ""
    width: Math.max(titleLabel.implicitWidth, detailLabel.implicitWidth) + 20
    height: titleLabel.implicitHeight + (detail === "" ? 0 : detailLabel.implicitHeight + 2) + 12
    transformOrigin: Item.TopLeft
    x: Math.max(4, Math.min(at.x + 14, parent.width - width * scale - 4))
    y: at.y + 18 + height * scale > parent.height ? Math.max(4, at.y - height * scale - 10) : at.y + 18
    radius: 6
    color: Qt.alpha(colours.panel, 0.96)
    border.color: colours.line

    Text {
        id: titleLabel

        x: 10
        y: 6
        text: root.title
        color: root.colours.text
        font { family: "Inter"; pixelSize: 13; weight: Font.DemiBold; hintingPreference: Font.PreferNoHinting }
    }

    Text {
        id: detailLabel

        x: 10
        anchors { top: titleLabel.bottom; topMargin: 2 }
        text: root.detail
        color: root.colours.muted
        font { family: "Inter"; pixelSize: 12; hintingPreference: Font.PreferNoHinting }
    }
}
