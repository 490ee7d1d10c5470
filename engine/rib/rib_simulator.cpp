// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "rib/rib_simulator.h"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>

namespace catchment {

RibSimulator::RibSimulator(std::shared_ptr<const AsGraph> graph, std::span<const Node> validators,
                           std::span<const RibPreference> prefer)
    : graph_(std::move(graph)), validates_(graph_->size()), has_preferences_(graph_->size()) {
    for (const Node node : validators) {
        validates_[node] = 1;
    }
    for (const RibPreference &p : prefer) {
        const std::pair key(graph_->find(p.network).value(), graph_->find(p.neighbour).value());
        prefer_.emplace_back(key, p.value);
        has_preferences_[key.first] = 1;
    }
    std::ranges::sort(prefer_);
    solution_.graph = graph_.get();
}

std::vector<Asn> RibSimulator::run(const RibPrefix &prefix, std::optional<std::uint64_t> seed) {
    begin(prefix);
    at_random_ = seed.has_value();
    dice_.seed(seed.value_or(1));
    const std::size_t in_all = cap_.in_all != 0 ? cap_.in_all : 100'000 + std::size_t{50} * graph_->size();
    if (!wait(cap_.of_one_network, in_all)) {
        at_random_ = true;
        if (!wait(cap_.of_one_network, in_all)) {
            return guilty();
        }
    }
    fill_solution();
    return {};
}

void RibSimulator::begin(const RibPrefix &prefix) {
    prefix_ = &prefix;
    states_.assign(graph_->size(), {});
    chain_.clear();
    announced_.clear();
    turns_.clear();
    waits_.assign(graph_->size(), 0);
    for (std::uint32_t k = 0; k < prefix.announcers.size(); ++k) {
        const RibAnnouncer &announcer = prefix.announcers[k];
        std::uint32_t path = none;
        for (std::size_t i = announcer.path.size(); i-- > 0;) {
            path = chained(announcer.path[i], path);
        }
        Announced &announced = announced_.emplace_back(Announced{announcer.node, {path}});
        std::uint16_t prepends = 0;
        for (const RibSession &session : announcer.sessions) {
            prepends = std::max(prepends, session.prepend);
        }
        for (std::uint16_t i = 0; i < prepends; ++i) {
            announced.paths.push_back(chained(announcer.path.front(), announced.paths.back()));
        }
        State &state = states_[announcer.node];
        state.path = path;
        state.announcer = k;
        state.learned_from = LearnedFrom::Own;
    }
    for (const Announced &announced : announced_) {
        wake_neighbours(announced.node, true);
    }
}

std::uint32_t RibSimulator::chained(Asn asn, std::uint32_t rest) {
    chain_.push_back({asn, rest, rest == none ? 1 : chain_[rest].length + 1});
    return static_cast<std::uint32_t>(chain_.size() - 1);
}

/// Goes on until nobody waits for a turn; false where a cap was reached before.
bool RibSimulator::wait(std::size_t of_one_network, std::size_t in_all) {
    changes_.assign(graph_->size(), 0);
    std::size_t changes = 0;
    while (!turns_.empty()) {
        const Node node = next_turn();
        if (take_turn(node) && (++changes_[node] >= of_one_network || ++changes >= in_all)) {
            return false;
        }
    }
    return true;
}

AsGraph::Node RibSimulator::next_turn() {
    if (at_random_) {
        std::swap(turns_.front(), turns_[static_cast<std::size_t>(dice_() % turns_.size())]);
    }
    const Node node = turns_.front();
    turns_.pop_front();
    waits_[node] = 0;
    return node;
}

void RibSimulator::wake(Node node) {
    if (!waits_[node] && states_[node].learned_from != LearnedFrom::Own) {
        waits_[node] = 1;
        turns_.push_back(node);
    }
}

void RibSimulator::wake_neighbours(Node node, bool all) {
    if (all) {
        std::ranges::for_each(graph_->providers()[node], [this](Node to) { wake(to); });
        std::ranges::for_each(graph_->peers()[node], [this](Node to) { wake(to); });
    }
    std::ranges::for_each(graph_->customers()[node], [this](Node to) { wake(to); });
}

/// A network looks at everything that it is offered. True where its route changed.
bool RibSimulator::take_turn(Node node) {
    State best;
    for (const Node from : graph_->customers()[node]) {
        consider(node, from, Relationship::Customer, best);
    }
    for (const Node from : graph_->peers()[node]) {
        consider(node, from, Relationship::Peer, best);
    }
    for (const Node from : graph_->providers()[node]) {
        consider(node, from, Relationship::Provider, best);
    }
    State &state = states_[node];
    if (best.heard == state.heard && (best.heard == none || best.next == state.next)) {
        return false;
    }
    if (causes_ != nullptr) {
        for (const State *route : {&state, &best}) {
            if (route->heard != none) {
                causes_->emplace_back(route->next, node);
            }
        }
    }
    const auto upwards = [](const State &route) {
        return route.learned_from == LearnedFrom::Customer && !route.no_export;
    };
    const bool all = upwards(state) || upwards(best);
    state = best;
    state.path = state.heard == none ? none : chained(graph_->asn(node), state.heard);
    wake_neighbours(node, all);
    return true;
}

/// Puts what a neighbour offers in the place of `best`, where it is usable and better.
void RibSimulator::consider(Node node, Node from, Relationship from_is, State &best) const {
    const State &sender = states_[from];
    std::uint32_t heard = sender.path;
    bool no_export = false;
    if (heard == none || sender.no_export) {
        return;
    }
    if (sender.learned_from == LearnedFrom::Own) {
        const RibSession session = prefix_->announcers[sender.announcer].to(node);
        if (!session.announced) {
            return;
        }
        heard = announced_[sender.announcer].paths[session.prepend];
        no_export = session.no_export;
    } else if (sender.learned_from != LearnedFrom::Customer && from_is != Relationship::Provider) {
        return; // no valleys
    }
    const std::uint32_t local_pref = preference(node, from, from_is);
    if (best.heard != none) {
        const std::uint32_t length = chain_[heard].length;
        const std::uint32_t best_length = chain_[best.heard].length;
        const bool better = local_pref != best.preference ? local_pref > best.preference
                            : length != best_length       ? length < best_length
                                                          : graph_->asn(from) < graph_->asn(best.next);
        if (!better) {
            return;
        }
    }
    if (contains(heard, graph_->asn(node)) || (validates_[node] && prefix_->announcers[sender.announcer].invalid)) {
        return;
    }
    const LearnedFrom learned = from_is == Relationship::Customer ? LearnedFrom::Customer
                                : from_is == Relationship::Peer   ? LearnedFrom::Peer
                                                                  : LearnedFrom::Provider;
    best = {heard, none, from, local_pref, sender.announcer, learned, no_export};
}

bool RibSimulator::contains(std::uint32_t path, Asn asn) const {
    while (path != none && chain_[path].asn != asn) {
        path = chain_[path].rest;
    }
    return path != none;
}

std::uint32_t RibSimulator::preference(Node node, Node from, Relationship from_is) const {
    if (has_preferences_[node]) {
        const std::pair key(node, from);
        const auto at = std::ranges::lower_bound(prefer_, key, {}, [](const auto &entry) { return entry.first; });
        if (at != prefer_.end() && at->first == key) {
            return at->second;
        }
    }
    return from_is == Relationship::Customer ? 300 : from_is == Relationship::Peer ? 200 : 100;
}

/// The networks that keep each other changing. Others only follow them: who is changed by whom has circles among the
/// guilty alone.
std::vector<Asn> RibSimulator::guilty() {
    std::vector<std::pair<Node, Node>> causes;
    causes_ = &causes;
    wait(100, 1000 + std::size_t{5} * graph_->size());
    causes_ = nullptr;
    std::ranges::sort(causes);
    causes.erase(std::unique(causes.begin(), causes.end()), causes.end());
    using Graph = boost::compressed_sparse_row_graph<boost::directedS>;
    const Graph graph(boost::edges_are_unsorted_multi_pass, causes.begin(), causes.end(), graph_->size());
    std::vector<std::size_t> component(graph_->size());
    boost::strong_components(graph,
                             boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)));
    std::vector<std::size_t> sizes(graph_->size());
    for (const std::size_t c : component) {
        ++sizes[c];
    }
    std::vector<Asn> out;
    for (const Node node : graph_->by_asn()) {
        if (sizes[component[node]] > 1) {
            out.push_back(graph_->asn(node));
        }
    }
    if (out.empty()) {
        for (const Node node : graph_->by_asn()) {
            if (changes_[node] > 0) {
                out.push_back(graph_->asn(node));
            }
        }
    }
    return out;
}

void RibSimulator::fill_solution() {
    solution_.prefix = prefix_;
    solution_.routes.assign(graph_->size(), {RibSolution::unreached, 0});
    for (Node node = 0; node < graph_->size(); ++node) {
        const State &state = states_[node];
        if (state.learned_from == LearnedFrom::Own) {
            solution_.routes[node] = {RibSolution::own_rank, state.announcer};
        } else if (state.heard != none) {
            const std::uint32_t rank = (4 - static_cast<std::uint32_t>(state.learned_from)) << 30;
            solution_.routes[node] = {rank | chain_[state.heard].length, state.next};
        }
    }
}

} // namespace catchment
