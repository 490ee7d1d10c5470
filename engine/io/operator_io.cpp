// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/operator_io.h"

#include "io/prefix.h"
#include "io/security_io.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <initializer_list>
#include <limits>

namespace catchment {
namespace {

constexpr std::int64_t largest_asn = std::numeric_limits<std::uint32_t>::max();

Asn read_asn(const JsonValue &value) { return Asn{static_cast<std::uint32_t>(value.whole("'asn'", 1, largest_asn))}; }

double read_degrees(const JsonValue &value, const std::string &what, double most) {
    const double degrees = value.number(what);
    if (!(degrees >= -most && degrees <= most)) {
        value.fail(what + " is out of range",
                   "degrees from -" + std::to_string(std::lround(most)) + " to " + std::to_string(std::lround(most)));
    }
    return degrees;
}

/// Refuses an object in which one of `keys` is not given.
void need(const JsonValue &value, const std::string &called, std::initializer_list<const char *> keys,
          const std::string &expected) {
    for (const char *key : keys) {
        if (!value.find(key)) {
            value.fail(called + " without '" + key + "'", expected);
        }
    }
}

OwnOperator::SessionRow read_session(const JsonValue &value) {
    OwnOperator::SessionRow out;
    for (const auto &[key, inner] : value.object("a session of the operator")) {
        if (key == "asn") {
            out.asn = read_asn(inner);
        } else if (key == "relationship") {
            out.neighbour_is = read_relationship(inner);
        } else if (key == "via") {
            out.via = inner.is_null() ? std::string() : inner.text("'via'");
        } else {
            inner.fail("unknown key '" + key + "' in a session of the operator", "asn, relationship or via");
        }
    }
    need(value, "a session of the operator", {"asn", "relationship"}, "asn and relationship");
    return out;
}

std::string read_code(const JsonValue &value) {
    const std::string &code = value.text("'code'");
    if (!is_region_code(code)) {
        value.fail("'code' is '" + code + "'", "up to " + std::to_string(OwnOperator::longest_code) +
                                                   " lower-case letters, digits and hyphens, such as lhr");
    }
    return code;
}

OwnOperator::RegionRow read_region(const JsonValue &value) {
    OwnOperator::RegionRow out;
    for (const auto &[key, inner] : value.object("a region of the operator")) {
        const std::string what = "'" + key + "'";
        if (key == "code") {
            out.code = read_code(inner);
        } else if (key == "name") {
            out.name = inner.text(what);
        } else if (key == "lat") {
            out.place.lat = read_degrees(inner, what, 90);
        } else if (key == "lon") {
            out.place.lon = read_degrees(inner, what, 180);
        } else if (key == "sessions") {
            for (const JsonValue &session : inner.array(what)) {
                out.sessions.push_back(read_session(session));
            }
        } else {
            inner.fail("unknown key '" + key + "' in a region of the operator", "code, name, lat, lon or sessions");
        }
    }
    need(value, "a region of the operator", {"code", "lat", "lon"}, "code, lat and lon");
    if (out.name.empty()) {
        out.name = out.code;
    }
    return out;
}

/// Longer ones no network would accept.
Prefix read_own_prefix(const JsonValue &value) {
    const Prefix prefix = read_prefix(value);
    if (prefix.length > Security::longest_prefix) {
        value.fail("'prefix' is " + to_string(prefix), "a length of at most " +
                                                           std::to_string(Security::longest_prefix) +
                                                           ", the longest that networks accept");
    }
    return prefix;
}

std::vector<OwnOperator::RegionRow> read_regions(const JsonValue &value) {
    std::vector<OwnOperator::RegionRow> out;
    for (const JsonValue &entry : value.array("'regions'")) {
        out.push_back(read_region(entry));
    }
    if (out.size() > OwnOperator::most_regions) {
        value.fail("'regions' has " + std::to_string(out.size()) + " entries",
                   "at most " + std::to_string(OwnOperator::most_regions));
    }
    return out;
}

} // namespace

Relationship read_relationship(const JsonValue &value) {
    const std::string &word = value.text("'relationship'");
    for (const Relationship r : {Relationship::Provider, Relationship::Peer, Relationship::Customer}) {
        if (word == relationship_word(r)) {
            return r;
        }
    }
    value.fail("relationship '" + word + "'", "provider, peer or customer");
}

std::string relationship_word(Relationship relationship) {
    return relationship == Relationship::Provider ? "provider"
           : relationship == Relationship::Peer   ? "peer"
                                                  : "customer";
}

std::optional<OwnOperator> read_operator(const JsonValue &value) {
    if (value.is_null()) {
        return std::nullopt;
    }
    OwnOperator out;
    for (const auto &[key, inner] : value.object("'operator'")) {
        if (key == "asn") {
            out.asn = read_asn(inner);
        } else if (key == "name") {
            out.name = inner.text("'name'");
        } else if (key == "prefix") {
            out.prefix = read_own_prefix(inner);
        } else if (key == "regions") {
            out.regions = read_regions(inner);
        } else {
            inner.fail("unknown key '" + key + "' in 'operator'", "asn, name, prefix or regions");
        }
    }
    need(value, "'operator'", {"asn", "prefix", "regions"}, "asn, prefix and regions");
    if (out.name.empty()) {
        out.name = "AS" + std::to_string(out.asn.value);
    }
    return out;
}

std::string write_operator(const std::optional<OwnOperator> &own) {
    using Json = nlohmann::ordered_json;
    if (!own) {
        return "null";
    }
    Json json;
    json["asn"] = own->asn.value;
    json["name"] = own->name;
    json["prefix"] = to_string(own->prefix);
    json["regions"] = Json::array();
    for (const OwnOperator::RegionRow &region : own->regions) {
        Json entry;
        entry["code"] = region.code;
        entry["name"] = region.name;
        entry["lat"] = region.place.lat;
        entry["lon"] = region.place.lon;
        entry["sessions"] = Json::array();
        for (const OwnOperator::SessionRow &session : region.sessions) {
            Json row;
            row["asn"] = session.asn.value;
            row["relationship"] = relationship_word(session.neighbour_is);
            if (!session.via.empty()) {
                row["via"] = session.via;
            }
            entry["sessions"].push_back(std::move(row));
        }
        json["regions"].push_back(std::move(entry));
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace catchment
