// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/catchments.h"

#include "routing/explanation.h"
#include "study/majority.h"

#include <algorithm>
#include <cmath>

namespace catchment {
namespace {

class Builder {
public:
    Builder(std::shared_ptr<const Solution> solution, const LatencyModel &latency)
        : solution_(*solution), world_(solution->world()), latency_(latency), reaches_(latency),
          answers_(dns_answers(solution_)), announcing_(announcing_regions(solution_)),
          result_(std::make_shared<Catchments>(std::move(solution))) {
        per_region_.assign(op().regions.size(), 0);
    }

    std::shared_ptr<const Catchments> build() {
        result_->cities.resize(world_.cities.size());
        all_ = answers_.empty() ? reaches_.follow(solution_) : reaches_.follow(solution_, answers_);
        result_->outcomes.reserve(all_.size());
        for (std::size_t c = 0; c < world_.cities.size(); ++c) {
            add_city(CityId(c));
        }
        sum_up();
        return result_;
    }

private:
    const Operator &op() const { return solution_.topology->op(); }

    void add_city(CityId id) {
        CityOutcome &city = result_->cities[id.index()];
        city.city = id;
        city.first = static_cast<std::uint32_t>(result_->outcomes.size());
        for (const AccessShare &share : world_.access_of(id)) {
            if (answers_.empty()) {
                result_->outcomes.push_back(outcome(id, share, {}));
                continue;
            }
            const auto access = static_cast<std::uint32_t>(&share - world_.access.data());
            for (std::size_t i = result_->outcomes.size(); i < answers_.size() && answers_[i].access == access; ++i) {
                result_->outcomes.push_back(outcome(id, share, answers_[i]));
            }
        }
        city.last = static_cast<std::uint32_t>(result_->outcomes.size());
        settle_region(city);
        find_nearest(city);
    }

    /// Of the next row.
    NetworkOutcome outcome(CityId city, const AccessShare &share, const DnsAnswer &answer) {
        NetworkOutcome out;
        out.network = share.network;
        out.share = share.share * answer.asked.part;
        out.users = share.share * static_cast<double>(world_.city(city).users) * answer.asked.part;
        out.resolver = answer.asked.resolver;
        out.answered = answer.region;
        const Reach &reach = all_[result_->outcomes.size()];
        out.router = reach.router;
        out.region = reach.region;
        out.captured = reach.captured;
        out.rtt_ms = reach.rtt_ms;
        if (out.region) {
            out.certainty = result_->ties_of(out).probability(share.entry, *out.region);
        }
        totals_.add(reach, out.users);
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
        const Majority most = majority(op(), announcing_, per_region_);
        for (const RegionId r : announcing_) {
            per_region_[r.index()] = 0;
        }
        city.region = most.region;
        city.region_share = most.share / reached;
        city.captured = city.captured && city.captured_share >= most.share;
    }

    double km_to(CityId city, RegionId region) const { return solution_.topology->km(city, region); }

    void find_nearest(CityOutcome &city) {
        city.nearest = nearest_region(*solution_.topology, announcing_, city.city);
        if (!city.nearest) {
            return;
        }
        city.nearest_km = km_to(city.city, *city.nearest);
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
        sum = totals_.finish(true);
        double not_nearest = 0;
        double contested = 0;
        for (const CityOutcome &city : result_->cities) {
            for (const NetworkOutcome &o : result_->outcomes_of(city.city)) {
                if (o.region) {
                    not_nearest += is_not_nearest(city, *o.region) ? o.users : 0;
                    contested += o.contested() ? o.users : 0;
                }
            }
        }
        const double reached = sum.users - sum.unreached_users;
        if (reached > 0) {
            sum.not_nearest_share = not_nearest / reached;
            sum.contested_share = contested / reached;
        }
        std::vector<std::vector<RttSample>> by_region(op().regions.size());
        for (const RttSample &s : totals_.samples()) {
            by_region[s.region.index()].push_back(s);
        }
        for (const RegionId r : announcing_) {
            const std::vector<RttSample> &samples = by_region[r.index()];
            RegionOutcome out;
            out.region = r;
            for (const RttSample &s : samples) {
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
    Reaches reaches_;
    const std::vector<DnsAnswer> answers_; ///< empty under anycast
    const std::vector<RegionId> announcing_;
    std::span<const Reach> all_; ///< per outcome
    UserTotals totals_;
    std::shared_ptr<Catchments> result_;
    std::vector<double> per_region_; ///< share of the city at hand that reaches each region; zero between cities
};

/// The answer led there: by where the resolver stands, of which the users know nothing.
Reason reason_of_answer(const Catchments &catchments, CityId city, const NetworkOutcome &outcome) {
    const auto shares = catchments.world().access_of(city);
    const auto share = std::ranges::find(shares, outcome.network, &AccessShare::network);
    return {std::nullopt,    true, outcome.network, place_of(catchments.world(), *share, outcome.resolver), {},
            outcome.resolver};
}

} // namespace

Catchments::Catchments(std::shared_ptr<const Solution> of) : solution(std::move(of)), ties(*solution) {
    for (const auto &routes : solution->by_region) {
        ties_by_region.push_back(routes ? std::optional<Ties>(*routes) : std::nullopt);
    }
}

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
    if (!solution.by_region.empty()) {
        return reason_of_answer(catchments, city_id, *majority);
    }
    std::optional<Reason> at_entry;
    for (const Hop &hop : solution.packet_hops(*majority->router)) {
        const Decision decision = explain_router(solution.at(hop.router), hop.router);
        const Reason here{
            std::nullopt, false, decision.network, decision.city, decision.candidates.front().exchange, {}};
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
