// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/world_reader.h"
#include "routing/solver.h"
#include "study/catchments.h"
#include "study/comparison.h"

#include <array>
#include <benchmark/benchmark.h>

/// The built-in world: reading it, and solving scenarios over it.
namespace {

using namespace catchment;

std::shared_ptr<const World> builtin() {
    static const auto world = read_world(CATCHMENT_RESOURCES "/world");
    return world;
}

void read(benchmark::State &state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(read_world(CATCHMENT_RESOURCES "/world"));
    }
}
BENCHMARK(read)->Unit(benchmark::kMillisecond);

void fibre_map(benchmark::State &state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(FibreMap(builtin()));
    }
}
BENCHMARK(fibre_map)->Unit(benchmark::kMillisecond);

void topology(benchmark::State &state) {
    const auto fibre = std::make_shared<FibreMap>(builtin());
    for (auto _ : state) {
        benchmark::DoNotOptimize(Topology(builtin(), fibre, story()));
    }
}
BENCHMARK(topology)->Unit(benchmark::kMillisecond);

/// Deployments in turn, as edits come: routes at every router, catchments, RTT of all cities.
void whole_scenario(benchmark::State &state) {
    Solver solver(builtin());
    std::array<Scenario, 3> scenarios = {story(), story(), story()};
    scenarios[1].regions.push_back("nrt");
    for (const Region &region : builtin()->own_operator.regions) {
        if (region.status == RegionStatus::Deployable && !scenarios[2].deploys(region.code)) {
            scenarios[2].regions.push_back(region.code);
        }
    }
    solver.solve(story());
    std::size_t turn = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(catchments(solver.solve(scenarios[turn++ % scenarios.size()])));
    }
}
BENCHMARK(whole_scenario)->Unit(benchmark::kMillisecond);

/// The story with PTCL hijacking it, and every other network validating origins: the operator's prefix with a forged
/// origin, and a more specific one.
void hijacked_scenario(benchmark::State &state) {
    Solver solver(builtin());
    Scenario scenario = story();
    scenario.security.hijack = Hijack{
        Asn{17557}, "karachi-pk", static_cast<std::uint8_t>(state.range(0)), {Asn{17557}, builtin()->own_operator.asn}};
    for (std::size_t n = 0; n < builtin()->networks.size(); n += 2) {
        scenario.security.origin_validation.push_back(builtin()->networks[n].asn);
    }
    solver.solve(scenario);
    for (auto _ : state) {
        benchmark::DoNotOptimize(catchments(solver.solve(scenario)));
    }
}
BENCHMARK(hijacked_scenario)->Arg(22)->Arg(24)->Unit(benchmark::kMillisecond);

void routes_alone(benchmark::State &state) {
    Solver solver(builtin());
    solver.solve(story());
    for (auto _ : state) {
        benchmark::DoNotOptimize(solver.solve(story()));
    }
}
BENCHMARK(routes_alone)->Unit(benchmark::kMillisecond);

/// What ties cost on top of routes_alone.
void ties_alone(benchmark::State &state) {
    Solver solver(builtin());
    const auto solution = solver.solve(story());
    for (auto _ : state) {
        benchmark::DoNotOptimize(Ties(*solution));
    }
}
BENCHMARK(ties_alone)->Unit(benchmark::kMillisecond);

void catchments_alone(benchmark::State &state) {
    Solver solver(builtin());
    const auto solution = solver.solve(story());
    for (auto _ : state) {
        benchmark::DoNotOptimize(catchments(solution));
    }
}
BENCHMARK(catchments_alone)->Unit(benchmark::kMillisecond);

void comparison(benchmark::State &state) {
    Solver solver(builtin());
    Scenario more = story();
    more.regions.push_back("nrt");
    const auto before = catchments(solver.solve(story()));
    const auto after = catchments(solver.solve(more));
    for (auto _ : state) {
        benchmark::DoNotOptimize(compare(*before, *after));
    }
}
BENCHMARK(comparison)->Unit(benchmark::kMillisecond);

} // namespace
