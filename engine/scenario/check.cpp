// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/check.h"

#include "scenario/check_edge.h"
#include "scenario/known_names.h"
#include "scenario/operator_of.h"
#include "world/spelling.h"

#include <algorithm>
#include <set>

namespace catchment {
namespace {

class NameCheck {
public:
    NameCheck(const Scenario &scenario, const World &world, const Operator &op)
        : scenario_(scenario), world_(world), op_(op) {}

    void run() const {
        std::set<std::string> seen;
        for (const std::string &code : scenario_.regions) {
            region(code);
            if (!seen.insert(code).second) {
                throw ScenarioError(code, "region '" + code + "' is deployed twice", "each region once");
            }
        }
        tuning();
        faults();
        for (const ExtraSession &s : scenario_.sessions) {
            session(s);
        }
        security();
        resolvers();
        check_edge(scenario_, op_);
        if (!scenario_.view.select.empty() && !find_city(world_, scenario_.view.select)) {
            const std::string &word = scenario_.view.select;
            throw ScenarioError(word, "unknown city '" + word + "'", joined_with_or(closest_cities(world_, word, 3)));
        }
    }

private:
    /// A code only: aliases are for people's fingers, files keep one spelling.
    void region(const std::string &code) const {
        if (std::ranges::find(op_.regions, code, &Region::code) == op_.regions.end()) {
            throw ScenarioError(code, "unknown region '" + code + "'",
                                op_.regions.empty()
                                    ? "none, since the operator has none"
                                    : "a region code such as " + joined_with_or(closest_regions(op_, code, 3)));
        }
    }

    void tuning() const {
        std::set<std::pair<std::string, std::optional<Asn>>> seen;
        for (const Tuning &t : scenario_.tuning) {
            region(t.region);
            if (!seen.emplace(t.region, t.neighbour).second) {
                throw ScenarioError(t.region, "two tunings of the same session of '" + t.region + "'", "one");
            }
            if (!t.neighbour) {
                continue;
            }
            const RegionId at = *find_region(op_, t.region);
            const auto theirs = world_.network_by_asn.find(*t.neighbour);
            const bool has =
                theirs != world_.network_by_asn.end() &&
                (std::ranges::any_of(
                     op_.sessions, [&](const Session &s) { return s.region == at && s.neighbour == theirs->second; }) ||
                 std::ranges::any_of(scenario_.sessions, [&](const ExtraSession &s) {
                     return s.region == t.region && s.asn == *t.neighbour;
                 }));
            if (!has) {
                const std::string number = std::to_string(t.neighbour->value);
                throw ScenarioError(number, "'" + t.region + "' has no session with AS" + number,
                                    "a neighbour of that region");
            }
        }
    }

    void faults() const {
        for (const std::string &code : scenario_.faults.regions) {
            region(code);
        }
        for (const Asn asn : scenario_.faults.networks) {
            known_network(world_, asn);
        }
        for (const auto &[a, b] : scenario_.faults.links) {
            link(a, b);
        }
        for (const std::string &id : scenario_.faults.exchanges) {
            known_exchange(world_, id);
        }
        for (const std::string &name : scenario_.faults.cables) {
            if (std::ranges::find(world_.fibre, name, &FibreSegment::name) == world_.fibre.end()) {
                std::set<std::string> names;
                for (const FibreSegment &s : world_.fibre) {
                    names.insert(s.name);
                }
                const std::vector<std::string> list(names.begin(), names.end());
                throw ScenarioError(name, "unknown cable '" + name + "'", joined_with_or(closest_words(name, list, 3)));
            }
        }
    }

    void link(Asn a, Asn b) const {
        if (a == op_.asn || b == op_.asn) {
            const Asn other = a == op_.asn ? b : a;
            known_network(world_, other);
            return;
        }
        const NetworkId x = known_network(world_, a);
        const NetworkId y = known_network(world_, b);
        const bool linked = std::ranges::any_of(
            world_.links, [&](const Link &l) { return (l.a == x && l.b == y) || (l.a == y && l.b == x); });
        if (!linked) {
            throw ScenarioError(std::to_string(a.value),
                                "AS" + std::to_string(a.value) + " and AS" + std::to_string(b.value) +
                                    " are not linked",
                                "two networks that are");
        }
    }

    void session(const ExtraSession &s) const {
        region(s.region);
        const NetworkId neighbour = known_network(world_, s.asn);
        known_meeting(world_, s.via);
        for (const Session &own : op_.sessions) {
            if (own.neighbour != neighbour) {
                continue;
            }
            const std::string number = std::to_string(s.asn.value);
            if (own.neighbour_is != s.neighbour_is) {
                throw ScenarioError(number, "AS" + number + " has two different relationships with the operator",
                                    "the one that it has in the world");
            }
        }
        for (const ExtraSession &other : scenario_.sessions) {
            const std::string number = std::to_string(s.asn.value);
            if (&other != &s && other.asn == s.asn &&
                (other.neighbour_is != s.neighbour_is || (other.region == s.region && other.via == s.via))) {
                throw ScenarioError(number, "two sessions with AS" + number + " that do not go together",
                                    "one relationship per neighbour, one session per region and place");
            }
        }
    }

    void resolvers() const {
        const ResolverKind kind = scenario_.dns.resolver;
        if (scenario_.steering == Steering::Dns && kind != ResolverKind::Network && world_.resolvers.empty()) {
            throw ScenarioError(kind == ResolverKind::Public ? "public" : "mixed",
                                "users ask public resolvers, and the world has none",
                                "'network', each access network's own");
        }
    }

    void security() const {
        for (const Asn asn : scenario_.security.origin_validation) {
            known_network(world_, asn);
        }
        if (scenario_.security.hijack) {
            hijack(*scenario_.security.hijack);
        }
    }

    void hijack(const Hijack &h) const {
        const std::string number = std::to_string(h.asn.value);
        if (h.asn == op_.asn) {
            throw ScenarioError(number, "AS" + number + " is the operator itself", "another network as the hijacker");
        }
        known_network(world_, h.asn);
        const auto city = world_.city_by_id.find(h.city);
        if (city == world_.city_by_id.end()) {
            std::vector<std::string> ids;
            for (const std::string &words : closest_cities(world_, h.city, 3)) {
                if (const auto close = find_city(world_, words)) {
                    ids.push_back(world_.city(*close).id);
                }
            }
            throw ScenarioError(h.city, "unknown city '" + h.city + "'", "a city's id such as " + joined_with_or(ids));
        }
        const NetworkId at = world_.network_by_asn.at(h.asn);
        if (!world_.router_in(at, city->second)) {
            throw ScenarioError(h.city, "AS" + number + " has no router in '" + h.city + "'", cities_of(at));
        }
        const int own = op_.prefix.length;
        const int longest = std::max<int>(own, Security::longest_prefix);
        if (h.prefix_length < own || h.prefix_length > longest) {
            const std::string length = std::to_string(h.prefix_length);
            throw ScenarioError(length, "'prefixLength' is " + length,
                                "from " + std::to_string(own) + ", the operator's own, to " + std::to_string(longest) +
                                    ", the longest that networks accept");
        }
        if (h.path.empty() || h.path.front() != h.asn) {
            throw ScenarioError(number, "'path' does not begin with the hijacker AS" + number, "the hijacker first");
        }
    }

    /// `a router's city such as a, b or c`.
    std::string cities_of(NetworkId network) const {
        std::vector<std::string> ids;
        for (std::uint32_t r = world_.router_begin[network.index()];
             r < world_.router_begin[network.index() + 1] && ids.size() < 3; ++r) {
            ids.push_back(world_.city(world_.routers[r].city).id);
        }
        return "a city in which it has one, such as " + joined_with_or(ids);
    }

    const Scenario &scenario_;
    const World &world_;
    const Operator &op_;
};

} // namespace

void check_names(const Scenario &scenario, const World &world) {
    if (scenario.own_operator) {
        check_names(scenario, world, make_operator(*scenario.own_operator, world));
    } else {
        check_names(scenario, world, world.own_operator);
    }
}

void check_names(const Scenario &scenario, const World &world, const Operator &op) {
    NameCheck(scenario, world, op).run();
}

} // namespace catchment
