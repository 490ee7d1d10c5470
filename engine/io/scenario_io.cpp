// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/scenario_io.h"

#include "io/dns_io.h"
#include "io/edge_io.h"
#include "io/files.h"
#include "io/input_error.h"
#include "io/json_value.h"
#include "io/operator_io.h"
#include "io/security_io.h"
#include "io/view_io.h"
#include "scenario/check.h"
#include "scenario/check_edge.h"
#include "world/spelling.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace catchment {
namespace {

constexpr std::int64_t largest_asn = std::numeric_limits<std::uint32_t>::max();
constexpr std::int64_t most_prepends = 100;

Asn read_asn(const JsonValue &value, const std::string &what) {
    return Asn{static_cast<std::uint32_t>(value.whole(what, 1, largest_asn))};
}

std::vector<std::string> read_texts(const JsonValue &value, const std::string &what) {
    std::vector<std::string> out;
    for (const JsonValue &item : value.array(what)) {
        out.push_back(item.text("an entry of " + what));
    }
    return out;
}

Tuning read_tuning(const JsonValue &value) {
    Tuning out;
    for (const auto &[key, inner] : value.object("an entry of 'tuning'")) {
        const std::string what = "'" + key + "'";
        if (key == "region") {
            out.region = inner.text(what);
        } else if (key == "neighbour") {
            out.neighbour = read_asn(inner, what);
        } else if (key == "withhold") {
            out.withhold = inner.boolean(what);
        } else if (key == "prepend") {
            out.prepend = static_cast<int>(inner.whole(what, 0, most_prepends));
        } else if (key == "noExport") {
            out.no_export = inner.boolean(what);
        } else if (key == "med") {
            out.med = static_cast<std::uint32_t>(inner.whole(what, 0, largest_asn));
        } else {
            inner.fail("unknown key '" + key + "' in 'tuning'",
                       "region, neighbour, withhold, prepend, noExport or med");
        }
    }
    if (out.region.empty()) {
        value.fail("an entry of 'tuning' without a 'region'", "a region code");
    }
    return out;
}

Faults read_faults(const JsonValue &value) {
    Faults out;
    for (const auto &[key, inner] : value.object("'faults'")) {
        const std::string what = "'" + key + "'";
        if (key == "regions") {
            out.regions = read_texts(inner, what);
        } else if (key == "networks") {
            for (const JsonValue &asn : inner.array(what)) {
                out.networks.push_back(read_asn(asn, "an entry of " + what));
            }
        } else if (key == "links") {
            for (const JsonValue &pair : inner.array(what)) {
                const auto &ends = pair.array("an entry of 'links'");
                if (ends.size() != 2) {
                    pair.fail("a link of " + std::to_string(ends.size()) + " networks", "two, as [1299, 3356]");
                }
                out.links.emplace_back(read_asn(ends[0], "a network of a link"),
                                       read_asn(ends[1], "a network of a link"));
            }
        } else if (key == "exchanges") {
            out.exchanges = read_texts(inner, what);
        } else if (key == "cables") {
            out.cables = read_texts(inner, what);
        } else {
            inner.fail("unknown key '" + key + "' in 'faults'", "regions, networks, links, exchanges or cables");
        }
    }
    return out;
}

ExtraSession read_session(const JsonValue &value) {
    ExtraSession out;
    bool related = false;
    for (const auto &[key, inner] : value.object("an entry of 'sessions'")) {
        const std::string what = "'" + key + "'";
        if (key == "region") {
            out.region = inner.text(what);
        } else if (key == "asn") {
            out.asn = read_asn(inner, what);
        } else if (key == "relationship") {
            related = true;
            out.neighbour_is = read_relationship(inner);
        } else if (key == "via") {
            out.via = inner.is_null() ? std::string() : inner.text(what);
        } else {
            inner.fail("unknown key '" + key + "' in 'sessions'", "region, asn, relationship or via");
        }
    }
    if (out.region.empty() || out.asn.value == 0 || !related) {
        value.fail("an entry of 'sessions' is not complete", "region, asn and relationship");
    }
    return out;
}

const std::vector<std::string> known_keys = {"format",   "version",  "title",    "notes",    "world",  "app",
                                             "regions",  "announce", "steering", "operator", "tuning", "faults",
                                             "sessions", "security", "data",     "dns",      "edge",   "view"};

/// Runs a check; what it throws gets the first line with the word in it.
template <class Check>
void with_line(const std::string &file, std::string_view text, Check check) {
    try {
        check();
    } catch (const ScenarioError &error) {
        // The first line with the word in it, as text or as a number of its own.
        std::size_t line = 0;
        const auto word_character = [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
        };
        for (auto at = text.find(error.word); at != std::string_view::npos && line == 0;
             at = text.find(error.word, at + 1)) {
            const std::size_t end = at + error.word.size();
            if ((at == 0 || !word_character(text[at - 1])) && (end >= text.size() || !word_character(text[end]))) {
                line = 1 + static_cast<std::size_t>(
                               std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
            }
        }
        throw InputError(file, line, error.what_is_wrong, error.expected);
    }
}

} // namespace

Scenario parse_scenario(std::string_view text, const std::string &name) {
    const JsonValue json = JsonValue::parse(text, name);
    Scenario out;
    const JsonValue *format = json.find("format");
    if (!format) {
        json.fail("no 'format'", json.is_null() ? "a scenario" : "an object with \"format\": \"catchment-scenario\"");
    }
    if (format->text("'format'") != "catchment-scenario") {
        format->fail("'format' is '" + format->text("'format'") + "'", "catchment-scenario");
    }
    const JsonValue *version = json.find("version");
    if (!version) {
        json.fail("no 'version'", "1");
    }
    version->whole("'version'", 1, 1);
    read_scenario_keys(json, out);
    return out;
}

void read_scenario_keys(const JsonValue &json, Scenario &out) {
    for (const auto &[key, value] : json.object("a scenario")) {
        const std::string what = "'" + key + "'";
        if (std::ranges::find(known_keys, key) == known_keys.end()) {
            value.fail("unknown key " + what, joined_with_or(closest_words(key, known_keys, 3)));
        }
        if (key == "announce") {
            out.announce = read_announce(value);
        } else if (key == "edge") {
            out.edge = read_edge(value);
        } else if (key == "data") {
            out.data = read_data(value);
        } else if (key == "title") {
            out.title = value.text(what);
        } else if (key == "notes") {
            out.notes = value.text(what);
        } else if (key == "world") {
            out.world = value.text(what);
        } else if (key == "app") {
            out.app = value.text(what);
        } else if (key == "regions") {
            out.regions = read_texts(value, what);
        } else if (key == "steering") {
            out.steering = read_steering(value);
        } else if (key == "dns") {
            out.dns = read_dns(value);
        } else if (key == "operator") {
            out.own_operator = read_operator(value);
        } else if (key == "tuning") {
            out.tuning.clear();
            for (const JsonValue &entry : value.array(what)) {
                out.tuning.push_back(read_tuning(entry));
            }
        } else if (key == "faults") {
            out.faults = read_faults(value);
        } else if (key == "sessions") {
            out.sessions.clear();
            for (const JsonValue &entry : value.array(what)) {
                out.sessions.push_back(read_session(entry));
            }
        } else if (key == "security") {
            out.security = read_security(value);
        } else if (key == "view") {
            out.view = read_view(value);
        }
    }
}

Scenario read_scenario(const std::filesystem::path &file) { return parse_scenario(read_file(file), file.string()); }

std::string write_scenario(const Scenario &scenario) {
    using Json = nlohmann::ordered_json;
    Json json;
    json["format"] = "catchment-scenario";
    json["version"] = 1;
    json["title"] = scenario.title;
    json["notes"] = scenario.notes;
    json["world"] = scenario.world;
    json["app"] = scenario.app;
    json["regions"] = scenario.regions;
    json["announce"] = announce_word(scenario.announce);
    json["steering"] = word_of(scenario.steering);
    if (scenario.dns != Dns{}) {
        json["dns"] = Json::parse(write_dns(scenario.dns));
    }
    json["operator"] = Json::parse(write_operator(scenario.own_operator));
    json["tuning"] = Json::array();
    for (const Tuning &t : scenario.tuning) {
        Json entry;
        entry["region"] = t.region;
        if (t.neighbour) {
            entry["neighbour"] = t.neighbour->value;
        }
        if (t.withhold) {
            entry["withhold"] = *t.withhold;
        }
        if (t.prepend) {
            entry["prepend"] = *t.prepend;
        }
        if (t.no_export) {
            entry["noExport"] = *t.no_export;
        }
        if (t.med) {
            entry["med"] = *t.med;
        }
        json["tuning"].push_back(std::move(entry));
    }
    Json &faults = json["faults"];
    faults["regions"] = scenario.faults.regions;
    faults["networks"] = Json::array();
    for (const Asn asn : scenario.faults.networks) {
        faults["networks"].push_back(asn.value);
    }
    faults["links"] = Json::array();
    for (const auto &[a, b] : scenario.faults.links) {
        faults["links"].push_back(Json::array({a.value, b.value}));
    }
    faults["exchanges"] = scenario.faults.exchanges;
    faults["cables"] = scenario.faults.cables;
    json["sessions"] = Json::array();
    for (const ExtraSession &s : scenario.sessions) {
        Json entry;
        entry["region"] = s.region;
        entry["asn"] = s.asn.value;
        entry["relationship"] = relationship_word(s.neighbour_is);
        if (!s.via.empty()) {
            entry["via"] = s.via;
        }
        json["sessions"].push_back(std::move(entry));
    }
    if (scenario.security != Security{}) {
        json["security"] = Json::parse(write_security(scenario.security));
    }
    if (scenario.edge != Edge{}) {
        json["edge"] = Json::parse(write_edge(scenario.edge));
    }
    if (scenario.data) {
        json["data"] = Json::parse(write_data(*scenario.data));
    }
    json["view"] = Json::parse(write_view(scenario.view));
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void check_scenario(const Scenario &scenario, const World &world, const std::string &file, std::string_view text) {
    with_line(file, text, [&] { check_names(scenario, world); });
}

void check_placement(const Scenario &scenario, const std::string &file, std::string_view text) {
    with_line(file, text, [&] { check_deployed(scenario); });
}

} // namespace catchment
