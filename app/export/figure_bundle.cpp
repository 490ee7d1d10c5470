// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure_bundle.h"

#include "io/files.h"
#include "io/input_error.h"
#include "io/output_folder.h"
#include "io/results.h"
#include "io/scenario_io.h"
#include "maps/cell_areas.h"

#include <set>
#include <string>
#include <utility>

namespace catchment::app {
namespace {

const std::string scenario_name = "map.catchment.json";

std::string script() {
    return "#!/bin/sh\n"
           "# Makes the pictures and the data in this folder again, to the byte on the same machine.\n"
           "# Needs the program catchment, version " CATCHMENT_VERSION ", among the programs that the shell finds.\n"
           "set -e\n"
           "cd \"$(dirname \"$0\")\"\n"
           "for ending in png svg pdf; do\n"
           "    catchment render " +
           scenario_name +
           " -o map.$ending\n"
           "done\n"
           "for format in csv geojson; do\n"
           "    catchment solve " +
           scenario_name +
           " --format $format -o map.$format\n"
           "done\n";
}

std::string read_me(const World &world) {
    return "Made by Catchment " CATCHMENT_VERSION " from its " + world.name + " of " + world.date +
           ".\n\n"
           "map.png, map.svg, map.pdf   the figure\n"
           "map.csv                     cities and their access networks: who reaches which region, how fast\n"
           "map.geojson                 the same by city as points, and the cells of the map as areas\n" +
           scenario_name +
           "          the scenario, and how the figure shows it\n"
           "make.sh                     the commands that make all of this again\n\n" +
           maps::attribution().toStdString() + "\n";
}

} // namespace

std::string geojson_with_cells(const Catchments &catchments) {
    return solve_geojson(catchments,
                         maps::cell_areas(maps::Atlas::shared(), catchments.solution->topology->shared_world()));
}

namespace {

void fill(const OutputFolder &out, const std::filesystem::path &folder, Scenario scenario,
          const FigureSettings &settings, const std::shared_ptr<const Catchments> &catchments,
          const std::filesystem::path &world) {
    if (!world.empty()) {
        scenario.world =
            std::filesystem::relative(world, std::filesystem::absolute(folder)).lexically_normal().generic_string();
    }
    const maps::DisplayList list = maps::layout_figure(catchments, settings.options);
    for (const maps::PictureFormat format : maps::all_pictures()) {
        const QByteArray bytes = maps::picture_file(list, format, picture_options(settings, catchments->world()));
        if (bytes.isEmpty()) {
            throw OutputError(folder.string() + ": the picture could not be made: not enough memory");
        }
        write_file(out.path() / ("map." + std::string(maps::picture_word(format))),
                   std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    }
    write_file(out.path() / "map.csv", solve_csv(*catchments));
    write_file(out.path() / "map.geojson", geojson_with_cells(*catchments));
    write_file(out.path() / scenario_name, write_scenario(scenario));
    write_file(out.path() / "make.sh", script());
    write_file(out.path() / "README.txt", read_me(catchments->world()));
    std::error_code ignored;
    std::filesystem::permissions(out.path() / "make.sh",
                                 std::filesystem::perms::owner_exec | std::filesystem::perms::group_exec |
                                     std::filesystem::perms::others_exec,
                                 std::filesystem::perm_options::add, ignored);
}

} // namespace

void write_bundle(const std::filesystem::path &folder, Scenario scenario, const FigureSettings &settings,
                  const std::shared_ptr<const Catchments> &catchments, const std::filesystem::path &world) {
    static const std::set<std::string> names = {"map.png",     "map.svg",     "map.pdf", "map.csv",
                                                "map.geojson", scenario_name, "make.sh", "README.txt"};
    OutputFolder out(folder, names);
    try {
        fill(out, folder, std::move(scenario), settings, catchments, world);
    } catch (const OutputError &error) { // the folder's name while it is filled says nothing to anybody
        std::string words = error.what();
        if (const auto at = words.find(out.path().string()); at != std::string::npos) {
            words.replace(at, out.path().string().size(), folder.string());
        }
        throw OutputError(words);
    }
    out.commit();
}

} // namespace catchment::app
