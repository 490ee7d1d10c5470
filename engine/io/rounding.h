// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <string>

namespace catchment {

/// As files print them: milliseconds to one decimal, shares to four, kilometres and users whole.
inline double rounded_ms(double ms) { return std::round(ms * 10) / 10; }
inline double rounded_share(double share) { return std::round(share * 10000) / 10000; }
inline std::int64_t rounded_whole(double value) { return std::llround(value); }

/// `12,345`.
std::string grouped(double value);

/// A number with so many decimals, in the C locale.
std::string fixed(double value, int decimals);

} // namespace catchment
