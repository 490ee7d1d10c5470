// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/map/live_map.h"
#include "qml/map/live_map_state.h"

#include <QCursor>
#include <QGuiApplication>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QStyleHints>
#include <QWheelEvent>

#include <cmath>
#include <utility>

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
    if (event->button() != Qt::RightButton)
        return;
    if (const auto target = state_->target_at(event->position())) {
        if (target->kind == maps::Target::Kind::Region)
            emit regionContextRequested(target->id, event->position());
        else
            emit cityContextRequested(target->id, event->position());
    }
}

void LiveMap::mouseMoveEvent(QMouseEvent *event) {
    if (!(event->buttons() & Qt::LeftButton))
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
    if (event->button() != Qt::LeftButton || std::exchange(state_->dragging, false))
        return;
    const auto target = state_->target_at(event->position());
    if (!target)
        emit emptyClicked();
    else if (target->kind == maps::Target::Kind::Region)
        emit regionClicked(target->id);
    else
        emit cityClicked(target->id);
}

void LiveMap::mouseDoubleClickEvent(QMouseEvent *event) {
    if (event->button() == Qt::LeftButton)
        zoomAround(event->position(), event->modifiers() & Qt::ShiftModifier ? 0.5 : 2);
}

void LiveMap::hoverMoveEvent(QHoverEvent *event) {
    const auto target = state_->target_at(event->position());
    setHover(target, event->position());
    setCursor(QCursor(target ? Qt::PointingHandCursor : Qt::ArrowCursor));
}

void LiveMap::hoverLeaveEvent(QHoverEvent *) { setHover({}, {}); }

void LiveMap::setHover(const std::optional<maps::Target> &target, QPointF position) {
    HoverText text;
    if (target && state_->catchments)
        text = hover_text(*state_->catchments, *target);
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
    default:
        event->ignore();
        return;
    }
    event->accept();
}

} // namespace catchment::qml
