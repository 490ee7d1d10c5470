// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/city_times.h"
#include "maps/display_list.h"
#include "maps/flows.h"
#include "maps/map_view.h"
#include "maps/theme.h"
#include "study/catchments.h"
#include "study/journey.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace catchment::maps {

class Atlas;

/// What a map brings out of its results.
struct Emphasis {
    bool moved_only = false;          ///< only cells and cities that `before` had elsewhere; the rest is plain
    std::optional<RegionId> only;     ///< one region's catchment alone
    std::optional<NetworkId> network; ///< one network's routers alone, where the layer of routers is shown
    friend bool operator==(const Emphasis &, const Emphasis &) = default;
};

/// What a map shows.
struct MapContent {
    std::shared_ptr<const Catchments> catchments;
    std::optional<CityId> selected;
    std::optional<Journey> journey;           ///< of the selected city: its path is drawn
    std::optional<std::size_t> hop;           ///< the decision of the journey that is looked at: it is brought out
    std::shared_ptr<const FlowMap> flows;     ///< of `catchments`; none: made when they are drawn
    std::shared_ptr<const Catchments> before; ///< over the same world; for `emphasis`
    Emphasis emphasis;
    std::shared_ptr<const CityTimes> times; ///< colour the cells and cities in place of regions; none: regions do
};

struct MapOptions {
    LayerSet layers = usual_layers();
    double stroke_scale = 1; ///< thickness of lines and dots, for projectors and print
    double text_scale = 1;
    std::optional<QRectF> frame;    ///< page rectangle that the map keeps to; none: the whole page
    std::vector<QRectF> keep_clear; ///< page rectangles that labels avoid
};

/// Lays out the map proper: everything but legend, captions and attribution. `projection` must be that of `view`.
/// Can run in any thread, with a projection of its own.
DisplayList layout_map(const Atlas &atlas, const Projection &projection, const MapContent &content, const MapView &view,
                       const Theme &theme, const MapOptions &options = {});

} // namespace catchment::maps
