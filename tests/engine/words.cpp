// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/words.h"

namespace catchment::naive {
namespace {

std::string number(std::size_t n) { return std::to_string(n); }

std::string assemble(const std::string &region, const std::vector<Asn> &path, const std::string &learned_from,
                     const std::string &exit, const std::string &next, const std::string &exchange) {
    return "to " + region + " by " + path_words(path) + " from " + learned_from + ", out at " + exit + " to " + next +
           (exchange.empty() ? "" : " over " + exchange);
}

std::string router_of(const Solution &solution, RouterId router) {
    return number(solution.topology->asn_of(router).value) + " in " +
           solution.world().city(solution.topology->city_of(router)).id;
}

} // namespace

std::string path_words(const std::vector<Asn> &path) {
    std::string words;
    for (const Asn asn : path) {
        words += (words.empty() ? "" : " ") + number(asn.value);
    }
    return words;
}

std::string router_words(const Fixpoint &fixpoint, const World &world, std::size_t router) {
    return number(fixpoint.asn(router).value) + " in " + world.city(fixpoint.city(router)).id;
}

std::string route_words(const Fixpoint &fixpoint, const World &world, std::size_t router) {
    const auto reached = fixpoint.reached(router);
    const std::string region = !reached                            ? "nowhere"
                               : *reached == Fixpoint::to_hijacker ? "the hijacker"
                                                                   : world.own_operator.regions[*reached].code;
    if (!fixpoint.best(router)) {
        return "to " + region + " by " + path_words(fixpoint.path(router));
    }
    const Offer &best = *fixpoint.best(router);
    static const char *const words[] = {"customer", "peer", "provider"};
    return assemble(region, fixpoint.path(router), words[static_cast<std::size_t>(best.sender_is)],
                    router_words(fixpoint, world, best.exit), router_words(fixpoint, world, best.sender),
                    fixpoint.sessions()[best.session].exchange);
}

std::string route_words(const Solution &solution, std::size_t router) {
    const RouterId id(router);
    const auto reached = solution.region(id);
    const std::string region = solution.hijacked(id) ? "the hijacker"
                               : reached             ? solution.topology->op().regions[reached->index()].code
                                                     : "nowhere";
    const auto hops = solution.hops(id);
    if (hops.empty()) {
        return "to " + region + " by " + path_words(solution.as_path(id));
    }
    static const char *const words[] = {"nobody", "provider", "peer", "customer", "itself"};
    const auto &part = solution.parts[solution.topology->part_of(id).index()];
    const auto exchange = solution.topology->exchange_of(hops.front().session);
    return assemble(region, solution.as_path(id), words[static_cast<std::size_t>(part.learned_from)],
                    router_of(solution, hops.front().exit), router_of(solution, hops.front().next),
                    exchange ? solution.world().exchange(*exchange).id : "");
}

} // namespace catchment::naive
