// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/world_reader.h"
#include "routing/solver.h"
#include "study/backbone.h"
#include "study/data_study.h"
#include "study/edge_study.h"
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

/// Data in ewr, ams and nrt; every edge announces.
Scenario data() {
    Scenario out;
    out.regions = {"ewr", "ams", "nrt"};
    out.announce = Announce::Everywhere;
    out.data.emplace();
    out.data->primary = "ewr";
    out.data->replicas = {"ams", "nrt"};
    return out;
}

/// Between all regions, on a fibre map that is there.
void backbone(benchmark::State &state) {
    const auto solution = Solver(builtin()).solve(data());
    for (auto _ : state) {
        benchmark::DoNotOptimize(Backbone(*solution->topology).km(RegionId(0), RegionId(1)));
    }
}
BENCHMARK(backbone)->Unit(benchmark::kMillisecond)->UseRealTime();

/// One more hour of the day, say.
void behind_the_edges(benchmark::State &state) {
    const auto c = catchments(Solver(builtin()).solve(data()));
    for (auto _ : state) {
        benchmark::DoNotOptimize(proxied(*c));
    }
}
BENCHMARK(behind_the_edges)->Unit(benchmark::kMillisecond)->UseRealTime();

/// The best place for the primary by mean write latency, once the users' ways are known.
void best_primary_of_all_regions(benchmark::State &state) {
    const auto c = catchments(Solver(builtin()).solve(data()));
    for (auto _ : state) {
        benchmark::DoNotOptimize(best_primary(*c, WriteObjective::Mean));
    }
}
BENCHMARK(best_primary_of_all_regions)->Unit(benchmark::kMillisecond)->UseRealTime();

/// The same from nothing: fibre map, topology and routes first.
void best_primary_from_nothing(benchmark::State &state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(best_primary(*catchments(Solver(builtin()).solve(data())), WriteObjective::Mean));
    }
}
BENCHMARK(best_primary_from_nothing)->Unit(benchmark::kMillisecond)->UseRealTime();

/// With the failure of each region that holds data.
void data_of_three(benchmark::State &state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(data_study(builtin(), data()));
    }
}
BENCHMARK(data_of_three)->Unit(benchmark::kMillisecond)->UseRealTime();

void designs_of_three(benchmark::State &state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(edge_study(builtin(), data()));
    }
}
BENCHMARK(designs_of_three)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
