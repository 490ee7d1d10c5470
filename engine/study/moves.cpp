// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/moves.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace catchment {
namespace {

/// Adds movers up.
class Adder {
public:
    void add(const Mover &mover) {
        moves_.users += mover.users;
        if (mover.from && mover.to) {
            moves_.reached_users += mover.users;
            gained_ += mover.users * mover.gained_ms;
        } else if (mover.from) {
            moves_.newly_unreached_users += mover.users;
        } else if (mover.to) {
            moves_.newly_reached_users += mover.users;
        }
    }

    Moves moves() const {
        Moves out = moves_;
        out.gained_ms = out.reached_users > 0 ? gained_ / out.reached_users : 0;
        return out;
    }

private:
    Moves moves_;
    double gained_ = 0; ///< users × ms
};

/// The movers by `key_of`, which is ordered as ties are to be; `make` makes an entry of a key and its moves.
template <class KeyOf, class Make>
auto grouped_by(const Comparison &comparison, KeyOf key_of, Make make) {
    std::map<decltype(key_of(comparison.movers.front())), Adder> groups;
    for (const Mover &mover : comparison.movers) {
        groups[key_of(mover)].add(mover);
    }
    std::vector<decltype(make(groups.begin()->first, Moves()))> out;
    for (const auto &[key, adder] : groups) {
        out.push_back(make(key, adder.moves()));
    }
    std::ranges::stable_sort(out, std::ranges::greater(), [](const auto &entry) { return entry.moves.users; });
    return out;
}

} // namespace

std::vector<CityMoves> moves_by_city(const Comparison &comparison, const World &world) {
    return grouped_by(
        comparison, [&](const Mover &m) { return std::pair(world.city_rank[m.city.index()], m.city); },
        [](const auto &key, const Moves &moves) {
            return CityMoves{key.second, moves};
        });
}

std::vector<CountryMoves> moves_by_country(const Comparison &comparison, const World &world) {
    return grouped_by(
        comparison, [&](const Mover &m) { return world.city(m.city).country; },
        [](const std::string &country, const Moves &moves) {
            return CountryMoves{country, moves};
        });
}

std::vector<NetworkMoves> moves_by_network(const Comparison &comparison) {
    return grouped_by(
        comparison, [](const Mover &m) { return m.network; }, // ascending by AS number, as in the world
        [](NetworkId network, const Moves &moves) {
            return NetworkMoves{network, moves};
        });
}

std::vector<Flow> flows(const Comparison &comparison, const Operator &op) {
    const auto code = [&op](const std::optional<RegionId> &region) {
        return region ? op.regions[region->index()].code : std::string();
    };
    return grouped_by(
        comparison,
        [&](const Mover &m) {
            return std::tuple(code(m.from), code(m.to), m.from_hijacker, m.to_hijacker, m.from, m.to);
        },
        [](const auto &key, const Moves &moves) {
            return Flow{std::get<4>(key), std::get<5>(key), std::get<2>(key), std::get<3>(key), moves};
        });
}

std::vector<RegionMoves> moves_by_region(const Comparison &comparison, const Catchments &before,
                                         const Catchments &after) {
    std::vector<RegionMoves> all(after.op().regions.size());
    for (const RegionOutcome &r : before.regions) {
        all[r.region.index()].users_before = r.users;
    }
    for (const RegionOutcome &r : after.regions) {
        all[r.region.index()].users_after = r.users;
    }
    for (const Mover &mover : comparison.movers) {
        if (mover.from != mover.to) {
            if (mover.from) {
                all[mover.from->index()].lost_users += mover.users;
            }
            if (mover.to) {
                all[mover.to->index()].gained_users += mover.users;
            }
        }
    }
    std::vector<RegionMoves> out;
    for (std::size_t r = 0; r < all.size(); ++r) {
        if (before.region(RegionId(r)) || after.region(RegionId(r))) {
            out.push_back(all[r]);
            out.back().region = RegionId(r);
        }
    }
    return out;
}

} // namespace catchment
