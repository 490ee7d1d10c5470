// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/data_plan.h"

#include <algorithm>
#include <tuple>

namespace catchment {
namespace {

bool is_down(const Scenario &scenario, const std::string &code) {
    if (!scenario.deploys(code) || std::ranges::find(scenario.faults.regions, code) != scenario.faults.regions.end()) {
        return true;
    }
    const auto instances = std::ranges::find(scenario.edge.instances, code, &Instances::region);
    return scenario.announce == Announce::Everywhere && instances != scenario.edge.instances.end() &&
           instances->failed >= instances->count;
}

std::optional<RegionId> region_of(const Operator &op, const std::string &code) {
    const auto found = std::ranges::find(op.regions, code, &Region::code);
    return found == op.regions.end() ? std::nullopt
                                     : std::optional(RegionId(static_cast<std::size_t>(found - op.regions.begin())));
}

} // namespace

DataPlan::DataPlan(const Scenario &scenario, const Operator &op, const Backbone &backbone, const Backbone &whole)
    : data_(*scenario.data), op_(op), backbone_(backbone) {
    const auto add = [&](const std::string &name) {
        if (const auto region = region_of(op, name)) {
            replicas_.push_back({*region, !is_down(scenario, name), -1, std::nullopt});
        }
    };
    if (!data_.primary.empty()) {
        add(data_.primary);
    }
    for (const std::string &name : data_.replicas) {
        add(name);
    }
    if (data_.consistency == Consistency::Quorum) {
        const int all = static_cast<int>(replicas_.size());
        write_quorum_ = data_.write_quorum.value_or(all / 2 + 1);
        read_quorum_ = data_.read_quorum.value_or(all - write_quorum_ + 1);
    }
    find_groups();
    if (data_.consistency == Consistency::Primary || data_.consistency == Consistency::PrimaryOnly) {
        elect(whole);
    }
}

const Replica *DataPlan::replica(RegionId region) const {
    const auto found = std::ranges::find(replicas_, region, &Replica::region);
    return found == replicas_.end() ? nullptr : &*found;
}

void DataPlan::find_groups() {
    for (Replica &one : replicas_) {
        if (!one.up) {
            continue;
        }
        const auto joined = std::ranges::find_if(
            replicas_, [&](const Replica &other) { return other.group >= 0 && rtt(one.region, other.region); });
        one.group = joined == replicas_.end() ? groups_++ : joined->group;
    }
}

void DataPlan::elect(const Backbone &whole) {
    const Replica &old = replicas_.front();
    const auto up = std::ranges::count_if(replicas_, &Replica::up);
    for (int group = 0; group < groups_; ++group) {
        const auto size = std::ranges::count(replicas_, group, &Replica::group);
        const bool with_old = old.group == group;
        if (2 * size < up || (2 * size == up && !with_old)) {
            continue;
        }
        const Replica *best = nullptr;
        const auto distance = [&](const Replica &r) {
            return std::tuple(!whole.rtt_ms(old.region, r.region), whole.rtt_ms(old.region, r.region).value_or(0),
                              code(r.region));
        };
        for (const Replica &one : replicas_) {
            if (one.group == group && (!best || distance(one) < distance(*best))) {
                best = &one;
            }
        }
        primary_ = with_old ? old.region : best->region;
    }
    for (Replica &one : replicas_) {
        if (const auto way = primary_ && one.up ? rtt(*primary_, one.region) : std::nullopt) {
            one.lag_ms = *way / 2;
        }
    }
}

bool DataPlan::takes_writes(int group) const {
    switch (data_.consistency) {
    case Consistency::Primary:
    case Consistency::PrimaryOnly:
        return primary_ && replica(*primary_)->group == group;
    case Consistency::Quorum:
        return std::ranges::count(replicas_, group, &Replica::group) >= write_quorum_;
    case Consistency::Local:
        return group >= 0;
    }
    return false;
}

std::vector<const Replica *> DataPlan::nearest_from(RegionId place, int group) const {
    std::vector<const Replica *> out;
    for (const Replica &one : replicas_) {
        if (one.up && rtt(place, one.region) && (group < 0 || one.group == group)) {
            out.push_back(&one);
        }
    }
    std::ranges::sort(out, {}, [&](const Replica *r) { return std::tuple(*rtt(place, r->region), code(r->region)); });
    return out;
}

DataAccess DataPlan::at(RegionId edge) const {
    const auto reachable = nearest_from(edge, -1);
    if (reachable.empty()) {
        return {};
    }
    const Replica &nearest = *reachable.front();
    switch (data_.consistency) {
    case Consistency::Primary:
    case Consistency::PrimaryOnly:
        return through_primary(edge, nearest);
    case Consistency::Quorum:
        return by_quorum(edge, nearest);
    case Consistency::Local:
        return at_once(edge, nearest);
    }
    return {};
}

DataAccess DataPlan::through_primary(RegionId edge, const Replica &nearest) const {
    DataAccess out;
    const auto to_primary = primary_ ? rtt(edge, *primary_) : std::nullopt;
    if (data_.consistency == Consistency::PrimaryOnly) {
        if (to_primary) {
            out = {primary_, to_primary, to_primary, 0, true};
        }
        return out;
    }
    out.replica = nearest.region;
    out.read_ms = rtt(edge, nearest.region);
    out.stale_ms = nearest.lag_ms;
    if (to_primary) {
        const bool there = nearest.region == *primary_;
        out.write_ms = (there ? 0 : *out.read_ms) + *to_primary;
        out.reads_own_write = there;
    }
    return out;
}

std::vector<double> DataPlan::from_replica(RegionId place) const {
    std::vector<double> out;
    for (const Replica *other : nearest_from(place, -1)) {
        out.push_back(other->region == place ? 0 : *rtt(place, other->region));
    }
    return out;
}

DataAccess DataPlan::by_quorum(RegionId edge, const Replica &nearest) const {
    DataAccess out;
    const double there = *rtt(edge, nearest.region);
    const std::vector<double> times = from_replica(nearest.region);
    const auto with = [&](int quorum) {
        const auto q = static_cast<std::size_t>(quorum);
        return q <= times.size() ? std::optional(there + times[q - 1]) : std::nullopt;
    };
    out.replica = nearest.region;
    out.read_ms = with(read_quorum_);
    out.write_ms = with(write_quorum_);
    out.stale_ms = out.read_ms ? quorum_staleness(nearest) : std::nullopt;
    out.reads_own_write = out.read_ms && out.write_ms; // the coordinator is in both quorums
    return out;
}

/// 0 where every read meets every write. Else a write needs the one way from who coordinates it to the first of those
/// that answer the read.
std::optional<double> DataPlan::quorum_staleness(const Replica &reader) const {
    if (static_cast<std::size_t>(read_quorum_ + write_quorum_) > replicas_.size()) {
        return 0;
    }
    std::vector<const Replica *> answer = nearest_from(reader.region, reader.group);
    answer.resize(static_cast<std::size_t>(read_quorum_));
    double worst = 0;
    for (const Replica &writer : replicas_) {
        if (!writer.up || !takes_writes(writer.group)) {
            continue;
        }
        if (writer.group != reader.group) {
            return std::nullopt;
        }
        const auto soonest =
            std::ranges::min(answer, {}, [&](const Replica *r) { return *rtt(writer.region, r->region); });
        worst = std::max(worst, *rtt(writer.region, soonest->region) / 2);
    }
    return worst;
}

DataAccess DataPlan::at_once(RegionId edge, const Replica &nearest) const {
    const auto way = rtt(edge, nearest.region);
    DataAccess out{nearest.region, way, way, 0, true};
    for (const Replica &other : replicas_) {
        if (other.up && other.group != nearest.group) {
            out.stale_ms.reset();
        } else if (other.up && out.stale_ms) {
            out.stale_ms = std::max(*out.stale_ms, *rtt(nearest.region, other.region) / 2);
        }
    }
    return out;
}

} // namespace catchment
