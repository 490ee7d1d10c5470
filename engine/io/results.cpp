// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/results.h"

#include "io/csv.h"
#include "io/edge_json.h"
#include "io/prefix.h"
#include "io/result_json.h"
#include "io/rounding.h"
#include "study/lookup.h"

namespace catchment {
namespace {

const std::string &code(const Catchments &c, RegionId region) { return c.op().regions[region.index()].code; }

Json region_or_null(const Catchments &c, std::optional<RegionId> region) {
    return region ? Json(code(c, *region)) : Json(nullptr);
}

Json asns(const std::vector<Asn> &path) {
    Json out = Json::array();
    for (const Asn asn : path) {
        out.push_back(asn.value);
    }
    return out;
}

Json hijack_json(const Catchments &c) {
    const Solution &routes = c.solution->longest();
    return {{"asn", c.world().network(routes.hijacker->network).asn.value},
            {"prefix", to_string(routes.prefix)},
            {"path", asns(routes.hijacker->path)}};
}

Json reason_json(const Catchments &c, const Reason &reason) {
    const Topology &topology = *c.solution->topology;
    if (reason.by_resolver) {
        const Asn asker =
            reason.resolver ? c.world().resolvers[reason.resolver->index()].asn : topology.asn(reason.network);
        return {{"step", reason_word(reason)},
                {"asn", asker.value},
                {"at", c.world().city(reason.at).id},
                {"exchange", nullptr}};
    }
    return {{"step", reason_word(reason)},
            {"asn", topology.asn(reason.network).value},
            {"at", c.world().city(reason.at).id},
            {"exchange", reason.exchange ? Json(c.world().exchange(*reason.exchange).id) : Json(nullptr)}};
}

Json lookup_json(const Catchments &c, const Lookup &lookup) {
    return {{"resolver", resolver_word(c.world(), lookup.resolver)}, {"at", c.world().city(lookup.at).id},
            {"authority", region_or_null(c, lookup.authority)},      {"answered", region_or_null(c, lookup.answered)},
            {"nearestTo", lookup.by_client ? "client" : "resolver"}, {"ttl", c.solution->scenario->dns.ttl}};
}

/// What JSON and GeoJSON say alike of a city.
Json city_json(const Catchments &c, const CityOutcome &outcome, const std::optional<Proxied> &proxied) {
    const City &city = c.world().city(outcome.city);
    Json out = {{"id", city.id},
                {"city", city.name},
                {"country", city.country},
                {"lat", city.place.lat},
                {"lon", city.place.lon},
                {"users", city.users},
                {"region", region_or_null(c, outcome.region)}};
    out["rttMs"] = outcome.region ? Json(rounded_ms(outcome.rtt_ms)) : Json(nullptr);
    out["certainty"] = outcome.region ? Json(rounded_share(outcome.certainty)) : Json(nullptr);
    if (c.hijacker()) {
        out["capturedShare"] = rounded_share(outcome.captured_share);
    }
    if (proxied) {
        add_service(out, c, *proxied, outcome.city);
    }
    if (outcome.region) {
        out["regionKm"] = rounded_whole(outcome.region_km);
    }
    if (outcome.nearest) {
        out["nearestRegion"] = code(c, *outcome.nearest);
        out["nearestKm"] = rounded_whole(outcome.nearest_km);
    }
    if (const auto why = reason(c, outcome.city)) {
        out["reason"] = reason_json(c, *why);
    }
    return out;
}

/// What ties may lead to from a router: [{"region": "ewr", "probability": 0.6667}, …]; null is the hijacker.
Json odds_json(const Catchments &c, const Ties &ties, RouterId router) {
    Json out = Json::array();
    for (const auto &[region, probability] : ties.distribution(router)) {
        out.push_back({{"region", code(c, region)}, {"probability", rounded_share(probability)}});
    }
    if (const double captured = ties.captured(router); captured > 0) {
        out.push_back({{"region", nullptr}, {"probability", rounded_share(captured)}});
    }
    return out;
}

/// The networks that its users' packets pass; none where they arrive nowhere.
std::vector<Asn> path_of(const Catchments &c, const NetworkOutcome &o) {
    return o.region || o.captured ? c.routes(o).packet_path(*o.router) : std::vector<Asn>();
}

Json networks_json(const Catchments &c, const std::optional<Proxied> &proxied, CityId city) {
    Json out = Json::array();
    for (const NetworkOutcome &o : c.outcomes_of(city)) {
        Json entry = {{"asn", c.world().network(o.network).asn.value},
                      {"share", rounded_share(o.share)},
                      {"region", region_or_null(c, o.region)}};
        entry["rttMs"] = o.region ? Json(rounded_ms(o.rtt_ms)) : Json(nullptr);
        entry["certainty"] = o.region ? Json(rounded_share(o.certainty)) : Json(nullptr);
        if (c.hijacker()) {
            entry["captured"] = o.captured;
        }
        if (!c.solution->by_region.empty()) {
            entry["resolver"] = resolver_word(c.world(), o.resolver);
            entry["answered"] = region_or_null(c, o.answered);
        }
        if (proxied) {
            add_service(entry, c, *proxied, o);
        }
        entry["path"] = asns(path_of(c, o));
        out.push_back(std::move(entry));
    }
    return out;
}

Json position(GeoPoint place) { return Json::array({place.lon, place.lat}); }

Json cell_feature(const Catchments &c, const CellArea &cell) {
    Json polygons = Json::array();
    for (const auto &rings : cell.polygons) {
        Json polygon = Json::array();
        for (const CellArea::Ring &ring : rings) {
            Json line = Json::array();
            for (const GeoPoint place : ring) {
                line.push_back(position(place));
            }
            polygon.push_back(std::move(line));
        }
        polygons.push_back(std::move(polygon));
    }
    const bool single = polygons.size() == 1;
    const CityOutcome &outcome = c.cities[cell.city.index()];
    Json properties = {
        {"kind", "cell"}, {"city", c.world().city(cell.city).id}, {"region", region_or_null(c, outcome.region)}};
    if (outcome.region) {
        properties["regionShare"] = rounded_share(outcome.region_share);
        properties["certainty"] = rounded_share(outcome.certainty);
    }
    if (c.hijacker()) {
        properties["capturedShare"] = rounded_share(outcome.captured_share);
    }
    return {{"type", "Feature"},
            {"geometry",
             {{"type", single ? "Polygon" : "MultiPolygon"},
              {"coordinates", single ? std::move(polygons[0]) : std::move(polygons)}}},
            {"properties", std::move(properties)}};
}

/// A line of CSV for each access network of a city.
void append_rows(std::string &out, const Catchments &c, const CityOutcome &outcome,
                 const std::optional<Proxied> &proxied) {
    const City &city = c.world().city(outcome.city);
    const std::string front = csv_field(city.id) + ',' + csv_field(city.name) + ',' + csv_field(city.country) + ',' +
                              Json(city.place.lat).dump() + ',' + Json(city.place.lon).dump() + ',' +
                              std::to_string(city.users) + ',' + (outcome.region ? code(c, *outcome.region) : "") +
                              ',' + (outcome.region ? fixed(outcome.rtt_ms, 1) : "") + ',' +
                              (outcome.region ? fixed(outcome.certainty, 4) : "") + ',' +
                              (outcome.region ? std::to_string(rounded_whole(outcome.region_km)) : "") + ',' +
                              (outcome.nearest ? code(c, *outcome.nearest) : "") + ',' +
                              (outcome.nearest ? std::to_string(rounded_whole(outcome.nearest_km)) : "") + ',' +
                              (outcome.not_nearest ? "yes," : "no,") + fixed(outcome.captured_share, 4);
    if (c.outcomes_of(outcome.city).empty()) {
        out += front + (proxied ? ",,,,,,,,,\n" : ",,,,,,,\n");
    }
    for (const NetworkOutcome &o : c.outcomes_of(outcome.city)) {
        std::string path;
        for (const Asn asn : path_of(c, o)) {
            path += (path.empty() ? "" : " ") + std::to_string(asn.value);
        }
        out += front + ',' + std::to_string(c.world().network(o.network).asn.value) + ',' + fixed(o.share, 4) + ',' +
               (o.region ? code(c, *o.region) : "") + ',' + (o.region ? fixed(o.rtt_ms, 1) : "") + ',' +
               (o.region ? fixed(o.certainty, 4) : "") + ',' + (o.captured ? "yes," : "no,") + path +
               (proxied ? service_csv(c, *proxied, o) : "") + '\n';
    }
}

} // namespace

std::string solve_json(const Catchments &c) {
    Json json;
    const auto proxied = behind_the_edge(c);
    json["world"] = world_json(c);
    json["summary"] = summary_json(c);
    if (c.hijacker()) {
        json["hijack"] = hijack_json(c);
    }
    json["regions"] = Json::array();
    for (const RegionOutcome &r : c.regions) {
        json["regions"].push_back({{"code", code(c, r.region)},
                                   {"city", c.op().regions[r.region.index()].name},
                                   {"users", rounded_whole(r.users)},
                                   {"share", rounded_share(r.share)},
                                   {"medianRttMs", rounded_ms(r.median_rtt_ms)},
                                   {"p95RttMs", rounded_ms(r.p95_rtt_ms)}});
    }
    if (proxied) {
        add_edge(json, c, *proxied);
    }
    json["cities"] = Json::array();
    for (const CityOutcome &outcome : c.cities) {
        Json city = city_json(c, outcome, proxied);
        city["networks"] = networks_json(c, proxied, outcome.city);
        json["cities"].push_back(std::move(city));
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string solve_csv(const Catchments &c, std::span<const CityId> cities) {
    std::string out = "id,city,country,lat,lon,users,region,rtt_ms,certainty,region_km,nearest_region,nearest_km,"
                      "not_nearest,captured_share,asn,share,network_region,network_rtt_ms,network_certainty,"
                      "network_captured,path";
    const auto proxied = behind_the_edge(c);
    out += proxied ? ",network_instance,network_proxy_rtt_ms\n" : "\n";
    for (const CityId city : cities) {
        append_rows(out, c, c.cities[city.index()], proxied);
    }
    return out;
}

std::string solve_csv(const Catchments &c) {
    std::vector<CityId> all;
    for (const CityOutcome &outcome : c.cities) {
        all.push_back(outcome.city);
    }
    return solve_csv(c, all);
}

std::string solve_geojson(const Catchments &c, std::span<const CellArea> cells) {
    const auto proxied = behind_the_edge(c);
    Json features = Json::array();
    for (const CityOutcome &outcome : c.cities) {
        const GeoPoint place = c.world().city(outcome.city).place;
        Json properties = {{"kind", "city"}};
        properties.update(city_json(c, outcome, proxied));
        properties.erase("lat");
        properties.erase("lon");
        features.push_back({{"type", "Feature"},
                            {"geometry", {{"type", "Point"}, {"coordinates", position(place)}}},
                            {"properties", std::move(properties)}});
    }
    for (const CellArea &cell : cells) {
        features.push_back(cell_feature(c, cell));
    }
    // One to a line, so that large files can be looked into.
    std::string out = "{\"type\":\"FeatureCollection\",\"features\":[";
    for (std::size_t i = 0; i < features.size(); ++i) {
        out += (i == 0 ? "\n" : ",\n") + features[i].dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    return out + "\n]}\n";
}

std::string reason_word(const Reason &reason) {
    return reason.by_resolver ? "resolver" : reason.step ? std::string(step_word(*reason.step)) : "never-offered";
}

std::string explain_json(const Catchments &c, const Journey &journey) {
    const World &world = c.world();
    const Topology &topology = *c.solution->topology;
    const City &city = world.city(journey.city);
    const NetworkOutcome &o = journey.outcome;
    Json json;
    json["city"] = {{"id", city.id}, {"city", city.name}, {"country", city.country}};
    json["network"] = {{"asn", world.network(o.network).asn.value},
                       {"name", world.network(o.network).name},
                       {"share", rounded_share(o.share)}};
    json["region"] = region_or_null(c, o.region);
    if (c.hijacker()) {
        json["hijack"] = hijack_json(c);
        json["captured"] = o.captured;
    }
    if (!c.solution->by_region.empty()) {
        json["lookup"] = lookup_json(c, lookup(c, journey.city, o));
    }
    json["rttMs"] = o.region ? Json(rounded_ms(o.rtt_ms)) : Json(nullptr);
    json["certainty"] = o.region ? Json(rounded_share(o.certainty)) : Json(nullptr);
    json["fibreKm"] = rounded_whole(journey.km);
    json["path"] = asns(journey.path);
    json["hops"] = Json::array();
    for (std::size_t h = 0; h < journey.decisions.size(); ++h) {
        const Decision &d = journey.decisions[h];
        Json candidates = Json::array();
        for (const CandidateRoute &r : d.candidates) {
            const SessionEnd &end = topology.end(r.session);
            const RouterId neighbour(end.neighbour);
            Json entry = {{"path", asns(r.path)},
                          {"learnedFrom", r.learned_from == LearnedFrom::Customer ? "customer"
                                          : r.learned_from == LearnedFrom::Peer   ? "peer"
                                                                                  : "provider"},
                          {"neighbour", topology.asn_of(neighbour).value},
                          {"exit", world.city(topology.city_of(RouterId(end.router))).id},
                          {"neighbourCity", world.city(topology.city_of(neighbour)).id},
                          {"exchange", r.exchange ? Json(world.exchange(*r.exchange).id) : Json(nullptr)},
                          {"region", region_or_null(c, r.region)},
                          {"med", r.med},
                          {"costKm", rounded_whole(r.cost / 1000.0)},
                          {"chosen", !r.lost_at},
                          {"tied", r.tied && d.tied() > 1}};
            if (c.hijacker()) {
                entry["prefix"] = to_string(r.prefix);
                entry["invalid"] = r.invalid;
            }
            if (r.lost_at) {
                entry["lostAt"] = std::string(step_word(*r.lost_at));
                entry["why"] = loss_in_words(c.routes(o), d, r);
            }
            candidates.push_back(std::move(entry));
        }
        json["hops"].push_back({{"asn", topology.asn(d.network).value},
                                {"name", topology.name_of(d.network)},
                                {"city", world.city(d.city).id},
                                {"decidedAt", std::string(step_word(d.decided_at))},
                                {"odds", odds_json(c, c.ties_of(o), d.router)},
                                {"exit", world.city(topology.city_of(journey.hops[h].exit)).id},
                                {"next", world.city(topology.city_of(journey.hops[h].next)).id},
                                {"candidates", std::move(candidates)}});
    }
    if (const auto proxied = behind_the_edge(c)) {
        add_stages(json, c, *proxied, journey);
    }
    if (const auto why = reason(c, journey.city)) {
        json["reason"] = reason_json(c, *why);
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace catchment
