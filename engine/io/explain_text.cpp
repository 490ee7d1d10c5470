// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/edge_json.h"
#include "io/lookup_text.h"
#include "io/prefix.h"
#include "io/results.h"
#include "io/rounding.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace catchment {
namespace {

constexpr std::size_t most_listed = 6; ///< losing routes written out at one router; the rest is counted

std::string km(double metres) { return grouped(metres / 1000) + " km"; }

std::string count(std::size_t n, const std::string &thing) {
    return std::to_string(n) + " " + thing + (n == 1 ? "" : "s");
}

std::string path_text(const std::vector<Asn> &path) {
    std::string out;
    for (const Asn asn : path) {
        out += (out.empty() ? "" : " ") + std::to_string(asn.value);
    }
    return out;
}

std::string_view class_word(LearnedFrom learned) {
    switch (learned) {
    case LearnedFrom::Customer:
        return "customer";
    case LearnedFrom::Peer:
        return "peer";
    case LearnedFrom::Provider:
        return "provider";
    default:
        return "own";
    }
}

class Teller {
public:
    Teller(const Catchments &c, const Journey &j)
        : c_(c), j_(j), topology_(*c.solution->topology), world_(c.world()), behind_(behind_the_edge(c)) {}

    std::string tell() {
        headline();
        lookup();
        if (!j_.outcome.region && !j_.outcome.captured) {
            unreached();
            return std::move(out_);
        }
        if (const auto told = j_.outcome.answered) {
            out_ += "2  BGP\n   The packets go to the prefix that " + region(*told).code +
                    " alone announces: BGP chooses the way, and no longer the region.\n";
        }
        out_ += j_.outcome.answered ? "   " : "2  BGP\n   ";
        out_ += "No network sees the whole way. Each one that the packets meet compares the routes that it was "
                "offered and\n   picks one, step by step: local preference, AS path length, origin, MED, own external "
                "session, nearest\n   exit, tie-break.\n";
        for (std::size_t h = 0; h < j_.decisions.size(); ++h) {
            hop(j_.decisions[h], j_.hops[h]);
        }
        j_.outcome.captured ? capture() : arrival();
        return std::move(out_);
    }

private:
    std::string city(CityId id) const { return world_.city(id).name; }
    const Region &region(RegionId id) const { return c_.op().regions[id.index()]; }
    std::string network(NetworkId id) const {
        return topology_.name_of(id) + " (AS" + std::to_string(topology_.asn(id).value) + ")";
    }

    void headline() {
        const City &here = world_.city(j_.city);
        out_ += here.name + ", " + here.country;
        if (j_.outcome.region) {
            const Region &r = region(*j_.outcome.region);
            out_ += " → " + r.code + " (" + r.name + ")";
            out_ += behind_ ? service_headline(c_, *behind_, j_) : "   " + fixed(j_.outcome.rtt_ms, 1) + " ms";
            out_ += '\n';
        } else if (j_.outcome.captured) {
            out_ += " → captured by " + network(c_.hijacker()->network) + '\n';
        } else {
            out_ += ": no region is reached\n";
        }
        const std::string part =
            fixed(100 * j_.outcome.share, 0) + " % of the " + grouped(static_cast<double>(here.users)) + " people";
        out_ += "A user of " + network(j_.outcome.network);
        if (c_.solution->by_region.empty()) {
            out_ += ", which serves " + part + " online here.\n";
        } else {
            out_ += " who asks " + asked_in_words(world_, j_.outcome.resolver) + ", as do " + part + " online here.\n";
        }
        others();
        out_ += '\n';
    }

    /// The users of the city's other networks, by where else they arrive.
    void others() {
        std::vector<std::pair<std::string, std::vector<const NetworkOutcome *>>> elsewhere;
        for (const NetworkOutcome &other : c_.outcomes_of(j_.city)) {
            if (other.region == j_.outcome.region && other.captured == j_.outcome.captured) {
                continue;
            }
            const std::string there = other.region || other.captured ? destination(c_, other.region) : "nothing";
            auto known = std::ranges::find(elsewhere, there, [](const auto &entry) { return entry.first; });
            if (known == elsewhere.end()) {
                known = elsewhere.insert(known, {there, {}});
            }
            known->second.push_back(&other);
        }
        for (const auto &[there, networks] : elsewhere) {
            out_ += &there == &elsewhere.front().first ? "Not everybody here goes there: users of " : "Users of ";
            for (const NetworkOutcome *other : networks) {
                out_ += other == networks.front() ? "" : other == networks.back() ? " and " : ", ";
                out_ += network(other->network);
                if (!c_.solution->by_region.empty()) {
                    out_ += " who ask " + asked_in_words(world_, other->resolver);
                }
                out_ += " (" + fixed(100 * other->share, 0) + " %)";
            }
            out_ += " reach " + there + ".\n";
        }
    }

    void lookup() {
        if (!c_.solution->by_region.empty()) {
            out_ += "1  Lookup\n" + lookup_in_words(c_, catchment::lookup(c_, j_.city, j_.outcome));
            return;
        }
        out_ += "1  Lookup\n   The user's resolver turns the name of " + c_.solution->scenario->app +
                " into an address in " + to_string(c_.op().prefix) +
                ". With anycast every\n   resolver gives the same address: the answer does not say which region will "
                "serve the user.\n\n";
    }

    void unreached() {
        if (!j_.outcome.router) {
            out_ += "2  BGP\n   The users' packets do not get as far as a router of their network: it has failed, or "
                    "the fibre to it is cut.\n";
        } else if (!c_.solution->by_region.empty()) {
            out_ += "2  BGP\n   " +
                    (j_.outcome.answered ? network(j_.outcome.network) + " was offered no route to the prefix of " +
                                               region(*j_.outcome.answered).code
                                         : std::string("No region announces: there is nowhere to send packets to")) +
                    ".\n";
        } else {
            out_ += "2  BGP\n   " + network(j_.outcome.network) + " was offered no route to " +
                    to_string(c_.op().prefix) + ".\n";
        }
    }

    /// `over DE-CIX Frankfurt`, `in Chicago`, `from Lagos to its router in London`.
    std::string where(const CandidateRoute &r) const {
        const SessionEnd &end = topology_.end(r.session);
        const CityId own = topology_.city_of(RouterId(end.router));
        const CityId theirs = topology_.city_of(RouterId(end.neighbour));
        std::string out = own == theirs ? "in " + city(own) : "from " + city(own) + " to " + city(theirs);
        if (r.exchange) {
            out += " over " + world_.exchange(*r.exchange).name;
        }
        return out;
    }

    void hop(const Decision &d, const Hop &h) {
        const std::size_t n = d.candidates.size();
        out_ += "\n   " + network(d.network) + ", router in " + city(d.city) + ": " + count(n, "route") + " on offer\n";
        if (c_.routes(j_.outcome).more_specific) {
            out_ += "   The longest prefix that it has a route to is " + to_string(d.candidates.front().prefix) + ".\n";
        }
        const CandidateRoute &won = d.candidates.front();
        out_ += "   ✓ " + line(won) + '\n';
        out_ += "       chosen: " + why_chosen(d) + '\n';
        losers(d);
        if (const std::string ties = ties_in_words(c_, j_.outcome, d); !ties.empty()) {
            out_ += "   = " + ties + ".\n";
        }
        if (h.router != h.exit) {
            out_ += "   The packets cross " + topology_.name_of(d.network) + " from " + city(d.city) + " to " +
                    city(topology_.city_of(h.exit)) + ".\n";
        }
    }

    /// The losing routes, those that stayed longest first. Routes of one neighbour that lead to one region and lost at
    /// one step are told once. Of many, those to another region than the winner's are told before others.
    void losers(const Decision &d) {
        struct Group {
            const CandidateRoute *first;
            std::size_t others = 0;
        };
        std::vector<Group> groups;
        const auto neighbour = [this](const CandidateRoute &r) {
            return topology_.network_of(RouterId(topology_.end(r.session).neighbour));
        };
        for (const CandidateRoute &r : std::span(d.candidates).subspan(1)) {
            const auto same = std::ranges::find_if(groups, [&](const Group &g) {
                return neighbour(*g.first) == neighbour(r) && g.first->region == r.region &&
                       g.first->lost_at == r.lost_at;
            });
            if (same == groups.end()) {
                groups.push_back({&r});
            } else {
                ++same->others;
            }
        }
        std::vector<bool> told(groups.size(), groups.size() <= most_listed);
        std::size_t room = most_listed;
        for (const bool elsewhere : {true, false}) {
            const std::size_t share = elsewhere ? most_listed / 2 : room;
            for (std::size_t i = 0, taken = 0; i < groups.size() && taken < share; ++i) {
                if (!told[i] && (groups[i].first->region != d.candidates.front().region) == elsewhere) {
                    told[i] = true;
                    ++taken;
                    --room;
                }
            }
        }
        std::map<Step, std::size_t> more;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const Group &g = groups[i];
            if (!told[i]) {
                more[*g.first->lost_at] += 1 + g.others;
                continue;
            }
            out_ += "   ✗ " + line(*g.first);
            out_ += g.others > 0 ? " (and " + count(g.others, "more place") + ")\n" : "\n";
            out_ += "       " + loss_in_words(c_.routes(j_.outcome), d, *g.first) + '\n';
        }
        for (const auto &[step, times] : more) {
            out_ += "     and " + std::to_string(times) + " more that lost at " + std::string(step_word(step)) + '\n';
        }
    }

    std::string line(const CandidateRoute &r) const {
        const NetworkId neighbour = topology_.network_of(RouterId(topology_.end(r.session).neighbour));
        return path_text(r.path) + "   from its " + std::string(class_word(r.learned_from)) + " " +
               topology_.name_of(neighbour) + " " + where(r) + ", leads to " + destination(c_, r.region);
    }

    std::string why_chosen(const Decision &d) const {
        switch (d.decided_at) {
        case Step::OnlyOne:
            return "it is the only usable route";
        case Step::Unusable:
            return "it is the only usable route";
        case Step::LocalPref:
            return "a route from a " + std::string(class_word(d.candidates.front().learned_from)) +
                   " is preferred to all others (step 1, local preference)";
        case Step::PathLength:
            return "its AS path is the shortest (step 2)";
        case Step::Origin:
            return "its origin code is the lowest (step 3)";
        case Step::Med:
            return "its MED is the lowest from that neighbour (step 4)";
        case Step::External:
            return "learned over this router's own session (step 5)";
        case Step::HotPotato:
            return "its exit is the nearest, " + km(d.candidates.front().cost) + " of fibre (step 6, hot potato)";
        case Step::Tie:
            return "equal to the next in all that counts; a tie-break decided (step 7)";
        }
        return {};
    }

    void arrival() {
        const Region &r = region(*j_.outcome.region);
        out_ += (behind_ ? "\n3  Proxy\n   At the edge " : "\n3  Arrival\n   ") + r.code + " in " + r.name + ", over " +
                grouped(j_.km) + " km of fibre and " + count(j_.hops.size(), "handover") +
                " between networks: " + fixed(j_.outcome.rtt_ms, 1) + " ms there and back.\n";
        choice();
        out_ += behind_ ? service_text(c_, *behind_, j_) : "";
    }

    /// How certain the region is, and what it is to the nearest.
    void choice() {
        out_ += "   " + certainty_in_words(c_, j_) + '\n';
        const CityOutcome &here = c_.cities[j_.city.index()];
        if (const auto why = reason(c_, j_.city)) {
            out_ += "\n   " + reason_in_words(c_, j_.city, *why) + '\n';
        } else if (here.nearest && here.region == here.nearest && j_.outcome.region == here.nearest) {
            out_ += "   It is the nearest announcing region, " + grouped(here.nearest_km) +
                    (c_.solution->by_region.empty()
                         ? " km away as the crow flies. BGP did not know that: it never compares distances.\n"
                         : " km away as the crow flies, and was answered for that.\n");
        }
    }

    void capture() {
        const Solution &routes = c_.solution->longest();
        const CityId at =
            j_.hops.empty() ? topology_.city_of(*j_.outcome.router) : topology_.city_of(j_.hops.back().next);
        out_ += "\n3  Capture\n   The packets end at " + network(routes.hijacker->network) + " in " + city(at) +
                ", which announces " + to_string(routes.prefix) + " with the AS path " +
                path_text(routes.hijacker->path) +
                ".\n   They never reach a region: whoever is there can read them, "
                "answer in the app's name, or drop them.\n   " +
                certainty_in_words(c_, j_) + '\n';
    }

    const Catchments &c_;
    const Journey &j_;
    const Topology &topology_;
    const World &world_;
    const std::optional<Proxied> behind_; ///< where every edge announces
    std::string out_;
};

} // namespace

std::string explain_text(const Catchments &catchments, const Journey &journey) {
    return Teller(catchments, journey).tell();
}

std::string loss_in_words(const Solution &solution, const Decision &decision, const CandidateRoute &r) {
    const Topology &topology = *solution.topology;
    const CandidateRoute &won = decision.candidates.front();
    const auto exit = [&](const CandidateRoute &route) {
        return solution.world().city(topology.city_of(RouterId(topology.end(route.session).router))).name;
    };
    if (!r.lost_at) {
        return {};
    }
    switch (*r.lost_at) {
    case Step::OnlyOne:
        return {};
    case Step::Unusable:
        if (r.invalid) {
            return "unusable: origin validation finds it invalid, AS" + std::to_string(r.path.back().value) +
                   " may not originate " + to_string(r.prefix) + " (step 0, RFC 6811)";
        }
        return "unusable: its path already contains AS" + std::to_string(topology.asn(decision.network).value) +
               " (step 0, no loops)";
    case Step::LocalPref:
        return "lost at step 1, local preference: it comes from a " + std::string(class_word(r.learned_from)) +
               ", and routes from a " + std::string(class_word(won.learned_from)) + " come first";
    case Step::PathLength:
        return "lost at step 2, AS path length: " + std::to_string(r.path.size()) + " against " +
               std::to_string(won.path.size());
    case Step::Origin:
        return "lost at step 3, origin code";
    case Step::Med:
        return "lost at step 4, MED: the same neighbour offers a lower one than " + std::to_string(r.med);
    case Step::External:
        return "lost at step 5: learned by the router in " + exit(r) +
               "; a router takes its own external session first";
    case Step::HotPotato:
        return "lost at step 6, hot potato: the way out by " + exit(r) + " is " + km(r.cost) + ", against " +
               km(won.cost) + " by " + exit(won);
    case Step::Tie:
        return "lost at step 7, the tie-break: nothing that matters tells them apart, so the lower number wins";
    }
    return {};
}

std::string reason_in_words(const Catchments &c, CityId city_id, const Reason &why) {
    const Topology &topology = *c.solution->topology;
    const CityOutcome &city = c.cities[city_id.index()];
    const auto code = [&](RegionId r) { return c.op().regions[r.index()].code; };
    const std::string who = topology.name_of(why.network) + " in " + c.world().city(why.at).name;
    std::string out = "Not the nearest: " + code(*city.nearest) + " is " + grouped(city.region_km - city.nearest_km) +
                      " km nearer as the crow flies";
    if (city.wasted_ms >= 0.5) {
        out += ", and the direct fibre way there would save " + fixed(city.wasted_ms, 0) + " ms";
    }
    out += ". ";
    if (why.by_resolver) {
        return out + answer_in_words(c, city, why) + '.';
    }
    if (!why.step) {
        out += "No network on the way was ever offered a route to it";
    } else {
        out += who + " had a route there, which lost at ";
        switch (*why.step) {
        case Step::LocalPref:
            out += "local preference: who pays comes before how far";
            break;
        case Step::PathLength:
            out += "AS path length: fewer networks, not fewer kilometres";
            break;
        case Step::Origin:
            out += "the origin code";
            break;
        case Step::Med:
            out += "MED, the wish of the announcing side";
            break;
        case Step::External:
            out += "step 5: a router takes its own external session first";
            break;
        case Step::HotPotato:
            out += "hot potato: the nearest way out of its own network comes first";
            break;
        default:
            out += "the tie-break";
            break;
        }
    }
    if (why.exchange) {
        out += "; the route it took came over " + c.world().exchange(*why.exchange).name;
    }
    return out + ".";
}

} // namespace catchment
