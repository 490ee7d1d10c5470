// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPainterPath>
#include <QPointF>
#include <QString>

/// The words that an SVG file is made of. Never in a locale: same value, same bytes.
namespace catchment::maps::svg {

/// With up to `decimals` of them, none that say nothing: `12.5`, `-.25` is written `-0.25`.
QByteArray number(double value, int decimals = 2);

/// `x y`.
QByteArray point(QPointF at);

/// ` name="value"`; the value must need no escape.
QByteArray attribute(const char *name, const QByteArray &value);

/// For between tags or in an attribute. Leaves out what XML cannot hold.
QByteArray escaped(const QString &text);

/// An id with nothing but ASCII letters, digits, `.`, `-` and `_`.
QByteArray identifier(const QString &text);

/// A path as the attribute `d`, relative and to two decimals, so that errors do not add up.
QByteArray path_data(const QPainterPath &path);

/// The size to which font() rounds, pixels.
int font_pixels(double size);

/// The bundled face, then faces that stand in where it is not installed, none wider but the last.
QByteArray font_families();

} // namespace catchment::maps::svg
