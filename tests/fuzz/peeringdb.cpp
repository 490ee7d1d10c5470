// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/peeringdb.h"

#include "fuzz.h"

using namespace catchment;

/// A dump of PeeringDB, plain or compressed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    fuzz::accepted([&] { parse_peeringdb("input", std::string(fuzz::text(data, size))); });
    return 0;
}
