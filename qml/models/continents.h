// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace catchment::qml {

/// The seven continents, in the order in which lists show them.
enum class Continent { NorthAmerica, SouthAmerica, Europe, Africa, Asia, Oceania, Antarctica };

/// The continent of a country (ISO 3166-1 alpha-2), after the UN's M49 regions; Central America and the Caribbean
/// count as North America, unknown codes as Antarctica.
Continent continent_of(std::string_view country);

} // namespace catchment::qml
