// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/converge_results.h"
#include "io/rounding.h"
#include "study/catchments.h"
#include "study/stage_summary.h"

#include <nlohmann/json.hpp>

namespace catchment {
namespace {

using Json = nlohmann::ordered_json;

double seconds(Moment span) { return static_cast<double>(span.count()) / 1e6; }

/// Long lists are written one entry a line.
std::string lines(const Json &list) {
    std::string out = "[";
    for (std::size_t i = 0; i < list.size(); ++i) {
        out += (i == 0 ? "\n   " : ",\n   ") + list[i].dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    return out + "]";
}

class Writer {
public:
    explicit Writer(const std::shared_ptr<const Convergence> &convergence)
        : convergence_(*convergence), summaries_(stage_summaries(convergence)), whole_(*convergence->whole),
          world_(whole_.world()) {}

    std::string write() {
        out_ = "{\n";
        entry("world", Json{{"name", world_.name},
                            {"networks", whole_.network_count()},
                            {"routers", whole_.router_count()},
                            {"cities", world_.cities.size()}});
        entry("parameters", parameters());
        entry("start", start());
        out_ += " \"events\": [";
        for (std::size_t s = 0; s < convergence_.stages.size(); ++s) {
            out_ += s == 0 ? "\n" : ",\n";
            stage(s);
        }
        out_ += "],\n";
        entry("settled", !convergence_.unsettled);
        entry("unsettled", unsettled());
        out_ += " \"end\": " + text(end()) + "\n}\n";
        return std::move(out_);
    }

private:
    static std::string text(const Json &json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

    void entry(const char *key, const Json &value) { out_ += std::string(" \"") + key + "\": " + text(value) + ",\n"; }

    Json parameters() const {
        const SimulatorParameters &p = convergence_.parameters;
        return {{"seed", p.seed},
                {"messageDelayMs", static_cast<double>(p.message_delay.count()) / 1e3},
                {"kmPerMs", p.km_per_ms},
                {"mraiSeconds", seconds(p.mrai)},
                {"leastFactor", p.least_factor},
                {"mraiInsideSeconds", seconds(p.mrai_inside)},
                {"withdrawalsWait", p.withdrawals_wait},
                {"cap", p.most_events},
                {"capPerRouter", p.most_changes}};
    }

    Json start() const {
        const StageCount &c = convergence_.start;
        return {{"regions", convergence_.scenario->regions},
                {"announcements", c.announcements},
                {"withdrawals", c.withdrawals},
                {"internal", c.internal},
                {"routeChanges", c.changes},
                {"seconds", seconds(std::max(c.last_message, c.last_change))}};
    }

    void stage(std::size_t number) {
        const Stage &stage = convergence_.stages[number];
        const StageSummary &s = summaries_[number];
        const StageCount &c = stage.count;
        Json head = {{"event", to_string(stage.event)},
                     {"at", seconds(stage.at)},
                     {"announcements", c.announcements},
                     {"withdrawals", c.withdrawals},
                     {"internal", c.internal},
                     {"lost", c.lost},
                     {"routeChanges", c.changes},
                     {"routers", s.routers},
                     {"networks", s.networks},
                     {"halfOfChangesAfter", seconds(s.half_of_changes - stage.at)},
                     {"lastChangeAfter", seconds(c.last_change - stage.at)},
                     {"quietAfter", seconds(std::max(c.last_message, c.last_change) - stage.at)},
                     {"citiesChanged", s.cities_changed},
                     {"citiesMoved", s.cities_moved},
                     {"citiesLost", s.cities_lost},
                     {"usersMoved", rounded_whole(s.users_moved)},
                     {"usersLost", rounded_whole(s.users_lost)},
                     {"usersInterrupted", rounded_whole(s.users_interrupted)},
                     {"longestInterruptionSeconds", seconds(s.longest_interruption)},
                     {"longestInterruptionIn", s.longest_in ? Json(world_.city(*s.longest_in).id) : Json(nullptr)}};
        std::string begin = text(head);
        begin.pop_back(); // more follows
        out_ += "  " + begin + ",\n  \"explored\": " + lines(explored(s)) +
                ",\n  \"messages\": " + lines(messages(number)) + ",\n  \"changes\": " + lines(changes(number)) + "}";
    }

    Json explored(const StageSummary &summary) const {
        Json out = Json::array();
        for (const Exploration &one : summary.explored) {
            const NetworkId network = whole_.network_of(one.router);
            out.push_back({{"asn", whole_.asn(network).value},
                           {"name", whole_.name_of(network)},
                           {"city", city(one.router)},
                           {"steps", one.steps.size()},
                           {"paths", one.paths}});
        }
        return out;
    }

    Json messages(std::size_t number) const {
        Json out = Json::array();
        const auto [first, last] = convergence_.messages_of(number);
        for (std::size_t m = first; m < last; ++m) {
            const LoggedMessage &message = convergence_.messages[m];
            const SessionEnd &end = whole_.end(message.end);
            const RouterId from(end.neighbour);
            const RouterId to(end.router);
            Json entry = {{"sent", seconds(message.sent)}};
            entry["received"] = message.lost ? Json(nullptr) : Json(seconds(message.received));
            entry["from"] = whole_.asn_of(from).value;
            entry["fromCity"] = city(from);
            entry["to"] = whole_.asn_of(to).value;
            entry["toCity"] = city(to);
            entry["path"] = message.path == PathTable::none ? Json(nullptr) : numbers(message.path);
            if (message.lost) {
                entry["lost"] = seconds(message.received);
            }
            out.push_back(std::move(entry));
        }
        return out;
    }

    Json changes(std::size_t number) const {
        Json out = Json::array();
        const auto [first, last] = convergence_.changes_of(number);
        for (std::size_t c = first; c < last; ++c) {
            const RouteChange &change = convergence_.changes[c];
            out.push_back({{"at", seconds(change.at)},
                           {"asn", whole_.asn_of(change.router).value},
                           {"city", city(change.router)},
                           {"before", path(change.router, change.before)},
                           {"after", path(change.router, change.after)}});
        }
        return out;
    }

    const std::string &city(RouterId router) const { return world_.city(whole_.city_of(router)).id; }

    Json numbers(PathId path) const {
        Json out = Json::array();
        for (const Asn asn : convergence_.paths.asns(path)) {
            out.push_back(asn.value);
        }
        return out;
    }

    Json path(RouterId router, const Belief &belief) const {
        Json out = numbers(belief.path);
        if (!out.empty() && belief.session != Belief::own_session) {
            out.insert(out.begin(), whole_.asn_of(router).value);
        }
        return out;
    }

    Json unsettled() const {
        if (!convergence_.unsettled) {
            return nullptr;
        }
        const Unsettled &u = *convergence_.unsettled;
        Json networks = Json::array();
        for (const Asn asn : u.networks) {
            networks.push_back(asn.value);
        }
        return {{"after", u.stage ? Json(to_string(convergence_.stages[*u.stage].event)) : Json(nullptr)},
                {"networks", std::move(networks)},
                {"circular", u.circular}};
    }

    Json end() const {
        if (!convergence_.end) {
            return nullptr;
        }
        const auto result = catchments(convergence_.end);
        const Summary &s = result->summary;
        Json out = {{"users", rounded_whole(s.users)},        {"unreachedUsers", rounded_whole(s.unreached_users)},
                    {"meanRttMs", rounded_ms(s.mean_rtt_ms)}, {"medianRttMs", rounded_ms(s.median_rtt_ms)},
                    {"p95RttMs", rounded_ms(s.p95_rtt_ms)},   {"regions", Json::array()}};
        for (const RegionOutcome &r : result->regions) {
            const Region &region = whole_.op().regions[r.region.index()];
            out["regions"].push_back({{"code", region.code},
                                      {"city", region.name},
                                      {"users", rounded_whole(r.users)},
                                      {"share", rounded_share(r.share)},
                                      {"medianRttMs", rounded_ms(r.median_rtt_ms)},
                                      {"p95RttMs", rounded_ms(r.p95_rtt_ms)}});
        }
        return out;
    }

    const Convergence &convergence_;
    const std::vector<StageSummary> summaries_;
    const Topology &whole_;
    const World &world_;
    std::string out_;
};

} // namespace

std::string converge_json(const std::shared_ptr<const Convergence> &convergence) { return Writer(convergence).write(); }

} // namespace catchment
