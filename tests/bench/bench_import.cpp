// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/made_up_peeringdb.h"
#include "import/importer.h"
#include "internet.h"
#include "io/city_aliases.h"
#include "io/world_reader.h"
#include "io/world_writer.h"
#include "routing/solver.h"
#include "study/catchments.h"

#include <algorithm>
#include <array>
#include <benchmark/benchmark.h>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <random>
#include <unistd.h>

/// The Internet as it is imported: its size, with the reference data where they are at hand, else made up.
namespace {

using namespace catchment;

const std::filesystem::path base_folder = CATCHMENT_RESOURCES "/world";

/// A folder for the run, removed at its end.
const std::filesystem::path &scratch() {
    static const struct Scratch {
        Scratch() : path(std::filesystem::temp_directory_path() / ("catchment-bench-" + std::to_string(getpid()))) {
            std::filesystem::create_directories(path);
        }
        ~Scratch() { std::filesystem::remove_all(path); }
        std::filesystem::path path;
    } folder;
    return folder.path;
}

/// 5,000 networks at 366 exchanges, the first of both far more often.
PresenceList made_up_presence(const std::vector<AsLink> &links, const World &base) {
    std::mt19937_64 dice(2);
    const auto early = [&dice](std::size_t count, double power) {
        const double x = static_cast<double>(dice() >> 11) * 0x1p-53;
        return std::min(count - 1, static_cast<std::size_t>(std::pow(x, power) * static_cast<double>(count)));
    };
    std::vector<Asn> networks;
    for (std::size_t i = 0; networks.size() < 5'000; i += 7) {
        networks.push_back(links[i].a);
    }
    std::vector<std::size_t> cities(base.cities.size());
    std::iota(cities.begin(), cities.end(), std::size_t{0});
    std::ranges::sort(cities, std::ranges::greater(), [&](std::size_t c) { return base.cities[c].users; });
    PresenceList out{"made-up presence", {}};
    for (std::size_t row = 0; row < 13'584; ++row) {
        const std::size_t exchange = early(366, 2.5);
        const City &city = base.cities[cities[exchange * 7 % 250]];
        out.rows.push_back({networks[early(networks.size(), 2)], city.name, city.country,
                            "Exchange " + std::to_string(exchange), city.place, std::nullopt, row + 2});
    }
    return out;
}

const ImportInput &input() {
    static const ImportInput made = [] {
        ImportInput in;
        in.base = read_world(base_folder);
        in.aliases = read_city_aliases(base_folder / "city_aliases.csv", *in.base);
        if (const std::filesystem::path file = bench::reference_file(); !file.empty()) {
            in.relationships = read_as_relationships(file);
            in.presence = read_presence_list(file.parent_path() / "as_ix_city_2016-10.csv.xz");
            in.names = read_as_names(file.parent_path() / "asn-names-country_2023-02.txt.xz");
        } else {
            in.relationships.name = "made-up relationships";
            in.relationships.links = bench::made_up_internet(1);
            in.relationships.lines.resize(in.relationships.links.size());
            in.presence = made_up_presence(in.relationships.links, *in.base);
        }
        return in;
    }();
    return made;
}

void write_imported(const ImportInput &in, const std::filesystem::path &folder) {
    std::filesystem::create_directories(folder);
    ImportedWorld made = make_world(in);
    made.tables.date = "2025-09-01";
    write_world(made.tables, *in.base, base_folder, folder);
}

const std::filesystem::path &imported_folder() {
    static const std::filesystem::path folder = [] {
        write_imported(input(), scratch() / "imported");
        return scratch() / "imported";
    }();
    return folder;
}

std::shared_ptr<const World> imported() {
    static const auto world = read_world(imported_folder());
    return world;
}

/// A made-up dump of PeeringDB with so many bytes of notes in each network.
std::filesystem::path peeringdb_file(std::size_t notes) {
    std::filesystem::path file = scratch() / ("peeringdb-" + std::to_string(notes) + ".json");
    if (!std::filesystem::exists(file)) {
        const AsGraph graph(input().relationships.links);
        std::vector<Asn> asns;
        for (const AsGraph::Node n : graph.by_asn()) {
            asns.push_back(graph.asn(n));
        }
        PeeringDbSize size;
        size.notes = notes;
        std::ofstream out(file);
        make_up_peeringdb(1, size, asns, input().base->cities, [&](std::string_view piece) { out << piece; });
    }
    return file;
}

void import_make_world(benchmark::State &state) {
    input();
    for (auto _ : state) {
        benchmark::DoNotOptimize(make_world(input()));
    }
}
BENCHMARK(import_make_world)->Unit(benchmark::kMillisecond);

void import_write_world(benchmark::State &state) {
    const ImportedWorld made = make_world(input());
    const std::filesystem::path folder = scratch() / "written";
    std::filesystem::create_directories(folder);
    for (auto _ : state) {
        write_world(made.tables, *input().base, base_folder, folder);
    }
}
BENCHMARK(import_write_world)->Unit(benchmark::kMillisecond);

void import_peeringdb(benchmark::State &state) {
    const std::filesystem::path file = peeringdb_file(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(read_peeringdb(file));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * std::filesystem::file_size(file)));
}
BENCHMARK(import_peeringdb)->Arg(200)->Arg(10'000)->Unit(benchmark::kMillisecond);

void imported_read(benchmark::State &state) {
    imported_folder();
    for (auto _ : state) {
        benchmark::DoNotOptimize(read_world(imported_folder()));
    }
}
BENCHMARK(imported_read)->Unit(benchmark::kMillisecond);

void imported_fibre_map(benchmark::State &state) {
    imported();
    for (auto _ : state) {
        benchmark::DoNotOptimize(FibreMap(imported()));
    }
}
BENCHMARK(imported_fibre_map)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

void imported_topology(benchmark::State &state) {
    const auto fibre = std::make_shared<FibreMap>(imported());
    for (auto _ : state) {
        benchmark::DoNotOptimize(Topology(imported(), fibre, story()));
    }
}
BENCHMARK(imported_topology)->Unit(benchmark::kMillisecond);

/// Deployments in turn, as edits come: routes at every router, catchments, RTT of all cities.
void imported_whole_scenario(benchmark::State &state) {
    Solver solver(imported());
    std::array<Scenario, 3> scenarios = {story(), story(), story()};
    scenarios[1].regions.push_back("nrt");
    for (const Region &region : imported()->own_operator.regions) {
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
BENCHMARK(imported_whole_scenario)->Unit(benchmark::kMillisecond);

void imported_routes_alone(benchmark::State &state) {
    Solver solver(imported());
    solver.solve(story());
    for (auto _ : state) {
        benchmark::DoNotOptimize(solver.solve(story()));
    }
}
BENCHMARK(imported_routes_alone)->Unit(benchmark::kMillisecond);

void imported_catchments_alone(benchmark::State &state) {
    Solver solver(imported());
    const auto solution = solver.solve(story());
    for (auto _ : state) {
        benchmark::DoNotOptimize(catchments(solution));
    }
}
BENCHMARK(imported_catchments_alone)->Unit(benchmark::kMillisecond);

} // namespace
