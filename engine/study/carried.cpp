// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/carried.h"

#include "study/journey.h"

#include <algorithm>
#include <set>

namespace catchment {
namespace {

class Count {
public:
    explicit Count(const Catchments &of) : of_(of), topology_(*of.solution->topology) {
        out_.networks.assign(topology_.network_count(), 0);
        out_.exchanges.assign(of.world().exchanges.size(), 0);
        out_.regions.assign(of.op().regions.size(), 0);
        cables_.assign(of.world().fibre.size(), 0);
        std::map<std::string_view, std::size_t> first; // segment of each name
        for (std::size_t s = 0; s < of.world().fibre.size(); ++s) {
            cable_of_.push_back(first.emplace(of.world().fibre[s].name, s).first->second);
        }
    }

    void add(CityId city, const NetworkOutcome &outcome) {
        if (!outcome.router || (!outcome.region && !outcome.captured)) {
            return;
        }
        ++round_;
        once(outcome.network.index(), seen_networks_, out_.networks, outcome.users);
        const Solution &routes = of_.routes(outcome);
        for (const Hop &hop : routes.packet_hops(*outcome.router)) {
            const NetworkId to = topology_.network_of(hop.next);
            once(to.index(), seen_networks_, out_.networks, outcome.users);
            out_.links[std::minmax(topology_.asn(topology_.network_of(hop.exit)), topology_.asn(to))] += outcome.users;
            if (const auto exchange = topology_.exchange_of(hop.session)) {
                once(exchange->index(), seen_exchanges_, out_.exchanges, outcome.users);
            }
        }
        if (outcome.region) {
            out_.regions[outcome.region->index()] += outcome.users;
        }
        for (const JourneyLeg &leg : journey_legs(routes, city, outcome)) {
            if (leg.fibre.segment) {
                once(cable_of_[leg.fibre.segment->index()], seen_cables_, cables_, outcome.users);
            }
        }
    }

    Carried result() && {
        for (std::size_t s = 0; s < cables_.size(); ++s) {
            if (cables_[s] > 0) {
                out_.cables.emplace(of_.world().fibre[s].name, cables_[s]);
            }
        }
        return std::move(out_);
    }

private:
    /// Adds users where this outcome has not been counted yet.
    void once(std::size_t at, std::vector<std::uint32_t> &seen, std::vector<double> &sum, double users) const {
        seen.resize(std::max(seen.size(), sum.size()), 0);
        if (seen[at] != round_) {
            seen[at] = round_;
            sum[at] += users;
        }
    }

    const Catchments &of_;
    const Topology &topology_;
    Carried out_;
    std::vector<double> cables_;        ///< by the first segment of the name
    std::vector<std::size_t> cable_of_; ///< per segment: the first of its name
    std::uint32_t round_ = 0;           ///< of the outcome that is counted
    std::vector<std::uint32_t> seen_networks_;
    std::vector<std::uint32_t> seen_exchanges_;
    std::vector<std::uint32_t> seen_cables_;
};

} // namespace

double Carried::link(Asn a, Asn b) const {
    const auto found = links.find(std::minmax(a, b));
    return found == links.end() ? 0 : found->second;
}

double Carried::cable(std::string_view name) const {
    const auto found = cables.find(name);
    return found == cables.end() ? 0 : found->second;
}

std::optional<Carried> carried(const Catchments &catchments, const std::stop_token &stop) {
    Count count(catchments);
    for (const CityOutcome &city : catchments.cities) {
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        for (const NetworkOutcome &outcome : catchments.outcomes_of(city.city)) {
            count.add(city.city, outcome);
        }
    }
    return std::move(count).result();
}

} // namespace catchment
