// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// How a user is led to a region: by routing alone, or by what a name server answers.
namespace catchment {

/// Anycast: every region announces one prefix, and BGP picks. Dns: each region announces a prefix of its own on the
/// same sessions, and the authority answers with the address of the region that is nearest to the resolver.
enum class Steering { Anycast, Dns };

/// Which regions announce: those that the app is deployed to, or every one of the operator's, which then carries
/// requests on over its backbone (see Edge).
enum class Announce { Deployed, Everywhere };

/// Whose resolver users ask: that of their access network, in their own city; a public one, at the nearest of the
/// cities that it answers from (World::resolvers); or a share of them the one and the others the other.
enum class ResolverKind { Network, Public, Mixed };

struct Dns {
    static constexpr double default_public_share = 0.2;
    static constexpr int default_ttl = 300;
    static constexpr int longest_ttl = 604800; ///< a week, as resolvers commonly cap it (RFC 8767 §4)

    ResolverKind resolver = ResolverKind::Network;
    double public_share = default_public_share; ///< of every city's users, where the resolvers are mixed
    bool client_subnet = false;                 ///< resolvers pass on where the user is (RFC 7871)
    int ttl = default_ttl;                      ///< seconds for which an answer is kept
    friend bool operator==(const Dns &, const Dns &) = default;
};

} // namespace catchment
