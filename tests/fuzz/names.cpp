// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"
#include "io/as_names.h"

using namespace catchment;

/// Lines of names, plain or compressed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    fuzz::accepted([&] { parse_as_names("input", std::string(fuzz::text(data, size))); });
    return 0;
}
