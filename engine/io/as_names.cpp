// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/as_names.h"

#include "io/decompress.h"
#include "io/input_error.h"
#include "io/utf8.h"
#include "world/spelling.h"

#include <algorithm>
#include <charconv>

namespace catchment {
namespace {

constexpr const char *expected_line = "asn:name, CC";

bool is_country(std::string_view text) {
    return text.size() == 2 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Is it one of the codes that name no country: unknown, the European Union, Asia and the Pacific?
bool is_nowhere(std::string_view country) { return country == "ZZ" || country == "EU" || country == "AP"; }

AsNames read(LineReader &lines) {
    AsNames out;
    out.name = lines.name();
    std::string_view line;
    while (lines.next(line)) {
        if (lines.line() == 1 && line.starts_with("\xEF\xBB\xBF")) {
            line.remove_prefix(3);
        }
        if (line.empty() || line.starts_with('#')) {
            continue;
        }
        std::uint32_t asn = 0;
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), asn);
        const auto digits = static_cast<std::size_t>(end - line.data());
        const std::size_t comma = line.rfind(',');
        const bool has_asn = error == std::errc() && digits < line.size() && line[digits] == ':';
        const bool has_country = comma != std::string_view::npos && comma > digits;
        const std::string_view country = has_country ? trimmed(line.substr(comma + 1)) : std::string_view();
        if (!has_asn || !is_country(country)) {
            lines.fail("'" + excerpt(line) + "' names no network", expected_line);
        }
        if (asn == 0) {
            ++out.reserved;
            continue;
        }
        AsName entry{as_utf8(trimmed(line.substr(digits + 1, comma - digits - 1))),
                     is_nowhere(country) ? std::string() : std::string(country)};
        ++(out.by_asn.emplace(Asn{asn}, std::move(entry)).second ? out.lines : out.duplicates);
    }
    if (out.by_asn.empty()) {
        throw InputError(out.name, 0, lines.line() == 0 ? "is empty" : "has no names", expected_line);
    }
    return out;
}

} // namespace

AsNames read_as_names(const std::filesystem::path &file) {
    LineReader lines(file);
    return read(lines);
}

AsNames parse_as_names(std::string name, std::string content) {
    LineReader lines(std::move(name), std::move(content));
    return read(lines);
}

} // namespace catchment
