// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/edge_io.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace catchment {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t most_requests = 1'000'000'000;
constexpr std::int64_t most_replicas = 1000;

constexpr std::array<std::pair<Consistency, std::string_view>, 4> consistency_words = {
    {{Consistency::Primary, "primary"},
     {Consistency::PrimaryOnly, "primary-only"},
     {Consistency::Quorum, "quorum"},
     {Consistency::Local, "local"}}};

Instances read_instances(const JsonValue &value) {
    Instances out;
    const JsonValue *failed = nullptr;
    for (const auto &[key, inner] : value.object("an entry of 'instances'")) {
        const std::string what = "'" + key + "'";
        if (key == "region") {
            out.region = inner.text(what);
        } else if (key == "count") {
            out.count = static_cast<int>(inner.whole(what, 1, Edge::most_instances));
        } else if (key == "failed") {
            failed = &inner;
        } else {
            inner.fail("unknown key '" + key + "' in 'instances'", "region, count or failed");
        }
    }
    if (out.region.empty()) {
        value.fail("an entry of 'instances' without a 'region'", "a region code");
    }
    if (failed) {
        out.failed = static_cast<int>(failed->whole("'failed'", 0, out.count));
    }
    return out;
}

std::optional<std::int64_t> read_limit(const JsonValue &value, const std::string &what) {
    return value.is_null() ? std::nullopt : std::optional(value.whole(what, 1, most_requests));
}

/// A number within bounds, both of which count in.
double read_within(const JsonValue &value, const std::string &what, int least, int most) {
    const double out = value.number(what);
    if (!(out >= least && out <= most)) {
        value.fail(what + " is out of range", "a number from " + std::to_string(least) + " to " + std::to_string(most));
    }
    return out;
}

Consistency read_consistency(const JsonValue &value) {
    const std::string &word = value.text("'consistency'");
    for (const auto &[consistency, known] : consistency_words) {
        if (word == known) {
            return consistency;
        }
    }
    value.fail("'consistency' is '" + word + "'", "primary, primary-only, quorum or local");
}

std::optional<int> read_quorum(const JsonValue &value, const std::string &what) {
    return value.is_null() ? std::nullopt : std::optional(static_cast<int>(value.whole(what, 1, most_replicas)));
}

/// A quorum of more replicas than there are, or one where there are no quorums, is never meant.
void check_quorum(const JsonValue &value, const char *key, const std::optional<int> &quorum,
                  const DataPlacement &data) {
    if (!quorum) {
        return;
    }
    const std::string what = std::string("'") + key + "'";
    const JsonValue &at = *value.find(key);
    if (data.consistency != Consistency::Quorum) {
        at.fail(what + " without quorums", "\"consistency\": \"quorum\", or no " + what);
    }
    const std::size_t replicas = data.replicas.size() + (data.primary.empty() ? 0 : 1);
    if (static_cast<std::size_t>(*quorum) > replicas) {
        at.fail(what + " is " + std::to_string(*quorum) + " of " + std::to_string(replicas) + " replicas",
                "from 1 to as many as there are, the primary counted in");
    }
}

/// A region that stands twice, found here for its line; see check_edge.
void check_twice(const JsonValue &value, const DataPlacement &data) {
    const JsonValue *replicas = value.find("replicas");
    for (std::size_t i = 0; i < data.replicas.size(); ++i) {
        const auto first = std::ranges::find(data.replicas, data.replicas[i]) - data.replicas.begin();
        if (data.replicas[i] == data.primary || first != static_cast<std::ptrdiff_t>(i)) {
            replicas->array("'replicas'")[i].fail("'" + data.replicas[i] + "' holds the data twice",
                                                  "each region once, as the primary or as a replica");
        }
    }
}

} // namespace

Announce read_announce(const JsonValue &value) {
    const std::string &word = value.text("'announce'");
    if (word != "deployed" && word != "everywhere") {
        value.fail("'announce' is '" + word + "'", "deployed or everywhere");
    }
    return word == "everywhere" ? Announce::Everywhere : Announce::Deployed;
}

std::string_view announce_word(Announce announce) {
    return announce == Announce::Everywhere ? "everywhere" : "deployed";
}

Edge read_edge(const JsonValue &value) {
    Edge out;
    for (const auto &[key, inner] : value.object("'edge'")) {
        const std::string what = "'" + key + "'";
        if (key == "instances") {
            for (const JsonValue &entry : inner.array(what)) {
                const Instances instances = read_instances(entry);
                if (std::ranges::find(out.instances, instances.region, &Instances::region) != out.instances.end()) {
                    entry.fail("instances in '" + instances.region + "' are given twice", "each region once");
                }
                out.instances.push_back(instances);
            }
        } else if (key == "softLimit") {
            out.soft_limit = read_limit(inner, what);
        } else if (key == "hardLimit") {
            out.hard_limit = read_limit(inner, what);
        } else if (key == "overflow") {
            out.overflow = inner.boolean(what);
        } else if (key == "hour") {
            out.hour = inner.is_null() ? std::nullopt : std::optional(read_within(inner, what, 0, 24));
        } else {
            inner.fail("unknown key '" + key + "' in 'edge'", "instances, softLimit, hardLimit, overflow or hour");
        }
    }
    if (out.soft_limit && out.hard_limit && *out.soft_limit > *out.hard_limit) {
        value.find("softLimit")
            ->fail("'softLimit' is " + std::to_string(*out.soft_limit) + ", more than 'hardLimit'",
                   "at most " + std::to_string(*out.hard_limit));
    }
    return out;
}

std::string write_edge(const Edge &edge) {
    Json json = Json::object();
    json["instances"] = Json::array();
    for (const Instances &i : edge.instances) {
        json["instances"].push_back({{"region", i.region}, {"count", i.count}, {"failed", i.failed}});
    }
    if (edge.soft_limit) {
        json["softLimit"] = *edge.soft_limit;
    }
    if (edge.hard_limit) {
        json["hardLimit"] = *edge.hard_limit;
    }
    json["overflow"] = edge.overflow;
    if (edge.hour) {
        json["hour"] = *edge.hour;
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string_view consistency_word(Consistency consistency) {
    return consistency_words.at(static_cast<std::size_t>(consistency)).second;
}

std::optional<DataPlacement> read_data(const JsonValue &value) {
    if (value.is_null() || value.object("'data'").empty()) {
        return std::nullopt;
    }
    DataPlacement out;
    for (const auto &[key, inner] : value.object("'data'")) {
        const std::string what = "'" + key + "'";
        if (key == "primary") {
            out.primary = inner.is_null() ? std::string() : inner.text(what);
        } else if (key == "replicas") {
            for (const JsonValue &code : inner.array(what)) {
                out.replicas.push_back(code.text("an entry of " + what));
            }
        } else if (key == "consistency") {
            out.consistency = read_consistency(inner);
        } else if (key == "writeShare") {
            out.write_share = read_within(inner, what, 0, 1);
        } else if (key == "writeQuorum") {
            out.write_quorum = read_quorum(inner, what);
        } else if (key == "readQuorum") {
            out.read_quorum = read_quorum(inner, what);
        } else {
            inner.fail("unknown key '" + key + "' in 'data'",
                       "primary, replicas, consistency, writeShare, writeQuorum or readQuorum");
        }
    }
    const bool needs_primary = out.consistency == Consistency::Primary || out.consistency == Consistency::PrimaryOnly;
    if (out.primary.empty() && (needs_primary || out.replicas.empty())) {
        value.fail("'data' without a 'primary'", needs_primary ? "the region that takes the writes"
                                                               : "a primary or replicas, so that there is data at all");
    }
    check_twice(value, out);
    check_quorum(value, "writeQuorum", out.write_quorum, out);
    check_quorum(value, "readQuorum", out.read_quorum, out);
    return out;
}

std::string write_data(const DataPlacement &data) {
    Json json = Json::object();
    json["primary"] = data.primary.empty() ? Json(nullptr) : Json(data.primary);
    json["replicas"] = data.replicas;
    json["consistency"] = consistency_word(data.consistency);
    json["writeShare"] = data.write_share;
    if (data.write_quorum) {
        json["writeQuorum"] = *data.write_quorum;
    }
    if (data.read_quorum) {
        json["readQuorum"] = *data.read_quorum;
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace catchment
