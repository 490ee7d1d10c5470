// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "internet.h"
#include "io/as_relationships.h"
#include "io/rib_results.h"
#include "rib/rib_ties.h"

#include <algorithm>
#include <array>
#include <benchmark/benchmark.h>
#include <ctime>
#include <random>

/// Routes on a bare graph of the size of the Internet. Times are of the thread's processor time; beside each stand
/// `pass_ms`, a pass over the adjacency arrays timed in the same run, and `passes`, how many of them it takes.
namespace {

using namespace catchment;

std::shared_ptr<const AsGraph> internet() {
    static const auto graph = [] {
        const std::string file = bench::reference_file();
        return std::make_shared<const AsGraph>(file.empty() ? AsGraph(bench::made_up_internet(1))
                                                            : build_as_graph(read_as_relationships(file)));
    }();
    return graph;
}

std::shared_ptr<const AsGraph> made_up() {
    static const auto graph = std::make_shared<const AsGraph>(bench::made_up_internet(1));
    return graph;
}

/// Prefixes that so many networks announce each, drawn from all networks.
std::vector<RibPrefix> random_prefixes(const AsGraph &graph, std::size_t count, std::size_t announcers) {
    std::mt19937_64 dice(1);
    std::vector<RibPrefix> out;
    for (std::uint32_t i = 0; i < count; ++i) {
        std::vector<Asn> networks;
        while (networks.size() < announcers) {
            const Asn asn = graph.asn(graph.by_asn()[dice() % graph.size()]);
            if (std::ranges::find(networks, asn) == networks.end()) {
                networks.push_back(asn);
            }
        }
        std::ranges::sort(networks);
        RibPrefix &prefix = out.emplace_back(RibPrefix{{0x0A000000 + (i << 8), 24}, {}});
        for (const Asn asn : networks) {
            RibAnnouncer announcer;
            announcer.node = graph.find(asn).value();
            announcer.path = {asn};
            prefix.announcers.push_back(std::move(announcer));
        }
    }
    return out;
}

double seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

template <class Work>
double timed(const Work &work) {
    const double before = seconds();
    work();
    return seconds() - before;
}

/// The yardstick: every neighbour's id in the adjacency arrays, each read once, in order.
[[gnu::noinline]] void pass(const AsGraph &graph) {
    std::uint64_t sum = 0;
    for (const AsGraph::Rows *rows : {&graph.providers(), &graph.peers(), &graph.customers()}) {
        for (const AsGraph::Node node : rows->all()) {
            sum += node;
        }
    }
    benchmark::DoNotOptimize(sum);
}

/// Times `work` on one prefix after the other, and passes in a row before and after it.
template <class Work>
void against_passes(benchmark::State &state, const AsGraph &graph, const std::vector<RibPrefix> &prefixes,
                    const Work &work) {
    constexpr int passes_in_a_row = 50;
    const auto time_passes = [&graph] {
        pass(graph);
        return timed([&graph] {
            for (int i = 0; i < passes_in_a_row; ++i) {
                pass(graph);
            }
        });
    };
    double passes = time_passes();
    work(prefixes.front());
    double total = 0;
    std::size_t turn = 0;
    for (auto _ : state) {
        const double time = timed([&] { work(prefixes[turn++ % prefixes.size()]); });
        total += time;
        state.SetIterationTime(time);
    }
    passes += time_passes();
    const double one_pass = passes / (2 * passes_in_a_row);
    state.counters["pass_ms"] = 1000 * one_pass;
    state.counters["passes"] = total / static_cast<double>(state.iterations()) / one_pass;
}

void solve(benchmark::State &state, const std::shared_ptr<const AsGraph> &graph) {
    RibSolver solver(graph);
    against_passes(state, *graph, random_prefixes(*graph, 100, static_cast<std::size_t>(state.range(0))),
                   [&](const RibPrefix &prefix) { benchmark::DoNotOptimize(&solver.solve(prefix)); });
}

void rib_solve(benchmark::State &state) { solve(state, internet()); }
BENCHMARK(rib_solve)->Arg(1)->Arg(4)->Arg(15)->UseManualTime()->Unit(benchmark::kMillisecond);

void rib_solve_made_up(benchmark::State &state) { solve(state, made_up()); }
BENCHMARK(rib_solve_made_up)->Arg(1)->Arg(15)->UseManualTime()->Unit(benchmark::kMillisecond);

/// With all origins that ties lead to; `plains`: how many times a plain solve, in the same run.
void rib_solve_ties(benchmark::State &state) {
    const auto graph = internet();
    const auto prefixes = random_prefixes(*graph, 100, static_cast<std::size_t>(state.range(0)));
    RibSolver solver(graph);
    solver.solve(prefixes.front());
    solver.solve_with_ties(prefixes.front());
    double plain = 0;
    double total = 0;
    std::size_t turn = 0;
    for (auto _ : state) {
        const RibPrefix &prefix = prefixes[turn++ % prefixes.size()];
        plain += timed([&] { benchmark::DoNotOptimize(&solver.solve(prefix)); });
        const double time = timed([&] { benchmark::DoNotOptimize(&solver.solve_with_ties(prefix)); });
        total += time;
        state.SetIterationTime(time);
    }
    state.counters["plain_ms"] = 1000 * plain / static_cast<double>(state.iterations());
    state.counters["plains"] = total / plain;
}
BENCHMARK(rib_solve_ties)->Arg(1)->Arg(4)->Arg(15)->UseManualTime()->Unit(benchmark::kMillisecond);

/// Announcements that change one thing at a time: an announcer comes or goes, prepends on all of its sessions, or on
/// one of them prepends, withholds or attaches NO_EXPORT, or goes back to announcing plainly.
std::vector<RibPrefix> random_changes(const AsGraph &graph, std::size_t count, std::size_t announcers) {
    std::mt19937_64 dice(2);
    std::vector<RibPrefix> out = random_prefixes(graph, 1, announcers);
    const auto asn = [&graph](const RibAnnouncer &a) { return graph.asn(a.node); };
    while (out.size() <= count) {
        RibPrefix next = out.back();
        const std::size_t kind = dice() % 6;
        const auto k = next.announcers.begin() + static_cast<std::ptrdiff_t>(dice() % next.announcers.size());
        if (kind == 0 && next.announcers.size() > std::max<std::size_t>(announcers - 1, 1)) {
            next.announcers.erase(k);
        } else if (kind <= 1 && next.announcers.size() <= announcers) {
            const auto node = static_cast<AsGraph::Node>(dice() % graph.size());
            const auto at = std::ranges::lower_bound(next.announcers, graph.asn(node), {}, asn);
            if (at != next.announcers.end() && at->node == node) {
                continue;
            }
            next.announcers.insert(at, {node, {graph.asn(node)}, true, {}, {}, false});
        } else {
            std::vector<AsGraph::Node> neighbours;
            for (const AsGraph::Rows *rows : {&graph.providers(), &graph.peers(), &graph.customers()}) {
                neighbours.insert(neighbours.end(), (*rows)[k->node].begin(), (*rows)[k->node].end());
            }
            std::ranges::sort(neighbours);
            const auto times = static_cast<std::uint16_t>(1 + dice() % 3);
            const auto one = neighbours[dice() % neighbours.size()];
            std::vector<RibSession> sessions;
            if (kind == 2) {
                for (const AsGraph::Node neighbour : neighbours) {
                    sessions.push_back({neighbour, true, false, times});
                }
            } else if (kind < 6 && k->sessions.empty()) {
                sessions.push_back({one, kind != 3, kind == 4, kind == 5 ? times : std::uint16_t{0}});
            }
            k->sessions = std::move(sessions);
        }
        out.push_back(std::move(next));
    }
    return out;
}

/// A change of one announcement. Each of 1,000 is timed in five runs through all of them, and the least of its five
/// times counts, since on a busy machine the others measure what else is going on; the same for a solve in its place.
/// `passes`: the median of the changes in passes; `worst_solves`: the slowest one in mean solves; `worst_ratio`: the
/// most that a change took of the solve in its place.
void change(benchmark::State &state, const std::shared_ptr<const AsGraph> &graph) {
    constexpr std::size_t runs = 5;
    const auto prefixes = random_changes(*graph, 1000, static_cast<std::size_t>(state.range(0)));
    RibSolver solver(graph);
    RibSolver plain(graph);
    std::vector<std::array<double, runs>> changes(prefixes.size());
    std::vector<std::array<double, runs>> solves(prefixes.size());
    pass(*graph);
    for (auto _ : state) {
        double passes = 0;
        for (std::size_t run = 0; run < runs; ++run) {
            solver.solve(prefixes.front());
            for (std::size_t i = 1; i < prefixes.size(); ++i) {
                changes[i][run] = timed([&] { benchmark::DoNotOptimize(&solver.change(prefixes[i])); });
            }
            plain.solve(prefixes.front());
            for (std::size_t i = 1; i < prefixes.size(); ++i) {
                solves[i][run] = timed([&] { benchmark::DoNotOptimize(&plain.solve(prefixes[i])); });
            }
            passes += timed([&] {
                for (int i = 0; i < 50; ++i) {
                    pass(*graph);
                }
            });
        }
        std::vector<double> times;
        double all_solves = 0;
        double worst_ratio = 0;
        for (std::size_t i = 1; i < prefixes.size(); ++i) {
            const double solved = std::ranges::min(solves[i]);
            times.push_back(std::ranges::min(changes[i]));
            all_solves += solved;
            worst_ratio = std::max(worst_ratio, times.back() / solved);
        }
        std::ranges::sort(times);
        const double median = times[times.size() / 2];
        const double one_pass = passes / (50 * runs);
        const double one_solve = all_solves / static_cast<double>(times.size());
        state.SetIterationTime(median);
        state.counters["pass_ms"] = 1000 * one_pass;
        state.counters["solve_ms"] = 1000 * one_solve;
        state.counters["passes"] = median / one_pass;
        state.counters["worst_ms"] = 1000 * times.back();
        state.counters["worst_solves"] = times.back() / one_solve;
        state.counters["worst_ratio"] = worst_ratio;
    }
}

void rib_change(benchmark::State &state) { change(state, internet()); }
BENCHMARK(rib_change)->Arg(1)->Arg(4)->Arg(15)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);

void rib_change_made_up(benchmark::State &state) { change(state, made_up()); }
BENCHMARK(rib_change_made_up)->Arg(1)->Arg(15)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);

/// Reading and decompressing the reference file, and building the graph.
void rib_read(benchmark::State &state) {
    const std::string file = bench::reference_file();
    if (file.empty()) {
        state.SkipWithError("no reference data beside the project");
        return;
    }
    for (auto _ : state) {
        benchmark::DoNotOptimize(build_as_graph(read_as_relationships(file)));
    }
}
BENCHMARK(rib_read)->Unit(benchmark::kMillisecond);

void rib_build(benchmark::State &state) {
    const auto links = bench::made_up_internet(1);
    for (auto _ : state) {
        benchmark::DoNotOptimize(AsGraph(links));
    }
}
BENCHMARK(rib_build)->Unit(benchmark::kMillisecond);

/// All routes to one prefix of 15 announcers, as text.
void rib_lines(benchmark::State &state) {
    RibQuestion question;
    question.graph = internet();
    question.prefixes = random_prefixes(*question.graph, 1, 15);
    question.networks.assign(question.graph->by_asn().begin(), question.graph->by_asn().end());
    if (state.range(0) > 0) {
        question.ties = static_cast<std::size_t>(state.range(0));
    }
    std::size_t bytes = 0;
    for (auto _ : state) {
        write_rib(question, [&bytes](std::string_view text) { bytes += text.size(); });
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(rib_lines)->Arg(0)->Arg(5)->Unit(benchmark::kMillisecond);

/// The routes of two networks to 500 prefixes, on all cores.
void rib_many_prefixes(benchmark::State &state) {
    RibQuestion question;
    question.graph = internet();
    question.prefixes = random_prefixes(*question.graph, 500, 1);
    question.networks = {question.graph->by_asn()[100], question.graph->by_asn()[70'000]};
    for (auto _ : state) {
        write_rib(question, [](std::string_view text) { benchmark::DoNotOptimize(text.data()); });
    }
}
BENCHMARK(rib_many_prefixes)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
