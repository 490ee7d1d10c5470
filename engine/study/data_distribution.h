// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/data_study.h"

#include <vector>

namespace catchment {

/// Users by how long their reads and their writes take. Who cannot is in none of the bins.
struct DataHistogram {
    double bin_ms = 10;
    std::vector<double> reads;  ///< users per bin: [i · bin_ms, (i + 1) · bin_ms)
    std::vector<double> writes; ///< as many bins
};

/// Sums of the bins are the study's readers and writers.
DataHistogram data_histogram(const DataStudy &study, double bin_ms);

} // namespace catchment
