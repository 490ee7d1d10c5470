// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "world/fibre_map.h"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <thread>

namespace catchment {

struct FibreMap::Graph : boost::compressed_sparse_row_graph<boost::directedS, boost::no_property,
                                                            boost::property<boost::edge_weight_t, std::uint32_t>> {
    using compressed_sparse_row_graph::compressed_sparse_row_graph;
};

FibreMap::FibreMap(std::shared_ptr<const World> world, const std::vector<std::string> &cut, const FibreMap *whole,
                   std::uint32_t stretch_metres)
    : world_(std::move(world)), stretch_metres_(stretch_metres) {
    read_segments(cut);
    anchor_cities();
    make_graph();
    choose_centres(whole);
    measure(0, whole);
}

FibreMap::FibreMap(const FibreMap &of, std::span<const CityId> centres, std::uint32_t stretch_metres)
    : world_(of.world_), nodes_(of.nodes_), anchor_(of.anchor_), anchor_metres_(of.anchor_metres_),
      edge_begin_(of.edge_begin_), edges_(of.edges_), cut_segments_(of.cut_segments_),
      row_(of.nodes_.size(), unreachable), stretch_metres_(of.stretch_metres_ + stretch_metres) {
    for (Edge &edge : edges_) {
        edge.metres += stretch_metres;
    }
    make_graph();
    for (const CityId city : centres) {
        add_centre(city);
    }
    measure(0, nullptr);
}

std::shared_ptr<const FibreMap> FibreMap::with_centres(std::span<const CityId> cities) const {
    const auto there = [this](CityId city) {
        const std::uint32_t node = anchor_[city.index()];
        return node == unreachable || row_[node] != unreachable;
    };
    if (std::ranges::all_of(cities, there)) {
        return nullptr;
    }
    const std::shared_ptr<FibreMap> out(new FibreMap(*this));
    for (const CityId city : cities) {
        out->add_centre(city);
    }
    out->measure(centres_.size(), nullptr);
    return out;
}

FibreMap::~FibreMap() = default;

void FibreMap::read_segments(const std::vector<std::string> &cut) {
    constexpr auto none = unreachable;
    std::vector<std::uint32_t> node_of(world_->cities.size(), none);
    for (const FibreSegment &s : world_->fibre) {
        for (const CityId city : {s.from, s.to}) {
            if (node_of[city.index()] == none) {
                node_of[city.index()] = 0;
                nodes_.push_back(city);
            }
        }
    }
    // By city rank, so that the lower node is the bytewise lower id.
    std::ranges::sort(nodes_, {}, [this](CityId c) { return world_->city_rank[c.index()]; });
    for (std::uint32_t n = 0; n < nodes_.size(); ++n) {
        node_of[nodes_[n].index()] = n;
    }
    std::vector<std::vector<Edge>> of(nodes_.size());
    for (std::uint32_t s = 0; s < world_->fibre.size(); ++s) {
        const FibreSegment &segment = world_->fibre[s];
        if (std::ranges::find(cut, segment.name) != cut.end()) {
            cut_segments_.push_back(s);
        } else {
            const std::uint32_t a = node_of[segment.from.index()];
            const std::uint32_t b = node_of[segment.to.index()];
            of[a].push_back({b, segment.metres + stretch_metres_, s});
            of[b].push_back({a, segment.metres + stretch_metres_, s});
        }
    }
    edge_begin_.assign(1, 0);
    for (auto &edges : of) {
        // Of parallel segments only the shortest counts; of equally long ones the lowest name.
        std::ranges::sort(edges, {}, [this](const Edge &e) {
            return std::tuple<std::uint32_t, std::uint32_t, const std::string &, std::uint32_t>(
                e.to, e.metres, world_->fibre[e.segment].name, e.segment);
        });
        const auto parallel = [](const Edge &a, const Edge &b) { return a.to == b.to; };
        edges.erase(std::unique(edges.begin(), edges.end(), parallel), edges.end());
        edges_.insert(edges_.end(), edges.begin(), edges.end());
        edge_begin_.push_back(static_cast<std::uint32_t>(edges_.size()));
    }
    anchor_ = std::move(node_of);
}

void FibreMap::anchor_cities() {
    anchor_metres_.assign(anchor_.size(), 0);
    for (std::size_t c = 0; c < anchor_.size(); ++c) {
        if (anchor_[c] != unreachable || nodes_.empty()) {
            continue;
        }
        const Anchor anchor = nearest_node(world_->cities[c].place);
        anchor_[c] = anchor.node;
        anchor_metres_[c] = static_cast<std::uint32_t>(std::lround(anchor.km * 1000));
    }
}

FibreMap::Anchor FibreMap::nearest_node(GeoPoint place) const {
    Anchor best{unreachable, std::numeric_limits<double>::infinity()};
    for (std::uint32_t n = 0; n < nodes_.size(); ++n) { // ties: the lower city id, which comes first
        const double km = great_circle_km(place, world_->city(nodes_[n]).place);
        if (km < best.km) {
            best = {n, km};
        }
    }
    return best;
}

void FibreMap::make_graph() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    std::vector<std::uint32_t> weights;
    pairs.reserve(edges_.size());
    weights.reserve(edges_.size());
    for (std::uint32_t from = 0; from < nodes_.size(); ++from) {
        for (std::uint32_t e = edge_begin_[from]; e < edge_begin_[from + 1]; ++e) {
            pairs.emplace_back(from, edges_[e].to);
            weights.push_back(edges_[e].metres);
        }
    }
    graph_ =
        std::make_shared<Graph>(boost::edges_are_sorted, pairs.begin(), pairs.end(), weights.begin(), nodes_.size());
}

void FibreMap::add_centre(CityId city) {
    const std::uint32_t node = anchor_[city.index()];
    if (node != unreachable && row_[node] == unreachable) {
        row_[node] = static_cast<std::uint32_t>(centres_.size());
        centres_.push_back(node);
    }
}

/// The places that packets are sent to.
void FibreMap::choose_centres(const FibreMap *whole) {
    if (whole) { // the nodes are the same, whatever is cut
        row_ = whole->row_;
        centres_ = whole->centres_;
        return;
    }
    row_.assign(nodes_.size(), unreachable);
    for (const Router &router : world_->routers) {
        add_centre(router.city);
    }
    for (const Region &region : world_->own_operator.regions) {
        add_centre(region.city);
    }
    for (const Exchange &exchange : world_->exchanges) {
        add_centre(exchange.city);
    }
}

/// The rows of the centres from `first_centre` on.
void FibreMap::measure(std::size_t first_centre, const FibreMap *whole) {
    const std::size_t n = nodes_.size();
    metres_.resize(centres_.size() * n);
    stretches_.resize(centres_.size() * n);
    // Rows do not depend on each other, so all cores share them.
    const std::size_t workers = std::max(1u, std::thread::hardware_concurrency());
    const auto work = [&](std::size_t worker) {
        for (std::size_t c = first_centre + worker; c < centres_.size(); c += workers) {
            const auto out = metres_.begin() + static_cast<std::ptrdiff_t>(c * n);
            if (whole && !touched_by_cut(whole->row_of(centres_[c]))) {
                std::ranges::copy(whole->row_of(centres_[c]), out);
            } else {
                std::ranges::copy(distances_from(centres_[c]), out);
            }
            count_stretches(c);
        }
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t worker = 1; worker < workers; ++worker) {
            threads.emplace_back(work, worker);
        }
        work(0);
    }
    // Without any fibre there is nothing by which one city could reach another; else one row tells of all.
    connected_ = n > 0 ? std::ranges::count(distances_from(0), unreachable) == 0 : anchor_.size() < 2;
}

/// From every node the next one towards the centre is the lowest on a shortest way, as in way().
void FibreMap::count_stretches(std::size_t row) {
    constexpr std::uint16_t unknown = 0xffff;
    const std::uint32_t *left = metres_.data() + row * nodes_.size();
    std::uint16_t *out = stretches_.data() + row * nodes_.size();
    std::fill_n(out, nodes_.size(), unknown);
    out[centres_[row]] = 0;
    std::vector<std::uint32_t> trail;
    for (std::uint32_t node = 0; node < nodes_.size(); ++node) {
        if (left[node] == unreachable) {
            out[node] = 0;
            continue;
        }
        std::uint32_t at = node;
        while (out[at] == unknown) {
            trail.push_back(at);
            std::uint32_t e = edge_begin_[at];
            while (left[edges_[e].to] == unreachable || edges_[e].metres + left[edges_[e].to] != left[at]) {
                ++e;
            }
            at = edges_[e].to;
        }
        for (std::uint16_t count = out[at]; !trail.empty(); trail.pop_back()) {
            out[trail.back()] = ++count;
        }
    }
}

/// Is a segment that was cut on a shortest way of this row?
bool FibreMap::touched_by_cut(std::span<const std::uint32_t> row) const {
    return std::ranges::any_of(cut_segments_, [&](std::uint32_t s) {
        const FibreSegment &segment = world_->fibre[s];
        const std::uint32_t a = row[anchor_[segment.from.index()]];
        const std::uint32_t b = row[anchor_[segment.to.index()]];
        return a != b && std::max(a, b) - std::min(a, b) == segment.metres + stretch_metres_;
    });
}

std::vector<std::uint32_t> FibreMap::distances_from(std::uint32_t node) const {
    std::vector<std::uint32_t> out(nodes_.size());
    const auto index = get(boost::vertex_index, *graph_);
    boost::dijkstra_shortest_paths_no_color_map(*graph_, node,
                                                boost::weight_map(get(boost::edge_weight, *graph_))
                                                    .distance_map(boost::make_iterator_property_map(out.begin(), index))
                                                    .distance_inf(unreachable));
    return out;
}

std::span<const std::uint32_t> FibreMap::row_of(std::uint32_t node) const {
    if (row_[node] == unreachable) {
        return {};
    }
    return std::span(metres_).subspan(row_[node] * nodes_.size(), nodes_.size());
}

std::uint32_t FibreMap::between(std::uint32_t a, std::uint32_t b) const {
    if (const auto row = row_of(b); !row.empty()) { // as far there as back
        return row[a];
    }
    const auto row = row_of(a);
    return row.empty() ? distances_from(a)[b] : row[b];
}

std::uint32_t FibreMap::metres(CityId a, CityId b) const {
    if (a == b) {
        return 0;
    }
    const std::uint32_t from = anchor_[a.index()];
    const std::uint32_t to = anchor_[b.index()];
    if (from == unreachable || to == unreachable) {
        return unreachable;
    }
    const std::uint32_t middle = between(from, to);
    return middle == unreachable ? unreachable : anchor_metres_[a.index()] + middle + anchor_metres_[b.index()];
}

std::pair<CityId, double> FibreMap::nearest_place(GeoPoint place) const {
    const Anchor anchor = nearest_node(place);
    return {anchor.node == unreachable ? CityId() : nodes_[anchor.node], anchor.km};
}

double FibreMap::km_between(GeoPoint a, GeoPoint b) const {
    const Anchor from = nearest_node(a);
    const Anchor to = nearest_node(b);
    if (from.node == to.node) {
        return great_circle_km(a, b);
    }
    const std::uint32_t middle = from.node == unreachable ? unreachable : between(from.node, to.node);
    return middle == unreachable ? std::numeric_limits<double>::infinity() : from.km + middle / 1000.0 + to.km;
}

std::uint32_t FibreMap::stretches(CityId a, CityId b) const {
    const std::uint32_t from = anchor_[a.index()];
    const std::uint32_t to = anchor_[b.index()];
    if (a == b || from == unreachable || to == unreachable) {
        return 0;
    }
    if (row_[to] != unreachable) {
        return stretches_[row_[to] * nodes_.size() + from];
    }
    return static_cast<std::uint32_t>(
        std::ranges::count_if(way(a, b), [](const FibreLeg &leg) { return leg.segment.has_value(); }));
}

std::vector<FibreLeg> FibreMap::way(CityId a, CityId b) const {
    std::vector<FibreLeg> legs;
    if (a == b || metres(a, b) == unreachable) {
        return legs;
    }
    std::uint32_t at = anchor_[a.index()];
    const std::uint32_t to = anchor_[b.index()];
    std::vector<std::uint32_t> searched;
    std::span<const std::uint32_t> left = row_of(to); // metres from any node to the end
    if (left.empty()) {
        searched = distances_from(to);
        left = searched;
    }
    if (nodes_[at] != a) {
        legs.push_back({a, nodes_[at], std::nullopt, anchor_metres_[a.index()]});
    }
    while (at != to) {
        // Neighbours come in the order of their ids, so the first on a shortest way begins the lowest sequence.
        const auto first = edges_.begin() + edge_begin_[at];
        const auto last = edges_.begin() + edge_begin_[at + 1];
        const auto next = std::find_if(
            first, last, [&](const Edge &e) { return left[e.to] != unreachable && e.metres + left[e.to] == left[at]; });
        legs.push_back({nodes_[at], nodes_[next->to], SegmentId(next->segment), next->metres - stretch_metres_});
        at = next->to;
    }
    if (nodes_[to] != b) {
        legs.push_back({nodes_[to], b, std::nullopt, anchor_metres_[b.index()]});
    }
    return legs;
}

} // namespace catchment
