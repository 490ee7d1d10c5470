// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"
#include "io/presence_list.h"

using namespace catchment;

/// A presence list.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    fuzz::accepted([&] { parse_presence_list("input", std::string(fuzz::text(data, size))); });
    return 0;
}
