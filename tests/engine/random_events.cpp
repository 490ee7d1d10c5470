// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_events.h"

namespace catchment::naive {
namespace {

/// Breaks something, or mends what may be broken.
Event random_fault(const Recipe &recipe, const Scenario &scenario, Dice &dice, const std::vector<Event> &earlier) {
    if (!earlier.empty() && dice.chance(40)) { // so that much comes up again
        Event event = dice.pick(earlier);
        if (event.kind == Event::Kind::Fail) {
            event.kind = Event::Kind::Repair;
            return event;
        }
    }
    Event event;
    event.kind = dice.chance(75) ? Event::Kind::Fail : Event::Kind::Repair;
    event.what = static_cast<Event::What>(dice.below(5));
    switch (event.what) {
    case Event::What::Exchange:
        if (!recipe.exchanges.empty()) {
            event.name = dice.pick(recipe.exchanges).id;
            return event;
        }
        break;
    case Event::What::Cable:
        if (!recipe.fibre.empty()) {
            event.name = dice.pick(recipe.fibre).name;
            return event;
        }
        break;
    case Event::What::Link:
        if (!recipe.sessions.empty() && dice.chance(30)) {
            event.asn = recipe.operator_asn;
            event.other = dice.pick(recipe.sessions).asn;
            return event;
        }
        if (!scenario.sessions.empty() && dice.chance(30)) {
            event.asn = dice.pick(scenario.sessions).asn;
            event.other = recipe.operator_asn;
            return event;
        }
        if (!recipe.links.empty()) {
            const Recipe::LinkRow &link = dice.pick(recipe.links);
            event.asn = dice.chance(50) ? link.a : link.b;
            event.other = event.asn == link.a ? link.b : link.a;
            return event;
        }
        break;
    case Event::What::Network:
        event.asn = dice.pick(recipe.networks).asn;
        return event;
    case Event::What::Region:
        break;
    }
    event.what = Event::What::Region;
    event.name = dice.pick(recipe.regions).code;
    return event;
}

} // namespace

std::vector<TimedEvent> random_events(const Recipe &recipe, const Scenario &scenario, Dice &dice, std::size_t most) {
    std::vector<TimedEvent> out;
    std::vector<Event> events;
    const bool timed = dice.chance(70);
    Moment at{0};
    for (std::size_t n = 1 + dice.below(most); n > 0; --n) {
        Event event;
        if (dice.chance(45)) {
            event.kind = dice.chance(50) ? Event::Kind::Announce : Event::Kind::Withdraw;
            event.name = dice.pick(recipe.regions).code;
        } else {
            event = random_fault(recipe, scenario, dice, events);
        }
        events.push_back(event);
        // While messages are under way, while intervals run, when all is quiet.
        at += Moment(dice.below(dice.chance(65) ? 8'000 : dice.chance(50) ? 40'000'000 : 200'000'000));
        out.push_back({event, timed ? std::optional(at) : std::nullopt});
    }
    return out;
}

} // namespace catchment::naive
