// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/data_placement.h"
#include "scenario/edge.h"
#include "scenario/origin_validation.h"
#include "scenario/own_operator.h"
#include "scenario/steering.h"
#include "world/world.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What the user intends, as plain values in the words of the scenario file. Nothing here is resolved against a
/// world: see check_scenario.
namespace catchment {

/// How one region announces, or one of its sessions: the latter overrides just what it names.
struct Tuning {
    std::string region;           ///< code
    std::optional<Asn> neighbour; ///< none: the region as a whole
    std::optional<bool> withhold;
    std::optional<int> prepend; ///< further copies of the own AS number in front
    std::optional<bool> no_export;
    std::optional<std::uint32_t> med;
    friend bool operator==(const Tuning &, const Tuning &) = default;
};

/// What is broken.
struct Faults {
    std::vector<std::string> regions;
    std::vector<Asn> networks;
    std::vector<std::pair<Asn, Asn>> links;
    std::vector<std::string> exchanges;
    std::vector<std::string> cables; ///< by the name in fibre.csv: all segments of that name
    friend bool operator==(const Faults &, const Faults &) = default;
    bool empty() const {
        return regions.empty() && networks.empty() && links.empty() && exchanges.empty() && cables.empty();
    }
};

/// A session beside the world's own.
struct ExtraSession {
    std::string region;
    Asn asn;
    Relationship neighbour_is = Relationship::Provider;
    std::string via; ///< exchange id, or empty for a private meeting
    friend bool operator==(const ExtraSession &, const ExtraSession &) = default;
};

/// Another network that announces the operator's prefix, or a more specific one that begins where it does.
struct Hijack {
    Asn asn;
    std::string city; ///< id; one of the cities in which the network has a router
    std::uint8_t prefix_length = 0;
    std::vector<Asn> path; ///< as announced, the hijacker first; more than itself: forged
    friend bool operator==(const Hijack &, const Hijack &) = default;
};

struct Security {
    static constexpr std::uint8_t longest_prefix = 24; ///< networks refuse what is longer

    std::vector<Asn> origin_validation;   ///< networks that drop what is invalid (RFC 6811)
    std::optional<std::vector<Roa>> roas; ///< none given: one for the operator's prefix, its AS number, that length
    std::optional<Hijack> hijack;
    friend bool operator==(const Security &, const Security &) = default;

    std::vector<Roa> roas_or_default(const Operator &op) const;
};

/// How the map is drawn where nobody says otherwise.
struct View {
    std::string projection = "equal-earth";
    std::string theme;                           ///< empty: light on paper, the desktop's on screen
    std::optional<std::array<double, 4>> extent; ///< west, south, east, north in degrees
    std::optional<GeoPoint> center;              ///< that the globe shows in its middle
    std::vector<std::string> layers;             ///< empty: all
    std::string select;                          ///< city whose path is drawn
    std::optional<std::pair<int, int>> size;     ///< pixels
    std::optional<int> dpi;                      ///< pixels to the inch
    std::string preset;                          ///< what size, dpi and text are made for; empty: nothing special
    std::string subtitle;                        ///< empty: made from the figures
    std::string caption;                         ///< under the map
    std::vector<std::string> without;            ///< parts around the map that are left out
    bool legend = true;
    friend bool operator==(const View &, const View &) = default;
};

struct Scenario {
    std::string title;
    std::string notes;
    std::string world = "builtin"; ///< or a folder, relative to the file
    std::string app = "my-app";
    std::vector<std::string> regions;        ///< codes, in the order of deployment
    std::optional<OwnOperator> own_operator; ///< none: the world's; see operator_of
    std::vector<Tuning> tuning;
    Faults faults;
    std::vector<ExtraSession> sessions;
    Security security;
    Announce announce = Announce::Deployed;
    Steering steering = Steering::Anycast;
    Dns dns;                           ///< counts under Steering::Dns
    Edge edge;                         ///< counts under Announce::Everywhere
    std::optional<DataPlacement> data; ///< none: nobody asks about data
    View view;
    friend bool operator==(const Scenario &, const Scenario &) = default;

    bool deploys(const std::string &code) const;

    /// Does a region of the operator announce? Where every edge does, a former one does only if it is deployed to; one
    /// that has failed never does.
    bool announces(const Region &region) const;

    /// The tuning entry for a region, or one of its sessions, made if it is not there yet.
    Tuning &tuning_for(const std::string &region, std::optional<Asn> neighbour = {});

    /// Drops what says nothing from the tuning: a region's defaults, and a session's where its region says nothing.
    void tidy();
};

/// `my-app` in `ewr` and `ams`: what the program opens on.
Scenario story();

} // namespace catchment
