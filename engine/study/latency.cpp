// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/latency.h"

namespace catchment {

LatencyModel::LatencyModel() : km_per_ms(299.792458 * 2 / 3), detour(1.26), access_ms(8.0), hop_ms(0.1) {}

} // namespace catchment
