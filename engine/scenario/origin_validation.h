// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <cstdint>
#include <span>
#include <vector>

/// Origin validation (RFC 6811).
namespace catchment {

/// A validated ROA payload (RFC 6811 §2).
struct Roa {
    Prefix prefix;
    Asn origin;
    std::uint8_t max_length = 0;
    friend bool operator==(const Roa &, const Roa &) = default;
};

/// Looks ROAs up by prefix.
class RoaTable {
public:
    enum class Validity : std::uint8_t { NotFound, Valid, Invalid };

    explicit RoaTable(std::span<const Roa> roas);

    /// The validity of a route by its prefix and the last network of its path.
    Validity validate(const Prefix &prefix, Asn origin) const;

private:
    std::vector<Roa> roas_; ///< by prefix
};

} // namespace catchment
