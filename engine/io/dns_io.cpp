// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/dns_io.h"

#include <nlohmann/json.hpp>

namespace catchment {

std::string word_of(Steering steering) { return steering == Steering::Dns ? "dns" : "anycast"; }

std::string word_of(ResolverKind resolver) {
    return resolver == ResolverKind::Network ? "network" : resolver == ResolverKind::Public ? "public" : "mixed";
}

Steering read_steering(const JsonValue &value) {
    const std::string &word = value.text("'steering'");
    for (const Steering steering : {Steering::Anycast, Steering::Dns}) {
        if (word == word_of(steering)) {
            return steering;
        }
    }
    value.fail("'steering' is '" + word + "'", "anycast or dns");
}

namespace {

ResolverKind read_resolver(const JsonValue &value) {
    const std::string &word = value.text("'resolver'");
    for (const ResolverKind kind : {ResolverKind::Network, ResolverKind::Public, ResolverKind::Mixed}) {
        if (word == word_of(kind)) {
            return kind;
        }
    }
    value.fail("'resolver' is '" + word + "'", "network, public or mixed");
}

} // namespace

Dns read_dns(const JsonValue &value) {
    Dns out;
    if (value.is_empty()) {
        return out;
    }
    for (const auto &[key, inner] : value.object("'dns'")) {
        const std::string what = "'" + key + "'";
        if (key == "resolver") {
            out.resolver = read_resolver(inner);
        } else if (key == "publicShare") {
            out.public_share = inner.number(what);
            if (!(out.public_share >= 0 && out.public_share <= 1)) {
                inner.fail(what + " is not a share", "a number from 0 to 1");
            }
        } else if (key == "clientSubnet") {
            out.client_subnet = inner.boolean(what);
        } else if (key == "ttl") {
            out.ttl = static_cast<int>(inner.whole(what, 0, Dns::longest_ttl));
        } else {
            inner.fail("unknown key '" + key + "' in 'dns'", "resolver, publicShare, clientSubnet or ttl");
        }
    }
    return out;
}

std::string write_dns(const Dns &dns) {
    nlohmann::ordered_json json;
    json["resolver"] = word_of(dns.resolver);
    json["publicShare"] = dns.public_share;
    json["clientSubnet"] = dns.client_subnet;
    json["ttl"] = dns.ttl;
    return json.dump();
}

} // namespace catchment
