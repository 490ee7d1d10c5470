// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rib/as_graph.h"

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>

#include <cstdint>
#include <utility>

namespace catchment {

/// The transit links of an AsGraph, each from provider to customer, as Boost.Graph's algorithms want a graph: a model
/// of its concepts Vertex List Graph and Incidence Graph. A view: the graph has to stay.
struct CustomerGraph {
    explicit CustomerGraph(const AsGraph &in_graph) : graph(&in_graph) {}
    const AsGraph *graph;

    struct Edge {
        AsGraph::Node provider = 0;
        AsGraph::Node customer = 0;
        friend bool operator==(const Edge &, const Edge &) = default;
    };

    class EdgeIterator : public boost::iterator_facade<EdgeIterator, Edge, boost::random_access_traversal_tag, Edge> {
    public:
        EdgeIterator() = default;
        EdgeIterator(AsGraph::Node provider, const AsGraph::Node *customer)
            : provider_(provider), customer_(customer) {}

    private:
        friend class boost::iterator_core_access;
        Edge dereference() const { return {provider_, *customer_}; }
        bool equal(const EdgeIterator &other) const { return customer_ == other.customer_; }
        void increment() { ++customer_; }
        void decrement() { --customer_; }
        void advance(std::ptrdiff_t n) { customer_ += n; }
        std::ptrdiff_t distance_to(const EdgeIterator &other) const { return other.customer_ - customer_; }

        AsGraph::Node provider_ = 0;
        const AsGraph::Node *customer_ = nullptr;
    };
};

// What Boost.Graph looks up by the type of the graph.
inline std::pair<boost::counting_iterator<AsGraph::Node>, boost::counting_iterator<AsGraph::Node>>
vertices(const CustomerGraph &view) {
    return {boost::counting_iterator<AsGraph::Node>(0), boost::counting_iterator<AsGraph::Node>(view.graph->size())};
}
inline std::size_t num_vertices(const CustomerGraph &view) { return view.graph->size(); }
inline std::pair<CustomerGraph::EdgeIterator, CustomerGraph::EdgeIterator> out_edges(AsGraph::Node node,
                                                                                     const CustomerGraph &view) {
    const AsGraph::Row row = view.graph->customers()[node];
    return {{node, row.data()}, {node, row.data() + row.size()}};
}
inline std::size_t out_degree(AsGraph::Node node, const CustomerGraph &view) {
    return view.graph->customers()[node].size();
}
inline AsGraph::Node source(const CustomerGraph::Edge &edge, const CustomerGraph &) { return edge.provider; }
inline AsGraph::Node target(const CustomerGraph::Edge &edge, const CustomerGraph &) { return edge.customer; }
inline boost::typed_identity_property_map<AsGraph::Node> get(boost::vertex_index_t, const CustomerGraph &) {
    return {};
}

} // namespace catchment

template <>
struct boost::graph_traits<catchment::CustomerGraph> {
    using vertex_descriptor = catchment::AsGraph::Node;
    using edge_descriptor = catchment::CustomerGraph::Edge;
    using directed_category = boost::directed_tag;
    using edge_parallel_category = boost::disallow_parallel_edge_tag;
    struct traversal_category : boost::vertex_list_graph_tag, boost::incidence_graph_tag {};
    using vertex_iterator = boost::counting_iterator<vertex_descriptor>;
    using vertices_size_type = std::size_t;
    using out_edge_iterator = catchment::CustomerGraph::EdgeIterator;
    using degree_size_type = std::size_t;
    using edges_size_type = std::size_t;
    static vertex_descriptor null_vertex() { return ~vertex_descriptor{0}; }
};

template <>
struct boost::property_map<catchment::CustomerGraph, boost::vertex_index_t> {
    using type = boost::typed_identity_property_map<catchment::AsGraph::Node>;
    using const_type = type;
};
