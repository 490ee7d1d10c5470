// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/inputs.h"
#include "import/importer.h"
#include "io/city_aliases.h"
#include "io/input_error.h"
#include "io/output_folder.h"
#include "io/world_reader.h"
#include "io/world_writer.h"

#include <algorithm>
#include <iostream>

namespace catchment::app {
namespace {

/// The day in the name of a file, as `20250901.as-rel2.txt.bz2` has it; nothing where there is none.
std::string day_in_name(const std::string &file) {
    const std::string name = std::filesystem::path(file).filename().string();
    std::size_t digits = 0;
    for (std::size_t i = 0; i <= name.size(); ++i) {
        const bool digit = i < name.size() && name[i] >= '0' && name[i] <= '9';
        if (!digit && digits == 8) {
            const std::string day = name.substr(i - 8, 8);
            const int month = std::stoi(day.substr(4, 2));
            if (day >= "19900101" && month >= 1 && month <= 12 && day.substr(6) >= "01" && day.substr(6) <= "31") {
                return day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6);
            }
        }
        digits = digit ? digits + 1 : 0;
    }
    return {};
}

std::string file_name(const std::string &file) { return std::filesystem::path(file).filename().string(); }

void describe(const ImportInput &input, WorldTables &tables) {
    const std::string links = file_name(input.relationships.name);
    const std::string day = day_in_name(links);
    tables.name = "Imported Internet" + (day.empty() ? std::string() : ", " + day);
    tables.date = day.empty() ? input.base->date : day;
    tables.description = "Made by 'catchment import' from " + links +
                         ". Networks and their relationships are those of that file; cities, fibre, regions, sessions "
                         "and users are those of the built-in world. Places of networks are in part guessed.";
    tables.sources.push_back({"AS relationships: " + links, "CAIDA Acceptable Use Agreement for public data",
                              "https://www.caida.org/catalog/datasets/as-relationships/",
                              "networks and their relationships"});
    if (input.presence) {
        tables.sources.push_back({"Presence list: " + file_name(input.presence->name), "that of the list", "",
                                  "places of networks, exchanges and their members"});
    }
    if (input.peeringdb) {
        tables.sources.push_back({"PeeringDB: " + file_name(input.peeringdb->name), "PeeringDB Acceptable Use Policy",
                                  "https://www.peeringdb.com/aup",
                                  "places, names, kinds and policies of networks, exchanges and their members"});
    }
    if (input.names) {
        tables.sources.push_back({"Names of networks: " + file_name(input.names->name), "public registry data", "",
                                  "names of networks and countries of registration"});
    }
    tables.sources.insert(tables.sources.end(), input.base->sources.begin(), input.base->sources.end());
}

ImportInput read_import(const Arguments &arguments, const std::filesystem::path &base_folder) {
    ImportInput input;
    input.relationships = read_as_relationships(arguments.value("--as-rel").value());
    if (const auto file = arguments.value("--presence")) {
        input.presence = read_presence_list(*file);
    }
    if (const auto file = arguments.value("--peeringdb")) {
        input.peeringdb = read_peeringdb(*file);
    }
    if (const auto file = arguments.value("--names")) {
        input.names = read_as_names(*file);
    }
    input.base = read_world(base_folder);
    input.aliases = read_city_aliases(base_folder / "city_aliases.csv", *input.base);
    return input;
}

int import(const Arguments &arguments) {
    arguments.allow_rest(0, "--as-rel FILE and -o FOLDER");
    const auto out = arguments.value("-o");
    if (!out || out->empty() || !arguments.has("--as-rel")) {
        throw UsageError(std::string("no ") + (arguments.has("--as-rel") ? "folder to write" : "relationships") +
                         "; expected --as-rel FILE and -o FOLDER");
    }
    // What is wrong with the folder is said before minutes of reading.
    OutputFolder folder(*out, arguments.has("--force") ? world_files() : std::set<std::string>());
    const std::filesystem::path base_folder = builtin_world();
    const ImportInput input = read_import(arguments, base_folder);
    ImportedWorld world = make_world(input);
    describe(input, world.tables);
    write_world(world.tables, *input.base, base_folder, folder.path());
    folder.commit();
    for (const std::string &line : report_lines(world.report, input)) {
        std::cerr << line << '\n';
    }
    std::cerr << *out << ": written\n";
    return Done;
}

} // namespace

Command import_command() {
    return {
        "import",
        "--as-rel FILE [--presence FILE] [--peeringdb FILE] [--names FILE] [--force] -o FOLDER",
        "Makes a world from real data, for --world; files may be .gz, .bz2 or .xz.",
        {{"--as-rel", "FILE", "AS relationships (CAIDA serial-1 or serial-2)"},
         {"--presence", "FILE", "which network is in which city (CSV: asn, city, country; ix_name, lat, lon, policy)"},
         {"--peeringdb", "FILE", "PeeringDB's dump (JSON)"},
         {"--names", "FILE", "names of networks, lines of 'asn:name, CC'"},
         {"--force", "", "replaces a world that is in the folder"},
         {"-o", "FOLDER", "where the world is written: a new or an empty folder"}},
        import};
}

} // namespace catchment::app
