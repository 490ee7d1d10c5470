// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"
#include "study/backbone.h"

#include <optional>
#include <vector>

/// What a placement of data promises at each edge, from the fibre between its replicas.
///
/// A request goes from the edge over the backbone to the nearest replica that is up (by RTT; ties: lowest code):
///  - Primary: that one answers reads. A request that turns out to write is replayed at the primary, so that a write
///    costs the way to the nearest replica and then that to the primary. Replicas follow the primary by the fibre's one
///    way: half the RTT between the two.
///  - PrimaryOnly: the primary answers everything.
///  - Quorum: that one coordinates. A write ends with the W-th smallest RTT from it to the replicas, its own being 0;
///    a read with the R-th.
///  - Local: that one answers everything, and the others hear of it in time.
///
/// A replica is down where its region has failed or is not deployed or, where every edge announces, its region has no
/// healthy instance. Those that are up stand in groups that fibre still joins. Where there is a primary, the group with
/// more than half of those that are up has it, or with just half where the old primary is in it: the old one if that is
/// up and in the group, else the one nearest to where it was, which lags least behind (ties: lowest code). A primary in
/// a smaller group steps down, so that no two take writes. A quorum counts all replicas, whether they are up or not.
namespace catchment {

/// What an edge's requests find; times there and back from the edge.
struct DataAccess {
    std::optional<RegionId> replica; ///< nearest one that is up, or the primary where only that is asked; none: nothing
    std::optional<double> read_ms;   ///< none: cannot be read
    std::optional<double> write_ms;  ///< none: cannot be written
    /// How old what is read can be; none: as old as the cut is, or nothing is read.
    std::optional<double> stale_ms;
    bool reads_own_write = false; ///< surely, as long as the user stays at this edge
};

/// A region that holds the data.
struct Replica {
    RegionId region;
    bool up = true;
    int group = -1;               ///< of those that fibre joins; -1: down
    std::optional<double> lag_ms; ///< behind the primary in force; none: there is none, or it is cut off
};

class DataPlan {
public:
    /// `scenario.data` is set, and its regions are known. `backbone` is what the scenario's faults leave; `whole`, with
    /// nothing cut, tells who is nearest to a primary that is cut off.
    DataPlan(const Scenario &scenario, const Operator &op, const Backbone &backbone, const Backbone &whole);

    DataAccess at(RegionId edge) const;

    const std::vector<Replica> &replicas() const { return replicas_; } ///< the primary first, then as in the scenario
    std::optional<RegionId> primary() const { return primary_; }       ///< in force; none where the model has none
    int write_quorum() const { return write_quorum_; }
    int read_quorum() const { return read_quorum_; }

    /// Does a group of replicas take writes?
    bool takes_writes(int group) const;

private:
    std::optional<double> rtt(RegionId a, RegionId b) const { return backbone_.rtt_ms(a, b); }
    const std::string &code(RegionId region) const { return op_.regions[region.index()].code; }
    const Replica *replica(RegionId region) const;
    void find_groups();
    void elect(const Backbone &whole);
    std::vector<double> from_replica(RegionId replica) const; ///< RTTs to those of its group, ascending
    std::vector<const Replica *> nearest_from(RegionId place, int group) const;
    DataAccess through_primary(RegionId edge, const Replica &nearest) const;
    DataAccess by_quorum(RegionId edge, const Replica &nearest) const;
    DataAccess at_once(RegionId edge, const Replica &nearest) const;
    std::optional<double> quorum_staleness(const Replica &reader) const;

    const DataPlacement &data_;
    const Operator &op_;
    const Backbone &backbone_;
    std::vector<Replica> replicas_;
    int groups_ = 0;
    std::optional<RegionId> primary_;
    int write_quorum_ = 0; ///< 0: no quorums
    int read_quorum_ = 0;
};

} // namespace catchment
