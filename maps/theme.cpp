// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/theme.h"

#include "maps/colour.h"

#include <QFile>

#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <numbers>
#include <string>
#include <utility>

namespace catchment::maps {
namespace {

Theme make_light() {
    Theme t;
    t.name = QStringLiteral("light");
    t.window = QColor(0xf3f5f7);
    t.panel = QColor(0xffffff);
    t.field = QColor(0xffffff);
    t.alternate = QColor(0xf6f8fa);
    t.line = QColor(0xd9dfe5);
    t.text = QColor(0x1b2733);
    t.muted = QColor(0x5a6875);
    t.accent = QColor(0x1f5fbf);
    t.on_accent = QColor(0xffffff);
    t.hover = QColor(0xe8eef5);
    t.good = QColor(0x1b7f4b);
    t.warning = QColor(0x9a6200);
    t.bad = QColor(0xb3261e);
    t.page = QColor(0xf7f9fa);
    t.sea = QColor(0xe9eff4);
    t.land = QColor(0xd6dcdf);
    t.coast = QColor(0xa9b5bf);
    t.border = QColor(0xffffff);
    t.graticule = QColor(0xdbe4eb);
    t.catchment_border = QColor(0xffffff);
    t.fibre = QColor(0x6f8192);
    t.city = QColor(0xffffff);
    t.unreached = QColor(0x6b7680);
    t.captured = QColor(0x14090c);
    t.label = QColor(0x24303c);
    t.label_halo = QColor(0xf9fbfc);
    t.path = QColor(0x17212b);
    t.path_casing = QColor(0xffffff);
    return t;
}

/// For a washed-out picture on a wall: white ground, black text, nothing pale, everything thicker.
Theme make_projector() {
    Theme t = make_light();
    t.name = QStringLiteral("projector");
    t.stroke_scale = 1.5;
    t.text_scale = 1.3;
    t.window = QColor(0xffffff);
    t.line = QColor(0x9aa5b0);
    t.text = QColor(Qt::black);
    t.muted = QColor(0x36424e);
    t.accent = QColor(0x0b4aa8);
    t.page = QColor(0xffffff);
    t.sea = QColor(0xe3edf5);
    t.land = QColor(0xc9d0d5);
    t.coast = QColor(0x77858f);
    t.fibre = QColor(0x4a5a68);
    t.unreached = QColor(0x4d565e);
    t.label = QColor(Qt::black);
    t.label_halo = QColor(0xffffff);
    t.path = QColor(Qt::black);
    return t;
}

Theme make_dark() {
    Theme t;
    t.name = QStringLiteral("dark");
    t.dark = true;
    t.window = QColor(0x12181f);
    t.panel = QColor(0x1a222b);
    t.field = QColor(0x131a21);
    t.alternate = QColor(0x1f2832);
    t.line = QColor(0x313d49);
    t.text = QColor(0xe6ecf2);
    t.muted = QColor(0x9aa8b5);
    t.accent = QColor(0x6aa6ff);
    t.on_accent = QColor(0x0c1622);
    t.hover = QColor(0x27323e);
    t.good = QColor(0x5ecb8f);
    t.warning = QColor(0xe6b450);
    t.bad = QColor(0xff7b72);
    t.page = QColor(0x0d1319);
    t.sea = QColor(0x111a22);
    t.land = QColor(0x2a353f);
    t.coast = QColor(0x4a5966);
    t.border = QColor(0x0f171e);
    t.graticule = QColor(0x1a2630);
    t.catchment_border = QColor(0x0c131a);
    t.fibre = QColor(0x8496a6);
    t.city = QColor(0x0c131a);
    t.unreached = QColor(0x8b96a0);
    t.captured = QColor(0xffffff);
    t.label = QColor(0xedf2f6);
    t.label_halo = QColor(0x0e161d);
    t.path = QColor(0xffffff);
    t.path_casing = QColor(0x0b1117);
    return t;
}

constexpr std::array<std::pair<Vision, const char *>, 4> visions{{{Vision::Protanopia, "protanopia"},
                                                                  {Vision::Deuteranopia, "deuteranopia"},
                                                                  {Vision::Tritanopia, "tritanopia"},
                                                                  {Vision::Grey, "grey"}}};

Theme seen_with(Vision vision, Theme theme) {
    theme.vision = vision;
    for (QColor *colour : {&theme.window,     &theme.panel,      &theme.field,
                           &theme.alternate,  &theme.line,       &theme.text,
                           &theme.muted,      &theme.accent,     &theme.on_accent,
                           &theme.hover,      &theme.good,       &theme.warning,
                           &theme.bad,        &theme.page,       &theme.sea,
                           &theme.captured,   &theme.land,       &theme.coast,
                           &theme.border,     &theme.graticule,  &theme.catchment_border,
                           &theme.fibre,      &theme.city,       &theme.label,
                           &theme.unreached,  &theme.label_halo, &theme.path,
                           &theme.path_casing})
        *colour = maps::seen_with(vision, *colour);
    return theme;
}

std::map<QString, Theme> make_themes() {
    std::map<QString, Theme> themes;
    for (const Theme &plain : {make_light(), make_dark(), make_projector()}) {
        themes[plain.name] = plain;
        for (const auto &[vision, word] : visions) {
            Theme seen = seen_with(vision, plain);
            seen.name += QLatin1Char(':') + QLatin1String(word);
            themes[seen.name] = seen;
        }
    }
    return themes;
}

using RegionColours = std::map<std::string, QColor, std::less<>>;

RegionColours read_palette() {
    QFile file(QStringLiteral(":/catchment/palette/regions.csv"));
    RegionColours result;
    if (!file.open(QIODevice::ReadOnly))
        return result;
    file.readLine(); // the header
    while (!file.atEnd()) {
        const QList<QByteArray> fields = file.readLine().trimmed().split(',');
        if (fields.size() >= 2)
            result[fields[0].toStdString()] = QColor(QString::fromLatin1(fields[1]));
    }
    return result;
}

/// FNV-1a: the same on every machine and in every run.
std::uint32_t hash(std::string_view text) {
    std::uint32_t value = 2166136261u;
    for (const char c : text)
        value = (value ^ static_cast<unsigned char>(c)) * 16777619u;
    return value;
}

QColor colour_by_hash(std::string_view code) {
    const std::uint32_t h = hash(code);
    const double hue = (h % 3600) / 3600.0 * 2 * std::numbers::pi;
    const double lightness = 0.52 + ((h >> 12) % 256) / 255.0 * 0.22;
    constexpr double chroma = 0.13;
    return from_ok_lab({lightness, chroma * std::cos(hue), chroma * std::sin(hue)});
}

} // namespace

QColor Theme::cell(const QColor &region, double strength) const {
    const double most = dark ? 0.66 : 0.66, least = 0.24;
    return maps::seen_with(vision, mix(land, region, least + (most - least) * strength));
}

QColor Theme::solid(const QColor &region) const {
    OkLab lab = ok_lab(region);
    // Yellow on white and navy on black cannot be read.
    if (dark && lab.l < 0.62)
        lab.l = 0.62 + (lab.l - 0.62) * 0.35;
    if (!dark && lab.l > 0.68)
        lab.l = 0.68 + (lab.l - 0.68) * 0.35;
    return maps::seen_with(vision, from_ok_lab(lab));
}

const Theme &theme(QStringView name) {
    static const std::map<QString, Theme> themes = make_themes();
    const auto found = themes.find(name.toString());
    return found != themes.end() ? found->second : themes.at(QStringLiteral("light"));
}

std::vector<QString> theme_names() {
    return {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("projector")};
}

std::vector<QString> vision_words() {
    std::vector<QString> words;
    for (const auto &[vision, word] : visions)
        words.push_back(QLatin1String(word));
    return words;
}

QColor region_colour(std::string_view code) {
    static const RegionColours colours = read_palette();
    const auto found = colours.find(code);
    return found != colours.end() ? found->second : colour_by_hash(code);
}

QColor text_on(const QColor &ground) {
    const QColor ink(0x08, 0x0d, 0x12), paper(0xff, 0xff, 0xff);
    return contrast(ground, ink) > contrast(ground, paper) ? ink : paper;
}

} // namespace catchment::maps
