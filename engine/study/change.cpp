// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/change.h"

#include <vector>

namespace catchment {
namespace {

std::string network_in_words(Asn asn, const World &world) {
    const auto found = world.network_by_asn.find(asn);
    const std::string number = "AS" + std::to_string(asn.value);
    return found == world.network_by_asn.end() ? number : world.network(found->second).name + " (" + number + ")";
}

std::string place_in_words(const Tuning &tuning, const World &world) {
    return tuning.region + (tuning.neighbour ? " towards " + network_in_words(*tuning.neighbour, world) : "");
}

std::string keys_in_words(const Tuning &tuning) {
    std::vector<std::string> keys;
    if (tuning.withhold) {
        keys.emplace_back("withhold");
    }
    if (tuning.prepend) {
        keys.emplace_back("prepend");
    }
    if (tuning.no_export) {
        keys.emplace_back("NO_EXPORT");
    }
    if (tuning.med) {
        keys.emplace_back("MED");
    }
    std::string out;
    for (const std::string &key : keys) {
        out += (out.empty() ? "" : ", ") + key;
    }
    return out;
}

std::string session_in_words(const ExtraSession &session, const World &world) {
    const std::string with = network_in_words(session.asn, world) + " at " + session.region;
    const std::string over =
        session.via.empty() ? "" : " over " + world.exchange(world.exchange_by_id.at(session.via)).name;
    switch (session.neighbour_is) {
    case Relationship::Provider:
        return "Transit from " + with + over;
    case Relationship::Customer:
        return "Transit for " + with + over;
    case Relationship::Peer:
        break;
    }
    return "Peering with " + with + over;
}

} // namespace

Scenario apply(const Change &change, Scenario scenario) {
    switch (change.kind) {
    case Change::Kind::Deploy:
        scenario.regions.push_back(change.region);
        break;
    case Change::Kind::Prepend:
        scenario.tuning_for(change.region).prepend = change.prepend;
        break;
    case Change::Kind::NoExport:
        scenario.tuning_for(change.region, change.neighbour).no_export = true;
        break;
    case Change::Kind::Withhold:
        scenario.tuning_for(change.region, change.neighbour).withhold = true;
        break;
    case Change::Kind::AddSession:
        scenario.sessions.push_back(change.session);
        break;
    case Change::Kind::UndoTuning: {
        Tuning &tuning = scenario.tuning_for(change.tuning.region, change.tuning.neighbour);
        const auto drop = [](auto &key, bool named) { named ? key.reset() : void(); };
        drop(tuning.withhold, change.tuning.withhold.has_value());
        drop(tuning.prepend, change.tuning.prepend.has_value());
        drop(tuning.no_export, change.tuning.no_export.has_value());
        drop(tuning.med, change.tuning.med.has_value());
        break;
    }
    }
    scenario.tidy();
    return scenario;
}

std::string in_words(const Change &change, const World &world) {
    switch (change.kind) {
    case Change::Kind::Deploy:
        return "Deploy " + change.region;
    case Change::Kind::Prepend:
        return "Prepend " + std::to_string(change.prepend) + " at " + change.region;
    case Change::Kind::NoExport:
        return "NO_EXPORT to " + network_in_words(*change.neighbour, world) + " at " + change.region;
    case Change::Kind::Withhold:
        return change.neighbour ? "Withhold from " + network_in_words(*change.neighbour, world) + " at " + change.region
                                : "Withhold at " + change.region;
    case Change::Kind::AddSession:
        return session_in_words(change.session, world);
    case Change::Kind::UndoTuning:
        break;
    }
    return "Undo " + keys_in_words(change.tuning) + " at " + place_in_words(change.tuning, world);
}

} // namespace catchment
