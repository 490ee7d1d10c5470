// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/claim.h"

#include "io/results.h"
#include "io/rounding.h"
#include "lesson/behind_claim.h"
#include "routing/explanation.h"
#include "routing/simulator.h"
#include "scenario/known_names.h"
#include "study/comparison.h"
#include "study/edge_study.h"
#include "study/journey.h"
#include "world/spelling.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <set>

namespace catchment {
namespace {

constexpr std::int64_t largest_asn = std::numeric_limits<std::uint32_t>::max();

constexpr double rounding = 1e-9; ///< of sums of shares

std::string plain(double number) { return fixed(number, std::abs(number) < 10 ? 4 : 1); }

/// One claim and what it is held against.
class Claim {
public:
    Claim(const JsonValue &claim, const ClaimedResults &results) : claim_(claim), r_(results), c_(*results.now) {}

    void check() {
        static const std::map<std::string, void (Claim::*)()> kinds = {
            {"city", &Claim::city},       {"router", &Claim::router},  {"region", &Claim::region},
            {"summary", &Claim::summary}, {"moved", &Claim::moved},    {"faster", &Claim::faster},
            {"event", &Claim::event},     {"primary", &Claim::primary}};
        const auto &object = claim_.object("a claim");
        // The key that says what kind of claim it is stands first.
        const auto kind = object.empty() ? kinds.end() : kinds.find(object.front().first);
        if (kind == kinds.end()) {
            claim_.fail("a claim that begins with " + (object.empty() ? "nothing" : "'" + object.front().first + "'"),
                        "city, router, region, summary, moved, faster, event or primary as its first key");
        }
        (this->*kind->second)();
    }

private:
    using Check = std::function<void(const JsonValue &)>;

    /// Runs the check of each further key; one that is not known is an error.
    void each(const std::map<std::string, Check> &checks) {
        const auto &object = claim_.object("a claim");
        for (auto it = object.begin() + 1; it != object.end(); ++it) {
            const auto found = checks.find(it->first);
            if (found == checks.end()) {
                std::vector<std::string> known;
                for (const auto &entry : checks) {
                    known.push_back(entry.first);
                }
                it->second.fail("unknown key '" + in_one_line(it->first) + "' in a claim about " + subject_,
                                joined_with_or(closest_words(it->first, known, 4)));
            }
            found->second(it->second);
        }
    }

    [[noreturn]] void wrong(const JsonValue &at, const std::string &is, const std::string &expected) const {
        at.fail("the claim does not hold: " + subject_ + " " + is, expected);
    }

    Check within(const std::string &what, double number) const {
        return [this, what, number](const JsonValue &value) {
            const auto &range = value.array("'" + what + "'");
            if (range.size() != 2) {
                value.fail("a range of " + std::to_string(range.size()) + " numbers", "two: [least, most]");
            }
            const double least = range[0].number("a range");
            const double most = range[1].number("a range");
            if (!(number >= least - rounding && number <= most + rounding)) {
                wrong(value, "has " + what + " " + plain(number), plain(least) + " to " + plain(most));
            }
        };
    }

    Check is(const std::string &what, bool truth) const {
        return [this, what, truth](const JsonValue &value) {
            if (value.boolean("'" + what + "'") != truth) {
                wrong(value, std::string(truth ? "is " : "is not ") + what, truth ? "that it is not" : "that it is");
            }
        };
    }

    /// A word, or null for none.
    Check says(const std::string &what, const std::string &word) const {
        return [this, what, word](const JsonValue &value) {
            const std::string wanted = value.is_null() ? "" : value.text("'" + what + "'");
            if (wanted != word) {
                wrong(value, "has " + what + " " + (word.empty() ? "none" : word), wanted.empty() ? "none" : wanted);
            }
        };
    }

    Check is_path(const std::vector<Asn> &path) const {
        return [this, path](const JsonValue &value) {
            std::vector<Asn> wanted;
            for (const JsonValue &asn : value.array("'path'")) {
                wanted.push_back(Asn{static_cast<std::uint32_t>(asn.whole("an AS number", 1, largest_asn))});
            }
            if (wanted != path) {
                std::string words;
                for (const Asn asn : path) {
                    words += (words.empty() ? "" : " ") + std::to_string(asn.value);
                }
                wrong(value, "has the path " + words, "another");
            }
        };
    }

    std::string code(std::optional<RegionId> region) const {
        return region ? c_.op().regions[region->index()].code : std::string();
    }

    CityId city_id(const JsonValue &value) const {
        const auto found = c_.world().city_by_id.find(value.text("a city"));
        if (found == c_.world().city_by_id.end()) {
            value.fail("an unknown city '" + in_one_line(value.text("a city")) + "'",
                       joined_with_or(closest_cities(c_.world(), value.text("a city"), 3)));
        }
        return found->second;
    }

    NetworkId network_id(const JsonValue &value) const {
        const Asn asn{static_cast<std::uint32_t>(value.whole("'network'", 1, largest_asn))};
        const auto found = c_.world().network_by_asn.find(asn);
        if (found == c_.world().network_by_asn.end()) {
            value.fail("an unknown network " + std::to_string(asn.value), "the AS number of one of the world");
        }
        return found->second;
    }

    void city() {
        const JsonValue &first = claim_.object("a claim").front().second;
        const CityId id = city_id(first);
        subject_ = first.text("'city'");
        const CityOutcome &here = c_.cities[id.index()];
        std::map<std::string, Check> checks = {{"nearest", says("nearest", code(here.nearest))},
                                               {"regionKm", within("regionKm", here.region_km)},
                                               {"nearestKm", within("nearestKm", here.nearest_km)},
                                               {"notNearest", is("notNearest", here.not_nearest)}};
        const auto why = reason(c_, id);
        checks["reason"] = says("reason", why ? reason_word(*why) : "");
        checks["reasonNetwork"] = [&](const JsonValue &value) {
            if (!why || why->network != network_id(value)) {
                wrong(value, "is decided by " + (why ? c_.solution->topology->name_of(why->network) : "nobody"),
                      "another network");
            }
        };
        checks["reasonExchange"] =
            says("reasonExchange", why && why->exchange ? c_.world().exchange(*why->exchange).id : "");
        const JsonValue *network = claim_.find("network");
        const auto way = journey(c_, id, network ? std::optional(network_id(*network)) : std::nullopt);
        if (!way) {
            (network ? *network : first).fail("no users of that network in " + subject_, "an access network there");
        }
        checks["network"] = [](const JsonValue &) {};
        behind_the_edge(checks, id, network ? std::optional(way->outcome.network) : std::nullopt);
        checks["path"] = is_path(way->path);
        checks["pathLength"] = within("pathLength", static_cast<double>(way->path.size()));
        if (network) {
            subject_ += " (network " + std::to_string(c_.world().network(way->outcome.network).asn.value) + ")";
            of_users(checks, way->outcome.region, way->outcome.rtt_ms, way->outcome.certainty, way->outcome.contested(),
                     way->outcome.captured);
        } else {
            of_users(checks, here.region, here.rtt_ms, here.certainty, here.contested(), here.captured);
        }
        each(checks);
    }

    void of_users(std::map<std::string, Check> &checks, std::optional<RegionId> region, double rtt, double certainty,
                  bool contested, bool captured) const {
        checks["region"] = says("region", code(region));
        checks["rttMs"] = within("rttMs", rtt);
        checks["certainty"] = within("certainty", certainty);
        checks["contested"] = is("contested", contested);
        checks["captured"] = is("captured", captured);
    }

    /// Found out only where something is claimed of it.
    void behind_the_edge(std::map<std::string, Check> &checks, CityId city, std::optional<NetworkId> network) const {
        checks["instance"] = [this, city, network](const JsonValue &value) {
            says("instance", code(behind_the_edge_of(c_, city, network).instance))(value);
        };
        const auto time = [&](const char *what, std::optional<double> BehindTheEdge::*ms) {
            checks[what] = [this, city, network, what, ms](const JsonValue &value) {
                const std::optional<double> number = behind_the_edge_of(c_, city, network).*ms;
                if (number) {
                    within(what, *number)(value);
                } else if (!value.is_null()) {
                    wrong(value, "has no " + std::string(what), "null, or users who have");
                }
            };
        };
        time("proxyRttMs", &BehindTheEdge::proxy_rtt_ms);
        time("readMs", &BehindTheEdge::read_ms);
        time("writeMs", &BehindTheEdge::write_ms);
        time("staleMs", &BehindTheEdge::stale_ms);
    }

    void router() {
        const JsonValue &first = claim_.object("a claim").front().second;
        const CityId here = city_id(first);
        const JsonValue *network = claim_.find("network");
        if (!network) {
            claim_.fail("a router without its network", "'network' with an AS number");
        }
        const NetworkId id = network_id(*network);
        const auto found = c_.world().router_in(id, here);
        subject_ = c_.world().network(id).name + " in " + first.text("'router'");
        if (!found) {
            first.fail("no router of " + subject_, "a city in which it has one");
        }
        const Decision d = explain_router(c_.solution->at(*found), *found);
        const bool any = !d.candidates.empty() && !d.candidates.front().lost_at;
        each({{"network", [](const JsonValue &) {}},
              {"region", says("region", any ? code(d.candidates.front().region) : "")},
              {"decidedBy", says("decidedBy", any ? std::string(step_word(d.decided_at)) : "")},
              {"candidates", within("candidates", static_cast<double>(d.candidates.size()))},
              {"path", is_path(any ? d.candidates.front().path : std::vector<Asn>())},
              {"lost", [&](const JsonValue &value) {
                   for (const JsonValue &loss : value.array("'lost'")) {
                       has_lost(d, loss);
                   }
               }}});
    }

    void has_lost(const Decision &d, const JsonValue &loss) const {
        std::string region;
        std::string step;
        std::optional<Asn> neighbour;
        for (const auto &[key, value] : loss.object("an entry of 'lost'")) {
            if (key == "region") {
                region = value.text("'region'");
            } else if (key == "step") {
                step = value.text("'step'");
            } else if (key == "neighbour") {
                neighbour = Asn{static_cast<std::uint32_t>(value.whole("'neighbour'", 1, largest_asn))};
            } else {
                value.fail("unknown key '" + in_one_line(key) + "' in 'lost'", "region, step or neighbour");
            }
        }
        const auto fits = [&](const CandidateRoute &r) {
            return r.lost_at && step_word(*r.lost_at) == step && (region.empty() || code(r.region) == region) &&
                   (!neighbour || (!r.path.empty() && r.path.front() == *neighbour));
        };
        if (std::none_of(d.candidates.begin(), d.candidates.end(), fits)) {
            std::set<std::string> lost;
            for (const CandidateRoute &r : d.candidates) {
                if (r.lost_at) {
                    lost.insert(code(r.region) + " at " + std::string(step_word(*r.lost_at)));
                }
            }
            std::string words;
            for (const std::string &l : lost) {
                words += (words.empty() ? "" : ", ") + l;
            }
            wrong(loss, "has lost " + (words.empty() ? "nothing" : words), region + " at " + step);
        }
    }

    void region() {
        const JsonValue &first = claim_.object("a claim").front().second;
        subject_ = first.text("'region'");
        const auto id = find_region(c_.op(), subject_);
        const RegionOutcome *region = id ? c_.region(*id) : nullptr;
        if (!region) {
            first.fail("'" + in_one_line(subject_) + "' does not announce", "a region that does");
        }
        each({{"share", within("share", region->share)},
              {"users", within("users", region->users)},
              {"medianRttMs", within("medianRttMs", region->median_rtt_ms)},
              {"p95RttMs", within("p95RttMs", region->p95_rtt_ms)}});
    }

    void summary() {
        static const std::vector<std::string> keys = {"users",           "unreachedUsers", "capturedUsers",
                                                      "meanRttMs",       "medianRttMs",    "p95RttMs",
                                                      "notNearestShare", "contestedShare", "journeyMeanRttMs"};
        const JsonValue &first = claim_.object("a claim").front().second;
        subject_ = first.text("'summary'");
        if (std::find(keys.begin(), keys.end(), subject_) == keys.end()) {
            first.fail("an unknown key '" + in_one_line(subject_) + "' of the summary", joined_with_or(keys));
        }
        const double value =
            subject_ == "journeyMeanRttMs" ? behind_edge(c_).journeys.mean_rtt_ms : summary_value(c_.summary, subject_);
        each({{"between", within("the value", value)}});
    }

    void primary() {
        const JsonValue &first = claim_.object("a claim").front().second;
        subject_ = first.text("'primary'");
        const auto region = find_region(c_.op(), subject_);
        const auto time = region ? mean_write_ms_with_primary(c_, *region) : std::nullopt;
        if (!time) {
            first.fail("no primary can be in '" + in_one_line(subject_) + "'",
                       "a region in which it can, in a scenario whose data has a primary");
        }
        each({{"meanWriteMs", within("meanWriteMs", *time)}});
    }

    void moved() {
        const JsonValue &first = claim_.object("a claim").front().second;
        subject_ = "what moved";
        for (const auto &[key, value] : first.object("'moved'")) {
            if (key != "from" && key != "to") {
                value.fail("unknown key '" + in_one_line(key) + "' in 'moved'", "from or to");
            }
        }
        const auto fits = [&](const char *key, std::optional<RegionId> region) {
            const JsonValue *wanted = first.find(key);
            return !wanted || code(region) == (wanted->is_null() ? std::string() : wanted->text("a region"));
        };
        double users = 0;
        for (const Mover &m : compare(*r_.before, c_).movers) {
            users += fits("from", m.from) && fits("to", m.to) ? m.users : 0;
        }
        each({{"users", within("users", users)}});
    }

    void faster() {
        subject_ = "the mean RTT";
        within("changed by", compare(*r_.before, c_).mean_rtt_change_ms)(claim_.object("a claim").front().second);
        each({});
    }

    void event() {
        const JsonValue &first = claim_.object("a claim").front().second;
        subject_ = first.text("'event'");
        std::vector<TimedEvent> events;
        try {
            events.push_back(parse_event(subject_, c_.world(), c_.op()));
        } catch (const EventError &error) {
            first.fail(error.what(), "an event as for converge");
        }
        Simulator simulator(c_.solution->topology->shared_world());
        const auto went = simulator.run(*c_.solution->scenario, events);
        const StageCount &count = went->stages.front().count;
        const JsonValue *from = claim_.find("city");
        const JsonValue *network = claim_.find("network");
        each({{"messages", within("messages", static_cast<double>(count.announcements + count.withdrawals))},
              {"changes", within("changes", static_cast<double>(count.changes))},
              {"seconds",
               within("seconds", std::chrono::duration<double>(count.last_change - went->stages.front().at).count())},
              {"city", [](const JsonValue &) {}},
              {"network", [](const JsonValue &) {}},
              {"tried", [&](const JsonValue &value) {
                   if (!from) {
                       value.fail("'tried' without a city", "'city' with an id");
                   }
                   const auto way =
                       journey(c_, city_id(*from), network ? std::optional(network_id(*network)) : std::nullopt);
                   if (!way || !way->outcome.router) {
                       from->fail("no users of that network there", "an access network of the city");
                   }
                   within("paths tried", static_cast<double>(tried(*went, *way->outcome.router)))(value);
               }}});
    }

    /// How many different paths a router held one after the other, the first and the last among them.
    static std::size_t tried(const Convergence &went, RouterId router) {
        std::set<PathId> paths{went.beliefs[router.index()].path};
        for (const RouteChange &change : went.changes) {
            if (change.router == router) {
                paths.insert(change.after.path);
            }
        }
        paths.erase(PathTable::none);
        return paths.size();
    }

    const JsonValue &claim_;
    const ClaimedResults &r_;
    const Catchments &c_;
    std::string subject_;
};

} // namespace

void check_claim(const JsonValue &claim, const ClaimedResults &results) { Claim(claim, results).check(); }

} // namespace catchment
