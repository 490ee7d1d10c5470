// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/decompress.h"

#include "fuzz.h"

using namespace catchment;

/// Compressed bytes, the first quarter of a megabyte of what they hold; and the same as lines.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    constexpr std::size_t most = std::size_t{1} << 18;
    static char buffer[1 << 16];
    const std::string content(fuzz::text(data, size));
    fuzz::accepted([&] {
        ByteReader bytes("input", content);
        std::size_t n = 0;
        for (std::size_t all = 0; all < most && (n = bytes.read(buffer, sizeof buffer)) > 0; all += n) {
        }
    });
    fuzz::accepted([&] {
        LineReader lines("input", content);
        std::string_view line;
        for (std::size_t all = 0; all < most && lines.next(line); all += line.size() + 1) {
            fuzz::require(line.find_first_of("\r\n") == std::string_view::npos, "a line with a line's end in it");
        }
    });
    return 0;
}
