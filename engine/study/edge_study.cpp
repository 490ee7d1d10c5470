// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/edge_study.h"

#include "routing/solver.h"
#include "study/outcome_pairs.h"

#include <algorithm>
#include <map>

namespace catchment {
namespace {

/// Shares of an access network's users by what serves them: per region, and last nothing.
std::vector<double> served_by(const NetworkOutcome &outcome, const Proxied &behind) {
    std::vector<double> out(behind.edges.size() + 1, 0);
    out.back() = 1;
    if (outcome.region) {
        for (const Served &part : behind.at(*outcome.region).parts) {
            out[part.instance.index()] += part.share;
            out.back() -= part.share;
        }
    }
    out.back() = out.back() > 1e-12 ? out.back() : 0; // the last bits of sums
    return out;
}

class Flows {
public:
    /// The share of users who move; they go from what serves fewer to what serves more.
    double add(const std::vector<double> &was, const std::vector<double> &is, double users) {
        double moved = 0;
        for (std::size_t i = 0; i < was.size(); ++i) {
            moved += std::max(0.0, was[i] - is[i]);
        }
        if (moved <= 1e-12) {
            return 0;
        }
        for (std::size_t i = 0; i < was.size(); ++i) {
            for (std::size_t k = 0; k < is.size() && was[i] > is[i]; ++k) {
                if (is[k] > was[k]) {
                    users_[{i, k}] += users * (was[i] - is[i]) * (is[k] - was[k]) / moved;
                }
            }
        }
        return moved;
    }

    std::vector<InstanceFlow> list(std::size_t nothing) const {
        std::vector<InstanceFlow> out;
        const auto region = [nothing](std::size_t i) {
            return i == nothing ? std::nullopt : std::optional(RegionId(i));
        };
        for (const auto &[ends, users] : users_) {
            out.push_back({region(ends.first), region(ends.second), users});
        }
        std::ranges::stable_sort(out, std::ranges::greater(), &InstanceFlow::users);
        return out;
    }

private:
    std::map<std::pair<std::size_t, std::size_t>, double> users_;
};

/// What changes for the users of a design when it becomes `scenario`, for a failure at `region`.
RegionFailure failure(Solver &solver, const Design &before, const Scenario &scenario, RegionId region) {
    const auto after = catchments(solver.solve(scenario));
    const Proxied behind = proxied(*after);
    const EdgeChange change = edge_change(*before.catchments, before.behind, *after, behind);
    const double unserved = after->summary.unreached_users + journey_summary(*after, behind).failed_users;
    return {region, change.edge_users, change.instance_users, change.broken_users, unserved};
}

/// All instances of the region have failed.
Scenario without_instances(Scenario scenario, const std::string &region) {
    auto &all = scenario.edge.instances;
    const auto given = std::ranges::find(all, region, &Instances::region);
    Instances &here = given == all.end() ? all.emplace_back(Instances{region, 1, 0}) : *given;
    here.failed = here.count;
    return scenario;
}

/// Unfinished where it was stopped.
Design design(Solver &solver, Scenario scenario, Announce announce, const std::stop_token &stop) {
    Design out;
    scenario.announce = announce;
    out.announce = announce;
    out.catchments = catchments(solver.solve(scenario));
    out.behind = proxied(*out.catchments);
    out.journeys = journey_summary(*out.catchments, out.behind);
    for (const InstanceLoad &load : out.behind.instances) {
        if (stop.stop_requested()) {
            break;
        }
        const std::string &code = out.catchments->op().regions[load.region.index()].code;
        if (std::ranges::find(scenario.faults.regions, code) != scenario.faults.regions.end()) {
            continue;
        }
        Scenario without = scenario;
        without.faults.regions.push_back(code);
        out.failures.push_back(failure(solver, out, without, load.region));
        if (announce == Announce::Everywhere) {
            out.instance_failures.push_back(failure(solver, out, without_instances(scenario, code), load.region));
        }
    }
    return out;
}

} // namespace

EdgeChange edge_change(const Catchments &before, const Proxied &before_behind, const Catchments &after,
                       const Proxied &after_behind) {
    EdgeChange out;
    Flows flows;
    const auto add = [&](const NetworkOutcome &was, const NetworkOutcome &is, double part) {
        const double users = was.users * part;
        if (users == 0) {
            return;
        }
        const bool elsewhere = was.region != is.region || was.captured != is.captured;
        const double moved = flows.add(served_by(was, before_behind), served_by(is, after_behind), users);
        out.edge_users += elsewhere ? users : 0;
        out.instance_users += moved * users;
        out.broken_users += (elsewhere ? 1 : moved) * users;
    };
    for (const CityOutcome &city : before.cities) {
        for_each_pair(before.outcomes_of(city.city), after.outcomes_of(city.city), add);
    }
    out.flows = flows.list(before_behind.edges.size());
    return out;
}

BehindEdge behind_edge(const Catchments &catchments) {
    BehindEdge out{proxied(catchments), {}};
    out.journeys = journey_summary(catchments, out.proxied);
    return out;
}

EdgeComparison compare_edges(const Catchments &before, const Catchments &after) {
    EdgeComparison out{behind_edge(before), behind_edge(after), {}};
    out.change = edge_change(before, out.before.proxied, after, out.after.proxied);
    return out;
}

bool has_edges(const Catchments &before, const Catchments &after) {
    return before.solution->scenario->announce == Announce::Everywhere ||
           after.solution->scenario->announce == Announce::Everywhere;
}

std::optional<double> city_journey_ms(const Catchments &catchments, const Proxied &proxied, CityId city) {
    double served = 0;
    double time = 0;
    for (const NetworkOutcome &o : catchments.outcomes_of(city)) {
        if (!o.region) {
            continue;
        }
        for (const Served &part : proxied.at(*o.region).parts) {
            served += o.share * part.share;
            time += o.share * part.share * (o.rtt_ms + part.rtt_ms);
        }
    }
    return served > 0 ? std::optional(time / served) : std::nullopt;
}

std::optional<EdgeStudy> edge_study(std::shared_ptr<const World> world, const Scenario &scenario,
                                    const std::stop_token &stop) {
    Solver solver(std::move(world));
    EdgeStudy out;
    out.deployed = design(solver, scenario, Announce::Deployed, stop);
    out.everywhere = design(solver, scenario, Announce::Everywhere, stop);
    return stop.stop_requested() ? std::nullopt : std::optional(std::move(out));
}

} // namespace catchment
