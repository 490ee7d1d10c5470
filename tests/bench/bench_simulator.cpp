// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/converge_results.h"
#include "io/world_reader.h"
#include "routing/playback.h"
#include "routing/simulator.h"
#include "study/stage_summary.h"

#include <benchmark/benchmark.h>

/// The built-in world, message by message.
namespace {

using namespace catchment;

std::shared_ptr<const World> builtin() {
    static const auto world = read_world(CATCHMENT_RESOURCES "/world");
    return world;
}

std::vector<TimedEvent> events(std::initializer_list<const char *> words) {
    std::vector<TimedEvent> out;
    for (const char *event : words) {
        out.push_back(parse_event(event, *builtin()));
    }
    return out;
}

void count(benchmark::State &state, const StageCount &of) {
    state.counters["updates"] = static_cast<double>(of.announcements + of.withdrawals);
    state.counters["internal"] = static_cast<double>(of.internal);
    state.counters["changes"] = static_cast<double>(of.changes);
}

/// From an empty network to the steady state of the story, fibre map and topology included.
void cold_start(benchmark::State &state) {
    StageCount last;
    for (auto _ : state) {
        last = Simulator(builtin()).run(story(), {})->start;
    }
    count(state, last);
}
BENCHMARK(cold_start)->Unit(benchmark::kMillisecond);

void cold_start_everywhere(benchmark::State &state) {
    Scenario all = story();
    for (const Region &region : builtin()->own_operator.regions) {
        if (region.status == RegionStatus::Deployable && !all.deploys(region.code)) {
            all.regions.push_back(region.code);
        }
    }
    StageCount last;
    for (auto _ : state) {
        last = Simulator(builtin()).run(all, {})->start;
    }
    count(state, last);
}
BENCHMARK(cold_start_everywhere)->Unit(benchmark::kMillisecond);

/// One event after the steady state of the story, which is at hand.
void event(benchmark::State &state, const char *words) {
    Simulator simulator(builtin());
    simulator.run(story(), {});
    const auto happens = events({words});
    StageCount last;
    for (auto _ : state) {
        last = simulator.run(story(), happens)->stages.back().count;
    }
    count(state, last);
}
BENCHMARK_CAPTURE(event, withdraw_ams, "withdraw ams")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(event, announce_nrt, "announce nrt")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(event, fail_network, "fail network 3356")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(event, fail_cable, "fail cable 2Africa")->Unit(benchmark::kMillisecond);

std::shared_ptr<const Convergence> withdrawal() {
    return Simulator(builtin()).run(story(), events({"withdraw ams", "announce ams"}));
}

void summaries(benchmark::State &state) {
    const auto convergence = withdrawal();
    for (auto _ : state) {
        benchmark::DoNotOptimize(stage_summaries(convergence));
    }
}
BENCHMARK(summaries)->Unit(benchmark::kMillisecond);

/// From the beginning to the end and back.
void play(benchmark::State &state) {
    const auto convergence = withdrawal();
    Playback playback(convergence);
    for (auto _ : state) {
        playback.seek(convergence->duration());
        playback.seek(Moment{-1});
        benchmark::DoNotOptimize(playback.take_moved());
    }
}
BENCHMARK(play)->Unit(benchmark::kMillisecond);

void json(benchmark::State &state) {
    const auto convergence = withdrawal();
    for (auto _ : state) {
        benchmark::DoNotOptimize(converge_json(convergence));
    }
}
BENCHMARK(json)->Unit(benchmark::kMillisecond);

} // namespace
