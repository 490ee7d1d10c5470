// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/data_study.h"

#include <span>
#include <string>

/// A placement of data as files, in the C locale: same input, same bytes.
namespace catchment {

/// For people.
std::string data_text(const DataStudy &study, std::span<const PrimaryPlace> best);

/// All of it:
///
///     {"world": {"name", "networks", "routers", "cities"},
///      "data": {"primary", "replicas", "consistency", "writeShare", "writeQuorum", "readQuorum", "primaryInForce"},
///      "summary": {"users", "readableUsers", "writableUsers", "meanReadMs", "medianReadMs", "p95ReadMs",
///                  "meanWriteMs", "medianWriteMs", "p95WriteMs", "meanMs", "meanStaleMs", "unboundedStaleUsers",
///                  "ownWriteShare", "writesPerSecond"},
///      "edges": [{"code", "users", "replica", "readMs", "writeMs", "staleMs", "readsOwnWrite"}],
///      "replicas": [{"code", "up", "group", "lagMs", "missedPerSecond", "catchUpSeconds"}],
///      "failures": [{"code", "primary", "readableUsers", "writableUsers", "meanReadMs", "meanWriteMs"}],
///      "best": [{"code", "unwritableUsers", "meanWriteMs", "p95WriteMs"}],
///      "cities": [{"id", "city", "country", "users", "replica", "readMs", "writeMs", "staleMs", "ownWriteShare",
///                  "readableShare", "writableShare"}]}
///
/// Times of edges are from there on; all others from the user, there and back. `meanMs` mixes reads and writes by
/// `writeShare`. Null: it cannot be read or written; as `staleMs`, nothing is read, or it is as old as the cut (of a
/// city: for all of its readers). Means are over those who can. Quorums are there under `quorum` only; `best` is there
/// where it was asked for.
std::string data_json(const DataStudy &study, std::span<const PrimaryPlace> best);

} // namespace catchment
