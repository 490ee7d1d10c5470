// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/hit_test.h"
#include "maps/map_layout.h"
#include "maps/particles.h"

#include <QImage>
#include <QString>

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace catchment::qml {

/// What a picture is made of. A value: the worker shares nothing that changes.
struct PictureOrder {
    std::uint64_t generation = 0; ///< the larger, the newer
    maps::MapContent content;
    double text_scale = 1; ///< of names, beside the theme's
    maps::MapView view;
    double top_inset = 0; ///< of the page, which names keep off
    QString theme;
    maps::LayerSet layers;
    bool draft = false;       ///< while a globe is being turned: without flows, cities and names
    double device_pixels = 1; ///< to one page pixel
    int particles = 2000;
};

/// A picture, in two sheets between which the particles run. New results come in two steps, since people look at the
/// catchments first: the plain cells, then the whole. (The map fades from the old ground to the new one, so
/// that the lines are not seen to go and come.)
struct Picture {
    std::uint64_t generation = 0;
    bool complete = true; ///< else only `ground` counts
    maps::MapView view;
    std::shared_ptr<const Catchments> catchments;
    QString theme;
    QImage ground;  ///< up to the flows; opaque. Null: the one before still holds
    QImage overlay; ///< the path, cities, regions and labels; transparent
    maps::HitTest hits;
    std::shared_ptr<const maps::FlowMap> flows;
    std::shared_ptr<const maps::Particles> particles; ///< in the plane of the view's projection
};

/// Lays out and paints pictures in a thread of its own, always the newest order; orders that were overtaken before
/// they began are skipped. Sheets that an order does not change are not painted again.
class PictureWorker {
public:
    /// `deliver` is called in the worker's thread.
    explicit PictureWorker(std::function<void(Picture)> deliver);
    ~PictureWorker();

    void order(PictureOrder order);

private:
    class Studio;
    void run(const std::stop_token &stop);

    std::function<void(Picture)> deliver_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::optional<PictureOrder> next_;
    std::jthread thread_; ///< last: it uses the others
};

} // namespace catchment::qml
