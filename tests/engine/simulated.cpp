// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulated.h"

#include "engine/words.h"

#include <stdexcept>

namespace catchment::naive {
namespace {

std::string belief_words(const Convergence &c, RouterId router, const Belief &belief) {
    std::vector<Asn> path = c.paths.asns(belief.path);
    if (path.empty()) {
        return "nothing";
    }
    if (belief.session != Belief::own_session) {
        path.insert(path.begin(), c.whole->asn_of(router));
    }
    return path_words(path);
}

std::vector<std::string> change_words(const Convergence &c, std::optional<std::uint32_t> asn) {
    std::vector<std::string> out;
    for (const RouteChange &change : c.changes) {
        const std::uint32_t own = c.whole->asn_of(change.router).value;
        if (!asn || own == *asn) {
            out.push_back(second_words(change.at) + ' ' + (asn ? "" : std::to_string(own) + " in ") +
                          c.whole->world().city(c.whole->city_of(change.router)).id + ": " +
                          belief_words(c, change.router, change.after));
        }
    }
    return out;
}

} // namespace

SimulatorParameters round_parameters() {
    SimulatorParameters out;
    out.km_per_ms = 200;
    out.least_factor = 1;
    return out;
}

Simulated::Simulated(const Drawn &drawn, const Scenario &scenario, const std::vector<std::string> &events,
                     const SimulatorParameters &parameters) {
    const auto world = drawn.world();
    std::vector<TimedEvent> timed;
    for (const std::string &words : events) {
        timed.push_back(parse_event(words, *world));
    }
    convergence = Simulator(world, parameters).run(scenario, timed);
}

std::vector<std::string> Simulated::messages() const {
    std::vector<std::string> out;
    for (const LoggedMessage &message : convergence->messages) {
        const SessionEnd &end = convergence->whole->end(message.end);
        const auto asn = [this](std::uint32_t router) {
            return std::to_string(convergence->whole->asn_of(RouterId(router)).value);
        };
        out.push_back(
            second_words(message.sent) + ' ' + asn(end.neighbour) + " > " + asn(end.router) + ": " +
            (message.path == PathTable::none ? "withdrawn" : path_words(convergence->paths.asns(message.path))) +
            (message.lost ? ", lost" : ""));
    }
    return out;
}

std::vector<std::string> Simulated::changes() const { return change_words(*convergence, {}); }

std::vector<std::string> Simulated::changes(std::uint32_t asn) const { return change_words(*convergence, asn); }

std::string Simulated::path(std::uint32_t asn) const {
    if (!convergence->end) {
        throw std::logic_error("the routes have not settled");
    }
    const Topology &whole = *convergence->whole;
    for (std::size_t r = 0; r < whole.router_count(); ++r) {
        if (whole.asn_of(RouterId(r)).value == asn) {
            const auto path = convergence->end->as_path(RouterId(r));
            return path.empty() ? "nothing" : path_words(path);
        }
    }
    throw std::invalid_argument("no such network");
}

std::string second_words(Moment moment) {
    std::string out = std::to_string(moment.count() / 1'000'000);
    std::string part = std::to_string(1'000'000 + moment.count() % 1'000'000).substr(1);
    part.erase(part.find_last_not_of('0') + 1);
    return part.empty() ? out : out + '.' + part;
}

} // namespace catchment::naive
