// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/decompress.h"

#include "fuzz.h"

using namespace catchment;

/// Compressed bytes, the first quarter of a megabyte of what they hold.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    constexpr std::size_t most = std::size_t{1} << 18;
    static char buffer[1 << 16];
    fuzz::accepted([&] {
        ByteReader bytes("input", std::string(fuzz::text(data, size)));
        std::size_t n = 0;
        for (std::size_t all = 0; all < most && (n = bytes.read(buffer, sizeof buffer)) > 0; all += n) {
        }
    });
    return 0;
}
