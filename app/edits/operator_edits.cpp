// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/operator_edits.h"

#include "scenario/change_operator.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <tuple>

namespace catchment::app {
namespace {

constexpr std::uint32_t first_asn = 64500;          // of 64496 to 64511, RFC 5398
constexpr Prefix first_prefix{0xC0000200, 24};      // 192.0.2.0/24, RFC 5737
constexpr std::size_t transits_of_a_new_region = 2; // one can fail

QString tr(const char *text) { return QCoreApplication::translate("catchment::app", text); }

QString text(const std::string &words) { return QString::fromStdString(words); }

OwnOperator::RegionRow &regionOf(OwnOperator &op, const std::string &code) {
    return *std::ranges::find(op.regions, code, &OwnOperator::RegionRow::code);
}

Edit changed(const Scenario &scenario, OwnOperator op, const World &world, const QString &name) {
    return {name, change_operator(scenario, std::move(op), world)};
}

/// The region of the world's operator in the words of a scenario.
OwnOperator::RegionRow restated(const World &world, RegionId id) {
    const Operator &op = world.own_operator;
    const Region &region = op.regions[id.index()];
    OwnOperator::RegionRow row{region.code, region.name, region.place, {}};
    for (const Session &s : op.sessions) {
        if (s.region == id) {
            row.sessions.push_back(
                {world.network(s.neighbour).asn, s.neighbour_is, s.via ? world.exchange(*s.via).id : std::string()});
        }
    }
    return row;
}

std::string freeCode(const OwnOperator *op, const World &world, CityId city) {
    const auto taken = [op](const std::string &code) { return op && op->region(code); };
    for (const Region &region : world.own_operator.regions) {
        if (region.city == city && !taken(region.code)) {
            return region.code;
        }
    }
    std::string letters;
    for (const char c : world.city(city).id) {
        if (c >= 'a' && c <= 'z' && letters.size() < 3) {
            letters += c;
        }
    }
    std::string code = letters;
    for (int n = 2; code.empty() || taken(code); ++n) {
        code = letters + std::to_string(n);
    }
    return code;
}

/// Carriers by how near their nearest router is to a city, then by how many neighbours they have, most first.
std::vector<NetworkId> carriersNear(const World &world, CityId city) {
    std::vector<std::uint32_t> neighbours(world.networks.size(), 0);
    for (const Link &link : world.links) {
        ++neighbours[link.a.index()];
        ++neighbours[link.b.index()];
    }
    std::vector<std::tuple<double, double, NetworkId>> order;
    for (std::size_t n = 0; n < world.networks.size(); ++n) {
        const NetworkKind kind = world.networks[n].kind;
        if (kind == NetworkKind::Tier1 || kind == NetworkKind::Transit) {
            const RouterId near = *world.nearest_router(NetworkId(n), city);
            const double km = great_circle_km(world.city(world.router(near).city).place, world.city(city).place);
            order.emplace_back(km, -static_cast<double>(neighbours[n]), NetworkId(n));
        }
    }
    std::ranges::sort(order);
    std::vector<NetworkId> out;
    for (const auto &[km, size, network] : order) {
        out.push_back(network);
    }
    return out;
}

/// What a network is to the operator already.
std::optional<Relationship> relationshipOf(const OwnOperator *op, Asn asn) {
    if (op) {
        for (const OwnOperator::RegionRow &region : op->regions) {
            const auto found = std::ranges::find(region.sessions, asn, &OwnOperator::SessionRow::asn);
            if (found != region.sessions.end()) {
                return found->neighbour_is;
            }
        }
    }
    return std::nullopt;
}

} // namespace

Edit layOwnNetwork(const Scenario &scenario, const World &world) {
    OwnOperator op{Asn{first_asn}, tr("My network").toStdString(), first_prefix, {}};
    while (world.network_by_asn.contains(op.asn)) {
        ++op.asn.value;
    }
    for (const std::string &code : scenario.regions) {
        if (const auto region = find_region(world.own_operator, code); region && !op.region(code)) {
            op.regions.push_back(restated(world, *region));
        }
    }
    return changed(scenario, std::move(op), world, tr("Lay a network of one's own"));
}

Edit worldOperator(const Scenario &scenario, const World &world) {
    Scenario out = change_operator(scenario, {}, world);
    for (const std::string &code : out.regions.empty() ? story().regions : std::vector<std::string>()) {
        if (find_region(world.own_operator, code)) {
            out.regions.push_back(code);
        }
    }
    return {tr("Back to %1").arg(text(world.own_operator.name)), std::move(out)};
}

Edit setOperator(const Scenario &scenario, Asn asn, const std::string &name, const Prefix &prefix, const World &world) {
    OwnOperator op = scenario.own_operator.value();
    const QString words = asn != op.asn         ? tr("The operator is %1").arg(asText(asn))
                          : prefix != op.prefix ? tr("Another prefix")
                                                : tr("The operator is %1").arg(text(name));
    op.asn = asn;
    op.name = name;
    op.prefix = prefix;
    return changed(scenario, std::move(op), world, words);
}

Edit placeRegion(const Scenario &scenario, OwnOperator::RegionRow region, const World &world) {
    OwnOperator op = scenario.own_operator.value();
    const std::string code = region.code;
    const QString words = tr("Place %1 in %2").arg(text(code), text(region.name));
    op.regions.push_back(std::move(region));
    Edit edit = changed(scenario, std::move(op), world, words);
    edit.scenario.regions.push_back(code);
    return edit;
}

Edit removeOwnRegion(const Scenario &scenario, const std::string &code, const World &world) {
    OwnOperator op = scenario.own_operator.value();
    std::erase_if(op.regions, [&](const OwnOperator::RegionRow &row) { return row.code == code; });
    return changed(scenario, std::move(op), world, tr("Take %1 away").arg(text(code)));
}

Edit addOwnSession(const Scenario &scenario, const std::string &region, const OwnOperator::SessionRow &session,
                   const World &world) {
    OwnOperator op = scenario.own_operator.value();
    regionOf(op, region).sessions.push_back(session);
    return changed(scenario, std::move(op), world,
                   tr("Add a session of %1 with %2").arg(text(region), asText(session.asn)));
}

Edit removeOwnSession(const Scenario &scenario, const std::string &region, const OwnOperator::SessionRow &session,
                      const World &world) {
    OwnOperator op = scenario.own_operator.value();
    std::erase(regionOf(op, region).sessions, session);
    return changed(scenario, std::move(op), world,
                   tr("Remove the session of %1 with %2").arg(text(region), asText(session.asn)));
}

OwnOperator::RegionRow suggestRegion(const OwnOperator *op, const World &world, CityId city) {
    OwnOperator::RegionRow row{freeCode(op, world, city), world.city(city).name, world.city(city).place, {}};
    for (const NetworkId network : carriersNear(world, city)) {
        const Asn asn = world.network(network).asn;
        const Relationship is = relationshipOf(op, asn).value_or(Relationship::Provider);
        if (is == Relationship::Provider && row.sessions.size() < transits_of_a_new_region) {
            row.sessions.push_back({asn, is, {}});
        }
    }
    return row;
}

OwnOperator::RegionRow suggestRegion(const OwnOperator *op, const World &world, GeoPoint place) {
    const auto nearest = std::ranges::min_element(world.cities, {},
                                                  [&](const City &city) { return great_circle_km(city.place, place); });
    OwnOperator::RegionRow row =
        suggestRegion(op, world, CityId(static_cast<std::size_t>(nearest - world.cities.begin())));
    row.place = place;
    return row;
}

} // namespace catchment::app
