// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/map/live_map.h"
#include "qml/map/live_map_state.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

// Which part of the world is seen, alone or together with another map.

namespace catchment::qml {

double LiveMap::zoom() const { return size().isEmpty() ? 1 : state_->view.scale / state_->world_view(size()).scale; }

void LiveMap::setZoom(double zoom) {
    if (zoom > 0)
        zoomAround(QPointF(width() / 2, height() / 2), zoom / this->zoom());
}

QGeoCoordinate LiveMap::centre() const { return coordinateAt(QPointF(width() / 2, height() / 2)); }

void LiveMap::setCentre(const QGeoCoordinate &centre) {
    if (!centre.isValid())
        return;
    if (state_->projection.is_globe()) {
        turnTo({centre.latitude(), centre.longitude()});
        return;
    }
    maps::MapView view = state_->view;
    view.centre = state_->projection.forward(GeoPoint{centre.latitude(), centre.longitude()});
    setView(view, false);
}

/// Brings a place into the globe's middle.
void LiveMap::turnTo(GeoPoint middle) {
    middle = {std::clamp(middle.lat, -90.0, 90.0), maps::relative_longitude(middle.lon, 0)};
    state_->projection = maps::Projection(maps::ProjectionKind::Globe, middle.lon, middle.lat);
    maps::MapView view = state_->view;
    view.central_meridian = middle.lon;
    view.central_latitude = middle.lat;
    setView(view, state_->view_fits);
}

void LiveMap::zoomIn() { zoomAround(QPointF(width() / 2, height() / 2), 1.5); }
void LiveMap::zoomOut() { zoomAround(QPointF(width() / 2, height() / 2), 1 / 1.5); }
void LiveMap::showWorld() { setView(state_->world_view(size()), true); }

void LiveMap::goTo(const QGeoCoordinate &place) {
    constexpr double close = 5;
    if (zoom() < close)
        setZoom(close);
    setCentre(place);
}

void LiveMap::zoomAround(QPointF item, double factor) { setView(state_->view.zoomed(factor, item), false); }

void LiveMap::pan(QPointF by) {
    if (!state_->projection.is_globe()) {
        setView(state_->view.panned(by), false);
        return;
    }
    // What is in the middle goes with the pointer.
    constexpr double degrees = 180 / std::numbers::pi;
    const QPointF turn = by / (state_->view.scale * earth_radius_km) * degrees;
    const double lat = state_->view.central_latitude;
    const double narrowed = std::max(0.2, std::cos(lat / degrees));
    turnTo({lat + turn.y(), state_->view.central_meridian - turn.x() / narrowed});
}

QGeoCoordinate LiveMap::coordinateAt(QPointF item) const {
    const auto place = state_->projection.inverse(state_->view.to_plane(item));
    return place ? QGeoCoordinate(place->lat, place->lon) : QGeoCoordinate();
}

QPointF LiveMap::positionOf(const QGeoCoordinate &coordinate) const {
    return state_->view.to_page(state_->projection.forward(GeoPoint{coordinate.latitude(), coordinate.longitude()}));
}

bool LiveMap::hidesRegion(const QRectF &item) const {
    const maps::MapView &drawn = state_->picture.view;
    if (drawn.projection != state_->view.projection || drawn.size.isEmpty())
        return false;
    const auto in_picture = [&](QPointF at) { return drawn.to_page(state_->view.to_plane(at)); };
    return state_->picture.hits.covers_region(QRectF(in_picture(item.topLeft()), in_picture(item.bottomRight())));
}

void LiveMap::setView(const maps::MapView &wanted, bool fits) {
    if (size().isEmpty())
        return;
    const maps::MapView limited = state_->limited(wanted, size());
    state_->view_fits = fits || limited == state_->world_view(size());
    if (limited == state_->view && limited == state_->picture.view)
        return;
    state_->view = limited;
    orderPicture();
    emit viewChanged();
}

void LiveMap::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) {
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    if (newGeometry.size() == oldGeometry.size() || newGeometry.isEmpty())
        return;
    if (oldGeometry.isEmpty() && state_->twin) {
        takeViewOf(*state_->twin); // it could not before
        return;
    }
    maps::MapView view = state_->view;
    if (state_->view_fits)
        view = state_->world_view(newGeometry.size());
    setView(view, state_->view_fits);
}

LiveMap *LiveMap::twin() const { return state_->twin; }

void LiveMap::setTwin(LiveMap *leader) {
    if (leader == state_->twin || leader == this)
        return;
    if (state_->twin)
        state_->twin->disconnect(this);
    disconnect(this, &LiveMap::viewChanged, nullptr, nullptr);
    state_->twin = leader;
    if (leader) {
        const auto take = [this] { takeViewOf(*state_->twin); };
        connect(leader, &LiveMap::viewChanged, this, take);
        connect(leader, &LiveMap::projectionChanged, this, take);
        connect(this, &LiveMap::viewChanged, leader, [this, leader] {
            if (!state_->taking_view)
                leader->takeViewOf(*this);
        });
        const auto look = [this] { takeLooksOf(*state_->twin); };
        for (const auto signal : {&LiveMap::themeChanged, &LiveMap::layersChanged, &LiveMap::playingChanged,
                                  &LiveMap::speedChanged, &LiveMap::reducedMotionChanged})
            connect(leader, signal, this, look);
        take();
        look();
    }
    emit twinChanged();
}

/// What is in the middle of `other`, as large as there.
void LiveMap::takeViewOf(const LiveMap &other) {
    const State &from = *other.state_;
    const bool other_projection = from.projection.kind() != state_->projection.kind();
    if (state_->taking_view || from.taking_view)
        return;
    state_->taking_view = true;
    maps::MapView view = from.view_fits ? state_->world_view(size()) : from.view;
    if (other_projection || from.projection.is_globe()) {
        const maps::MapView &seen = from.view;
        state_->projection = from.projection.is_globe() ? maps::Projection(maps::ProjectionKind::Globe,
                                                                           seen.central_meridian, seen.central_latitude)
                                                        : maps::Projection(from.projection.kind());
        view = from.view;
    }
    view.size = size();
    setView(view, from.view_fits);
    if (other_projection)
        emit projectionChanged();
    state_->taking_view = false;
}

void LiveMap::takeLooksOf(const LiveMap &other) {
    const State &from = *other.state_;
    setTheme(from.theme);
    setSpeed(from.speed);
    setReducedMotion(from.reduced_motion);
    setPlaying(from.playing);
    setShownNetwork(from.shown_network);
    if (state_->layers != from.layers) {
        state_->layers = from.layers;
        orderPicture();
        runClock();
        emit layersChanged();
    }
}

} // namespace catchment::qml
