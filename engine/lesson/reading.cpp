// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/reading.h"

#include "io/scenario_io.h"
#include "world/spelling.h"

#include <limits>

namespace catchment {

std::string in_quotes(const std::string &key) { return "'" + key + "'"; }

void unknown_key(const JsonValue &value, const std::string &key, const std::string &in,
                 const std::vector<std::string> &known) {
    value.fail("unknown key '" + in_one_line(key) + "' in " + in, joined_with_or(closest_words(key, known, 4)));
}

Asn read_asn(const JsonValue &value, const std::string &what) {
    return Asn{static_cast<std::uint32_t>(value.whole(what, 1, std::numeric_limits<std::uint32_t>::max()))};
}

ScenarioKeys read_keys(const JsonValue &value, const std::string &what) {
    for (const auto &[key, inner] : value.object(what)) {
        if (key == "format" || key == "version" || key == "world" || key == "view") {
            inner.fail("'" + key + "' in " + what, "what may change on the way: regions, tuning, faults and the like");
        }
    }
    Scenario scratch;
    read_scenario_keys(value, scratch);
    return value;
}

} // namespace catchment
