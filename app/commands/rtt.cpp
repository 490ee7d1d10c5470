// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/inputs.h"
#include "io/csv.h"
#include "io/files.h"
#include "io/rounding.h"
#include "study/pair_rtt.h"

#include <cmath>

namespace catchment::app {
namespace {

/// The lines of a text, without their ends, as they stand.
std::vector<std::string> lines_of(const std::string &text) {
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::size_t next = end + 1;
        end -= end > begin && text[end - 1] == '\r' ? 1 : 0;
        out.push_back(text.substr(begin, end - begin));
        begin = next;
    }
    return out;
}

GeoPoint place(const CsvTable &table, std::size_t row, std::size_t lat_column) {
    const GeoPoint at{table.number(row, lat_column), table.number(row, lat_column + 1)};
    if (std::abs(at.lat) > 90 || std::abs(at.lon) > 180) {
        table.fail(row, "a place off the globe", "latitudes from -90 to 90, longitudes from -180 to 180");
    }
    return at;
}

int rtt(const Arguments &arguments) {
    arguments.allow_rest(0, "--pairs FILE.csv");
    const auto file = arguments.value("--pairs");
    if (!file) {
        throw UsageError("no pairs; expected --pairs FILE.csv with from_lat,from_lon,to_lat,to_lon");
    }
    const std::string text = read_file(*file);
    const CsvTable table(*file, text, {"from_lat", "from_lon", "to_lat", "to_lon"});
    const Inputs inputs = read_inputs(arguments, "");
    const PairRtt pairs(inputs.world);
    // Rows come back as they stand, so that columns which mean nothing here are kept.
    const std::vector<std::string> lines = lines_of(text);
    std::string out = lines.front() + ",rtt_ms\n";
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto ms = pairs.rtt_ms(place(table, row, 0), place(table, row, 2));
        out += lines[table.line(row) - 1] + ',' + (ms ? fixed(*ms, 1) : "") + '\n';
    }
    write_result(arguments, out);
    return Done;
}

} // namespace

Command rtt_command() {
    return {"rtt", "--pairs FILE.csv [-o FILE]",
            "Adds the RTT over the fibre map to each row of from_lat,from_lon,to_lat,to_lon.",
            with_input_options({{"--pairs", "FILE", "a table of pairs of places"},
                                {"-o", "FILE", "writes to a file instead of standard output"}}),
            rtt};
}

} // namespace catchment::app
