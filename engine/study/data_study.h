// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/catchments.h"
#include "study/data_plan.h"
#include "study/parallel.h"
#include "study/request_model.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

/// What a placement of data means for the users: how long reads and writes take, how old the answers are, what is left
/// when something fails. Works whoever announces: a user's request arrives at the edge that BGP chose, and goes on from
/// there to the data (see DataPlan).
namespace catchment {

/// What a cut leaves to be caught up with: a partition of so many seconds, and records that a replica takes over and
/// applies in a second. Round numbers: ten minutes to repair or route around a fault, and what one writer of a
/// database of records commits in batches.
struct CatchUpModel {
    double partition_seconds = 600;
    double records_per_second = 10000;

    /// Seconds from healing until a replica has everything: it asks, there and back; then it applies what it missed,
    /// while new writes keep coming. None where they come as fast as it applies them.
    /// @param rtt_ms to the nearest replica that has what it missed
    /// @param missed writes per second during the cut that it did not hear of
    /// @param coming writes per second after it
    std::optional<double> seconds(double rtt_ms, double missed, double coming) const;
};

/// Some users' reads and writes; means over those who can.
struct DataFigures {
    double users = 0;
    double readers = 0; ///< users who can read
    double writers = 0; ///< users who can write
    double read_ms = 0;
    double write_ms = 0;
    double stale_ms = 0;        ///< mean over readers whose answers have a bound
    double unbounded = 0;       ///< readers whose answers are as old as the cut
    double own_write_users = 0; ///< readers who surely read their own write

    double share(double of) const { return users > 0 ? of / users : 0; }
    /// Reads and writes together, as they are mixed.
    double mean_ms(double write_share) const { return (1 - write_share) * read_ms + write_share * write_ms; }
};

struct CityData {
    CityId city;
    DataFigures figures;
    std::optional<RegionId> replica; ///< that most of its readers are answered by (ties: lowest code)
};

/// What is left to an edge.
struct EdgeData {
    RegionId edge;
    double users = 0;
    DataAccess access;
};

/// A replica after a cut or a failure.
struct ReplicaData {
    Replica replica;
    double missed_per_second = 0;           ///< writes accepted where it does not hear of them
    std::optional<double> catch_up_seconds; ///< after healing; 0: nothing was missed; none: never
};

/// A region that holds data fails, edge and replica: what is left.
struct DataFailure {
    RegionId region;
    std::optional<RegionId> primary; ///< then in force
    DataFigures figures;
};

struct DataStudy {
    std::shared_ptr<const Catchments> catchments;
    DataPlacement placement;
    int write_quorum = 0; ///< in force; 0 where the model has none
    int read_quorum = 0;
    std::optional<RegionId> primary; ///< in force
    DataFigures all;
    double median_read_ms = 0, p95_read_ms = 0, median_write_ms = 0, p95_write_ms = 0;
    double writes_per_second = 0; ///< of all users who reach an edge, as a mean over the day
    std::vector<CityData> cities; ///< per city of the world
    std::vector<EdgeData> edges;  ///< that announce, in the order of the operator's table
    std::vector<ReplicaData> replicas;
    std::vector<DataFailure> failures; ///< of each region that holds data and is up
};

/// `scenario.data` is set. Nothing where `stop` was requested. Throws ScenarioError.
std::optional<DataStudy> data_study(std::shared_ptr<const World> world, const Scenario &scenario,
                                    const std::stop_token &stop = {}, const Progress &progress = {});

enum class WriteObjective { Mean, P95 };

/// A place for the primary.
struct PrimaryPlace {
    RegionId region;
    double unwritable_users = 0;
    double mean_ms = 0; ///< of writes, over users who can write
    double p95_ms = 0;

    double value(WriteObjective objective) const { return objective == WriteObjective::Mean ? mean_ms : p95_ms; }
};

/// The primary in each of the operator's regions in which it would be in force (see DataPlan), deployed or not,
/// everything else as it is: same routes, same replicas, where the primary was stays one. Best first: fewest users who
/// cannot write, then the objective, then the code. The scenario's model has a primary (Consistency::Primary or
/// PrimaryOnly).
std::vector<PrimaryPlace> best_primary(const Catchments &catchments, WriteObjective objective);

} // namespace catchment
