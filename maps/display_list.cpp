// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/display_list.h"

#include "maps/fonts.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace catchment::maps {
namespace {

constexpr std::array words = std::to_array<std::pair<Layer, std::string_view>>({
    {Layer::Sea, "sea"},
    {Layer::Graticule, "graticule"},
    {Layer::Land, "land"},
    {Layer::Cells, "cells"},
    {Layer::Contested, "contested"},
    {Layer::Lens, "lens"},
    {Layer::CatchmentBorders, "catchment-borders"},
    {Layer::Borders, "borders"},
    {Layer::Fibre, "fibre"},
    {Layer::Presence, "presence"},
    {Layer::Exchanges, "exchanges"},
    {Layer::Flows, "flows"},
    {Layer::Paths, "paths"},
    {Layer::Cities, "cities"},
    {Layer::Markers, "markers"},
    {Layer::Regions, "regions"},
    {Layer::Labels, "labels"},
    {Layer::Legend, "legend"},
    {Layer::Captions, "captions"},
    {Layer::Attribution, "attribution"},
});

} // namespace

std::string_view layer_word(Layer layer) { return words[static_cast<std::size_t>(layer)].second; }

std::optional<Layer> layer_from_word(std::string_view word) {
    for (const auto &[layer, its_word] : words)
        if (its_word == word)
            return layer;
    return {};
}

std::vector<Layer> all_layers() {
    std::vector<Layer> result;
    for (const auto &[layer, word] : words)
        result.push_back(layer);
    return result;
}

LayerSet every_layer() {
    const std::vector<Layer> all = all_layers();
    return {all.begin(), all.end()};
}

LayerSet usual_layers() {
    LayerSet layers = every_layer();
    for (const Layer layer : {Layer::Presence, Layer::Exchanges, Layer::Lens})
        layers.erase(layer);
    return layers;
}

Group &DisplayList::group(Layer layer, std::optional<QRectF> clip) {
    if (groups.empty() || groups.back().layer != layer || groups.back().clip != clip)
        groups.push_back({layer, clip, {}});
    return groups.back();
}

void DisplayList::append(DisplayList other) {
    groups.insert(groups.end(), std::make_move_iterator(other.groups.begin()),
                  std::make_move_iterator(other.groups.end()));
}

QRectF bounds(const Text &text) {
    const QFontMetricsF metrics(map_font(text.size, text.weight));
    const double width = metrics.horizontalAdvance(text.text);
    double left = text.position.x();
    if (text.anchor == Text::Anchor::Centre)
        left -= width / 2;
    else if (text.anchor == Text::Anchor::Right)
        left -= width;
    return {left, text.position.y() - metrics.ascent(), width, metrics.ascent() + metrics.descent()};
}

} // namespace catchment::maps
