// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/security_io.h"

#include "io/prefix.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace catchment {
namespace {

constexpr std::int64_t largest_asn = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t longest_path = 100;

Asn read_asn(const JsonValue &value, const std::string &what, std::int64_t least = 1) {
    return Asn{static_cast<std::uint32_t>(value.whole(what, least, largest_asn))};
}

std::vector<Asn> read_asns(const JsonValue &value, const std::string &what) {
    std::vector<Asn> out;
    for (const JsonValue &entry : value.array(what)) {
        out.push_back(read_asn(entry, "an entry of " + what));
    }
    return out;
}

Hijack read_hijack(const JsonValue &value) {
    Hijack out;
    for (const auto &[key, inner] : value.object("'hijack'")) {
        const std::string what = "'" + key + "'";
        if (key == "asn") {
            out.asn = read_asn(inner, what);
        } else if (key == "city") {
            out.city = inner.text(what);
        } else if (key == "prefixLength") {
            out.prefix_length = static_cast<std::uint8_t>(inner.whole(what, 0, 32));
        } else if (key == "path") {
            out.path = read_asns(inner, what);
            if (out.path.empty() || out.path.size() > longest_path) {
                inner.fail("'path' of " + std::to_string(out.path.size()) + " networks",
                           "from 1 to " + std::to_string(longest_path));
            }
        } else {
            inner.fail("unknown key '" + key + "' in 'hijack'", "asn, city, prefixLength or path");
        }
    }
    for (const char *key : {"asn", "city", "prefixLength"}) {
        if (!value.find(key)) {
            value.fail(std::string("'hijack' without '") + key + "'", "asn, city and prefixLength");
        }
    }
    if (out.path.empty()) {
        out.path = {out.asn};
    } else if (out.path.front() != out.asn) {
        const std::string hijacker = "AS" + std::to_string(out.asn.value);
        value.find("path")->fail("'path' does not begin with the hijacker " + hijacker, "the hijacker first");
    }
    return out;
}

} // namespace

Prefix read_prefix(const JsonValue &value) {
    const std::string &text = value.text("'prefix'");
    const auto prefix = parse_prefix(text);
    if (!prefix) {
        value.fail("'prefix' is '" + text + "'", "an IPv4 prefix such as 192.0.2.0/24, with no bits beyond its length");
    }
    return *prefix;
}

Roa read_roa(const JsonValue &json) {
    Roa out;
    const JsonValue *prefix = nullptr;
    const JsonValue *origin = nullptr;
    const JsonValue *max_length = nullptr;
    for (const auto &[key, value] : json.object("an entry of 'roas'")) {
        if (key == "prefix") {
            prefix = &value;
        } else if (key == "origin") {
            origin = &value;
        } else if (key == "maxLength") {
            max_length = &value;
        } else {
            value.fail("unknown key '" + key + "' in 'roas'", "prefix, origin or maxLength");
        }
    }
    if (!prefix || !origin) {
        json.fail(std::string("an entry of 'roas' without ") + (prefix ? "an 'origin'" : "a 'prefix'"),
                  "both a prefix and an origin");
    }
    out.prefix = read_prefix(*prefix);
    out.origin = read_asn(*origin, "'origin'", 0); // 0: nobody may announce it (RFC 6483 §4)
    out.max_length = max_length ? static_cast<std::uint8_t>(max_length->whole("'maxLength'", out.prefix.length, 32))
                                : out.prefix.length;
    return out;
}

Security read_security(const JsonValue &value) {
    Security out;
    for (const auto &[key, inner] : value.object("'security'")) {
        if (key == "originValidation") {
            out.origin_validation = read_asns(inner, "'originValidation'");
        } else if (key == "roas") {
            out.roas.emplace();
            for (const JsonValue &entry : inner.array("'roas'")) {
                out.roas->push_back(read_roa(entry));
            }
        } else if (key == "hijack") {
            out.hijack = inner.is_null() ? std::nullopt : std::optional(read_hijack(inner));
        } else {
            inner.fail("unknown key '" + key + "' in 'security'", "originValidation, roas or hijack");
        }
    }
    return out;
}

std::string write_security(const Security &security) {
    using Json = nlohmann::ordered_json;
    const auto numbers = [](const std::vector<Asn> &asns) {
        Json list = Json::array();
        for (const Asn asn : asns) {
            list.push_back(asn.value);
        }
        return list;
    };
    Json json = Json::object();
    json["originValidation"] = numbers(security.origin_validation);
    if (security.roas) {
        json["roas"] = Json::array();
        for (const Roa &roa : *security.roas) {
            json["roas"].push_back(
                {{"prefix", to_string(roa.prefix)}, {"origin", roa.origin.value}, {"maxLength", roa.max_length}});
        }
    }
    if (const auto &hijack = security.hijack) {
        json["hijack"] = {{"asn", hijack->asn.value},
                          {"city", hijack->city},
                          {"prefixLength", hijack->prefix_length},
                          {"path", numbers(hijack->path)}};
    }
    return json.dump();
}

} // namespace catchment
