// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace catchment {

/// The index of a thing in its table of the world. Ids of different tables do not mix.
template <class Tag>
struct Id {
    std::uint32_t value = 0;

    constexpr Id() = default;
    constexpr explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}
    constexpr std::size_t index() const { return value; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

using CityId = Id<struct CityTag>;
using NetworkId = Id<struct NetworkTag>;
using RouterId = Id<struct RouterTag>;
using LinkId = Id<struct LinkTag>;
using InterconnectionId = Id<struct InterconnectionTag>;
using ExchangeId = Id<struct ExchangeTag>;
using RegionId = Id<struct RegionTag>;
using SegmentId = Id<struct SegmentTag>;

/// An autonomous system number (RFC 6793: 32 bits). Not an index: see NetworkId.
struct Asn {
    std::uint32_t value = 0;
    friend constexpr auto operator<=>(Asn, Asn) = default;
};

} // namespace catchment

template <class Tag>
struct std::hash<catchment::Id<Tag>> {
    std::size_t operator()(catchment::Id<Tag> id) const noexcept { return id.value; }
};

template <>
struct std::hash<catchment::Asn> {
    std::size_t operator()(catchment::Asn asn) const noexcept { return asn.value; }
};
