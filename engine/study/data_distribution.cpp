// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/data_distribution.h"

#include <algorithm>

namespace catchment {
namespace {

void add(std::vector<double> &bins, double ms, double bin_ms, double users) {
    const auto bin = static_cast<std::size_t>(ms / bin_ms);
    bins.resize(std::max(bins.size(), bin + 1), 0);
    bins[bin] += users;
}

} // namespace

DataHistogram data_histogram(const DataStudy &study, double bin_ms) {
    DataHistogram out;
    out.bin_ms = bin_ms;
    std::vector<const DataAccess *> at(study.catchments->op().regions.size(), nullptr);
    for (const EdgeData &edge : study.edges) {
        at[edge.edge.index()] = &edge.access;
    }
    for (const NetworkOutcome &o : study.catchments->outcomes) {
        const DataAccess *access = o.region ? at[o.region->index()] : nullptr;
        if (access && access->read_ms) {
            add(out.reads, o.rtt_ms + *access->read_ms, bin_ms, o.users);
        }
        if (access && access->write_ms) {
            add(out.writes, o.rtt_ms + *access->write_ms, bin_ms, o.users);
        }
    }
    const std::size_t bins = std::max(out.reads.size(), out.writes.size());
    out.reads.resize(bins, 0);
    out.writes.resize(bins, 0);
    return out;
}

} // namespace catchment
