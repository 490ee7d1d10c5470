// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/network_search.h"
#include "scenario/event.h"

#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace catchment::app {

/// Everything in a world that can break, to be searched by words: regions of the operator, exchanges, cables,
/// networks, links. What is compared is made once per world and operator; a search looks at all and keeps a few.
class FaultSearch {
public:
    FaultSearch(std::shared_ptr<const NetworkSearch> networks, std::shared_ptr<const Operator> op);

    struct Found {
        std::vector<Event> faults; ///< all of kind Fail; by kind, then what is large or well known first
        std::size_t more = 0;      ///< how many there are besides
    };

    /// What answers to all of the words; of one kind, or of all kinds, then each of them at most a share of `limit`.
    Found find(std::string_view words, std::optional<Event::What> what, std::size_t limit) const;

    /// Does one thing answer to the words?
    bool answers(const Event &fault, std::string_view words) const;

    QString title(const Event &fault) const;
    QString detail(const Event &fault) const;

private:
    struct Cable {
        std::string name;
        std::string folded_name;
        bool submarine = false;
        std::size_t segments = 0;
    };
    using Words = std::vector<std::string>;

    void addRegions(const Words &words, std::size_t limit, Found &out) const;
    void addExchanges(const Words &words, std::size_t limit, Found &out) const;
    void addCables(const Words &words, std::size_t limit, Found &out) const;
    void addNetworks(const Words &words, std::size_t limit, Found &out) const;
    void addLinks(const Words &words, std::size_t limit, Found &out) const;
    const Cable *cable(const std::string &name) const;
    QString networkName(Asn asn) const;

    const World &world() const { return networks_->world(); }

    std::shared_ptr<const NetworkSearch> networks_;
    std::shared_ptr<const Operator> op_;
    std::vector<std::string> regions_;   ///< folded words of each
    std::vector<std::string> exchanges_; ///< likewise
    std::vector<Cable> cables_;          ///< by name
    std::vector<NetworkId> neighbours_;  ///< of the operator
    /// The two networks of each link of the world, between well connected ones first; side by side, so that half a
    /// million are looked through at every key.
    std::vector<std::pair<NetworkId, NetworkId>> links_;
};

} // namespace catchment::app
