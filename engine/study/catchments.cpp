// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/catchments.h"

#include "routing/explanation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace catchment {
namespace {

/// What lies between a router and the region that it reaches.
struct Rest {
    std::uint64_t metres = 0;
    std::uint32_t stretches = 0;
    int handovers = -1; ///< not computed yet
    std::uint16_t region = Solution::no_region;
};

/// Adds up the way from every router, each stretch once.
class Ways {
public:
    explicit Ways(const Solution &solution) : solution_(solution), rest_(solution.topology->router_count()) {}

    const Rest &from(RouterId start) {
        trail_.clear();
        RouterId at = start;
        while (rest_[at.index()].handovers < 0) {
            const Solution &routes = solution_.at(at);
            const std::uint32_t session = routes.chosen[at.index()];
            if (session == Solution::no_session) {
                rest_[at.index()] = {0, 0, 0, routes.region_of[at.index()]};
                break;
            }
            trail_.push_back(at);
            at = RouterId(solution_.topology->end(SessionEndId(session)).neighbour);
        }
        for (; !trail_.empty(); trail_.pop_back()) {
            const RouterId router = trail_.back();
            const Topology &topology = *solution_.topology;
            const SessionEndId session(solution_.at(router).chosen[router.index()]);
            const SessionEnd &end = topology.end(session);
            const Rest &next = rest_[end.neighbour];
            const RouterId exit(end.router);
            const std::uint32_t inside =
                topology.interior(topology.part_of(router), topology.position_of(router), topology.position_of(exit));
            rest_[router.index()] = {next.metres + inside + end.way, next.stretches + stretches(router, exit, session),
                                     next.handovers + 1, next.region};
        }
        return rest_[start.index()];
    }

private:
    /// Of the way inside the network and over to the neighbour.
    std::uint32_t stretches(RouterId router, RouterId exit, SessionEndId session) const {
        const Topology &topology = *solution_.topology;
        const FibreMap &fibre = topology.fibre();
        const CityId meeting = topology.meeting_of(session);
        const CityId neighbour = topology.city_of(RouterId(topology.end(session).neighbour));
        return fibre.stretches(topology.city_of(router), topology.city_of(exit)) +
               fibre.stretches(topology.city_of(exit), meeting) + fibre.stretches(meeting, neighbour);
    }

    const Solution &solution_;
    std::vector<Rest> rest_;
    std::vector<RouterId> trail_;
};

/// An RTT that some users have.
struct Sample {
    double ms;
    double users;
    RegionId region;
};

/// The smallest value that covers `share` of the users; 0 where there are none. The samples are sorted.
double percentile(const std::vector<Sample> &samples, double share) {
    double total = 0;
    for (const Sample &s : samples) {
        total += s.users;
    }
    double covered = 0;
    for (const Sample &s : samples) {
        covered += s.users;
        if (covered >= share * total * (1 - 1e-12)) {
            return s.ms;
        }
    }
    return samples.empty() ? 0 : samples.back().ms;
}

class Builder {
public:
    Builder(std::shared_ptr<const Solution> solution, const LatencyModel &latency)
        : solution_(*solution), world_(solution->world()), latency_(latency), ways_(*solution),
          result_(std::make_shared<Catchments>(std::move(solution))) {
        for (std::size_t r = 0; r < op().regions.size(); ++r) {
            if (solution_.announces(RegionId(r))) {
                announcing_.emplace_back(r);
            }
        }
        per_region_.assign(op().regions.size(), 0);
    }

    std::shared_ptr<const Catchments> build() {
        result_->cities.resize(world_.cities.size());
        result_->outcomes.reserve(world_.access.size());
        for (std::size_t c = 0; c < world_.cities.size(); ++c) {
            add_city(CityId(c));
        }
        sum_up();
        return result_;
    }

private:
    const Operator &op() const { return solution_.topology->op(); }
    const std::string &code(RegionId region) const { return op().regions[region.index()].code; }

    void add_city(CityId id) {
        CityOutcome &city = result_->cities[id.index()];
        city.city = id;
        city.first = static_cast<std::uint32_t>(result_->outcomes.size());
        for (const AccessShare &share : world_.access_of(id)) {
            result_->outcomes.push_back(outcome(id, share));
        }
        city.last = static_cast<std::uint32_t>(result_->outcomes.size());
        settle_region(city);
        find_nearest(city);
    }

    NetworkOutcome outcome(CityId city, const AccessShare &share) {
        NetworkOutcome out;
        out.network = share.network;
        out.share = share.share;
        out.users = share.share * static_cast<double>(world_.city(city).users);
        const Topology &topology = *solution_.topology;
        const std::uint32_t metres = topology.fibre().metres(city, topology.city_of(share.entry));
        if (topology.failed(share.network) || metres == FibreMap::unreachable) {
            return out;
        }
        out.router = share.entry;
        const Rest &rest = ways_.from(share.entry);
        out.captured = rest.region == Solution::to_hijacker;
        if (!out.captured && rest.region != Solution::no_region) {
            out.region = RegionId(rest.region);
            const std::uint32_t to_entry = topology.fibre().stretches(city, topology.city_of(share.entry));
            out.rtt_ms = latency_.rtt_ms(static_cast<double>(metres + rest.metres) / 1000, to_entry + rest.stretches,
                                         rest.handovers);
            out.certainty = result_->ties.probability(share.entry, *out.region);
        }
        return out;
    }

    void settle_region(CityOutcome &city) {
        double reached = 0;
        double time = 0;
        double certainty = 0;
        for (const NetworkOutcome &o : result_->outcomes_of(city.city)) {
            city.captured_share += o.captured ? o.share : 0;
            if (o.region) {
                per_region_[o.region->index()] += o.share;
                reached += o.share;
                time += o.share * o.rtt_ms;
                certainty += o.share * o.certainty;
            }
        }
        city.captured = city.captured_share > 0;
        if (reached == 0) {
            return;
        }
        city.rtt_ms = time / reached;
        city.certainty = certainty / reached;
        double most = 0;
        for (const RegionId r : announcing_) {
            const double share = per_region_[r.index()];
            per_region_[r.index()] = 0;
            if (share == 0) {
                continue;
            }
            const bool tie = city.region && std::abs(share - most) <= 1e-9;
            if (tie ? code(r) < code(*city.region) : share > most) {
                city.region = r;
                most = share;
            }
        }
        city.region_share = most / reached;
        city.captured = city.captured && city.captured_share >= most;
    }

    double km_to(CityId city, RegionId region) const { return solution_.topology->km(city, region); }

    void find_nearest(CityOutcome &city) {
        city.nearest_km = std::numeric_limits<double>::infinity();
        for (const RegionId r : announcing_) {
            const double km = km_to(city.city, r);
            if (km < city.nearest_km || (km == city.nearest_km && code(r) < code(*city.nearest))) {
                city.nearest_km = km;
                city.nearest = r;
            }
        }
        if (!city.nearest) {
            city.nearest_km = 0;
            return;
        }
        if (!city.region) {
            return;
        }
        city.region_km = km_to(city.city, *city.region);
        city.not_nearest = is_not_nearest(city, *city.region);
        if (city.not_nearest) {
            const FibreMap &fibre = solution_.topology->fibre();
            const CityId there = op().regions[city.nearest->index()].city;
            const std::uint32_t metres = fibre.metres(city.city, there);
            const double direct = latency_.rtt_ms(metres / 1000.0, fibre.stretches(city.city, there), 1);
            city.wasted_ms = metres == FibreMap::unreachable ? 0 : std::max(0.0, city.rtt_ms - direct);
        }
    }

    bool is_not_nearest(const CityOutcome &city, RegionId region) const {
        return km_to(city.city, region) >= city.nearest_km + 100;
    }

    void sum_up() {
        Summary &sum = result_->summary;
        std::vector<Sample> all;
        all.reserve(result_->outcomes.size());
        std::vector<std::vector<Sample>> by_region(op().regions.size());
        double time = 0;
        double not_nearest = 0;
        double contested = 0;
        for (const CityOutcome &city : result_->cities) {
            for (const NetworkOutcome &o : result_->outcomes_of(city.city)) {
                sum.users += o.users;
                if (!o.region) {
                    sum.unreached_users += o.users;
                    sum.captured_users += o.captured ? o.users : 0;
                    continue;
                }
                all.push_back({o.rtt_ms, o.users, *o.region});
                time += o.rtt_ms * o.users;
                not_nearest += is_not_nearest(city, *o.region) ? o.users : 0;
                contested += o.contested() ? o.users : 0;
            }
        }
        std::ranges::sort(all, {}, &Sample::ms);
        for (const Sample &s : all) {
            by_region[s.region.index()].push_back(s);
        }
        const double reached = sum.users - sum.unreached_users;
        sum.median_rtt_ms = percentile(all, 0.5);
        sum.p95_rtt_ms = percentile(all, 0.95);
        if (reached > 0) {
            sum.mean_rtt_ms = time / reached;
            sum.not_nearest_share = not_nearest / reached;
            sum.contested_share = contested / reached;
        }
        for (const RegionId r : announcing_) {
            const std::vector<Sample> &samples = by_region[r.index()];
            RegionOutcome out;
            out.region = r;
            for (const Sample &s : samples) {
                out.users += s.users;
            }
            out.share = reached > 0 ? out.users / reached : 0;
            out.median_rtt_ms = percentile(samples, 0.5);
            out.p95_rtt_ms = percentile(samples, 0.95);
            result_->regions.push_back(out);
        }
    }

    const Solution &solution_;
    const World &world_;
    const LatencyModel &latency_;
    Ways ways_;
    std::shared_ptr<Catchments> result_;
    std::vector<RegionId> announcing_;
    std::vector<double> per_region_; ///< share of the city at hand that reaches each region; zero between cities
};

} // namespace

std::span<const NetworkOutcome> Catchments::outcomes_of(CityId city) const {
    const CityOutcome &c = cities[city.index()];
    return std::span(outcomes).subspan(c.first, c.last - c.first);
}

const Hijacker *Catchments::hijacker() const {
    const auto &hijacker = solution->longest().hijacker;
    return hijacker ? &*hijacker : nullptr;
}

const RegionOutcome *Catchments::region(RegionId id) const {
    const auto found = std::ranges::find(regions, id, &RegionOutcome::region);
    return found == regions.end() ? nullptr : &*found;
}

std::shared_ptr<const Catchments> catchments(std::shared_ptr<const Solution> solution, const LatencyModel &latency) {
    return Builder(std::move(solution), latency).build();
}

std::optional<Reason> reason(const Catchments &catchments, CityId city_id) {
    const CityOutcome &city = catchments.cities[city_id.index()];
    if (!city.not_nearest) {
        return std::nullopt;
    }
    const auto outcomes = catchments.outcomes_of(city_id);
    const auto majority =
        std::ranges::find_if(outcomes, [&](const NetworkOutcome &o) { return o.region == city.region; });
    const Solution &solution = *catchments.solution;
    std::optional<Reason> at_entry;
    for (const Hop &hop : solution.packet_hops(*majority->router)) {
        const Decision decision = explain_router(solution.at(hop.router), hop.router);
        const Reason here{std::nullopt, decision.network, decision.city, decision.candidates.front().exchange};
        if (!at_entry) {
            at_entry = here;
        }
        // Candidates stand in the order of how long they stayed in the race: the first towards the nearest region
        // is the one that came closest.
        for (const CandidateRoute &candidate : decision.candidates) {
            if (candidate.lost_at && *candidate.lost_at != Step::Unusable && candidate.region == *city.nearest) {
                Reason found = here;
                found.step = candidate.lost_at;
                return found;
            }
        }
    }
    return at_entry; // no router on the way was ever offered one
}

} // namespace catchment
