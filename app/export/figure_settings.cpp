// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure_settings.h"

#include <algorithm>
#include <map>
#include <utility>

namespace catchment::app {
namespace {

/// What is always there, and the layers that the words name.
maps::LayerSet layers_from_words(const std::vector<std::string> &words) {
    using maps::Layer;
    static const std::map<std::string, maps::LayerSet> named = {
        {"graticule", {Layer::Graticule}},
        {"catchments", {Layer::Cells, Layer::CatchmentBorders}},
        {"contested", {Layer::Contested}},
        {"lens", {Layer::Lens}},
        {"borders", {Layer::Borders}},
        {"fibre", {Layer::Fibre}},
        {"presence", {Layer::Presence}},
        {"exchanges", {Layer::Exchanges}},
        {"flows", {Layer::Flows}},
        {"paths", {Layer::Paths}},
        {"cities", {Layer::Cities, Layer::Markers}},
        {"markers", {Layer::Markers}},
        {"regions", {Layer::Regions}},
        {"labels", {Layer::Labels}},
    };
    maps::LayerSet out = {Layer::Sea, Layer::Land, Layer::Legend, Layer::Captions, Layer::Attribution};
    for (const std::string &word : words) {
        out.insert(named.at(word).begin(), named.at(word).end());
    }
    return out;
}

} // namespace

const std::vector<FigurePreset> &figure_presets() {
    using maps::FigurePart;
    static const std::vector<FigurePreset> all = {
        // To be read from the last row.
        {"slide", {1920, 1080}, 96, 1.25, false, {}},
        // 85 mm wide; a paper says in its own caption what is seen.
        {"paper-column", {2008, 1640}, 600, 2.6, false, {FigurePart::Title, FigurePart::Subtitle}},
        // 40 × 22.5 inches, to be read from near.
        {"poster", {12000, 6750}, 300, 0.6, false, {}},
        {"transparent", {1920, 1080}, 96, 1, true, {}},
    };
    return all;
}

FigureSettings figure_settings(const Scenario &scenario, const View &view) {
    FigureSettings out;
    maps::FigureOptions &options = out.options;
    const auto preset = std::ranges::find(figure_presets(), view.preset, &FigurePreset::word);
    if (preset != figure_presets().end()) {
        options.size = preset->size;
        options.scale = preset->scale;
        options.transparent = preset->transparent;
        if (view.without.empty()) {
            for (const maps::FigurePart part : preset->without) {
                options.parts.erase(part);
            }
        }
        out.dpi = preset->dpi;
    }
    if (view.size) {
        options.size = QSize(view.size->first, view.size->second);
    }
    out.dpi = view.dpi.value_or(static_cast<int>(out.dpi));
    options.projection = maps::projection_from_word(view.projection).value_or(options.projection);
    options.extent = view.extent;
    options.center = view.center.value_or(options.center);
    options.theme = view.theme.empty() ? options.theme : QString::fromStdString(view.theme);
    options.title = QString::fromStdString(scenario.title);
    options.subtitle = QString::fromStdString(view.subtitle);
    options.caption = QString::fromStdString(view.caption);
    options.name = QString::fromStdString(scenario.app);
    for (const std::string &word : view.without) {
        options.parts.erase(maps::part_from_word(word).value());
    }
    if (!view.legend) {
        options.parts.erase(maps::FigurePart::Legend);
    }
    if (!view.layers.empty()) {
        options.layers = layers_from_words(view.layers);
    }
    return out;
}

maps::PictureOptions picture_options(const FigureSettings &settings, const World &world) {
    return {settings.dpi, settings.options.title, maps::attribution(), QString::fromStdString(world.date)};
}

} // namespace catchment::app
