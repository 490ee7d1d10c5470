// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/world_reader.h"
#include "qml/models/search_index.h"

#include <benchmark/benchmark.h>
#include <cstdlib>
#include <memory>

// The built-in world, or the folder in CATCHMENT_WORLD: such as one made by `catchment import`.
namespace {

using namespace catchment;

std::shared_ptr<const World> world() {
    static const auto shared = [] {
        const char *folder = std::getenv("CATCHMENT_WORLD");
        return read_world(folder ? folder : CATCHMENT_RESOURCES "/world");
    }();
    return shared;
}

void make_index(benchmark::State &state) {
    world(); // read before the clock starts
    for (auto _ : state) {
        const qml::SearchIndex index(world());
        benchmark::DoNotOptimize(&index);
    }
    state.counters["networks"] = static_cast<double>(world()->networks.size());
}
BENCHMARK(make_index)->Unit(benchmark::kMillisecond);

void find(benchmark::State &state, const char *words) {
    const qml::SearchIndex index(world());
    for (auto _ : state) {
        benchmark::DoNotOptimize(index.find(words, 60));
    }
}
BENCHMARK_CAPTURE(find, nothing, "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find, one_letter, "a")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find, a_name, "amsterdam")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find, three_words, "sao paulo br")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find, an_as_number, "AS13335")->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
