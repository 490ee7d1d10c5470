// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/data_study.h"

#include "routing/solver.h"

#include <algorithm>
#include <tuple>

namespace catchment {
namespace {

/// Adds up users of one kind after another.
class Adder {
public:
    void add(double users, double to_edge_ms, const DataAccess &access) {
        out_.users += users;
        if (access.read_ms) {
            out_.readers += users;
            read_ += users * (to_edge_ms + *access.read_ms);
            (access.stale_ms ? bounded_ : out_.unbounded) += users;
            stale_ += users * access.stale_ms.value_or(0);
            out_.own_write_users += access.reads_own_write ? users : 0;
        }
        if (access.write_ms) {
            out_.writers += users;
            write_ += users * (to_edge_ms + *access.write_ms);
        }
    }

    DataFigures finish() {
        out_.read_ms = out_.readers > 0 ? read_ / out_.readers : 0;
        out_.write_ms = out_.writers > 0 ? write_ / out_.writers : 0;
        out_.stale_ms = bounded_ > 0 ? stale_ / bounded_ : 0;
        return out_;
    }

private:
    DataFigures out_;
    double read_ = 0, write_ = 0, stale_ = 0, bounded_ = 0; ///< users × ms, users
};

std::vector<DataAccess> at_edges(const DataPlan &plan, const Catchments &catchments) {
    std::vector<DataAccess> out(catchments.op().regions.size());
    for (const RegionOutcome &edge : catchments.regions) {
        out[edge.region.index()] = plan.at(edge.region);
    }
    return out;
}

/// Calls `add(users, to_edge_ms, access)` for all users of a city, those who reach no edge among them.
template <class Add>
void for_each_user(const Catchments &catchments, const std::vector<DataAccess> &edges, CityId city, Add add) {
    for (const NetworkOutcome &o : catchments.outcomes_of(city)) {
        add(o.users, o.rtt_ms, o.region ? edges[o.region->index()] : DataAccess{});
    }
}

class Study {
public:
    Study(std::shared_ptr<const Catchments> catchments, const Backbone &whole)
        : c_(*catchments), scenario_(*c_.solution->scenario), backbone_(*c_.solution->topology), whole_(whole),
          plan_(scenario_, c_.op(), backbone_, whole_), edges_(at_edges(plan_, c_)) {
        out_.catchments = std::move(catchments);
    }

    DataStudy make() {
        out_.placement = *scenario_.data;
        out_.write_quorum = plan_.write_quorum();
        out_.read_quorum = plan_.read_quorum();
        out_.primary = plan_.primary();
        cities();
        for (const RegionOutcome &edge : c_.regions) {
            out_.edges.push_back({edge.region, edge.users, edges_[edge.region.index()]});
        }
        replicas();
        return std::move(out_);
    }

    DataFailure failure(RegionId region) {
        Adder all;
        for (const CityOutcome &city : c_.cities) {
            for_each_user(c_, edges_, city.city,
                          [&](double users, double ms, const DataAccess &access) { all.add(users, ms, access); });
        }
        return {region, plan_.primary(), all.finish()};
    }

private:
    void cities() {
        Adder all;
        std::vector<RttSample> reads;
        std::vector<RttSample> writes;
        for (const CityOutcome &city : c_.cities) {
            Adder here;
            std::vector<std::pair<RegionId, double>> answers;
            for_each_user(c_, edges_, city.city, [&](double users, double ms, const DataAccess &access) {
                here.add(users, ms, access);
                all.add(users, ms, access);
                if (access.read_ms) {
                    reads.push_back({ms + *access.read_ms, users, *access.replica});
                    answers.emplace_back(*access.replica, users);
                }
                if (access.write_ms) {
                    writes.push_back({ms + *access.write_ms, users, *access.replica});
                }
            });
            out_.cities.push_back({city.city, here.finish(), most(answers)});
        }
        out_.all = all.finish();
        const double reached = c_.summary.users - c_.summary.unreached_users;
        out_.writes_per_second = RequestModel().requests_per_second(reached) * scenario_.data->write_share;
        std::ranges::sort(reads, {}, &RttSample::ms);
        std::ranges::sort(writes, {}, &RttSample::ms);
        out_.median_read_ms = percentile(reads, 0.5);
        out_.p95_read_ms = percentile(reads, 0.95);
        out_.median_write_ms = percentile(writes, 0.5);
        out_.p95_write_ms = percentile(writes, 0.95);
    }

    std::optional<RegionId> most(const std::vector<std::pair<RegionId, double>> &answers) const {
        std::vector<double> users(c_.op().regions.size(), 0);
        std::optional<RegionId> out;
        for (const auto &[region, more] : answers) {
            users[region.index()] += more;
        }
        for (std::size_t r = 0; r < users.size(); ++r) {
            const double best = out ? users[out->index()] : 0;
            const bool lower = out && c_.op().regions[r].code < c_.op().regions[out->index()].code;
            if (users[r] > best || (users[r] > 0 && users[r] == best && lower)) {
                out = RegionId(r);
            }
        }
        return out;
    }

    /// Writes per second of the users whose edges reach a group of replicas that takes them.
    double accepted(int group) const {
        double users = 0;
        for (const RegionOutcome &edge : c_.regions) {
            const DataAccess &access = edges_[edge.region.index()];
            const bool here = access.write_ms && group_of(*access.replica) == group;
            users += here ? edge.users : 0;
        }
        return RequestModel().requests_per_second(users) * scenario_.data->write_share;
    }

    int group_of(RegionId region) const { return std::ranges::find(plan_.replicas(), region, &Replica::region)->group; }

    void replicas() {
        for (const Replica &one : plan_.replicas()) {
            ReplicaData data{one, 0, 0};
            std::optional<double> way;
            for (const Replica &other : plan_.replicas()) {
                const bool wrote = other.up && other.group != one.group && plan_.takes_writes(other.group);
                const auto rtt = whole_.rtt_ms(one.region, other.region);
                if (wrote && rtt && (!way || *rtt < *way)) {
                    way = rtt;
                }
            }
            int groups = 0;
            for (const Replica &other : plan_.replicas()) {
                groups = std::max(groups, other.group + 1);
            }
            for (int group = 0; group < groups; ++group) {
                data.missed_per_second += group != one.group && plan_.takes_writes(group) ? accepted(group) : 0;
            }
            if (way && data.missed_per_second > 0) {
                data.catch_up_seconds = CatchUpModel().seconds(*way, data.missed_per_second, out_.writes_per_second);
            }
            out_.replicas.push_back(data);
        }
    }

    const Catchments &c_;
    const Scenario &scenario_;
    const Backbone backbone_;
    const Backbone &whole_;
    const DataPlan plan_;
    const std::vector<DataAccess> edges_; ///< per region of the operator
    DataStudy out_;
};

} // namespace

std::optional<double> CatchUpModel::seconds(double rtt_ms, double missed, double coming) const {
    if (coming >= records_per_second) {
        return std::nullopt;
    }
    return rtt_ms / 1000 + missed * partition_seconds / (records_per_second - coming);
}

std::optional<DataStudy> data_study(std::shared_ptr<const World> world, const Scenario &scenario,
                                    const std::stop_token &stop, const Progress &progress) {
    Solver solver(std::move(world));
    const auto solution = solver.solve(scenario, stop);
    if (!solution) {
        return std::nullopt;
    }
    const Backbone whole = whole_backbone(*solution);
    DataStudy out = Study(catchments(solution), whole).make();
    std::size_t done = 0;
    for (const ReplicaData &one : out.replicas) {
        if (progress) {
            progress(++done, out.replicas.size());
        }
        if (!one.replica.up) {
            continue;
        }
        Scenario without = scenario;
        without.faults.regions.push_back(out.catchments->op().regions[one.replica.region.index()].code);
        const auto after = solver.solve(without, stop);
        if (!after) {
            return std::nullopt;
        }
        out.failures.push_back(Study(catchments(after), whole).failure(one.replica.region));
    }
    return out;
}

std::vector<PrimaryPlace> best_primary(const Catchments &c, WriteObjective objective) {
    const Backbone backbone(*c.solution->topology);
    const Scenario &given = *c.solution->scenario;
    std::vector<PrimaryPlace> out;
    for (std::size_t r = 0; r < c.op().regions.size(); ++r) {
        Scenario moved = given;
        moved.data->primary = c.op().regions[r].code;
        std::erase(moved.data->replicas, moved.data->primary);
        if (moved.data->primary != given.data->primary) {
            moved.data->replicas.push_back(given.data->primary);
        }
        moved.regions.push_back(moved.data->primary); // as far as the data is concerned
        if (std::ranges::find(given.faults.regions, moved.data->primary) != given.faults.regions.end()) {
            continue;
        }
        const DataPlan plan(moved, c.op(), backbone, backbone);
        if (plan.primary() != RegionId(r)) {
            continue; // without an instance there, or on the small side of a cut
        }
        const std::vector<DataAccess> edges = at_edges(plan, c);
        PrimaryPlace place{RegionId(r), 0, 0, 0};
        std::vector<RttSample> writes;
        double time = 0;
        double users = 0;
        for (const NetworkOutcome &o : c.outcomes) {
            const auto write = o.region ? edges[o.region->index()].write_ms : std::nullopt;
            if (!write) {
                place.unwritable_users += o.users;
                continue;
            }
            writes.push_back({o.rtt_ms + *write, o.users, RegionId(r)});
            time += o.users * writes.back().ms;
            users += o.users;
        }
        std::ranges::sort(writes, {}, &RttSample::ms);
        place.mean_ms = users > 0 ? time / users : 0;
        place.p95_ms = percentile(writes, 0.95);
        out.push_back(place);
    }
    std::ranges::sort(out, {}, [&](const PrimaryPlace &p) {
        return std::tuple(p.unwritable_users, p.value(objective), c.op().regions[p.region.index()].code);
    });
    return out;
}

} // namespace catchment
