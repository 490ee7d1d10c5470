// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/validators.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace catchment {
namespace {

/// One step of SplitMix64 (Steele, Lea, Flood 2014): the same on every machine.
std::uint64_t mixed(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
    return x ^ (x >> 31);
}

std::vector<NetworkId> by_size(const World &world) {
    std::vector<double> users(world.networks.size(), 0);
    for (const AccessShare &a : world.access) {
        users[a.network.index()] += a.share * static_cast<double>(world.city(a.city).users);
    }
    std::vector<std::size_t> neighbours(world.networks.size(), 0);
    for (const Link &link : world.links) {
        ++neighbours[link.a.index()];
        ++neighbours[link.b.index()];
    }
    std::vector<NetworkId> out;
    for (std::size_t n = 0; n < world.networks.size(); ++n) {
        out.emplace_back(n);
    }
    std::ranges::sort(out, {}, [&](NetworkId n) {
        return std::tuple(-users[n.index()], -static_cast<double>(neighbours[n.index()]), world.network(n).asn);
    });
    return out;
}

std::vector<NetworkId> by_lot(const World &world, std::uint64_t seed) {
    std::vector<std::pair<std::uint64_t, NetworkId>> drawn;
    for (std::size_t n = 0; n < world.networks.size(); ++n) {
        drawn.emplace_back(mixed(mixed(seed) ^ world.networks[n].asn.value), NetworkId(n));
    }
    std::ranges::sort(drawn);
    std::vector<NetworkId> out;
    for (const auto &[lot, network] : drawn) {
        out.push_back(network);
    }
    return out;
}

} // namespace

std::vector<Asn> validators(const World &world, double share, ValidatorOrder order, std::uint64_t seed) {
    const auto ranked = order == ValidatorOrder::LargestFirst ? by_size(world) : by_lot(world, seed);
    const auto count =
        static_cast<std::size_t>(std::llround(std::clamp(share, 0.0, 1.0) * static_cast<double>(ranked.size())));
    std::vector<Asn> out;
    for (std::size_t i = 0; i < count; ++i) {
        out.push_back(world.network(ranked[i]).asn);
    }
    std::ranges::sort(out);
    return out;
}

} // namespace catchment
