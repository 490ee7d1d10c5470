// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/map/live_map.h"

#include "maps/fonts.h"
#include "maps/theme.h"
#include "qml/map/live_map_state.h"
#include "qml/map/map_scene.h"
#include "qml/models/numbers.h"

#include <QQuickWindow>
#include <QSGRendererInterface>

#include <algorithm>
#include <utility>

namespace catchment::qml {
namespace {

QString backend_word(QSGRendererInterface::GraphicsApi api) {
    switch (api) {
    case QSGRendererInterface::Software:
        return QStringLiteral("software");
    case QSGRendererInterface::OpenGL:
        return QStringLiteral("opengl");
    case QSGRendererInterface::Vulkan:
        return QStringLiteral("vulkan");
    case QSGRendererInterface::Metal:
        return QStringLiteral("metal");
    case QSGRendererInterface::Direct3D11:
        return QStringLiteral("direct3d11");
    case QSGRendererInterface::Null:
        return QStringLiteral("null");
    default:
        return QStringLiteral("unknown");
    }
}

} // namespace

LiveMap::LiveMap(QQuickItem *parent) : QQuickItem(parent), state_(std::make_unique<State>()) {
    maps::load_fonts();
    setFlag(ItemHasContents);
    setAcceptedMouseButtons(Qt::LeftButton | Qt::RightButton);
    setAcceptHoverEvents(true);
    setActiveFocusOnTab(true);
    state_->frames.setInterval(16);
    state_->frames.setTimerType(Qt::PreciseTimer);
    connect(&state_->frames, &QTimer::timeout, this, &QQuickItem::update);
    state_->answering.setSingleShot(true);
    connect(&state_->answering, &QTimer::timeout, this, &LiveMap::runClock);
    state_->worker = std::make_unique<PictureWorker>([this](Picture picture) {
        // The worker ends before this object does, so `this` is there; the event is dropped with it.
        QMetaObject::invokeMethod(
            this, [this, shared = std::make_shared<Picture>(std::move(picture))] { show(std::move(*shared)); },
            Qt::QueuedConnection);
    });
}

LiveMap::~LiveMap() {
    // Before anything that its thread could still deliver to.
    state_->worker.reset();
}

void LiveMap::setCatchments(std::shared_ptr<const Catchments> catchments, std::optional<Journey> journey,
                            std::shared_ptr<const Catchments> before) {
    const bool same_before = before == state_->compared_with;
    state_->compared_with = std::move(before);
    if (state_->catchments == catchments) {
        if (!same_before && state_->moved_only)
            orderPicture();
        return;
    }
    state_->catchments = std::move(catchments);
    state_->journey = std::move(journey);
    orderPicture();
    if (state_->ground_catchments) {
        state_->answering.start(State::answer_ms);
        runClock();
    }
    emit legendChanged();
}

std::shared_ptr<const Catchments> LiveMap::catchments() const { return state_->catchments; }

void LiveMap::setJourney(std::optional<Journey> journey) {
    if (!journey && !state_->journey)
        return;
    state_->journey = std::move(journey);
    orderPictureSoon();
}

QString LiveMap::projection() const {
    const auto word = maps::projection_word(state_->projection.kind());
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

void LiveMap::setProjection(const QString &word) {
    const auto kind = maps::projection_from_word(word.toStdString());
    if (!kind || *kind == state_->projection.kind())
        return;
    const QGeoCoordinate middle = centre();
    const double closeness = zoom();
    const GeoPoint eye = middle.isValid() ? GeoPoint{middle.latitude(), middle.longitude()} : GeoPoint{20, 10};
    state_->projection =
        *kind == maps::ProjectionKind::Globe ? maps::Projection(*kind, eye.lon, eye.lat) : maps::Projection(*kind);
    state_->view = state_->world_view(size());
    if (!state_->view_fits) {
        state_->view.scale *= closeness;
        state_->view.centre = state_->projection.forward(eye);
    }
    setView(state_->view, state_->view_fits);
    emit projectionChanged();
}

QString LiveMap::theme() const { return state_->theme; }

void LiveMap::setTheme(const QString &name) {
    const QString known = maps::theme(name).name;
    if (known == state_->theme)
        return;
    state_->theme = known;
    orderPicture();
    emit themeChanged();
    emit legendChanged();
}

MapColours LiveMap::colours() const {
    const maps::Theme &theme = maps::theme(state_->theme);
    return {theme.panel, theme.line, theme.text, theme.muted, theme.accent, theme.hover, theme.page};
}

double LiveMap::textScale() const { return maps::text_scale(); }

void LiveMap::followTextScale() {
    orderPicture();
    emit textScaleChanged();
}

double LiveMap::topInset() const { return state_->top_inset; }

void LiveMap::setTopInset(double pixels) {
    if (state_->top_inset == pixels)
        return;
    state_->top_inset = pixels;
    if (state_->view_fits && !size().isEmpty())
        setView(state_->world_view(size()), true);
    emit topInsetChanged();
}

bool LiveMap::reducedMotion() const { return state_->reduced_motion; }

void LiveMap::setReducedMotion(bool reduced) {
    if (state_->reduced_motion == reduced)
        return;
    state_->reduced_motion = reduced;
    runClock();
    update();
    emit reducedMotionChanged();
}

bool LiveMap::playing() const { return state_->playing; }

void LiveMap::setPlaying(bool playing) {
    if (state_->playing == playing)
        return;
    state_->playing = playing;
    runClock();
    emit playingChanged();
}

double LiveMap::speed() const { return state_->speed; }

void LiveMap::setSpeed(double speed) {
    speed = std::clamp(speed, 0.0, 100.0);
    if (state_->speed == speed)
        return;
    state_->speed = speed;
    emit speedChanged();
}

QString LiveMap::selectedCity() const { return state_->selected; }

void LiveMap::setSelectedCity(const QString &id) {
    if (state_->selected == id)
        return;
    state_->selected = id;
    state_->journey.reset();
    orderPictureSoon();
    emit selectedCityChanged();
}

int LiveMap::hop() const { return state_->hop; }

void LiveMap::setHop(int hop) {
    if (state_->hop == hop)
        return;
    state_->hop = hop;
    orderPictureSoon();
    emit hopChanged();
}

bool LiveMap::marksOnly() const { return state_->marks_only; }

void LiveMap::setMarksOnly(bool marks) {
    if (state_->marks_only == marks)
        return;
    state_->marks_only = marks;
    orderPictureSoon();
    runClock();
    emit marksOnlyChanged();
    emit legendChanged();
}

bool LiveMap::painting() const { return state_->painting; }

void LiveMap::setPainting(bool painting) {
    if (state_->painting == painting)
        return;
    state_->painting = painting;
    painting ? setCursor(Qt::CrossCursor) : unsetCursor();
    emit paintingChanged();
}

QString LiveMap::hoverTitle() const { return state_->hover_title; }
QString LiveMap::hoverDetail() const { return state_->hover_detail; }
QPointF LiveMap::hoverPosition() const { return state_->hover_position; }
QString LiveMap::backend() const { return state_->backend; }

QList<LegendEntry> LiveMap::legend() const {
    QList<LegendEntry> entries;
    if (!state_->catchments)
        return entries;
    if (state_->times)
        return legend_of_times();
    const Catchments &catchments = *state_->catchments;
    const maps::Theme &theme = maps::theme(state_->theme);
    std::vector<const RegionOutcome *> order;
    for (const RegionOutcome &outcome : catchments.regions)
        order.push_back(&outcome);
    std::stable_sort(order.begin(), order.end(), [](auto *a, auto *b) { return a->users > b->users; });
    for (const RegionOutcome *outcome : order) {
        const Region &region = catchments.op().regions[outcome->region.index()];
        entries.append({QString::fromStdString(region.code), QString::fromStdString(region.name),
                        theme.solid(maps::region_colour(region.code)),
                        state_->marks_only ? QString() : shareText(outcome->share),
                        state_->marks_only   ? QString()
                        : outcome->users > 0 ? msText(outcome->median_rtt_ms)
                                             : QStringLiteral("–")});
    }
    if (const Hijacker *hijacker = catchments.hijacker()) {
        const Summary &sum = catchments.summary;
        entries.append({QStringLiteral("!"),
                        tr("captured by AS%1").arg(catchments.world().network(hijacker->network).asn.value),
                        theme.captured,
                        state_->marks_only ? QString() : shareText(sum.users > 0 ? sum.captured_users / sum.users : 0),
                        state_->marks_only ? QString() : QStringLiteral("–")});
    }
    return entries;
}

int LiveMap::particleCount() const { return state_->picture.particles ? state_->picture.particles->count() : 0; }

void LiveMap::setSparks(std::vector<maps::Spark> sparks) {
    if (sparks.empty() && state_->sparks.empty())
        return;
    state_->sparks = std::move(sparks);
    update();
}

int LiveMap::sparkCount() const { return static_cast<int>(state_->sparks.size()); }

void LiveMap::itemChange(ItemChange change, const ItemChangeData &data) {
    if (change == ItemSceneChange || change == ItemDevicePixelRatioHasChanged)
        orderPicture();
    if (change == ItemVisibleHasChanged || change == ItemSceneChange)
        runClock();
    QQuickItem::itemChange(change, data);
}

/// Once for all that changes in this turn of the event loop.
void LiveMap::orderPictureSoon() {
    if (std::exchange(state_->order_pending, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (state_->order_pending)
                orderPicture();
        },
        Qt::QueuedConnection);
}

void LiveMap::orderPicture() {
    if (size().isEmpty() || !window())
        return;
    state_->order_pending = false;
    PictureOrder order;
    order.generation = ++state_->generation;
    order.content.catchments = state_->catchments;
    order.content.before = state_->compared_with;
    order.content.times = state_->times;
    order.content.emphasis.moved_only = state_->moved_only && state_->compared_with;
    if (const auto region = state_->only())
        order.content.emphasis.only = region;
    order.content.emphasis.network = state_->network();
    order.layers = state_->layers;
    if (state_->marks_only) // they stand for nothing that moves, and for no way
        order.layers.erase(maps::Layer::Flows);
    order.text_scale = textScale();
    order.draft = state_->dragging && state_->projection.is_globe();
    order.content.journey = state_->journey;
    if (state_->hop >= 0)
        order.content.hop = static_cast<std::size_t>(state_->hop);
    if (state_->catchments) {
        const auto &ids = state_->catchments->world().city_by_id;
        if (const auto found = ids.find(state_->selected.toStdString()); found != ids.end())
            order.content.selected = found->second;
    }
    order.view = state_->view;
    order.top_inset = state_->top_inset;
    order.theme = state_->theme;
    order.device_pixels = window()->effectiveDevicePixelRatio();
    state_->worker->order(std::move(order));
    update();
}

void LiveMap::show(Picture picture) {
    State &state = *state_;
    // An older picture may pass while the view moves, but never one of older results.
    if (picture.generation < state.picture.generation || picture.catchments != state.catchments)
        return;
    if (!picture.ground.isNull()) {
        const bool other_results = state.ground_catchments && picture.catchments != state.ground_catchments;
        if (other_results && !state.ground.isNull() && state.ground_view.projection == picture.view.projection) {
            state.before = state.ground;
            state.before_view = state.ground_view;
            state.fade_begin = state.reduced_motion ? -1 : state.seconds;
        }
        state.answering.stop();
        if (other_results && !state.reduced_motion) {
            state.find_pulses(*state.ground_catchments, *picture.catchments);
            state.find_waves(*state.ground_catchments, *picture.catchments);
        }
        state.ground = picture.ground;
        state.ground_view = picture.view;
        state.ground_catchments = picture.catchments;
    }
    if (picture.complete)
        state.picture = std::move(picture);
    runClock();
    update();
    if (state.picture.generation == state.generation)
        emit settled();
}

void LiveMap::runClock() {
    const bool flows = state_->playing && !state_->marks_only && !state_->reduced_motion &&
                       state_->layers.contains(maps::Layer::Flows);
    const bool moves = flows || state_->fade_begin >= 0 || state_->pulsing();
    const bool runs = moves && isVisible() && window() && !state_->answering.isActive();
    if (runs && !state_->frames.isActive())
        state_->frames.start();
    else if (!runs)
        state_->frames.stop();
}

QSGNode *LiveMap::updatePaintNode(QSGNode *node, UpdatePaintNodeData *) {
    State &state = *state_;
    state.tick();
    state.lay_out_quads();
    Frame frame;
    frame.item = boundingRect();
    frame.page = maps::theme(state.theme).page;
    const bool same_plane = state.ground_view.projection == state.view.projection;
    frame.ground_area = same_plane ? state.area_of(state.ground_view) : frame.item;
    frame.before_area = state.area_of(state.before_view);
    frame.overlay_area = same_plane ? state.area_of(state.picture.view) : frame.item;
    frame.ground_opacity = state.fading();
    frame.quads = &state.quads;
    QSGNode *result = MapScene::update(node, window(), frame, state.before, state.ground, state.picture.overlay);
    const QString backend = backend_word(window()->rendererInterface()->graphicsApi());
    const bool new_backend = std::exchange(state.backend, backend) != backend;
    // The scene graph may run in another thread: what follows belongs to this object's.
    QMetaObject::invokeMethod(
        this,
        [this, new_backend] {
            runClock();
            if (new_backend)
                emit backendChanged();
        },
        Qt::QueuedConnection);
    return result;
}

void LiveMap::releaseResources() { state_->frames.stop(); }

} // namespace catchment::qml
