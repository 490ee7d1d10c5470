// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/event_words.h"

#include "app/edits/scenario_edits.h"

#include <algorithm>

namespace catchment::app {
namespace {

using Kind = Event::Kind;
using What = Event::What;

constexpr std::size_t most_networks = 2'000; // more are no list to choose from

/// Calls `found` with all that is in one of the lists and not in the other.
template <class List, class Found>
void differences(const List &before, const List &after, Found found) {
    for (const auto &item : before) {
        if (std::ranges::find(after, item) == after.end()) {
            found(item, false);
        }
    }
    for (const auto &item : after) {
        if (std::ranges::find(before, item) == before.end()) {
            found(item, true);
        }
    }
}

Kind fault_kind(bool broken) { return broken ? Kind::Fail : Kind::Repair; }

} // namespace

QStringList event_words(const World &world, const Operator &op, const Scenario &scenario) {
    QStringList out;
    const auto add = [&](const Event &event) { out.append(QString::fromStdString(to_string(event))); };
    const auto add_fault = [&](Event event) {
        event.kind = fault_kind(!isBroken(scenario, event));
        add(event);
    };
    const bool everywhere = scenario.announce == Announce::Everywhere; // then deploying changes no announcement
    for (const Region &region : op.regions) {
        if (!everywhere && scenario.deploys(region.code)) {
            add({Kind::Withdraw, What::Region, region.code, {}, {}});
        }
    }
    for (const Region &region : op.regions) {
        if (!everywhere && !scenario.deploys(region.code)) {
            add({Kind::Announce, What::Region, region.code, {}, {}});
        }
    }
    for (const auto &[a, b] : scenario.faults.links) {
        add_fault({Kind::Repair, What::Link, {}, a, b});
    }
    for (const Region &region : op.regions) {
        if (scenario.announces(region) || scenario.deploys(region.code) ||
            isBroken(scenario, {Kind::Fail, What::Region, region.code, {}, {}})) {
            add_fault({Kind::Fail, What::Region, region.code, {}, {}});
        }
    }
    if (world.networks.size() <= most_networks) {
        for (const Network &network : world.networks) {
            add_fault({Kind::Fail, What::Network, {}, network.asn, {}});
        }
    }
    for (const Exchange &exchange : world.exchanges) {
        add_fault({Kind::Fail, What::Exchange, exchange.id, {}, {}});
    }
    std::vector<std::string> cables;
    for (const FibreSegment &segment : world.fibre) {
        cables.push_back(segment.name);
    }
    std::ranges::sort(cables);
    cables.erase(std::unique(cables.begin(), cables.end()), cables.end());
    for (const std::string &cable : cables) {
        if (!cable.empty()) {
            add_fault({Kind::Fail, What::Cable, cable, {}, {}});
        }
    }
    return out;
}

std::optional<Event> event_between(const Scenario &before, const Scenario &after) {
    std::vector<Event> found;
    if (before.announce == Announce::Everywhere && before.regions != after.regions) {
        return std::nullopt; // then deploying changes no announcement
    }
    differences(before.regions, after.regions, [&](const std::string &code, bool deployed) {
        found.push_back({deployed ? Kind::Announce : Kind::Withdraw, What::Region, code, {}, {}});
    });
    const Faults &old_ones = before.faults;
    const Faults &new_ones = after.faults;
    const auto named = [&](What what) {
        return [&found, what](const std::string &name, bool broken) {
            found.push_back({fault_kind(broken), what, name, {}, {}});
        };
    };
    differences(old_ones.regions, new_ones.regions, named(What::Region));
    differences(old_ones.exchanges, new_ones.exchanges, named(What::Exchange));
    differences(old_ones.cables, new_ones.cables, named(What::Cable));
    differences(old_ones.networks, new_ones.networks, [&](Asn asn, bool broken) {
        found.push_back({fault_kind(broken), What::Network, {}, asn, {}});
    });
    differences(old_ones.links, new_ones.links, [&](const std::pair<Asn, Asn> &link, bool broken) {
        found.push_back({fault_kind(broken), What::Link, {}, link.first, link.second});
    });
    // Something else may have been edited along with it.
    return found.size() == 1 && apply(found.front(), before) == after ? std::optional(found.front()) : std::nullopt;
}

Edit event_edit(const Scenario &scenario, const Event &event) {
    if (event.kind == Kind::Announce || event.kind == Kind::Withdraw) {
        const bool announce = event.kind == Kind::Announce;
        // What is there already stays in its place.
        return {deployRegion(scenario, event.name, announce).name, apply(event, scenario)};
    }
    return faultEdit(scenario, event);
}

} // namespace catchment::app
