// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Text in the map's typeface.
Text {
    font { family: "Inter"; pixelSize: 12; hintingPreference: Font.PreferNoHinting }
}
