// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "rib/rib_ties.h"

namespace catchment {

RibTies::RibTies(const RibSolver &solver) : solver_(&solver) {
    const std::size_t nodes = solver.graph_->size();
    begin_.resize(nodes);
    end_.resize(nodes);
    epoch_of_.resize(nodes);
}

void RibTies::restart() {
    ++epoch_;
    pool_.clear();
}

/// The tied neighbours of a network, ascending, as a range of pool_.
std::pair<std::uint32_t, std::uint32_t> RibTies::candidates(Node node) {
    if (epoch_of_[node] == epoch_) {
        return {begin_[node], end_[node]};
    }
    const RibSolution &solution = solver_->solution_;
    const AsGraph &graph = *solver_->graph_;
    const auto gather = [&](const AsGraph::Rows &rows, Relationship from_is) {
        for (const Node from : rows[node]) {
            if (solver_->offered(from, node, from_is) == solution.length(node) &&
                !(solver_->guarded_ && solver_->rejects(node, solver_->leads_[from]))) {
                pool_.push_back(from);
            }
        }
    };
    epoch_of_[node] = epoch_;
    begin_[node] = static_cast<std::uint32_t>(pool_.size());
    switch (solution.learned_from(node)) {
    case LearnedFrom::Customer:
        gather(graph.customers(), Relationship::Customer);
        break;
    case LearnedFrom::Peer:
        gather(graph.peers(), Relationship::Peer);
        break;
    case LearnedFrom::Provider:
        gather(graph.providers(), Relationship::Provider);
        break;
    case LearnedFrom::Own:
    case LearnedFrom::None:
        break;
    }
    end_[node] = static_cast<std::uint32_t>(pool_.size());
    return {begin_[node], end_[node]};
}

/// Does the way that stands in way_, whose last network is `from`, go on over `next` to an announcer?
bool RibTies::leads_on(Node next, Node from) {
    const RibSolution &solution = solver_->solution_;
    const std::size_t batches = (solution.prefix->announcers.size() + 63) / 64;
    const std::uint64_t *const allowed = allowed_.data() + (way_.size() - 1) * batches;
    if (solution.own(next)) {
        const std::size_t k = solution.routes[next].next;
        // Beyond the first network, what carries NO_EXPORT was not passed on.
        return (allowed[k / 64] >> k % 64 & 1) &&
               (way_.size() == 1 || !solution.prefix->announcers[k].to(from).no_export);
    }
    for (std::size_t batch = 0; batch < batches; ++batch) {
        if (solver_->sent_[batch * solver_->sends_.size() + next] & allowed[batch]) {
            return true;
        }
    }
    return false;
}

void RibTies::enter(Node node) {
    const std::size_t announcers = solver_->solution_.prefix->announcers.size();
    const std::size_t batches = (announcers + 63) / 64;
    for (std::size_t batch = 0; batch < batches; ++batch) {
        allowed_.push_back(way_.empty() ? ~std::uint64_t{0} : allowed_[allowed_.size() - batches]);
    }
    if (solver_->guarded_ && solver_->care_[node] != 0) {
        for (std::size_t k = 0; k < announcers; ++k) {
            if (solver_->rejects(node, k)) {
                allowed_[way_.size() * batches + k / 64] &= ~(std::uint64_t{1} << k % 64);
            }
        }
    }
    const auto [begin, end] = candidates(node);
    way_.push_back({node, begin, end});
}

void RibTies::leave() {
    way_.pop_back();
    allowed_.resize(way_.size() * ((solver_->solution_.prefix->announcers.size() + 63) / 64));
}

void RibTies::arrive(Node announcer) {
    const RibSolution &solution = solver_->solution_;
    const RibAnnouncer &k = solution.prefix->announcers[solution.routes[announcer].next];
    std::vector<Asn> &path = paths_.emplace_back();
    for (const Step &step : way_) {
        path.push_back(solution.graph->asn(step.node));
    }
    if (!way_.empty()) {
        path.insert(path.end(), k.to(way_.back().node).prepend, solution.graph->asn(announcer));
    }
    path.insert(path.end(), k.path.begin(), k.path.end());
}

/// Every network's chosen neighbour is the lowest of its tied ones, so the way that turns to the lowest one each time
/// is the chosen path, and going through them in ascending order is the numeric order.
const std::vector<std::vector<Asn>> &RibTies::paths(Node node, std::size_t most) {
    paths_.clear();
    way_.clear();
    allowed_.clear();
    if (solver_->solution_.own(node)) {
        arrive(node);
        return paths_;
    }
    enter(node);
    while (!way_.empty() && paths_.size() < most) {
        Step &step = way_.back();
        if (step.at == step.end) {
            leave();
            continue;
        }
        const Node next = pool_[step.at++];
        if (!leads_on(next, step.node)) {
            continue;
        }
        if (solver_->solution_.own(next)) {
            arrive(next);
        } else {
            enter(next);
        }
    }
    return paths_;
}

const std::vector<Asn> &RibTies::origins(Node node) {
    const RibSolution &solution = solver_->solution_;
    const auto &announcers = solution.prefix->announcers;
    origins_.clear();
    if (solution.own(node)) {
        origins_.push_back(solution.graph->asn(node));
        return origins_;
    }
    for (std::size_t k = 0; k < announcers.size(); ++k) {
        if (solver_->origins_[k / 64 * solution.graph->size() + node] >> k % 64 & 1) {
            origins_.push_back(solution.graph->asn(announcers[k].node));
        }
    }
    return origins_;
}

} // namespace catchment
