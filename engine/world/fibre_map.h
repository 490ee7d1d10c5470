// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace catchment {

/// One stretch of a way: along a segment of the fibre map, or (no segment) the great circle by which a city that
/// is not on the fibre map reaches it.
struct FibreLeg {
    CityId from;
    CityId to;
    std::optional<SegmentId> segment;
    std::uint32_t metres = 0; ///< its length, whatever ways are weighed by
};

/// Shortest ways between cities over the fibre that is left when some cables are cut. Immutable once built.
///
/// Distances are whole metres. Of equally long ways the one with the bytewise lowest sequence of city ids is
/// taken. A city that is in no segment at all reaches the map by the great circle to the nearest place that is; a
/// city whose segments have all been cut does not. Does not know networks: all fibre is open to all.
///
/// Distances to every city in which a router, a region or an exchange of the world stands are computed once; a question
/// between two other cities is answered just as well, but by a search of its own (see with_centres).
class FibreMap {
public:
    static constexpr std::uint32_t unreachable = std::numeric_limits<std::uint32_t>::max();

    /// `cut`: names of cables or routes of which every segment is out. Keeps a reference to the world.
    /// `whole`: the map of the same world with nothing cut, where it is at hand: what a cut does not touch is taken
    /// from there. `stretch_metres`: added to the length of every segment, to weigh ways by more than kilometres.
    explicit FibreMap(std::shared_ptr<const World> world, const std::vector<std::string> &cut = {},
                      const FibreMap *whole = nullptr, std::uint32_t stretch_metres = 0);

    /// The fibre of another map, its ways weighed by more: `stretch_metres` are added for every segment. Soon built,
    /// and quick about ways to and from `centres` alone.
    FibreMap(const FibreMap &of, std::span<const CityId> centres, std::uint32_t stretch_metres);
    ~FibreMap();

    /// The same map, as quick about ways to and from these cities; nothing where this one is already. It answers all
    /// questions alike.
    std::shared_ptr<const FibreMap> with_centres(std::span<const CityId> cities) const;

    /// Metres from `a` to `b`, with what is added for each segment, or `unreachable`.
    std::uint32_t metres(CityId a, CityId b) const;

    /// How many segments the way from `a` to `b` has; 0 where it is unreachable.
    std::uint32_t stretches(CityId a, CityId b) const;

    /// The way from `a` to `b`, leg by leg; empty where a = b, where it is unreachable.
    std::vector<FibreLeg> way(CityId a, CityId b) const;

    /// Kilometres between any two places: by great circle to the nearest place on the map, over the map, and from
    /// there by great circle; straight where both are nearest to the same place. Infinite where it is unreachable.
    double km_between(GeoPoint a, GeoPoint b) const;

    /// The place on the map that is nearest to `place`, and how far it is by great circle, in km.
    std::pair<CityId, double> nearest_place(GeoPoint place) const;

    /// Is every city reachable from every other?
    bool connected() const { return connected_; }

private:
    FibreMap(const FibreMap &) = default;

    struct Edge {
        std::uint32_t to;
        std::uint32_t metres; ///< weighed
        std::uint32_t segment;
    };

    struct Graph; ///< Boost's view of the edges

    struct Anchor {
        std::uint32_t node;
        double km;
    };

    Anchor nearest_node(GeoPoint place) const;
    void read_segments(const std::vector<std::string> &cut);
    void anchor_cities();
    void make_graph();
    void choose_centres(const FibreMap *whole);
    void add_centre(CityId city);
    void measure(std::size_t first_centre, const FibreMap *whole);
    void count_stretches(std::size_t row);
    bool touched_by_cut(std::span<const std::uint32_t> row) const;
    std::vector<std::uint32_t> distances_from(std::uint32_t node) const;
    std::uint32_t between(std::uint32_t node_a, std::uint32_t node_b) const;
    std::span<const std::uint32_t> row_of(std::uint32_t node) const; ///< empty where it has none

    std::shared_ptr<const World> world_;
    std::vector<CityId> nodes_;                ///< the cities on the map, by city rank
    std::vector<std::uint32_t> anchor_;        ///< of each city: its node, or the nearest
    std::vector<std::uint32_t> anchor_metres_; ///< of each city: how far its anchor is
    std::vector<std::uint32_t> edge_begin_;
    std::vector<Edge> edges_; ///< of a node, sorted by neighbour
    std::shared_ptr<const Graph> graph_;
    std::vector<std::uint32_t> cut_segments_;
    std::vector<std::uint32_t> centres_;   ///< the nodes that have a row
    std::vector<std::uint32_t> row_;       ///< per node: its row, or `unreachable`
    std::vector<std::uint32_t> metres_;    ///< row × node
    std::vector<std::uint16_t> stretches_; ///< row × node
    std::uint32_t stretch_metres_ = 0;
    bool connected_ = true;
};

} // namespace catchment
