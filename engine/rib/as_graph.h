// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/ids.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

namespace catchment {

/// Two networks and what they are to each other: `a` is the provider of `b`, or the two are peers.
struct AsLink {
    Asn a;
    Asn b;
    bool transit = false;
};

/// Networks that provide for each other in a circle. `links` are the links between them, in the order of the circle,
/// as indices into the links that were given.
struct AsProviderCycle : std::runtime_error {
    AsProviderCycle(std::vector<Asn> in_networks, std::vector<std::size_t> in_links);
    std::vector<Asn> networks;
    std::vector<std::size_t> links;
};

/// Networks and their relationships with no geography, as compressed rows by relationship. Immutable.
///
/// A network's id is its place in an order in which providers come before their customers, and all networks that have
/// customers (the *transit* networks) before those that have none. So one pass over the ids goes down the hierarchy
/// of transit, the other way round goes up. Networks of equal height with equally many providers stand together,
/// which keeps the loops over them regular. The neighbours in a row stand in ascending order of their AS numbers: the
/// first of equals wins decision step 7.
class AsGraph {
public:
    using Node = std::uint32_t;
    using Row = std::span<const Node>;

    /// One kind of neighbours of every network.
    class Rows {
    public:
        Row operator[](Node node) const { return {to_.data() + begin_[node], begin_[node + 1] - begin_[node]}; }
        const Node *data() const { return to_.data(); }
        std::uint32_t begin(Node node) const { return begin_[node]; }
        std::uint32_t end(Node node) const { return begin_[node + 1]; }
        const std::vector<Node> &all() const { return to_; }

    private:
        friend class AsGraph;
        std::vector<std::uint32_t> begin_;
        std::vector<Node> to_;
    };

    AsGraph() = default;

    /// Each pair of networks at most once, none with itself. Throws AsProviderCycle.
    explicit AsGraph(std::span<const AsLink> links);

    Node size() const { return static_cast<Node>(asn_.size()); }

    /// Ids below this one have customers, those from it on have none.
    Node transit_count() const { return transit_count_; }

    Asn asn(Node node) const { return Asn{asn_[node]}; }
    const std::uint32_t *asns() const { return asn_.data(); } ///< by id

    std::optional<Node> find(Asn asn) const;

    /// All ids in ascending order of their AS numbers.
    std::span<const Node> by_asn() const { return by_asn_; }

    const Rows &providers() const { return providers_; }
    const Rows &peers() const { return peers_; }
    const Rows &customers() const { return customers_; }

private:
    void number(std::span<const AsLink> links, std::span<const std::pair<Node, Node>> ends);

    std::vector<std::uint32_t> asn_;
    std::vector<Node> by_asn_;
    Node transit_count_ = 0;
    Rows providers_;
    Rows peers_;
    Rows customers_;
};

} // namespace catchment
