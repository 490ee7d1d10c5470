// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/world_reader.h"
#include "study/evaluator.h"
#include "study/next_region.h"
#include "study/playbook.h"
#include "study/single_change.h"
#include "study/sweep.h"

#include <benchmark/benchmark.h>

/// Studies of "what if" on the built-in world, from nothing: each builds the fibre map and the topology first. On all
/// cores, so real time counts.
namespace {

using namespace catchment;

std::shared_ptr<const World> builtin() {
    static const auto world = read_world(CATCHMENT_RESOURCES "/world");
    return world;
}

Scenario everything() {
    Scenario scenario;
    for (const RegionId r : deployable_regions(builtin()->own_operator)) {
        scenario.regions.push_back(builtin()->own_operator.regions[r.index()].code);
    }
    return scenario;
}

SweepQuestion question(std::size_t choose, Objective objective = Objective::MeanRtt) {
    SweepQuestion out;
    out.from = deployable_regions(builtin()->own_operator);
    out.choose = choose;
    out.objective = objective;
    return out;
}

/// One evaluation on a topology that is built: what a sweep takes for each deployment.
void evaluation(benchmark::State &state) {
    Evaluator evaluator(builtin());
    for (auto _ : state) {
        benchmark::DoNotOptimize(evaluator.evaluate(story(), state.range(0) != 0));
    }
}
BENCHMARK(evaluation)->ArgName("percentiles")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

/// Argument: the objective.
void sweep_3_of_18(benchmark::State &state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(sweep(builtin(), question(3, static_cast<Objective>(state.range(0)))));
    }
}
BENCHMARK(sweep_3_of_18)->ArgName("objective")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();

void sweep_9_of_18_greedily(benchmark::State &state) {
    SweepQuestion nine = question(9);
    nine.method = SweepMethod::Greedy;
    for (auto _ : state) {
        benchmark::DoNotOptimize(sweep(builtin(), nine));
    }
}
BENCHMARK(sweep_9_of_18_greedily)->Unit(benchmark::kMillisecond)->UseRealTime();

void best_of_1_to_18(benchmark::State &state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(best_of_each_size(builtin(), question(18)));
    }
}
BENCHMARK(best_of_1_to_18)->Unit(benchmark::kMillisecond)->UseRealTime();

void best_next_region(benchmark::State &state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            next_regions(builtin(), story(), deployable_regions(builtin()->own_operator), Objective::MeanRtt));
    }
}
BENCHMARK(best_next_region)->Unit(benchmark::kMillisecond)->UseRealTime();

void playbook_of_18(benchmark::State &state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(playbook(builtin(), everything()));
    }
}
BENCHMARK(playbook_of_18)->Unit(benchmark::kMillisecond)->UseRealTime();

void chicago_to_amsterdam(benchmark::State &state) {
    const World &world = *builtin();
    const ChangeQuestion question{story(), *find_city(world, "Chicago"), {}, *find_region(world.own_operator, "ams")};
    for (auto _ : state) {
        benchmark::DoNotOptimize(single_changes(builtin(), question));
    }
}
BENCHMARK(chicago_to_amsterdam)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
