// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/sparks.h"
#include "qml/map/hover_text.h"
#include "qml/map/live_map.h"
#include "qml/map/picture_worker.h"

#include <QElapsedTimer>
#include <QImage>
#include <QPointer>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <vector>

namespace catchment::qml {

/// A city that moved with the last edit.
struct Pulse {
    GeoPoint place;
    double radius = 0; ///< at its end, pixels
    QRgb colour = 0;
};

/// A region that began or ceased to announce with the last edit.
struct Wave {
    GeoPoint place;
    QRgb colour = 0;
    bool announced = true; ///< spreads; else it falls back
};

/// What a LiveMap holds; its methods are spread over live_map*.cpp.
struct LiveMap::State {
    static constexpr double fade_seconds = 0.4, pulse_seconds = 1.1;
    static constexpr double closest = 60; ///< zoom

    // What is asked for.
    std::shared_ptr<const Catchments> catchments;
    std::optional<Journey> journey;
    QString selected;
    int hop = -1;
    bool marks_only = false;
    bool painting = false;
    QString theme = QStringLiteral("light");
    maps::MapView view;
    maps::Projection projection{maps::ProjectionKind::EqualEarth};
    maps::Projection equal_earth{maps::ProjectionKind::EqualEarth}; ///< that cells lie in
    bool view_fits = true;                                          ///< the whole world: follows the item's size
    double top_inset = 0;
    bool playing = true;
    double speed = 1;
    bool reduced_motion = false;
    bool moved_only = false;
    QString only_region;
    quint32 shown_network = 0;
    std::shared_ptr<const Catchments> compared_with;
    std::shared_ptr<const maps::CityTimes> times;
    QString times_title;
    QPointer<LiveMap> twin;
    bool taking_view = false; ///< of the twin: it need not be told
    maps::LayerSet layers = usual_layers();
    std::optional<maps::LayerSet> layers_before; ///< one was isolated

    // What is on screen.
    std::uint64_t generation = 0;
    bool order_pending = false;
    Picture picture;
    QImage ground, before;
    maps::MapView ground_view, before_view;
    std::shared_ptr<const Catchments> ground_catchments;
    std::vector<Pulse> pulses;
    std::vector<Wave> waves;
    std::vector<maps::Spark> sparks;
    std::vector<maps::Quad> quads;
    QString backend;

    // The one clock. Particles run on `flow_seconds`, which stands still when they do.
    QElapsedTimer clock;
    double seconds = 0, flow_seconds = 0;
    double fade_begin = -1, pulse_begin = -1;
    QTimer frames;
    /// While it runs, the flows stand still: on a machine that draws them with its processors, new catchments come
    /// sooner when they need not share these.
    QTimer answering;
    static constexpr int answer_ms = 100; ///< at most

    // The pointer.
    QPointF pressed, last;
    bool dragging = false;
    std::optional<maps::Target> pointed; ///< by the pointer or by keys
    std::optional<std::size_t> stepped;  ///< among the cities by size, by keys
    bool stepped_to = false;             ///< what is pointed at was reached by keys
    QPointF pointer;                     ///< where the last hover event was
    QString hover_title, hover_detail;
    QPointF hover_position;

    std::unique_ptr<PictureWorker> worker;

    /// How much of the new ground is seen. A third from the first moment on, so that an edit is answered at once; the
    /// rest comes quickly at first and then gently.
    double fading() const {
        const double left = fade_begin < 0 ? 0 : std::max(0.0, 1 - (seconds - fade_begin) / fade_seconds);
        return 1 - left * left * 2 / 3;
    }
    bool pulsing() const { return pulse_begin >= 0 && seconds < pulse_begin + pulse_seconds; }

    /// Moves the clock on.
    void tick();
    /// The quads of this moment: particles, then pulses.
    void lay_out_quads();
    /// The area that a picture of `of` covers in the present view.
    QRectF area_of(const maps::MapView &of) const;
    /// What is under a point of the item, on the picture that is shown.
    std::optional<maps::Target> target_at(QPointF item) const;
    void find_pulses(const Catchments &old_ones, const Catchments &new_ones);
    void find_waves(const Catchments &old_ones, const Catchments &new_ones);
    void append_wave(const Wave &wave, double t);
    /// The region of `only_region`, where it announces.
    std::optional<RegionId> only() const;
    /// That of `shown_network`, where the world has it.
    std::optional<NetworkId> network() const;
    static maps::LayerSet usual_layers();
    maps::MapView world_view(QSizeF size) const;
    /// Keeps the world in sight and the zoom within its limits.
    maps::MapView limited(maps::MapView wanted, QSizeF size) const;
};

} // namespace catchment::qml
