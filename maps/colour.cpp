// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/colour.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace catchment::maps {
namespace {

using Linear = std::array<double, 3>;
using Matrix = std::array<Linear, 3>;

double decode(double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); }
double encode(double v) {
    v = std::clamp(v, 0.0, 1.0);
    return v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
}

Linear linear(const QColor &colour) { return {decode(colour.redF()), decode(colour.greenF()), decode(colour.blueF())}; }

QColor from_linear(const Linear &rgb) {
    return QColor::fromRgb(static_cast<int>(std::lround(255 * encode(rgb[0]))),
                           static_cast<int>(std::lround(255 * encode(rgb[1]))),
                           static_cast<int>(std::lround(255 * encode(rgb[2]))));
}

Linear operator*(const Matrix &m, const Linear &v) {
    Linear result{};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    return result;
}

constexpr Matrix lms_of_rgb{{{0.4122214708, 0.5363325363, 0.0514459929},
                             {0.2119034982, 0.6806995451, 0.1073969566},
                             {0.0883024619, 0.2817188376, 0.6299787005}}};
constexpr Matrix lab_of_lms{{{0.2104542553, 0.7936177850, -0.0040720468},
                             {1.9779984951, -2.4285922050, 0.4505937099},
                             {0.0259040371, 0.7827717662, -0.8086757660}}};
constexpr Matrix lms_of_lab{
    {{1, 0.3963377774, 0.2158037573}, {1, -0.1055613458, -0.0638541728}, {1, -0.0894841775, -1.2914855480}}};
constexpr Matrix rgb_of_lms{{{4.0767416621, -3.3077115913, 0.2309699292},
                             {-1.2684380046, 2.6097574011, -0.3413193965},
                             {-0.0041960863, -0.7034186147, 1.7076147010}}};
constexpr std::array<Matrix, 3> dichromats{
    Matrix{{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    Matrix{{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    Matrix{{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}};

double luminance(const QColor &colour) {
    const Linear rgb = linear(colour);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
}

} // namespace

OkLab ok_lab(const QColor &colour) {
    Linear lms = lms_of_rgb * linear(colour);
    for (double &v : lms)
        v = std::cbrt(v);
    const Linear lab = lab_of_lms * lms;
    return {lab[0], lab[1], lab[2]};
}

QColor from_ok_lab(const OkLab &lab) {
    Linear lms = lms_of_lab * Linear{lab.l, lab.a, lab.b};
    for (double &v : lms)
        v = v * v * v;
    return from_linear(rgb_of_lms * lms);
}

double difference(const QColor &a, const QColor &b) {
    const OkLab one = ok_lab(a), other = ok_lab(b);
    return 100 * std::hypot(one.l - other.l, one.a - other.a, one.b - other.b);
}

QColor mix(const QColor &a, const QColor &b, double t) {
    const OkLab one = ok_lab(a), other = ok_lab(b);
    return from_ok_lab({std::lerp(one.l, other.l, t), std::lerp(one.a, other.a, t), std::lerp(one.b, other.b, t)});
}

QColor seen_with(Vision vision, const QColor &colour) {
    if (vision == Vision::Normal)
        return colour;
    if (vision == Vision::Grey) {
        QColor grey = from_ok_lab({ok_lab(colour).l, 0, 0});
        grey.setAlphaF(colour.alphaF());
        return grey;
    }
    return from_linear(dichromats[static_cast<std::size_t>(vision) - 1] * linear(colour));
}

double contrast(const QColor &a, const QColor &b) {
    const double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

} // namespace catchment::maps
