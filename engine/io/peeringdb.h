// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/geo.h"
#include "world/world.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace catchment {

/// What an import keeps of PeeringDB's dump (https://www.peeringdb.com/apidocs/): one JSON object with a section for
/// each kind of object, which is `{"data": [object, …]}` or the list itself. Sections and fields that are not kept are
/// passed over; so are objects whose `status` is not `ok`. Ids are PeeringDB's own and are not checked against each
/// other: sections come in any order, and a dump may have holes.
struct PeeringDb {
    struct Net {
        std::uint64_t id = 0;
        Asn asn;
        std::string name;
        std::string type;                    ///< info_type as it stands: NSP, Content, Cable/DSL/ISP, …
        std::optional<PeeringPolicy> policy; ///< policy_general: Open, Selective, Restrictive; `No` is Restrictive
    };
    struct Facility {
        std::uint64_t id = 0;
        std::string city, country;
        std::optional<GeoPoint> place; ///< where both coordinates are known and on the globe
    };
    struct Exchange {
        std::uint64_t id = 0;
        std::string name, city, country;
    };
    struct NetAtFacility { ///< netfac
        std::uint64_t net = 0, facility = 0;
    };
    struct NetAtExchange { ///< netixlan
        std::uint64_t net = 0, exchange = 0;
    };

    std::string name; ///< of the file, for messages
    std::vector<Net> nets;
    std::vector<Facility> facilities;
    std::vector<Exchange> exchanges;
    std::vector<NetAtFacility> at_facilities;
    std::vector<NetAtExchange> at_exchanges;
    std::size_t not_ok = 0; ///< objects of these five kinds whose status is another than `ok`
};

/// Reads a dump, plain or compressed, as a stream: holds what is kept, and never the text. Throws InputError: cannot be
/// read or decompressed; no JSON, nested deeper than 64 levels; none of the five sections; an object without the ids
/// that it needs or with a field of another type. The line is that of the field, or of the end of its object.
PeeringDb read_peeringdb(const std::filesystem::path &file);

/// The same from memory; `name` stands for the file in messages.
PeeringDb parse_peeringdb(std::string name, std::string content);

} // namespace catchment
