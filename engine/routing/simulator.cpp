// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/simulator.h"

#include "routing/announced_prefix.h"
#include "routing/message_network.h"
#include "scenario/check.h"
#include "scenario/operator_of.h"
#include "scenario/scenario_error.h"

#include <algorithm>
#include <stdexcept>

namespace catchment {
namespace {

using Outcome = MessageNetwork::Outcome;

/// Topologies of one world under one fault after another.
class Topologies {
public:
    explicit Topologies(std::shared_ptr<const World> world)
        : world_(std::move(world)), whole_fibre_(std::make_shared<FibreMap>(world_)), fibre_(whole_fibre_) {}

    std::shared_ptr<const Topology> topology(const Scenario &scenario) {
        if (!op_ || own_operator_ != scenario.own_operator) {
            op_ = operator_of(scenario, world_);
            own_operator_ = scenario.own_operator;
            distances_ = std::make_shared<RegionDistances>(*world_, *op_);
            std::vector<CityId> homes; // may be where nothing of the world is
            for (const Region &region : op_->regions) {
                homes.push_back(region.city);
            }
            if (auto more = whole_fibre_->with_centres(homes)) {
                whole_fibre_ = std::move(more);
                fibre_ = whole_fibre_;
                cut_.clear();
            }
        }
        if (cut_ != scenario.faults.cables) {
            cut_ = scenario.faults.cables;
            fibre_ = cut_.empty() ? whole_fibre_ : std::make_shared<FibreMap>(world_, cut_, whole_fibre_.get());
        }
        return std::make_shared<Topology>(world_, fibre_, scenario, op_, distances_);
    }

private:
    std::shared_ptr<const World> world_;
    std::shared_ptr<const FibreMap> whole_fibre_;
    std::optional<OwnOperator> own_operator_; ///< whose op_ is
    std::shared_ptr<const Operator> op_;
    std::shared_ptr<const RegionDistances> distances_; ///< to its regions
    std::shared_ptr<const FibreMap> fibre_;
    std::vector<std::string> cut_;
};

/// What the solver knows and this does not is refused, never ignored.
void refuse_unbuilt(const Topology &topology, const Scenario &scenario) {
    if (scenario.steering == Steering::Dns) {
        throw ScenarioError("dns", "'steering' is 'dns', under which each region has a prefix of its own",
                            "anycast (message by message nothing else is built yet)");
    }
    const std::vector<AnnouncedPrefix> announced = announced_prefixes(topology, scenario);
    if (announced.back().hijacker) {
        const std::string number = std::to_string(scenario.security.hijack->asn.value);
        throw ScenarioError(number, "AS" + number + " hijacks the prefix",
                            "no hijack (message by message it is not built yet)");
    }
    if (!announced.front().refuses.empty()) {
        throw ScenarioError("roas", "by 'roas' the operator's own announcement is invalid",
                            "a valid one (message by message origin validation is not built yet)");
    }
}

/// The network's routes as a solver would give them. Every message has arrived.
std::shared_ptr<const Solution> solution(const MessageNetwork &network, std::shared_ptr<const Topology> topology,
                                         std::shared_ptr<const Scenario> scenario) {
    auto out = std::make_shared<Solution>();
    out->prefix = topology->op().prefix;
    out->announcements = topology->announcements(*scenario);
    out->parts.assign(topology->part_count(), {});
    out->chosen.assign(topology->router_count(), Solution::no_session);
    out->region_of.assign(topology->router_count(), Solution::no_region);
    out->no_export.assign(topology->router_count(), 0);
    for (std::size_t r = 0; r < topology->router_count(); ++r) {
        const RouterId router(r);
        const Belief belief = network.belief(router);
        Solution::PartRoute &part = out->parts[topology->part_of(router).index()];
        if (belief.session == Belief::own_session) {
            part = {LearnedFrom::Own, 0};
        } else if (belief.session != Belief::no_session) {
            out->chosen[r] = network.ends_now()[belief.session];
            out->no_export[r] = network.route(router).no_export;
            const Relationship from = topology->end(SessionEndId(out->chosen[r])).neighbour_is;
            part.learned_from = from == Relationship::Customer ? LearnedFrom::Customer
                                : from == Relationship::Peer   ? LearnedFrom::Peer
                                                               : LearnedFrom::Provider;
            part.length = static_cast<std::uint16_t>(network.paths().length(belief.path));
        }
    }
    for (std::size_t r = 0; r < topology->router_count(); ++r) {
        RouterId at(r);
        while (out->chosen[at.index()] != Solution::no_session) {
            at = RouterId(topology->end(SessionEndId(out->chosen[at.index()])).neighbour);
        }
        const auto region = topology->region_at(at);
        if (region && out->announcements[region->index()].active) {
            out->region_of[r] = static_cast<std::uint16_t>(region->index());
        }
    }
    out->topology = std::move(topology);
    out->scenario = std::move(scenario);
    return out;
}

} // namespace

struct Simulator::State {
    std::shared_ptr<const World> world;
    SimulatorParameters parameters;
    std::optional<Topologies> topologies;

    /// The scenario brought to rest last.
    struct Start {
        std::shared_ptr<const Scenario> scenario;
        std::shared_ptr<const Topology> whole;
        std::shared_ptr<const Topology> topology;
        MessageNetwork network;
        StageCount count;
        std::optional<Unsettled> unsettled;
    };
    std::optional<Start> start;

    /// False where `stop` was requested.
    bool prepare(const Scenario &scenario, const std::stop_token &stop) {
        if (start && same_routes(*start->scenario, scenario)) {
            if (*start->scenario != scenario) { // what is behind the edge, say
                start->scenario = std::make_shared<Scenario>(scenario);
            }
            return true;
        }
        start.reset();
        if (!topologies) {
            topologies.emplace(world);
        }
        Scenario unbroken = scenario;
        unbroken.faults = {};
        const auto whole = topologies->topology(unbroken);
        const auto topology = scenario.faults.empty() ? whole : topologies->topology(scenario);
        refuse_unbuilt(*whole, scenario);
        Start fresh{std::make_shared<Scenario>(scenario),        whole, topology,
                    MessageNetwork(whole, topology, parameters), {},    {}};
        fresh.network.announce(whole->announcements(scenario));
        const Outcome outcome = fresh.network.run({}, stop);
        if (outcome == Outcome::Stopped) {
            return false;
        }
        fresh.count = fresh.network.count();
        if (outcome == Outcome::Capped) {
            fresh.unsettled = fresh.network.find_unsettled(stop);
        }
        fresh.network.restart_clock();
        start.emplace(std::move(fresh));
        return true;
    }

    static bool same_routes(const Scenario &a, const Scenario &b) {
        return a.regions == b.regions && a.tuning == b.tuning && a.faults == b.faults && a.sessions == b.sessions &&
               a.own_operator == b.own_operator && a.security == b.security && a.announce == b.announce &&
               a.steering == b.steering;
    }
};

Simulator::Simulator(std::shared_ptr<const World> world, SimulatorParameters parameters)
    : state_(std::make_unique<State>()) {
    state_->world = std::move(world);
    state_->parameters = std::move(parameters);
}
Simulator::~Simulator() = default;
Simulator::Simulator(Simulator &&) noexcept = default;
Simulator &Simulator::operator=(Simulator &&) noexcept = default;

std::shared_ptr<const Convergence> Simulator::run(const Scenario &scenario, std::span<const TimedEvent> events,
                                                  const std::stop_token &stop) {
    check_names(scenario, *state_->world);
    if (!state_->prepare(scenario, stop)) {
        return nullptr;
    }
    const State::Start &start = *state_->start;
    auto log = std::make_shared<Convergence>();
    log->parameters = state_->parameters;
    log->scenario = start.scenario;
    log->topology = start.topology;
    log->whole = start.whole;
    log->start = start.count;
    log->unsettled = start.unsettled;
    if (log->unsettled) {
        return log;
    }
    MessageNetwork network = start.network;
    for (std::size_t r = 0; r < log->whole->router_count(); ++r) {
        log->beliefs.push_back(network.belief(RouterId(r)));
    }
    network.set_log(log.get());
    std::shared_ptr<const Scenario> now = start.scenario;
    std::shared_ptr<const Topology> topology = start.topology;
    Outcome outcome = Outcome::Done;
    for (std::size_t s = 0; s <= events.size() && outcome == Outcome::Done; ++s) {
        const bool last = s == events.size();
        if (s > 0) {
            outcome = network.run(last ? std::nullopt : events[s].at, stop);
            log->stages.back().count = network.count();
        }
        if (last || outcome != Outcome::Done) {
            break;
        }
        const Moment at = events[s].at ? *events[s].at
                          : s == 0     ? Moment{0}
                                       : std::chrono::ceil<std::chrono::seconds>(network.at_rest());
        if (s > 0 && at < log->stages.back().at) {
            throw std::invalid_argument("'" + to_string(events[s].event) +
                                        "' is timed before the event in front of it");
        }
        network.begin_stage(at);
        Scenario next = apply(events[s].event, *now);
        check_names(next, *state_->world);
        if (next.faults != now->faults) {
            topology = state_->topologies->topology(next);
        }
        now = std::make_shared<Scenario>(std::move(next));
        log->stages.push_back({events[s].event, at, now, topology, log->messages.size(), log->changes.size(), {}});
        network.change_topology(topology);
        network.announce(log->whole->announcements(*now));
    }
    if (outcome == Outcome::Stopped) {
        return nullptr;
    }
    if (outcome == Outcome::Capped) {
        log->unsettled = network.find_unsettled(stop);
        log->unsettled->stage = log->stages.size() - 1;
    } else {
        log->end = solution(network, topology, now);
    }
    log->paths = network.paths();
    return log;
}

} // namespace catchment
