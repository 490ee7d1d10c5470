// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/particles.h"

#include <QColor>
#include <QImage>
#include <QRectF>

#include <vector>

class QQuickWindow;
class QSGNode;

namespace catchment::qml {

/// What one frame of the live map shows, in item coordinates.
struct Frame {
    QRectF item;
    QColor page; ///< behind everything
    QRectF ground_area, overlay_area, before_area;
    double ground_opacity = 1; ///< over the ground before it
    const std::vector<maps::Quad> *quads = nullptr;
};

/// The scene-graph nodes of the live map, bottom up: page, the ground before, the ground, particles, the overlay.
/// Lives with the scene graph: used on the render thread while the GUI thread waits.
class MapScene {
public:
    /// The images are uploaded when they change (QImage::cacheKey).
    static QSGNode *update(QSGNode *node, QQuickWindow *window, const Frame &frame, const QImage &before,
                           const QImage &ground, const QImage &overlay);

    /// Has the window's scene graph no geometry nodes?
    static bool is_software(QQuickWindow *window);
};

} // namespace catchment::qml
