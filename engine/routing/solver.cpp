// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/solver.h"

#include "routing/waves.h"
#include "scenario/check.h"
#include "scenario/operator_of.h"

namespace catchment {
namespace {

/// What a topology depends on beside the world.
struct TopologyKey {
    Faults faults;
    std::vector<ExtraSession> sessions;
    bool operator==(const TopologyKey &) const = default;
};

/// What scenarios of one kind have in common; immutable but for being replaced.
struct Prepared {
    std::shared_ptr<const World> world;
    std::shared_ptr<const FibreMap> whole_fibre; ///< nothing cut
    std::shared_ptr<const FibreMap> fibre;
    std::optional<OwnOperator> own_operator; ///< whose `op` is
    std::shared_ptr<const Operator> op;
    std::shared_ptr<const RegionDistances> distances; ///< to its regions
    std::vector<std::string> cut;
    std::shared_ptr<const Topology> topology;
    TopologyKey key;

    void follow_operator(const Scenario &scenario) {
        if (!op || own_operator != scenario.own_operator) {
            op = operator_of(scenario, world);
            own_operator = scenario.own_operator;
            distances = std::make_shared<RegionDistances>(*world, *op);
            topology.reset();
        }
    }

    void prepare(const Scenario &scenario) {
        if (!whole_fibre) {
            whole_fibre = std::make_shared<FibreMap>(world);
            fibre = whole_fibre;
        }
        // Its regions may stand where nothing of the world does.
        std::vector<CityId> homes;
        for (const Region &region : op->regions) {
            homes.push_back(region.city);
        }
        if (auto more = whole_fibre->with_centres(homes)) {
            whole_fibre = std::move(more);
            fibre = whole_fibre;
            cut.clear();
            topology.reset();
        }
        if (cut != scenario.faults.cables) {
            cut = scenario.faults.cables;
            fibre = cut.empty() ? whole_fibre : std::make_shared<FibreMap>(world, cut, whole_fibre.get());
            topology.reset();
        }
        TopologyKey wanted{scenario.faults, scenario.sessions};
        if (!topology || !(wanted == key)) {
            topology = std::make_shared<Topology>(world, fibre, scenario, op, distances);
            key = std::move(wanted);
        }
    }
};

/// A region's prefix as a scenario of its own: what it announces there does not hang on what others do.
Scenario announced_alone(const Scenario &scenario, const std::string &region) {
    Scenario out;
    out.regions = {region};
    out.own_operator = scenario.own_operator;
    out.tuning = scenario.tuning;
    out.faults = scenario.faults;
    out.sessions = scenario.sessions;
    out.security = scenario.security;
    return out;
}

} // namespace

struct Solver::State : Prepared {
    Waves waves;
    std::vector<std::shared_ptr<const Solution>> alone; ///< per region: the last one to the prefix of its own

    /// The routes to the prefixes of `scenario`, each routed by itself.
    std::shared_ptr<Solution> route(const std::shared_ptr<const Scenario> &scenario, const std::stop_token &stop) {
        std::shared_ptr<Solution> longer; // prefixes come from the shortest to the longest
        auto announced = announced_prefixes(*topology, *scenario);
        for (auto prefix = announced.rbegin(); prefix != announced.rend(); ++prefix) {
            auto solution = std::make_shared<Solution>();
            solution->topology = topology;
            solution->scenario = scenario;
            solution->prefix = prefix->prefix;
            solution->announcements = std::move(prefix->regions);
            solution->hijacker = std::move(prefix->hijacker);
            solution->refuses = std::move(prefix->refuses);
            solution->more_specific = std::move(longer);
            if (!waves.run(*solution, stop)) {
                return nullptr;
            }
            longer = std::move(solution);
        }
        return longer;
    }

    /// Routes to each announcing region's own prefix. They do not depend on which others announce, so that those of
    /// the last scenario are kept where nothing else changed. False where `stop` was requested.
    bool route_by_region(Solution &whole, const std::stop_token &stop) {
        const std::vector<Region> &regions = op->regions;
        alone.resize(regions.size());
        whole.by_region.resize(regions.size());
        for (std::size_t r = 0; r < regions.size(); ++r) {
            if (!whole.announces(RegionId(r))) {
                continue;
            }
            auto scenario = std::make_shared<Scenario>(announced_alone(*whole.scenario, regions[r].code));
            if (!alone[r] || alone[r]->topology != topology || *alone[r]->scenario != *scenario) {
                alone[r] = route(scenario, stop);
            }
            if (!alone[r]) {
                return false;
            }
            whole.by_region[r] = alone[r];
        }
        return true;
    }
};

Solver::Solver(std::shared_ptr<const World> world) : state_(std::make_unique<State>()) {
    state_->world = std::move(world);
}
Solver::~Solver() = default;
Solver::Solver(Solver &&) noexcept = default;
Solver &Solver::operator=(Solver &&) noexcept = default;

Solver Solver::another() const {
    Solver out(state_->world);
    static_cast<Prepared &>(*out.state_) = *state_;
    return out;
}

std::shared_ptr<const Solution> Solver::solve(const Scenario &scenario, std::stop_token stop) {
    state_->follow_operator(scenario);
    check_names(scenario, *state_->world, *state_->op);
    state_->prepare(scenario);
    auto solution = state_->route(std::make_shared<Scenario>(scenario), stop);
    if (solution && scenario.steering == Steering::Dns && !state_->route_by_region(*solution, stop)) {
        return nullptr;
    }
    return solution;
}

} // namespace catchment
