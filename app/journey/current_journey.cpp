// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journey/current_journey.h"

namespace catchment::app {

CurrentJourney::CurrentJourney(const Results &results, const qml::Selection &selection, QObject *parent)
    : QObject(parent), results_(results), selection_(selection) {
    connect(&results, &Results::changed, this, &CurrentJourney::follow);
    connect(&selection, &qml::Selection::cityChanged, this, &CurrentJourney::follow);
    connect(&selection, &qml::Selection::networkChanged, this, &CurrentJourney::follow);
}

void CurrentJourney::follow() {
    journey_.reset();
    catchments_.reset();
    if (const auto &catchments = results_.catchments()) {
        const World &world = catchments->world();
        const auto city = world.city_by_id.find(selection_.city().toStdString());
        if (city != world.city_by_id.end()) {
            std::optional<NetworkId> network;
            if (const auto found = world.network_by_asn.find(Asn{selection_.network()});
                found != world.network_by_asn.end()) {
                network = found->second;
            }
            journey_ =
                catchment::journey(*catchments, city->second, network, static_cast<std::size_t>(selection_.asked()));
            catchments_ = journey_ ? catchments : nullptr;
        }
    }
    emit changed();
}

namespace {

/// Of the cities for which `wanted` holds, the one with most users.
template <class Predicate>
std::optional<CityId> largest(const Catchments &catchments, Predicate wanted) {
    const World &world = catchments.world();
    std::optional<CityId> best;
    for (const CityOutcome &outcome : catchments.cities) {
        const bool larger = !best || world.city(outcome.city).users > world.city(*best).users;
        if (larger && outcome.region && wanted(outcome)) {
            best = outcome.city;
        }
    }
    return best;
}

} // namespace

std::optional<CityId> storyCity(const Catchments &catchments) {
    const auto at_exchange = largest(catchments, [&](const CityOutcome &outcome) {
        if (!outcome.not_nearest) {
            return false;
        }
        const auto why = reason(catchments, outcome.city);
        return why && why->exchange.has_value();
    });
    if (at_exchange) {
        return at_exchange;
    }
    if (const auto far = largest(catchments, [](const CityOutcome &outcome) { return outcome.not_nearest; })) {
        return far;
    }
    const World &world = catchments.world();
    if (!catchments.regions.empty()) {
        const CityId home = catchments.op().regions[catchments.regions.front().region.index()].city;
        const auto near = largest(catchments, [&](const CityOutcome &outcome) {
            return outcome.city != home && world.city(outcome.city).country == world.city(home).country;
        });
        if (near) {
            return near;
        }
    }
    return largest(catchments, [](const CityOutcome &) { return true; });
}

} // namespace catchment::app
