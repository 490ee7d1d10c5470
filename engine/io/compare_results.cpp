// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/compare_results.h"

#include "io/csv.h"
#include "io/edge_compare.h"
#include "io/result_json.h"
#include "io/rounding.h"
#include "study/edge_study.h"
#include "study/moves.h"

namespace catchment {
namespace {

class Writer {
public:
    Writer(const Catchments &before, const Catchments &after)
        : before_(before), after_(after), world_(after.world()), comparison_(compare(before, after)),
          hijacked_(before.hijacker() || after.hijacker()) {}

    Json json() const {
        Json out;
        out["world"] = world_json(after_);
        out["before"] = side(before_);
        out["after"] = side(after_);
        out["change"] = change();
        if (has_edges(before_, after_)) {
            out["edge"] = edge_change_json(before_, after_);
        }
        out["regions"] = Json::array();
        for (const RegionMoves &r : moves_by_region(comparison_, before_, after_)) {
            out["regions"].push_back({{"code", code(r.region)},
                                      {"city", after_.op().regions[r.region.index()].name},
                                      {"usersBefore", rounded_whole(r.users_before)},
                                      {"usersAfter", rounded_whole(r.users_after)},
                                      {"gainedUsers", rounded_whole(r.gained_users)},
                                      {"lostUsers", rounded_whole(r.lost_users)}});
        }
        out["flows"] = Json::array();
        for (const Flow &flow : flows(comparison_, after_.op())) {
            Json entry = from_and_to(flow);
            entry["users"] = rounded_whole(flow.moves.users);
            entry["rttMs"] = rtt(flow.moves);
            out["flows"].push_back(std::move(entry));
        }
        groups(out);
        out["movers"] = Json::array();
        for (const Mover &mover : comparison_.movers) {
            out["movers"].push_back(mover_json(mover));
        }
        return out;
    }

    std::string csv() const {
        std::string out = "id,city,country,asn,network,users,from,to,rtt_ms_before,rtt_ms_after,captured_before,"
                          "captured_after\n";
        for (const Mover &m : comparison_.movers) {
            const City &city = world_.city(m.city);
            const Network &network = world_.network(m.network);
            out += csv_field(city.id) + ',' + csv_field(city.name) + ',' + csv_field(city.country) + ',' +
                   std::to_string(network.asn.value) + ',' + csv_field(network.name) + ',' +
                   std::to_string(rounded_whole(m.users)) + ',' + (m.from ? csv_field(code(*m.from)) : "") + ',' +
                   (m.to ? csv_field(code(*m.to)) : "") + ',' + (m.from ? fixed(m.from_ms, 1) : "") + ',' +
                   (m.to ? fixed(m.to_ms, 1) : "") + ',' + (m.from_hijacker ? "yes," : "no,") +
                   (m.to_hijacker ? "yes\n" : "no\n");
        }
        return out;
    }

private:
    const std::string &code(RegionId region) const { return after_.op().regions[region.index()].code; }

    Json region_or_null(const std::optional<RegionId> &region) const {
        return region ? Json(code(*region)) : Json(nullptr);
    }

    static Json side(const Catchments &c) {
        const Scenario &scenario = *c.solution->scenario;
        Json out = {{"title", scenario.title}, {"regions", scenario.regions}};
        if (scenario.announce == Announce::Everywhere) {
            out["announce"] = "everywhere";
        }
        if (scenario.steering == Steering::Dns) {
            out["steering"] = "dns";
        }
        out["summary"] = summary_json(c);
        return out;
    }

    Json change() const {
        const Summary &was = before_.summary;
        const Summary &is = after_.summary;
        Json out = {{"movedUsers", rounded_whole(comparison_.moved_users)},
                    {"movedShare", rounded_share(is.users > 0 ? comparison_.moved_users / is.users : 0)},
                    {"newlyUnreachedUsers", rounded_whole(comparison_.newly_unreached_users)},
                    {"newlyReachedUsers", rounded_whole(comparison_.newly_reached_users)}};
        if (hijacked_) {
            out["newlyCapturedUsers"] = rounded_whole(comparison_.newly_captured_users);
        }
        out["meanRttMs"] = rtt_change(was.mean_rtt_ms, is.mean_rtt_ms);
        out["medianRttMs"] = rtt_change(was.median_rtt_ms, is.median_rtt_ms);
        out["p95RttMs"] = rtt_change(was.p95_rtt_ms, is.p95_rtt_ms);
        Moves all;
        for (const Mover &m : comparison_.movers) {
            all.reached_users += m.from && m.to ? m.users : 0;
        }
        all.gained_ms = comparison_.gained_ms;
        out["movedMeanRttMs"] = rtt(all);
        return out;
    }

    /// Of what is printed, so that before and after add up.
    static double rtt_change(double before, double after) {
        return rounded_ms(rounded_ms(after) - rounded_ms(before)) + 0.0; // no -0.0
    }

    static Json rtt(const Moves &moves) {
        return moves.reached_users > 0 ? Json(rounded_ms(-moves.gained_ms) + 0.0) : Json(nullptr);
    }

    template <class Entry>
    Json from_and_to(const Entry &entry) const {
        Json out = {{"from", region_or_null(entry.from)}, {"to", region_or_null(entry.to)}};
        if (hijacked_) {
            out["fromHijacker"] = entry.from_hijacker;
            out["toHijacker"] = entry.to_hijacker;
        }
        return out;
    }

    static Json with_moves(Json entry, const Moves &moves) {
        entry["users"] = rounded_whole(moves.users);
        entry["newlyUnreachedUsers"] = rounded_whole(moves.newly_unreached_users);
        entry["newlyReachedUsers"] = rounded_whole(moves.newly_reached_users);
        entry["rttMs"] = rtt(moves);
        return entry;
    }

    void groups(Json &out) const {
        for (const char *key : {"countries", "networks", "cities"}) {
            out[key] = Json::array();
        }
        for (const CountryMoves &m : moves_by_country(comparison_, world_)) {
            out["countries"].push_back(with_moves({{"country", m.country}}, m.moves));
        }
        for (const NetworkMoves &m : moves_by_network(comparison_)) {
            const Network &network = world_.network(m.network);
            out["networks"].push_back(with_moves({{"asn", network.asn.value}, {"name", network.name}}, m.moves));
        }
        for (const CityMoves &m : moves_by_city(comparison_, world_)) {
            out["cities"].push_back(with_moves(city_json(m.city), m.moves));
        }
    }

    Json city_json(CityId id) const {
        const City &city = world_.city(id);
        return {{"id", city.id}, {"city", city.name}, {"country", city.country}};
    }

    Json mover_json(const Mover &m) const {
        Json out = city_json(m.city);
        out["asn"] = world_.network(m.network).asn.value;
        out["users"] = rounded_whole(m.users);
        out.update(from_and_to(m));
        out["rttMsBefore"] = m.from ? Json(rounded_ms(m.from_ms)) : Json(nullptr);
        out["rttMsAfter"] = m.to ? Json(rounded_ms(m.to_ms)) : Json(nullptr);
        return out;
    }

    const Catchments &before_;
    const Catchments &after_;
    const World &world_;
    const Comparison comparison_;
    const bool hijacked_; ///< on either side
};

} // namespace

std::string compare_json(const Catchments &before, const Catchments &after) {
    return Writer(before, after).json().dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string compare_csv(const Catchments &before, const Catchments &after) { return Writer(before, after).csv(); }

} // namespace catchment
