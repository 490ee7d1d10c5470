// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/as_relationships.h"

#include "io/decompress.h"
#include "io/input_error.h"
#include "io/utf8.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>

namespace catchment {
namespace {

constexpr const char *expected_line = "provider|customer|-1 or peer|peer|0, perhaps with |source";

/// A number at the beginning of what is left of a line, and the bar or the end after it.
template <class Number>
std::optional<Number> take(std::string_view &rest) {
    Number value = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    if (error != std::errc()) {
        return std::nullopt;
    }
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    if (!rest.empty()) {
        if (rest.front() != '|') {
            return std::nullopt;
        }
        rest.remove_prefix(1);
    }
    return value;
}

/// What a link says of its two networks, whichever stands first.
std::string words(const AsLink &link) {
    return link.transit ? "AS" + std::to_string(link.a.value) + " provides for AS" + std::to_string(link.b.value)
                        : "AS" + std::to_string(link.a.value) + " and AS" + std::to_string(link.b.value) + " are peers";
}

bool same(const AsLink &a, const AsLink &b) { return a.transit == b.transit && (!a.transit || a.a == b.a); }

class Reader {
public:
    explicit Reader(LineReader &lines) : lines_(lines) { out_.name = lines.name(); }

    AsRelationships read() {
        std::string_view line;
        while (lines_.next(line)) {
            if (lines_.line() == 1 && line.starts_with("\xEF\xBB\xBF")) {
                line.remove_prefix(3);
            }
            if (line.starts_with('#')) {
                ++out_.comments;
            } else if (!line.empty()) {
                relationship(line);
            }
        }
        out_.line_count = lines_.line();
        if (out_.links.empty()) {
            throw InputError(out_.name, 0, out_.line_count == 0 ? "is empty" : "has no relationships", expected_line);
        }
        drop_duplicates();
        return std::move(out_);
    }

private:
    void relationship(std::string_view line) {
        std::string_view rest = line;
        const auto a = take<std::uint32_t>(rest);
        const auto b = a ? take<std::uint32_t>(rest) : std::nullopt;
        const auto kind = b ? take<int>(rest) : std::nullopt;
        if (!kind) {
            lines_.fail("'" + excerpt(line) + "' is no relationship", expected_line);
        }
        if (*a == 0 || *b == 0) {
            lines_.fail("AS number 0 in '" + excerpt(line) + "'", "numbers from 1 to 4294967295");
        }
        if (*kind == 1) {
            ++out_.siblings;
            return;
        }
        if (*kind != 0 && *kind != -1) {
            lines_.fail("relationship " + std::to_string(*kind) + " in '" + excerpt(line) + "'",
                        "-1 (provider and customer), 0 (peers) or 1 (siblings, which are skipped)");
        }
        if (*a == *b) {
            lines_.fail("AS" + std::to_string(*a) + " is linked with itself", "two different networks");
        }
        out_.links.push_back({Asn{*a}, Asn{*b}, *kind == -1});
        out_.lines.push_back(lines_.line());
    }

    /// Of lines that say the same the first stays. Links are put beside each other by their pair of networks.
    void drop_duplicates() {
        std::vector<std::pair<std::uint64_t, std::uint32_t>> pairs;
        pairs.reserve(out_.links.size());
        for (std::uint32_t i = 0; i < out_.links.size(); ++i) {
            const auto [low, high] = std::minmax(out_.links[i].a.value, out_.links[i].b.value);
            pairs.emplace_back(std::uint64_t{low} << 32 | high, i);
        }
        std::ranges::sort(pairs);
        std::vector<std::uint32_t> doubles;
        std::optional<std::pair<std::uint32_t, std::uint32_t>> conflict; // the later line first
        for (std::size_t i = 1, first = 0; i < pairs.size(); ++i) {
            first = pairs[i].first == pairs[first].first ? first : i;
            if (first == i) {
                continue;
            }
            const std::uint32_t earlier = pairs[first].second;
            const std::uint32_t later = pairs[i].second;
            doubles.push_back(later);
            if (!same(out_.links[earlier], out_.links[later]) && (!conflict || later < conflict->first)) {
                conflict = {later, earlier};
            }
        }
        if (conflict) {
            const auto [later, earlier] = *conflict;
            throw InputError(out_.name, out_.lines[later],
                             words(out_.links[later]) + ", but in line " + std::to_string(out_.lines[earlier]) + " " +
                                 words(out_.links[earlier]),
                             "one relationship for each pair of networks");
        }
        out_.duplicates = doubles.size();
        std::ranges::sort(doubles);
        std::size_t kept = 0;
        auto next = doubles.begin();
        for (std::uint32_t i = 0; i < out_.links.size(); ++i) {
            if (next != doubles.end() && *next == i) {
                ++next;
                continue;
            }
            out_.links[kept] = out_.links[i];
            out_.lines[kept++] = out_.lines[i];
        }
        out_.links.resize(kept);
        out_.lines.resize(kept);
    }

    LineReader &lines_;
    AsRelationships out_;
};

} // namespace

AsRelationships read_as_relationships(const std::filesystem::path &file) {
    LineReader lines(file);
    return Reader(lines).read();
}

AsRelationships parse_as_relationships(std::string name, std::string content) {
    LineReader lines(std::move(name), std::move(content));
    return Reader(lines).read();
}

AsGraph build_as_graph(const AsRelationships &relationships) {
    try {
        return AsGraph(relationships.links);
    } catch (const AsProviderCycle &cycle) {
        std::string lines;
        std::size_t first = std::numeric_limits<std::size_t>::max();
        for (const std::size_t link : cycle.links) {
            lines += (lines.empty() ? "" : ", ") + std::to_string(relationships.lines[link]);
            first = std::min(first, relationships.lines[link]);
        }
        throw InputError(relationships.name, first, std::string(cycle.what()) + " (lines " + lines + ")",
                         "no network above itself");
    }
}

} // namespace catchment
