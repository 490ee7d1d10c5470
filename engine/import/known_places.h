// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/exchange_list.h"
#include "import/importer.h"

#include <map>
#include <unordered_map>

namespace catchment {

/// What presence list, PeeringDB and base world say of networks: where they are, and of which exchanges they are
/// members, on which terms.
class KnownPlaces {
public:
    using Node = AsGraph::Node;

    /// Keeps references. Call each `take…` at most once, in the order in which they are declared: of two policies the
    /// one that was taken first stays.
    KnownPlaces(const AsGraph &graph, const ImportInput &input, Placement &placement, ImportReport &report);

    void take_peeringdb(const PeeringDb &db);
    void take_presence(const PresenceList &list);
    void take_base();

    const ExchangeList &exchanges() const { return exchanges_; }

    /// Members by exchange, then network, with their policies there where these are known.
    using Members = std::map<std::pair<ExchangeId, Node>, std::optional<PeeringPolicy>>;
    const Members &members() const { return members_; }

    /// The policy of a network wherever it is, where one is known.
    std::optional<PeeringPolicy> policy_of(Node network) const;

private:
    std::optional<CityId> find(std::string_view city, std::string_view country, std::optional<GeoPoint> place,
                               PlacesFound &found);
    std::optional<Node> node_of(Asn asn) const;
    void join(ExchangeId exchange, Node network, std::optional<PeeringPolicy> policy);

    const AsGraph &graph_;
    const World &base_;
    CityMatcher matcher_;
    ExchangeList exchanges_;
    Placement &placement_;
    ImportReport &report_;
    Members members_;
    std::unordered_map<Node, PeeringPolicy> policies_;
};

} // namespace catchment
