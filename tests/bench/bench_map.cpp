// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/world_reader.h"
#include "maps/atlas.h"
#include "maps/fonts.h"
#include "maps/map_layout.h"
#include "maps/painter.h"
#include "maps/particles.h"
#include "routing/solver.h"
#include "study/catchments.h"

#include <QGuiApplication>

#include <benchmark/benchmark.h>

/// What a recolouring of the live map is made of, layer by layer, on the built-in world and a page of 1280×720.
using namespace catchment;

namespace {

struct Desk {
    maps::Projection projection{maps::ProjectionKind::EqualEarth};
    maps::MapView view = maps::fit_view(projection, QSizeF(1280, 720));
    const maps::Theme &theme = maps::theme(QStringLiteral("light"));
    maps::MapContent content;

    Desk() {
        maps::load_fonts();
        content.catchments = catchments(Solver(read_world(CATCHMENT_RESOURCES "/world")).solve(story()));
        content.flows = maps::flow_map(*content.catchments);
    }

    maps::DisplayList lay_out(maps::LayerSet layers) const {
        maps::MapOptions options;
        options.layers = std::move(layers);
        return maps::layout_map(maps::Atlas::shared(), projection, content, view, theme, options);
    }
};

Desk &desk() {
    static Desk it;
    return it;
}

using maps::Layer;
const std::vector<std::pair<const char *, maps::LayerSet>> sheets = {
    {"ground", {Layer::Sea, Layer::Graticule, Layer::Land}},
    {"borders", {Layer::Borders}},
    {"cells", {Layer::Cells}},
    {"catchment-borders", {Layer::Cells, Layer::CatchmentBorders}},
    {"flows", {Layer::Flows}},
    {"places", {Layer::Paths, Layer::Cities, Layer::Markers, Layer::Regions, Layer::Labels}},
};

void lay_out(benchmark::State &state, const maps::LayerSet &layers) {
    for (auto _ : state)
        benchmark::DoNotOptimize(desk().lay_out(layers));
}

void paint(benchmark::State &state, const maps::LayerSet &layers) {
    const maps::DisplayList list = desk().lay_out(layers);
    QImage image(desk().view.size.toSize(), QImage::Format_ARGB32_Premultiplied);
    for (auto _ : state)
        maps::render_over(image, list);
}

void gather_flows(benchmark::State &state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(maps::flow_map(*desk().content.catchments));
}

void make_particles(benchmark::State &state) {
    const auto &world = desk().content.catchments->solution->topology->shared_world();
    const auto geodesics = maps::Atlas::shared().geodesics(world, desk().projection);
    for (auto _ : state)
        benchmark::DoNotOptimize(maps::Particles(*geodesics, *desk().content.catchments, *desk().content.flows,
                                                 desk().projection, desk().theme));
}

} // namespace

int main(int argc, char **argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    for (const auto &[name, layers] : sheets) {
        benchmark::RegisterBenchmark((std::string("lay_out/") + name).c_str(), lay_out, layers)
            ->Unit(benchmark::kMillisecond);
        benchmark::RegisterBenchmark((std::string("paint/") + name).c_str(), paint, layers)
            ->Unit(benchmark::kMillisecond);
    }
    benchmark::RegisterBenchmark("flow_map", gather_flows)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("particles", make_particles)->Unit(benchmark::kMillisecond);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
