// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/input_error.h"
#include "lesson/claim.h"
#include "study/journey.h"

namespace catchment {
namespace {

constexpr double percent = 100;

double of_city(const AskedValue &asked, const Catchments &c, const std::string &file, std::size_t line) {
    const auto id = c.world().city_by_id.find(asked.name);
    if (id == c.world().city_by_id.end()) {
        throw InputError(file, line, "an unknown city '" + asked.name + "'", "the id of one");
    }
    const CityOutcome &city = c.cities[id->second.index()];
    if (!city.region) {
        throw InputError(file, line, "'" + asked.name + "' reaches no region", "a city that does");
    }
    if (asked.value == "rttMs") {
        return city.rtt_ms;
    }
    if (asked.value == "certainty") {
        return percent * city.certainty;
    }
    if (asked.value == "pathLength") {
        const auto way = journey(c, city.city);
        return way ? static_cast<double>(way->path.size()) : 0;
    }
    return asked.value == "regionKm" ? city.region_km : city.nearest_km;
}

double of_region(const AskedValue &asked, const Catchments &c, const std::string &file, std::size_t line) {
    const auto id = find_region(c.op(), asked.name);
    const RegionOutcome *region = id ? c.region(*id) : nullptr;
    if (!region) {
        throw InputError(file, line, "'" + asked.name + "' does not announce", "a region that does");
    }
    return asked.value == "share"         ? percent * region->share
           : asked.value == "users"       ? region->users
           : asked.value == "medianRttMs" ? region->median_rtt_ms
                                          : region->p95_rtt_ms;
}

} // namespace

double summary_value(const Summary &s, const std::string &key) {
    return key == "users"             ? s.users
           : key == "unreachedUsers"  ? s.unreached_users
           : key == "capturedUsers"   ? s.captured_users
           : key == "meanRttMs"       ? s.mean_rtt_ms
           : key == "medianRttMs"     ? s.median_rtt_ms
           : key == "p95RttMs"        ? s.p95_rtt_ms
           : key == "notNearestShare" ? s.not_nearest_share
                                      : s.contested_share;
}

double asked_number(const AskedValue &asked, const Catchments &c, const std::string &file, std::size_t line) {
    switch (asked.of) {
    case AskedValue::Of::City:
        return of_city(asked, c, file, line);
    case AskedValue::Of::Region:
        return of_region(asked, c, file, line);
    case AskedValue::Of::Summary:
        break;
    }
    const bool share = asked.value.ends_with("Share");
    return summary_value(c.summary, asked.value) * (share ? percent : 1);
}

} // namespace catchment
