// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/data_results.h"

#include "io/edge_io.h"
#include "io/result_json.h"
#include "io/rounding.h"

namespace catchment {
namespace {

class Writer {
public:
    explicit Writer(const DataStudy &study) : study_(study), c_(*study.catchments) {}

    Json json(std::span<const PrimaryPlace> best) const {
        Json out;
        out["world"] = world_json(c_);
        out["data"] = placement();
        out["summary"] = summary();
        out["edges"] = Json::array();
        for (const EdgeData &edge : study_.edges) {
            out["edges"].push_back({{"code", code(edge.edge)},
                                    {"users", rounded_whole(edge.users)},
                                    {"replica", code_or_null(edge.access.replica)},
                                    {"readMs", ms_or_null(edge.access.read_ms)},
                                    {"writeMs", ms_or_null(edge.access.write_ms)},
                                    {"staleMs", ms_or_null(edge.access.stale_ms)},
                                    {"readsOwnWrite", edge.access.reads_own_write}});
        }
        out["replicas"] = replicas();
        out["failures"] = failures();
        if (!best.empty()) {
            out["best"] = Json::array();
            for (const PrimaryPlace &place : best) {
                out["best"].push_back({{"code", code(place.region)},
                                       {"unwritableUsers", rounded_whole(place.unwritable_users)},
                                       {"meanWriteMs", rounded_ms(place.mean_ms)},
                                       {"p95WriteMs", rounded_ms(place.p95_ms)}});
            }
        }
        out["cities"] = Json::array();
        for (const CityData &city : study_.cities) {
            out["cities"].push_back(city_json(city));
        }
        return out;
    }

private:
    const std::string &code(RegionId region) const { return c_.op().regions[region.index()].code; }
    Json code_or_null(std::optional<RegionId> region) const { return region ? Json(code(*region)) : Json(nullptr); }
    static Json ms_or_null(std::optional<double> ms) { return ms ? Json(rounded_ms(*ms)) : Json(nullptr); }
    static Json ms_of(double users, double ms) { return users > 0 ? Json(rounded_ms(ms)) : Json(nullptr); }
    static double bounded(const DataFigures &f) { return f.readers - f.unbounded; }

    Json placement() const {
        const DataPlacement &data = study_.placement;
        Json out = {{"primary", data.primary.empty() ? Json(nullptr) : Json(data.primary)},
                    {"replicas", data.replicas},
                    {"consistency", consistency_word(data.consistency)},
                    {"writeShare", data.write_share}};
        if (study_.write_quorum > 0) {
            out["writeQuorum"] = study_.write_quorum;
            out["readQuorum"] = study_.read_quorum;
        }
        out["primaryInForce"] = code_or_null(study_.primary);
        return out;
    }

    Json summary() const {
        const DataFigures &all = study_.all;
        return {{"users", rounded_whole(all.users)},
                {"readableUsers", rounded_whole(all.readers)},
                {"writableUsers", rounded_whole(all.writers)},
                {"meanReadMs", ms_of(all.readers, all.read_ms)},
                {"medianReadMs", ms_of(all.readers, study_.median_read_ms)},
                {"p95ReadMs", ms_of(all.readers, study_.p95_read_ms)},
                {"meanWriteMs", ms_of(all.writers, all.write_ms)},
                {"medianWriteMs", ms_of(all.writers, study_.median_write_ms)},
                {"p95WriteMs", ms_of(all.writers, study_.p95_write_ms)},
                {"meanMs", ms_of(std::min(all.readers, all.writers), all.mean_ms(study_.placement.write_share))},
                {"meanStaleMs", ms_of(bounded(all), all.stale_ms)},
                {"unboundedStaleUsers", rounded_whole(all.unbounded)},
                {"ownWriteShare", rounded_share(all.share(all.own_write_users))},
                {"writesPerSecond", rounded_whole(study_.writes_per_second)}};
    }

    Json replicas() const {
        Json out = Json::array();
        for (const ReplicaData &data : study_.replicas) {
            Json entry = {{"code", code(data.replica.region)},
                          {"up", data.replica.up},
                          {"group", data.replica.up ? Json(data.replica.group) : Json(nullptr)},
                          {"lagMs", ms_or_null(data.replica.lag_ms)},
                          {"missedPerSecond", rounded_whole(data.missed_per_second)}};
            entry["catchUpSeconds"] = data.catch_up_seconds ? Json(rounded_ms(*data.catch_up_seconds)) : Json(nullptr);
            out.push_back(std::move(entry));
        }
        return out;
    }

    Json failures() const {
        Json out = Json::array();
        for (const DataFailure &f : study_.failures) {
            out.push_back({{"code", code(f.region)},
                           {"primary", code_or_null(f.primary)},
                           {"readableUsers", rounded_whole(f.figures.readers)},
                           {"writableUsers", rounded_whole(f.figures.writers)},
                           {"meanReadMs", ms_of(f.figures.readers, f.figures.read_ms)},
                           {"meanWriteMs", ms_of(f.figures.writers, f.figures.write_ms)}});
        }
        return out;
    }

    Json city_json(const CityData &data) const {
        const City &city = c_.world().city(data.city);
        const DataFigures &f = data.figures;
        return {{"id", city.id},
                {"city", city.name},
                {"country", city.country},
                {"users", city.users},
                {"replica", code_or_null(data.replica)},
                {"readMs", ms_of(f.readers, f.read_ms)},
                {"writeMs", ms_of(f.writers, f.write_ms)},
                {"staleMs", ms_of(bounded(f), f.stale_ms)},
                {"ownWriteShare", rounded_share(f.share(f.own_write_users))},
                {"readableShare", rounded_share(f.share(f.readers))},
                {"writableShare", rounded_share(f.share(f.writers))}};
    }

    const DataStudy &study_;
    const Catchments &c_;
};

} // namespace

std::string data_json(const DataStudy &study, std::span<const PrimaryPlace> best) {
    return Writer(study).json(best).dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace catchment
