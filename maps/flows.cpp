// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/flows.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace catchment::maps {
namespace {

/// The users of a city by what they reach: a region or the hijacker.
void append_flows(const Catchments &catchments, const CityOutcome &city, std::vector<Flow> &flows) {
    const std::size_t first = flows.size();
    for (std::uint32_t i = city.first; i < city.last; ++i) {
        const NetworkOutcome &outcome = catchments.outcomes[i];
        if ((!outcome.region && !outcome.captured) || outcome.users <= 0)
            continue;
        auto flow = std::find_if(flows.begin() + static_cast<std::ptrdiff_t>(first), flows.end(),
                                 [&](const Flow &known) { return known.region == outcome.region; });
        if (flow == flows.end())
            flow = flows.insert(flow, {city.city, outcome.region, 0, 0, i});
        flow->users += outcome.users;
        flow->rtt_ms += outcome.users * outcome.rtt_ms;
        if (outcome.users > catchments.outcomes[flow->outcome].users)
            flow->outcome = i;
    }
    for (std::size_t i = first; i < flows.size(); ++i)
        flows[i].rtt_ms /= flows[i].users;
    std::sort(flows.begin() + static_cast<std::ptrdiff_t>(first), flows.end(),
              [](const Flow &a, const Flow &b) { return a.region < b.region; });
}

/// Users on each stretch. All packets at a router go on alike, so users are first gathered at the routers, those
/// farthest from where they arrive first, and each router's way to the next is looked up once.
class Loads {
public:
    explicit Loads(const Solution &solution)
        : solution_(solution), topology_(*solution.topology), users_(topology_.router_count(), 0),
          reached_(topology_.router_count()) {}

    void enter(const Flow &flow, RouterId router) {
        run(flow.city, topology_.city_of(router), flow.region, flow.users);
        users_[router.index()] += flow.users;
        reached_[router.index()] = flow.region;
    }

    void append_to(std::vector<FlowLoad> &all) {
        for (const std::uint32_t router : farthest_first())
            pass_on(RouterId(router));
        all.insert(all.end(), loads_.begin(), loads_.end());
    }

private:
    /// The routers that users come by and that hand over to another network.
    std::vector<std::uint32_t> farthest_first() const {
        std::vector<std::int32_t> handovers(users_.size(), -1);
        std::vector<std::uint32_t> routers, trail;
        for (std::uint32_t start = 0; start < users_.size(); ++start) {
            if (users_[start] <= 0)
                continue;
            for (std::uint32_t at = start; handovers[at] < 0; at = next(at)) {
                if (session(at) == Solution::no_session) {
                    handovers[at] = 0;
                    break;
                }
                trail.push_back(at);
            }
            for (; !trail.empty(); trail.pop_back()) {
                handovers[trail.back()] = handovers[next(trail.back())] + 1;
                routers.push_back(trail.back());
            }
        }
        std::stable_sort(routers.begin(), routers.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return handovers[a] > handovers[b]; });
        return routers;
    }

    std::uint32_t next(std::uint32_t router) const { return topology_.end(SessionEndId(session(router))).neighbour; }

    /// Over which a router hands packets over, or none.
    std::uint32_t session(std::uint32_t router) const { return solution_.at(RouterId(router)).chosen[router]; }

    void pass_on(RouterId router) {
        const SessionEndId handover(session(router.value));
        const CityId exit = topology_.city_of(RouterId(topology_.end(handover).router));
        const RouterId neighbour(topology_.end(handover).neighbour);
        const double users = users_[router.index()];
        const std::optional<RegionId> region = reached_[router.index()];
        const CityId meeting = topology_.meeting_of(handover);
        run(topology_.city_of(router), exit, region, users);
        run(exit, meeting, region, users);
        run(meeting, topology_.city_of(neighbour), region, users);
        users_[neighbour.index()] += users;
        reached_[neighbour.index()] = region;
    }

    void run(CityId from, CityId to, std::optional<RegionId> region, double users) {
        for (const FibreLeg &leg : topology_.fibre().way(from, to)) {
            const auto [low, high] = std::minmax(leg.from, leg.to);
            loads_.push_back({low, high, region, users});
        }
    }

    const Solution &solution_;
    const Topology &topology_;
    std::vector<double> users_;                    ///< per router
    std::vector<std::optional<RegionId>> reached_; ///< by them; none: the hijacker
    std::vector<FlowLoad> loads_;
};

/// One load for each stretch and region.
std::vector<FlowLoad> summed(std::vector<FlowLoad> loads) {
    const auto key = [](const FlowLoad &load) { return std::tuple(load.from, load.to, load.region); };
    std::stable_sort(loads.begin(), loads.end(), [&](const FlowLoad &a, const FlowLoad &b) { return key(a) < key(b); });
    std::vector<FlowLoad> result;
    for (const FlowLoad &load : loads) {
        if (!result.empty() && key(result.back()) == key(load))
            result.back().users += load.users;
        else
            result.push_back(load);
    }
    return result;
}

} // namespace

std::shared_ptr<const FlowMap> flow_map(const Catchments &catchments) {
    auto result = std::make_shared<FlowMap>();
    for (const CityOutcome &city : catchments.cities)
        append_flows(catchments, city, result->flows);
    // Under DNS each region's prefix has routes of its own.
    std::map<std::optional<RegionId>, Loads> by_answer;
    for (const Flow &flow : result->flows) {
        const NetworkOutcome &outcome = catchments.outcomes[flow.outcome];
        by_answer.try_emplace(outcome.answered, catchments.routes(outcome)).first->second.enter(flow, *outcome.router);
    }
    std::vector<FlowLoad> all;
    for (auto &[answer, loads] : by_answer)
        loads.append_to(all);
    result->loads = summed(std::move(all));
    return result;
}

std::vector<FibreLeg> flow_legs(const Catchments &catchments, const Flow &flow) {
    std::vector<FibreLeg> legs;
    const NetworkOutcome &outcome = catchments.outcomes[flow.outcome];
    for (const JourneyLeg &leg : journey_legs(catchments.routes(outcome), flow.city, outcome))
        legs.push_back(leg.fibre);
    return legs;
}

} // namespace catchment::maps
