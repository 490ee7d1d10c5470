// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/rib_announcements_reader.h"

#include "io/decompress.h"
#include "io/json_value.h"
#include "io/prefix.h"
#include "io/security_io.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <utility>

namespace catchment {
namespace {

constexpr std::int64_t largest_u32 = std::numeric_limits<std::uint32_t>::max();
constexpr std::int64_t most_prepends = 1000;
constexpr std::size_t longest_path = 1000;

std::string as_words(Asn asn) { return "AS" + std::to_string(asn.value); }

Asn read_asn(const JsonValue &value, const std::string &what) {
    return Asn{static_cast<std::uint32_t>(value.whole(what, 1, largest_u32))};
}

/// An AS number as the key of an object.
Asn key_asn(const std::string &key, const JsonValue &value, const std::string &what) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), number);
    if (error != std::errc() || end != key.data() + key.size() || number == 0 || key.front() == '0') {
        value.fail("key '" + key + "' in " + what, "an AS number in quotes, such as \"64500\"");
    }
    return Asn{number};
}

class Reader {
public:
    Reader(const JsonValue &json, const AsGraph &graph) : json_(json), graph_(graph) {}

    RibAnnouncements read() {
        bool announces = false;
        for (const auto &[key, value] : json_.object("the announcements file")) {
            if (key == "announcements") {
                announces = true;
                for (const JsonValue &entry : value.array("'announcements'")) {
                    announcement(entry);
                }
            } else if (key == "roas") {
                for (const JsonValue &entry : value.array("'roas'")) {
                    out_.roas.push_back(read_roa(entry));
                }
            } else if (key == "originValidation") {
                for (const JsonValue &entry : value.array("'originValidation'")) {
                    out_.origin_validation.push_back(read_asn(entry, "an entry of 'originValidation'"));
                }
            } else if (key == "prefer") {
                preferences(value);
            } else {
                value.fail("unknown key '" + key + "'", "announcements, roas, originValidation or prefer");
            }
        }
        if (!announces) {
            json_.fail("no 'announcements'", "a list of announcements");
        }
        return std::move(out_);
    }

private:
    void announcement(const JsonValue &json) {
        const std::string inside = "an entry of 'announcements'";
        RibAnnouncement out;
        const JsonValue *prefix = nullptr;
        std::map<Asn, RibTuning> tuning;
        for (const auto &[key, value] : json.object(inside)) {
            if (key == "prefix") {
                prefix = &value;
                out.prefix = read_prefix(value);
            } else if (key == "asn") {
                out.asn = read_asn(value, "'asn'");
            } else if (key != "path" && key != "to" && key != "prepend" && key != "noExport" && key != "med") {
                value.fail("unknown key '" + key + "' in " + inside, "prefix, asn, path, to, prepend, noExport or med");
            }
        }
        if (!prefix || out.asn.value == 0) {
            json.fail(inside + " without " + (prefix ? "an 'asn'" : "a 'prefix'"), "both a prefix and an asn");
        }
        in_graph(*json.find("asn"), out.asn);
        const auto [earlier, is_new] = seen_.emplace(std::pair(out.prefix, out.asn), prefix->line());
        if (!is_new) {
            prefix->fail(as_words(out.asn) + " announces " + to_string(out.prefix) + " a second time, after line " +
                             std::to_string(earlier->second),
                         "one announcement per network and prefix");
        }
        out.path = {out.asn};
        for (const auto &[key, value] : json.object(inside)) {
            const std::string what = "'" + key + "'";
            if (key == "path") {
                out.path = path(value, out.asn);
            } else if (key == "to") {
                out.to = neighbours(value, what, out.asn);
            } else if (key == "prepend") {
                for (const auto &[neighbour, n] : value.object(what)) {
                    tuned(tuning, neighbour, n, what, out.asn).prepend =
                        static_cast<std::uint16_t>(n.whole("an entry of " + what, 0, most_prepends));
                }
            } else if (key == "med") {
                for (const auto &[neighbour, n] : value.object(what)) {
                    tuned(tuning, neighbour, n, what, out.asn).med =
                        static_cast<std::uint32_t>(n.whole("an entry of " + what, 0, largest_u32));
                }
            } else if (key == "noExport") {
                for (const Asn neighbour : neighbours(value, what, out.asn)) {
                    tuning[neighbour].no_export = true;
                }
            }
        }
        for (auto &[neighbour, t] : tuning) {
            t.neighbour = neighbour;
            out.tuning.push_back(t);
        }
        out_.announcements.push_back(std::move(out));
    }

    std::vector<Asn> path(const JsonValue &value, Asn announcer) const {
        std::vector<Asn> out;
        for (const JsonValue &entry : value.array("'path'")) {
            out.push_back(read_asn(entry, "an entry of 'path'"));
        }
        if (out.empty() || out.front() != announcer) {
            value.fail("'path' does not begin with " + as_words(announcer), "the announcing network first");
        }
        if (out.size() > longest_path) {
            value.fail("'path' is too long", "at most " + std::to_string(longest_path) + " networks");
        }
        return out;
    }

    RibTuning &tuned(std::map<Asn, RibTuning> &tuning, const std::string &key, const JsonValue &value,
                     const std::string &what, Asn announcer) const {
        const Asn neighbour = key_asn(key, value, what);
        is_neighbour(value, announcer, neighbour);
        return tuning[neighbour];
    }

    /// Each once, ascending.
    std::vector<Asn> neighbours(const JsonValue &value, const std::string &what, Asn of) const {
        std::vector<Asn> out;
        for (const JsonValue &entry : value.array(what)) {
            out.push_back(read_asn(entry, "an entry of " + what));
            is_neighbour(entry, of, out.back());
        }
        std::ranges::sort(out);
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    void preferences(const JsonValue &json) {
        for (const auto &[network_key, inner] : json.object("'prefer'")) {
            const Asn network = key_asn(network_key, inner, "'prefer'");
            in_graph(inner, network);
            for (const auto &[neighbour_key, value] : inner.object("an entry of 'prefer'")) {
                const Asn neighbour = key_asn(neighbour_key, value, "'prefer'");
                is_neighbour(value, network, neighbour);
                out_.prefer.push_back(
                    {network, neighbour,
                     static_cast<std::uint32_t>(value.whole("a preference in 'prefer'", 0, largest_u32))});
            }
        }
    }

    AsGraph::Node in_graph(const JsonValue &value, Asn asn) const {
        const auto node = graph_.find(asn);
        if (!node) {
            value.fail(as_words(asn) + " is not in the relationship file", "a network that is");
        }
        return *node;
    }

    void is_neighbour(const JsonValue &value, Asn network, Asn neighbour) const {
        const AsGraph::Node node = in_graph(value, network);
        const AsGraph::Node other = in_graph(value, neighbour);
        for (const AsGraph::Rows *rows : {&graph_.providers(), &graph_.peers(), &graph_.customers()}) {
            const AsGraph::Row row = (*rows)[node];
            const auto asn = [this](AsGraph::Node n) { return graph_.asn(n); };
            const auto at = std::ranges::lower_bound(row, neighbour, {}, asn);
            if (at != row.end() && *at == other) {
                return;
            }
        }
        value.fail(as_words(neighbour) + " is no neighbour of " + as_words(network),
                   "a network that it has a link with");
    }

    const JsonValue &json_;
    const AsGraph &graph_;
    RibAnnouncements out_;
    std::map<std::pair<Prefix, Asn>, std::size_t> seen_;
};

} // namespace

RibAnnouncements parse_rib_announcements(std::string_view text, const std::string &name, const AsGraph &graph) {
    const JsonValue json = JsonValue::parse(text, name);
    return Reader(json, graph).read();
}

RibAnnouncements read_rib_announcements(const std::filesystem::path &file, const AsGraph &graph) {
    return parse_rib_announcements(read_decompressed(file), file.string(), graph);
}

} // namespace catchment
