// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/proxy.h"

#include <algorithm>
#include <limits>

namespace catchment {
namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

bool has_failed(const Scenario &scenario, const std::string &code) {
    return std::ranges::find(scenario.faults.regions, code) != scenario.faults.regions.end();
}

class Filling {
public:
    Filling(const Solution &solution, const Edge &behind, const Backbone &backbone)
        : solution_(solution), scenario_(*solution.scenario), behind_(behind), op_(solution.topology->op()),
          backbone_(backbone) {
        out_.edges.resize(op_.regions.size());
        for (std::size_t r = 0; r < op_.regions.size(); ++r) {
            if (scenario_.deploys(op_.regions[r].code)) {
                out_.instances.push_back(instances(RegionId(r)));
            }
        }
    }

    Proxied fill(const Catchments &catchments, const RequestModel &model) {
        for (const CityOutcome &city : catchments.cities) {
            const double busy = RequestModel::busy(behind_.hour, catchments.world().city(city.city).place);
            for (const NetworkOutcome &o : catchments.outcomes_of(city.city)) {
                if (o.region) {
                    out_.edges[o.region->index()].requests += model.concurrent(o.users) * busy;
                }
            }
        }
        for (const EdgeService &edge : out_.edges) {
            left_.push_back(edge.requests);
            out_.requests += edge.requests;
        }
        find_ways();
        const bool soft = behind_.overflow && behind_.soft_limit;
        if (soft) {
            round(&InstanceLoad::soft_limit);
        }
        round(&InstanceLoad::hard_limit);
        share_out();
        return std::move(out_);
    }

private:
    struct Way {
        double rtt_ms;
        std::size_t edge;
        std::size_t instances; ///< in Proxied::instances
        double requests = 0;
    };

    InstanceLoad instances(RegionId region) const {
        InstanceLoad out;
        out.region = region;
        const std::string &code = op_.regions[region.index()].code;
        const auto given = std::ranges::find(behind_.instances, code, &Instances::region);
        int failed = 0;
        if (given != behind_.instances.end()) {
            out.count = given->count;
            failed = given->failed;
        }
        out.healthy = has_failed(scenario_, code) ? 0 : out.count - failed;
        const auto of_all = [&out](const std::optional<std::int64_t> &limit) {
            return limit ? std::optional(static_cast<double>(*limit) * out.healthy) : std::nullopt;
        };
        out.soft_limit = of_all(behind_.soft_limit);
        out.hard_limit = of_all(behind_.hard_limit);
        return out;
    }

    const std::string &code(std::size_t region) const { return op_.regions[region].code; }

    /// Where requests are and where they can go, in the order in which they do. Edges without requests have ways, too:
    /// a user more would take them.
    void find_ways() {
        const bool everywhere = scenario_.announce == Announce::Everywhere;
        for (std::size_t e = 0; e < out_.edges.size(); ++e) {
            for (std::size_t i = 0; i < out_.instances.size(); ++i) {
                const RegionId there = out_.instances[i].region;
                const auto rtt = backbone_.rtt_ms(RegionId(e), there);
                if (solution_.announces(RegionId(e)) && rtt && out_.instances[i].healthy > 0 &&
                    (everywhere || there.index() == e)) {
                    ways_.push_back({*rtt, e, i});
                }
            }
        }
        std::ranges::sort(ways_, [this](const Way &a, const Way &b) {
            const std::size_t to_a = out_.instances[a.instances].region.index();
            const std::size_t to_b = out_.instances[b.instances].region.index();
            return a.rtt_ms != b.rtt_ms ? a.rtt_ms < b.rtt_ms
                   : to_a != to_b       ? code(to_a) < code(to_b)
                                        : code(a.edge) < code(b.edge);
        });
    }

    void round(std::optional<double> InstanceLoad::*limit) {
        const bool counts = scenario_.announce == Announce::Everywhere;
        for (Way &way : ways_) {
            InstanceLoad &there = out_.instances[way.instances];
            const double most = counts ? (there.*limit).value_or(unlimited) : unlimited;
            const double takes = std::clamp(most - there.requests, 0.0, left_[way.edge]);
            way.requests += takes;
            there.requests += takes;
            left_[way.edge] = takes == left_[way.edge] ? 0 : left_[way.edge] - takes;
        }
    }

    /// An edge without requests is shown with the nearest instance, as if there were one.
    void share_out() {
        for (const Way &way : ways_) {
            EdgeService &edge = out_.edges[way.edge];
            const double share = edge.requests > 0 ? way.requests / edge.requests : edge.parts.empty() ? 1 : 0;
            if (share > 0) {
                const RegionId there = out_.instances[way.instances].region;
                edge.parts.push_back({there, share, way.rtt_ms, backbone_.km(RegionId(way.edge), there)});
            }
        }
        for (std::size_t e = 0; e < out_.edges.size(); ++e) {
            EdgeService &edge = out_.edges[e];
            edge.failed_share = edge.requests > 0 ? left_[e] / edge.requests : edge.parts.empty() ? 1 : 0;
            out_.failed_requests += left_[e];
        }
    }

    const Solution &solution_;
    const Scenario &scenario_;
    const Edge &behind_;
    const Operator &op_;
    const Backbone &backbone_;
    std::vector<double> left_; ///< per edge: requests that nobody serves yet
    std::vector<Way> ways_;
    Proxied out_;
};

} // namespace

std::optional<RegionId> EdgeService::instance() const {
    const auto most = std::ranges::max_element(parts, {}, &Served::share); // the first of equals
    return most == parts.end() ? std::nullopt : std::optional(most->instance);
}

double EdgeService::rtt_ms() const {
    double time = 0;
    double served = 0;
    for (const Served &part : parts) {
        time += part.share * part.rtt_ms;
        served += part.share;
    }
    return served > 0 ? time / served : 0;
}

Proxied proxied(const Catchments &catchments, const RequestModel &model) {
    return proxied(catchments, catchments.solution->scenario->edge, model);
}

Proxied proxied(const Catchments &catchments, const Edge &edge, const RequestModel &model) {
    const Backbone backbone(*catchments.solution->topology);
    return Filling(*catchments.solution, edge, backbone).fill(catchments, model);
}

JourneySummary journey_summary(const Catchments &catchments, const Proxied &proxied) {
    JourneySummary out;
    std::vector<RttSample> samples;
    double served = 0;
    double time = 0;
    double proxy_time = 0;
    for (const NetworkOutcome &o : catchments.outcomes) {
        if (!o.region || o.users == 0) {
            continue;
        }
        const EdgeService &edge = proxied.at(*o.region);
        out.failed_users += o.users * edge.failed_share;
        for (const Served &part : edge.parts) {
            const double users = o.users * part.share;
            samples.push_back({o.rtt_ms + part.rtt_ms, users, part.instance});
            served += users;
            time += users * (o.rtt_ms + part.rtt_ms);
            proxy_time += users * part.rtt_ms;
            out.user_km += users * part.km;
        }
    }
    if (served > 0) {
        std::ranges::sort(samples, {}, &RttSample::ms);
        out.mean_rtt_ms = time / served;
        out.mean_proxy_rtt_ms = proxy_time / served;
        out.median_rtt_ms = percentile(samples, 0.5);
        out.p95_rtt_ms = percentile(samples, 0.95);
    }
    return out;
}

CityService city_service(const Catchments &catchments, const Proxied &proxied, CityId city) {
    CityService out;
    const Operator &op = catchments.op();
    std::vector<double> by_instance(op.regions.size(), 0);
    double reached = 0;
    double served = 0;
    double time = 0;
    for (const NetworkOutcome &o : catchments.outcomes_of(city)) {
        if (!o.region) {
            continue;
        }
        reached += o.share;
        for (const Served &part : proxied.at(*o.region).parts) {
            by_instance[part.instance.index()] += o.share * part.share;
            served += o.share * part.share;
            time += o.share * part.share * part.rtt_ms;
        }
    }
    for (std::size_t r = 0; r < by_instance.size(); ++r) {
        const double best = out.instance ? by_instance[out.instance->index()] : 0;
        const bool lower = out.instance && op.regions[r].code < op.regions[out.instance->index()].code;
        if (by_instance[r] > best || (by_instance[r] > 0 && by_instance[r] == best && lower)) {
            out.instance = RegionId(r);
        }
    }
    out.rtt_ms = served > 0 ? time / served : 0;
    out.failed_share = reached > 0 ? std::max(0.0, 1 - served / reached) : 0;
    return out;
}

} // namespace catchment
