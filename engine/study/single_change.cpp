// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/single_change.h"

#include "study/evaluator.h"
#include "study/majority.h"
#include "study/sweep.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace catchment {
namespace {

constexpr int most_prepends = 5;

/// Rows of World::access: the users in question.
struct Rows {
    std::size_t first = 0, last = 0;
    bool contains(std::size_t access) const { return access >= first && access < last; }
};

Rows rows_of(const World &world, const ChangeQuestion &question) {
    Rows out{world.access_begin[question.city.index()], world.access_begin[question.city.index() + 1]};
    if (question.network) {
        for (std::size_t row = out.first; row < out.last; ++row) {
            if (world.access[row].network == *question.network) {
                return {row, row + 1};
            }
        }
        out.last = out.first;
    }
    return out;
}

/// The region of the users in question.
std::optional<RegionId> region_of(const Evaluator &evaluator, const Rows &rows, std::span<const Reach> reaches) {
    const Operator &op = evaluator.op();
    std::vector<double> shares(op.regions.size());
    for (std::size_t row = 0; row < reaches.size(); ++row) {
        if (rows.contains(evaluator.access(row)) && reaches[row].region) {
            shares[reaches[row].region->index()] += evaluator.share(row);
        }
    }
    std::vector<RegionId> all;
    for (std::size_t r = 0; r < shares.size(); ++r) {
        all.emplace_back(r);
    }
    return majority(op, all, shares).region;
}

/// Lists the changes that are worth trying.
class Ideas {
public:
    Ideas(const ChangeQuestion &question, const World &world, const Rows &rows, const Evaluator &now)
        : question_(question), scenario_(question.scenario), world_(world), op_(now.op()),
          wanted_(code(question.wanted)) {
        if (!scenario_.deploys(wanted_)) {
            add(Change::Kind::Deploy, wanted_);
            return;
        }
        deploy_another();
        if (const auto winner = region_of(now, rows, now.reaches())) {
            hold_back(code(*winner));
        }
        undo_tunings();
        add_sessions(networks_on_the_way(rows, now)); // last: each needs a topology of its own
    }

    std::vector<Change> changes;

private:
    const std::string &code(RegionId r) const { return op_.regions[r.index()].code; }

    Change &add(Change::Kind kind, const std::string &region, std::optional<Asn> neighbour = {}) {
        Change &added = changes.emplace_back();
        added.kind = kind;
        added.region = region;
        added.neighbour = neighbour;
        return added;
    }

    void deploy_another() {
        for (const RegionId r : deployable_regions(op_)) {
            if (!scenario_.deploys(code(r))) {
                add(Change::Kind::Deploy, code(r));
            }
        }
    }

    void hold_back(const std::string &winner) {
        for (int n = 1; n <= most_prepends; ++n) {
            add(Change::Kind::Prepend, winner).prepend = n;
        }
        add(Change::Kind::Withhold, winner);
        for (const Asn neighbour : neighbours(winner)) {
            add(Change::Kind::NoExport, winner, neighbour);
            add(Change::Kind::Withhold, winner, neighbour);
        }
    }

    std::set<Asn> neighbours(const std::string &region) const {
        std::set<Asn> out;
        for (const Session &s : op_.sessions) {
            if (code(s.region) == region) {
                out.insert(world_.network(s.neighbour).asn);
            }
        }
        for (const ExtraSession &s : scenario_.sessions) {
            if (s.region == region) {
                out.insert(s.asn);
            }
        }
        return out;
    }

    void undo_tunings() {
        for (const Tuning &t : scenario_.tuning) {
            undo(t, t.withhold, &Tuning::withhold);
            undo(t, t.prepend, &Tuning::prepend);
            undo(t, t.no_export, &Tuning::no_export);
            undo(t, t.med, &Tuning::med);
            if (t.withhold.has_value() + t.prepend.has_value() + t.no_export.has_value() + t.med.has_value() > 1) {
                add(Change::Kind::UndoTuning, t.region, t.neighbour).tuning = t;
            }
        }
    }

    /// Drops one key of a tuning.
    template <class Value>
    void undo(const Tuning &tuning, const std::optional<Value> &value, std::optional<Value> Tuning::*key) {
        if (value) {
            Change &change = add(Change::Kind::UndoTuning, tuning.region, tuning.neighbour);
            change.tuning.region = tuning.region;
            change.tuning.neighbour = tuning.neighbour;
            change.tuning.*key = value;
        }
    }

    std::set<NetworkId> networks_on_the_way(const Rows &rows, const Evaluator &now) const {
        std::set<NetworkId> out;
        for (std::size_t row = 0; row < now.reaches().size(); ++row) {
            if (!rows.contains(now.access(row))) {
                continue;
            }
            out.insert(world_.access[now.access(row)].network);
            if (const auto router = now.reaches()[row].router) {
                for (const Hop &hop : now.routes(row).packet_hops(*router)) {
                    out.insert(now.solution()->topology->network_of(hop.router));
                }
            }
        }
        return out;
    }

    void add_sessions(const std::set<NetworkId> &on_the_way) {
        const std::set<Asn> has = neighbours(wanted_);
        const auto usable = [&](NetworkId n) {
            return !has.contains(world_.network(n).asn) &&
                   world_.router_begin[n.index()] < world_.router_begin[n.index() + 1];
        };
        std::set<NetworkId> peers_here;
        const CityId home = op_.regions[question_.wanted.index()].city;
        for (const Member &member : world_.members) {
            const Exchange &exchange = world_.exchange(member.exchange);
            const auto is = relationship(member.network);
            if (exchange.city == home && usable(member.network) &&
                is.value_or(Relationship::Peer) == Relationship::Peer && peers_here.insert(member.network).second) {
                session(member.network, Relationship::Peer, exchange.id);
            }
        }
        for (const NetworkId n : on_the_way) {
            for (const Relationship r : {Relationship::Provider, Relationship::Peer, Relationship::Customer}) {
                const auto is = relationship(n);
                const bool possible = is ? *is == r : r != Relationship::Customer;
                if (possible && usable(n) && !(r == Relationship::Peer && peers_here.contains(n))) {
                    session(n, r, "");
                }
            }
        }
    }

    /// What a network is to the operator, where they meet already.
    std::optional<Relationship> relationship(NetworkId network) const {
        for (const Session &s : op_.sessions) {
            if (s.neighbour == network) {
                return s.neighbour_is;
            }
        }
        for (const ExtraSession &s : scenario_.sessions) {
            if (s.asn == world_.network(network).asn) {
                return s.neighbour_is;
            }
        }
        return std::nullopt;
    }

    void session(NetworkId network, Relationship is, const std::string &via) {
        const Asn asn = world_.network(network).asn;
        add(Change::Kind::AddSession, wanted_, asn).session = {wanted_, asn, is, via};
    }

    const ChangeQuestion &question_;
    const Scenario &scenario_;
    const World &world_;
    const Operator &op_;
    const std::string wanted_;
};

/// How many users beside those in question reach another region than before, or none.
double others_moved(const Evaluator &evaluator, const Rows &rows, std::span<const Reach> before) {
    double out = 0;
    for (std::size_t row = 0; row < before.size(); ++row) {
        if (!rows.contains(evaluator.access(row)) && before[row].region != evaluator.reaches()[row].region) {
            out += evaluator.users()[row];
        }
    }
    return out;
}

} // namespace

std::optional<SingleChanges> single_changes(const std::shared_ptr<const World> &world, const ChangeQuestion &question,
                                            const std::stop_token &stop, const Progress &progress) {
    Evaluator evaluator(world);
    if (!evaluator.evaluate(question.scenario, false, stop)) {
        return std::nullopt;
    }
    const Rows rows = rows_of(*world, question);
    const std::vector<Reach> before(evaluator.reaches().begin(), evaluator.reaches().end());
    SingleChanges out;
    out.there_already = region_of(evaluator, rows, before) == question.wanted;
    if (out.there_already || rows.first == rows.last) {
        return out;
    }
    const std::vector<Change> changes = Ideas(question, *world, rows, evaluator).changes;
    out.tried = changes.size();
    std::vector<std::optional<SingleChange>> found(changes.size());
    const auto make_worker = [&]() -> ItemWork {
        return [&, own = std::make_shared<Evaluator>(evaluator.another())](std::size_t item) {
            Scenario scenario = apply(changes[item], question.scenario);
            const auto summary = own->evaluate(scenario, false, stop);
            if (summary && region_of(*own, rows, own->reaches()) == question.wanted) {
                found[item] = {changes[item], std::move(scenario), others_moved(*own, rows, before),
                               summary->mean_rtt_ms};
            }
        };
    };
    std::size_t done = 0;
    const auto report = [&] {
        ++done;
        if (progress) {
            progress(done, changes.size());
        }
    };
    if (!in_parallel(changes.size(), make_worker, stop, report)) {
        return std::nullopt;
    }
    for (auto &change : found) {
        if (change) {
            out.ranked.push_back(std::move(*change));
        }
    }
    std::ranges::stable_sort(out.ranked, {},
                             [](const SingleChange &c) { return std::pair(c.moved_users, c.change.kind); });
    return out;
}

} // namespace catchment
