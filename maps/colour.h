// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

/// Colours as eyes see them: OKLab (Björn Ottosson, 2020) and simulated colour blindness.
namespace catchment::maps {

/// Lightness 0 … 1, and the axes green–red and blue–yellow.
struct OkLab {
    double l = 0, a = 0, b = 0;
};

OkLab ok_lab(const QColor &colour);
/// Taken into sRGB where it lies outside.
QColor from_ok_lab(const OkLab &lab);

/// 100 × the Euclidean distance in OKLab: about 2 is just seen side by side, 10 is plain.
double difference(const QColor &a, const QColor &b);

/// `t` of the way from `a` to `b`, in OKLab.
QColor mix(const QColor &a, const QColor &b, double t);

enum class Vision { Normal, Protanopia, Deuteranopia, Tritanopia, Grey };

/// How such eyes see a colour (Machado, Oliveira, Fernandes 2009; severity 1), or a printer without colours prints it.
QColor seen_with(Vision vision, const QColor &colour);

/// WCAG 2 contrast ratio, 1 … 21.
double contrast(const QColor &a, const QColor &b);

} // namespace catchment::maps
