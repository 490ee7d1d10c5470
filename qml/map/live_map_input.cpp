// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/map/live_map.h"
#include "qml/map/live_map_state.h"

#include <QCursor>
#include <QGuiApplication>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QKeySequence>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QStyleHints>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace catchment::qml {
namespace {

constexpr double pixels_per_key = 60;
constexpr double factor_per_step = 1.25; // of the wheel
constexpr double factor_per_key = 1.5;

} // namespace

void LiveMap::wheelEvent(QWheelEvent *event) {
    const double steps =
        event->pixelDelta().isNull() ? event->angleDelta().y() / 120.0 : event->pixelDelta().y() / 60.0;
    zoomAround(event->position(), std::pow(factor_per_step, steps));
    event->accept();
}

bool LiveMap::event(QEvent *event) {
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAround(gesture->position(), 1 + gesture->value());
            return true;
        }
    }
    return QQuickItem::event(event);
}

void LiveMap::mousePressEvent(QMouseEvent *event) {
    forceActiveFocus(Qt::MouseFocusReason);
    state_->pressed = state_->last = event->position();
    state_->dragging = false;
    event->accept();
    if (state_->painting && event->button() == Qt::LeftButton) {
        setKeepMouseGrab(true);
        emit painted(event->position());
    }
    if (event->button() != Qt::RightButton || state_->painting)
        return;
    if (const auto target = state_->target_at(event->position()))
        requestContext(*target, event->position());
}

void LiveMap::requestContext(const maps::Target &target, QPointF position) {
    switch (target.kind) {
    case maps::Target::Kind::Region:
        emit regionContextRequested(target.id, position);
        break;
    case maps::Target::Kind::City:
    case maps::Target::Kind::Cell:
        emit cityContextRequested(target.id, position);
        break;
    case maps::Target::Kind::Exchange:
        emit exchangeContextRequested(target.id, position);
        break;
    case maps::Target::Kind::Fibre:
        emit fibreContextRequested(target.id, position);
        break;
    }
}

void LiveMap::mouseMoveEvent(QMouseEvent *event) {
    if (state_->painting && (event->buttons() & Qt::LeftButton)) {
        emit painted(event->position());
        return;
    }
    if (!(event->buttons() & (state_->painting ? Qt::RightButton : Qt::LeftButton)))
        return;
    const QPointF way = event->position() - state_->pressed;
    if (!state_->dragging && way.manhattanLength() < QGuiApplication::styleHints()->startDragDistance())
        return;
    if (!state_->dragging) {
        state_->dragging = true;
        setKeepMouseGrab(true);
        setHover({}, {});
    }
    pan(event->position() - state_->last);
    state_->last = event->position();
}

void LiveMap::mouseReleaseEvent(QMouseEvent *event) {
    setKeepMouseGrab(false);
    if (state_->painting) {
        state_->dragging = false;
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    if (std::exchange(state_->dragging, false)) {
        if (state_->projection.is_globe())
            orderPicture(); // the drafts are over
        return;
    }
    if (const auto target = state_->target_at(event->position()))
        activate(*target);
    else
        emit emptyClicked();
}

void LiveMap::activate(const maps::Target &target) {
    if (target.kind == maps::Target::Kind::Region)
        emit regionClicked(target.id);
    else if (target.kind == maps::Target::Kind::City || target.kind == maps::Target::Kind::Cell)
        emit cityClicked(target.id);
}

/// The next or previous city by size among those that can be seen: the pointer of those who use keys.
void LiveMap::stepCity(int by) {
    if (!state_->catchments)
        return;
    const World &world = state_->catchments->world();
    std::vector<std::size_t> seen;
    const QRectF page(QPointF(), size());
    for (std::size_t i = 0; i < world.cities.size(); ++i) {
        const QPointF plane = state_->projection.forward(world.cities[i].place);
        if (world.cities[i].users > 0 && !state_->projection.hides(plane) && page.contains(state_->view.to_page(plane)))
            seen.push_back(i);
    }
    if (seen.empty())
        return;
    std::stable_sort(seen.begin(), seen.end(),
                     [&](std::size_t a, std::size_t b) { return world.cities[a].users > world.cities[b].users; });
    const auto at = state_->stepped ? std::find(seen.begin(), seen.end(), *state_->stepped) : seen.end();
    const auto count = static_cast<std::ptrdiff_t>(seen.size());
    const std::ptrdiff_t next = at == seen.end() ? 0 : ((at - seen.begin()) + by + count) % count;
    state_->stepped = seen[static_cast<std::size_t>(next)];
    const City &city = world.cities[*state_->stepped];
    setHover(maps::Target{maps::Target::Kind::City, QString::fromStdString(city.id)},
             state_->view.to_page(state_->projection.forward(city.place)));
    state_->stepped_to = true;
}

void LiveMap::mouseDoubleClickEvent(QMouseEvent *event) {
    if (event->button() == Qt::LeftButton)
        zoomAround(event->position(), event->modifiers() & Qt::ShiftModifier ? 0.5 : 2);
}

void LiveMap::hoverMoveEvent(QHoverEvent *event) {
    // The scene repeats the last event when what is under the pointer may have changed. A pointer that rests does not
    // take away what keys have reached.
    if (std::exchange(state_->pointer, event->position()) == event->position() && state_->stepped_to)
        return;
    const auto target = state_->target_at(event->position());
    setHover(target, event->position());
    if (!state_->painting)
        setCursor(QCursor(target ? Qt::PointingHandCursor : Qt::ArrowCursor));
}

void LiveMap::hoverLeaveEvent(QHoverEvent *) { setHover({}, {}); }

void LiveMap::setHover(const std::optional<maps::Target> &target, QPointF position) {
    state_->pointed = target;
    state_->stepped_to = false;
    HoverText text;
    if (target && state_->catchments)
        text = hover_text(*state_->catchments, state_->picture.flows.get(), *target);
    if (state_->marks_only)
        text.detail.clear(); // its figures are no results
    const bool same = text.title == state_->hover_title && text.detail == state_->hover_detail;
    if (same && (text.title.isEmpty() || position == state_->hover_position))
        return;
    state_->hover_title = text.title;
    state_->hover_detail = text.detail;
    state_->hover_position = position;
    emit hoverChanged();
    if (!same)
        emit hovered(text.title.isEmpty() ? QString() : text.title + QStringLiteral(" · ") + text.detail);
}

QList<MapKey> map_keys() {
    const auto keys = [](std::initializer_list<Qt::Key> all) {
        QStringList words;
        for (const Qt::Key key : all)
            words << QKeySequence(key).toString(QKeySequence::NativeText);
        return words.join(QLatin1Char(' '));
    };
    return {
        {LiveMap::tr("Move the map"), keys({Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down})},
        {LiveMap::tr("Zoom in and out"), keys({Qt::Key_Plus, Qt::Key_Minus})},
        {LiveMap::tr("Show the whole world"), keys({Qt::Key_0})},
        {LiveMap::tr("To the next and the previous city in sight"), keys({Qt::Key_N, Qt::Key_P})},
        {LiveMap::tr("Select what is pointed at"), keys({Qt::Key_Return})},
        {LiveMap::tr("What can be done with it"), keys({Qt::Key_Menu})},
        {LiveMap::tr("Point at nothing"), keys({Qt::Key_Escape})},
    };
}

/// Those of map_keys().
void LiveMap::keyPressEvent(QKeyEvent *event) {
    switch (event->key()) {
    case Qt::Key_Left:
        pan({pixels_per_key, 0});
        break;
    case Qt::Key_Right:
        pan({-pixels_per_key, 0});
        break;
    case Qt::Key_Up:
        pan({0, pixels_per_key});
        break;
    case Qt::Key_Down:
        pan({0, -pixels_per_key});
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomAround(QPointF(width() / 2, height() / 2), factor_per_key);
        break;
    case Qt::Key_Minus:
        zoomAround(QPointF(width() / 2, height() / 2), 1 / factor_per_key);
        break;
    case Qt::Key_0:
        showWorld();
        break;
    case Qt::Key_N:
    case Qt::Key_PageDown:
        stepCity(1);
        break;
    case Qt::Key_P:
    case Qt::Key_PageUp:
        stepCity(-1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (state_->pointed)
            activate(*state_->pointed);
        break;
    case Qt::Key_Menu:
        if (state_->pointed)
            requestContext(*state_->pointed, state_->hover_position);
        break;
    case Qt::Key_Escape:
        if (!state_->pointed) {
            event->ignore();
            return;
        }
        setHover({}, {});
        break;
    default:
        event->ignore();
        return;
    }
    event->accept();
}

} // namespace catchment::qml
