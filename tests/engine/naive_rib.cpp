// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/naive_rib.h"

#include <algorithm>
#include <set>

namespace catchment::naive {

PlainRib::PlainRib(const std::vector<AsLink> &links, const RibAnnouncements &announcements, const Prefix &prefix)
    : all_(announcements) {
    for (const AsLink &link : links) {
        neighbours_[link.a][link.b] = link.transit ? Relationship::Customer : Relationship::Peer;
        neighbours_[link.b][link.a] = link.transit ? Relationship::Provider : Relationship::Peer;
    }
    for (const RibAnnouncement &announcement : announcements.announcements) {
        if (announcement.prefix == prefix) {
            announced_[announcement.asn] = announcement;
        }
    }
}

bool PlainRib::invalid(const RibAnnouncement &announcement) const {
    const Prefix &prefix = announcement.prefix;
    bool covered = false;
    for (const Roa &roa : all_.roas) {
        bool covers = roa.prefix.length <= prefix.length;
        for (int bit = 0; bit < roa.prefix.length; ++bit) {
            covers = covers && (roa.prefix.address >> (31 - bit) & 1) == (prefix.address >> (31 - bit) & 1);
        }
        if (covers && roa.origin == announcement.path.back() && prefix.length <= roa.max_length) {
            return false;
        }
        covered = covered || covers;
    }
    return covered;
}

/// `route` is what the network would have: itself first.
bool PlainRib::rejects(Asn network, const PlainRoute &route) const {
    const bool validates = std::ranges::find(all_.origin_validation, network) != all_.origin_validation.end();
    return std::find(route.path.begin() + 1, route.path.end(), network) != route.path.end() ||
           (validates && invalid(announced_.at(route.announcer)));
}

PlainRoute PlainRib::announced(const RibAnnouncement &announcement, Asn to) const {
    PlainRoute route;
    route.path = announcement.path;
    route.announcer = announcement.asn;
    for (const RibTuning &t : announcement.tuning) {
        if (t.neighbour == to) {
            route.path.insert(route.path.begin(), t.prepend, announcement.asn);
            route.no_export = t.no_export;
        }
    }
    return route;
}

/// Everything usable that a network is offered.
std::vector<PlainRoute> PlainRib::offers(const State &state, Asn network) const {
    std::vector<PlainRoute> out;
    for (const auto &[from, from_is] : neighbours_.at(network)) {
        PlainRoute route;
        if (const auto own = announced_.find(from); own != announced_.end()) {
            const auto &to = own->second.to;
            if (to && std::ranges::find(*to, network) == to->end()) {
                continue;
            }
            route = announced(own->second, network);
        } else if (const auto at = state.find(from);
                   at != state.end() && !at->second.no_export &&
                   (at->second.learned_from == LearnedFrom::Customer || from_is == Relationship::Provider)) {
            route.path = at->second.path;
            route.announcer = at->second.announcer;
        } else {
            continue;
        }
        route.path.insert(route.path.begin(), network);
        route.next = from;
        route.learned_from = from_is == Relationship::Customer ? LearnedFrom::Customer
                             : from_is == Relationship::Peer   ? LearnedFrom::Peer
                                                               : LearnedFrom::Provider;
        route.preference = from_is == Relationship::Customer ? 300 : from_is == Relationship::Peer ? 200 : 100;
        for (const RibPreference &p : all_.prefer) {
            route.preference = p.network == network && p.neighbour == from ? p.value : route.preference;
        }
        if (!rejects(network, route)) {
            out.push_back(std::move(route));
        }
    }
    return out;
}

std::optional<PlainRoute> PlainRib::choose(const State &state, Asn network) const {
    if (const auto own = announced_.find(network); own != announced_.end()) {
        return PlainRoute{own->second.path, LearnedFrom::Own, network, network, 400, false};
    }
    std::vector<PlainRoute> all = offers(state, network);
    const auto best = std::ranges::min_element(all, [](const PlainRoute &a, const PlainRoute &b) {
        return std::tuple(~a.preference, a.path.size(), a.next) < std::tuple(~b.preference, b.path.size(), b.next);
    });
    return best == all.end() ? std::nullopt : std::optional(*best);
}

std::optional<PlainRib::State> PlainRib::settle() const {
    State state;
    for (std::size_t round = 0; round < 4 * neighbours_.size() + 10; ++round) {
        State next;
        for (const auto &[network, unused] : neighbours_) {
            if (auto route = choose(state, network)) {
                next.emplace(network, std::move(*route));
            }
        }
        if (next == state) {
            return state;
        }
        state = std::move(next);
    }
    return std::nullopt;
}

bool PlainRib::stable(const State &state) const {
    return std::ranges::all_of(neighbours_, [&](const auto &entry) {
        const auto at = state.find(entry.first);
        return choose(state, entry.first) == (at == state.end() ? std::nullopt : std::optional(at->second));
    });
}

/// Every route that a network could have if it, and all networks on the way, turned to any of their tied choices.
std::vector<PlainRoute> PlainRib::followed(const State &state, Asn network) const {
    if (announced_.contains(network)) {
        return {state.at(network)};
    }
    const PlainRoute &chosen = state.at(network);
    std::vector<PlainRoute> out;
    for (const PlainRoute &offer : offers(state, network)) {
        if (offer.preference != chosen.preference || offer.path.size() != chosen.path.size()) {
            continue;
        }
        if (announced_.contains(offer.next)) {
            out.push_back(offer);
            continue;
        }
        for (PlainRoute route : followed(state, offer.next)) {
            if (route.no_export) {
                continue;
            }
            route.path.insert(route.path.begin(), network);
            if (!rejects(network, route)) {
                out.push_back(std::move(route));
            }
        }
    }
    return out;
}

std::vector<std::vector<Asn>> PlainRib::ties(const State &state, Asn network) const {
    std::vector<std::vector<Asn>> paths;
    for (const PlainRoute &route : followed(state, network)) {
        paths.push_back(route.path);
    }
    const std::vector<Asn> &chosen = state.at(network).path;
    std::ranges::sort(
        paths, [&](const auto &a, const auto &b) { return std::pair(a != chosen, a) < std::pair(b != chosen, b); });
    return paths;
}

std::vector<Asn> PlainRib::origins(const State &state, Asn network) const {
    std::set<Asn> out;
    for (const PlainRoute &route : followed(state, network)) {
        out.insert(route.announcer);
    }
    return {out.begin(), out.end()};
}

PlainRib::State plain(const RibSolution &solution) {
    PlainRib::State out;
    for (AsGraph::Node node = 0; node < solution.graph->size(); ++node) {
        if (!solution.reached(node)) {
            continue;
        }
        const Asn asn = solution.graph->asn(node);
        PlainRoute &route = out[asn];
        solution.append_path(node, route.path);
        route.learned_from = solution.learned_from(node);
        const RibAnnouncer &announcer = solution.prefix->announcers[solution.announcer(node)];
        route.announcer = solution.graph->asn(announcer.node);
        route.next = route.learned_from == LearnedFrom::Own ? asn : solution.graph->asn(solution.routes[node].next);
        route.no_export = route.next == route.announcer && announcer.to(node).no_export;
        route.preference = static_cast<std::uint32_t>(route.learned_from) * 100;
    }
    return out;
}

std::vector<AsLink> random_links(Dice &dice) {
    const std::size_t count = 2 + dice.below(24);
    std::set<std::uint32_t> numbers;
    while (numbers.size() < count) {
        numbers.insert(static_cast<std::uint32_t>(1 + dice.below(dice.chance(20) ? 4'000'000'000 : 100)));
    }
    std::vector<std::uint32_t> asn(numbers.begin(), numbers.end());
    dice.shuffle(asn);
    // Networks in order of height: only earlier ones can be providers.
    const unsigned transit = static_cast<unsigned>(5 + dice.below(45));
    const unsigned peering = static_cast<unsigned>(dice.below(40));
    std::vector<AsLink> out;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = i + 1; j < count; ++j) {
            if (dice.chance(transit) || (j == i + 1 && dice.chance(50))) {
                out.push_back({Asn{asn[i]}, Asn{asn[j]}, true});
            } else if (dice.chance(peering)) {
                out.push_back({Asn{asn[i]}, Asn{asn[j]}, false});
            }
        }
    }
    if (out.empty()) {
        out.push_back({Asn{asn[0]}, Asn{asn[1]}, true});
    }
    dice.shuffle(out);
    return out;
}

RibAnnouncements random_announcements(const std::vector<AsLink> &links, Dice &dice) {
    std::map<Asn, std::vector<Asn>> neighbours;
    for (const AsLink &link : links) {
        neighbours[link.a].push_back(link.b);
        neighbours[link.b].push_back(link.a);
    }
    std::vector<Asn> networks;
    for (const auto &[asn, unused] : neighbours) {
        networks.push_back(asn);
    }
    RibAnnouncements out;
    const Prefix prefix{0x0A010000, 16};
    std::set<Asn> announcers;
    const std::size_t count = 1 + dice.below(5);
    for (std::size_t i = 0; i < count; ++i) {
        announcers.insert(dice.pick(networks));
    }
    for (const Asn asn : announcers) {
        RibAnnouncement announcement{prefix, asn, {asn}, {}, {}};
        for (std::size_t n = dice.chance(40) ? 1 + dice.below(3) : 0; n > 0; --n) {
            announcement.path.push_back(dice.chance(10) ? Asn{4'100'000'000} : dice.pick(networks));
        }
        if (dice.chance(30)) {
            announcement.to.emplace();
        }
        for (const Asn neighbour : neighbours[asn]) {
            if (announcement.to && dice.chance(60)) {
                announcement.to->push_back(neighbour);
            }
            if (dice.chance(40)) {
                announcement.tuning.push_back({neighbour, static_cast<std::uint16_t>(dice.below(3)), dice.chance(25),
                                               static_cast<std::uint32_t>(dice.below(10))});
            }
        }
        std::ranges::sort(announcement.tuning, {}, &RibTuning::neighbour);
        out.announcements.push_back(std::move(announcement));
    }
    dice.shuffle(out.announcements);
    for (std::size_t n = dice.chance(60) ? dice.below(4) : 0; n > 0; --n) {
        const auto length = static_cast<std::uint8_t>(dice.chance(70) ? 16 : 8 + dice.below(10));
        const std::uint32_t address = dice.chance(85) ? 0x0A010000 : 0x0A800000;
        const auto longest = static_cast<std::uint8_t>(length + dice.below(3));
        out.roas.push_back({{address & ~std::uint32_t{0} << (32 - length), length}, dice.pick(networks), longest});
    }
    for (const Asn asn : networks) {
        if (dice.chance(30)) {
            out.origin_validation.push_back(asn);
        }
    }
    return out;
}

std::string words(const std::vector<Asn> &path) {
    std::string out;
    for (const Asn asn : path) {
        out += (out.empty() ? "" : " ") + std::to_string(asn.value);
    }
    return out;
}

std::string words(const PlainRib::State &state) {
    static const char *const classes[] = {"none", "provider", "peer", "customer", "own"};
    std::string out;
    for (const auto &[asn, route] : state) {
        out += words(route.path) + " as " + classes[static_cast<std::size_t>(route.learned_from)] + " from " +
               std::to_string(route.announcer.value) + (route.no_export ? " with NO_EXPORT" : "") + '\n';
    }
    return out;
}

} // namespace catchment::naive
