// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/stage_summary.h"

#include "routing/playback.h"

#include <algorithm>
#include <map>
#include <set>

namespace catchment {
namespace {

using Region = std::optional<RegionId>;

/// Follows all users through one stage after another.
class Watch {
public:
    explicit Watch(const std::shared_ptr<const Convergence> &convergence)
        : convergence_(*convergence), world_(convergence->whole->world()), playback_(convergence) {
        users_.resize(world_.access.size());
        cities_.resize(world_.cities.size());
        served_.resize(convergence_.whole->router_count());
        for (std::uint32_t a = 0; a < world_.access.size(); ++a) {
            served_[world_.access[a].entry.index()].push_back(a);
        }
        settle();
    }

    StageSummary follow(std::size_t stage) {
        begin(stage);
        const std::size_t last = convergence_.changes_of(stage).second;
        // What happens at one moment is done before anything is looked at; first of all the event itself.
        Moment moment = convergence_.stages[stage].at;
        for (bool more = true; more; moment = more ? convergence_.changes[playback_.position()].at : moment) {
            while (playback_.position() < last && convergence_.changes[playback_.position()].at <= moment) {
                playback_.step();
            }
            look(moment);
            more = playback_.position() < last;
        }
        add_up();
        routers(stage);
        return std::move(summary_);
    }

private:
    /// Before the first event.
    void settle() {
        connect(*convergence_.topology);
        for (std::uint32_t a = 0; a < users_.size(); ++a) {
            users_[a].region = region_of(a);
        }
        for (std::uint32_t c = 0; c < cities_.size(); ++c) {
            cities_[c].region = majority(CityId(c));
        }
    }

    /// The users of one access network in one city.
    struct Users {
        Region before;
        Region region;
        bool connected = false; ///< to a router of their network
        Moment since{0};        ///< without a region
        Moment interrupted{0};  ///< the longest time without
        Moment without{0};      ///< all the time without
    };
    struct CityState {
        Region before;
        Region region;
        bool changed = false;
    };

    void begin(std::size_t stage) {
        summary_ = {};
        for (Users &users : users_) {
            users.before = users.region;
            users.interrupted = Moment{0};
            users.without = Moment{0};
            users.since = convergence_.stages[stage].at;
        }
        for (CityState &city : cities_) {
            city.before = city.region;
            city.changed = false;
        }
        connect(*convergence_.stages[stage].topology);
        for (std::uint32_t a = 0; a < users_.size(); ++a) {
            touched_.push_back(a);
        }
    }

    void connect(const Topology &topology) {
        for (std::uint32_t a = 0; a < users_.size(); ++a) {
            const AccessShare &access = world_.access[a];
            users_[a].connected =
                !topology.failed(access.network) &&
                topology.fibre().metres(access.city, world_.router(access.entry).city) != FibreMap::unreachable;
        }
    }

    Region region_of(std::uint32_t a) const {
        return users_[a].connected ? playback_.region(world_.access[a].entry) : std::nullopt;
    }

    double people(std::uint32_t a) const {
        const AccessShare &access = world_.access[a];
        return access.share * static_cast<double>(world_.city(access.city).users);
    }

    /// Brings users and cities up to what the routers do now.
    void look(Moment now) {
        for (const RouterId router : playback_.take_moved()) {
            const auto &served = served_[router.index()];
            touched_.insert(touched_.end(), served.begin(), served.end());
        }
        for (const std::uint32_t a : touched_) {
            Users &users = users_[a];
            const Region region = region_of(a);
            if (region == users.region) {
                continue;
            }
            if (!users.region) {
                users.interrupted = std::max(users.interrupted, now - users.since);
                users.without += now - users.since;
            }
            users.since = now;
            users.region = region;
            const CityId city = world_.access[a].city;
            CityState &state = cities_[city.index()];
            state.region = majority(city);
            restless_.push_back(city);
        }
        for (const CityId city : restless_) { // once all of its users are where they are now
            CityState &state = cities_[city.index()];
            state.changed = state.changed || state.region != state.before;
        }
        touched_.clear();
        restless_.clear();
    }

    Region majority(CityId city) const {
        std::map<RegionId, double> reached;
        const std::uint32_t first = world_.access_begin[city.index()];
        for (std::uint32_t a = first; a < world_.access_begin[city.index() + 1]; ++a) {
            if (users_[a].region) {
                reached[*users_[a].region] += people(a);
            }
        }
        const auto code = [this](RegionId r) -> const std::string & {
            return convergence_.whole->op().regions[r.index()].code;
        };
        Region best;
        for (const auto &[region, users] : reached) {
            if (!best || users > reached[*best] || (users == reached[*best] && code(region) < code(*best))) {
                best = region;
            }
        }
        return best;
    }

    void add_up() {
        summary_.interrupted.assign(cities_.size(), 0);
        summary_.seconds_without.assign(cities_.size(), 0);
        for (std::uint32_t a = 0; a < users_.size(); ++a) {
            const Users &users = users_[a];
            if (!users.before) {
                continue;
            }
            (users.region ? summary_.users_moved : summary_.users_lost) += users.region != users.before ? people(a) : 0;
            if (users.region && users.interrupted > Moment{0}) {
                summary_.users_interrupted += people(a);
                summary_.longest_without = std::max(summary_.longest_without, users.without);
                summary_.interrupted[world_.access[a].city.index()] += people(a);
                summary_.seconds_without[world_.access[a].city.index()] +=
                    people(a) * std::chrono::duration<double>(users.without).count();
                if (users.interrupted > summary_.longest_interruption) {
                    summary_.longest_interruption = users.interrupted;
                    summary_.longest_in = world_.access[a].city;
                }
            }
        }
        for (const CityState &city : cities_) {
            summary_.cities_changed += city.changed;
            summary_.cities_moved += city.region && city.region != city.before;
            summary_.cities_lost += city.before && !city.region;
        }
    }

    void routers(std::size_t stage) {
        const auto [first, last] = convergence_.changes_of(stage);
        std::map<RouterId, std::vector<std::size_t>> by_router;
        for (std::size_t c = first; c < last; ++c) {
            const RouteChange &change = convergence_.changes[c];
            std::vector<std::size_t> &steps = by_router[change.router];
            if (change.before.path != change.after.path) {
                steps.push_back(c);
            }
        }
        std::map<Asn, Exploration> by_network;
        for (auto &[router, steps] : by_router) {
            Exploration &most = by_network[convergence_.whole->asn_of(router)];
            if (steps.size() > most.steps.size()) {
                most = {router, std::move(steps), 0};
            }
        }
        summary_.routers = by_router.size();
        summary_.networks = by_network.size();
        summary_.half_of_changes =
            first == last ? convergence_.stages[stage].at : convergence_.changes[first + (last - first - 1) / 2].at;
        for (auto &[asn, one] : by_network) {
            if (one.steps.size() < 2) {
                continue;
            }
            std::set<PathId> paths;
            for (const std::size_t c : one.steps) {
                paths.insert(convergence_.changes[c].after.path);
            }
            paths.erase(PathTable::none);
            one.paths = paths.size();
            summary_.explored.push_back(std::move(one));
        }
        std::ranges::stable_sort(summary_.explored, [](const Exploration &a, const Exploration &b) {
            return std::pair(a.paths, a.steps.size()) > std::pair(b.paths, b.steps.size());
        });
    }

    const Convergence &convergence_;
    const World &world_;
    Playback playback_;
    std::vector<Users> users_;                       ///< as World::access
    std::vector<CityState> cities_;                  ///< per city
    std::vector<std::vector<std::uint32_t>> served_; ///< per router: whose users it serves, in users_
    std::vector<std::uint32_t> touched_;
    std::vector<CityId> restless_;
    StageSummary summary_;
};

} // namespace

std::vector<StageSummary> stage_summaries(const std::shared_ptr<const Convergence> &convergence) {
    std::vector<StageSummary> out;
    if (convergence->stages.empty()) {
        return out;
    }
    Watch watch(convergence);
    for (std::size_t s = 0; s < convergence->stages.size(); ++s) {
        out.push_back(watch.follow(s));
    }
    return out;
}

} // namespace catchment
