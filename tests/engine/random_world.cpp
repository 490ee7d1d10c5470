// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_world.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace catchment::naive {
namespace {

class Maker {
public:
    explicit Maker(Dice &dice) : dice_(dice) {}

    Recipe make() {
        cities();
        fibre();
        networks();
        exchanges();
        links();
        users();
        regions();
        return std::move(recipe_);
    }

private:
    std::string fresh_word(std::size_t letters) {
        const std::string all = "abcdefghijklmnopqrstuvwxyz0123456789-";
        for (;;) {
            std::string word(1, all[dice_.below(26)]);
            while (word.size() < letters) {
                word += all[dice_.below(all.size())];
            }
            if (words_.insert(word).second) {
                return word;
            }
        }
    }

    const std::string &any_city() { return recipe_.cities[dice_.below(recipe_.cities.size())].id; }
    Asn any_network() { return recipe_.networks[dice_.below(recipe_.networks.size())].asn; }

    void cities() {
        wide_ = dice_.chance(40);
        const double unit = wide_ ? 15 : 1;
        const std::size_t count = 1 + dice_.below(14);
        for (std::size_t i = 0; i < count; ++i) {
            City city;
            city.id = fresh_word(1 + dice_.below(3));
            city.name = city.id;
            city.country = "ZZ";
            city.place.lat = unit * (static_cast<double>(dice_.below(wide_ ? 9 : 5)) - (wide_ ? 4 : 2));
            city.place.lon = unit * (static_cast<double>(dice_.below(wide_ ? 24 : 6)) - (wide_ ? 12 : 3));
            recipe_.cities.push_back(city);
        }
    }

    void segment(std::size_t a, std::size_t b) {
        const City &from = recipe_.cities[a];
        const City &to = recipe_.cities[b];
        const double unit = wide_ ? 1000 : 100;
        double km = unit * std::max(1.0, std::ceil(great_circle_km(from.place, to.place) / unit));
        km += unit * static_cast<double>(dice_.below(3));
        const auto name = [this] { return "cable-" + std::to_string(dice_.below(recipe_.cities.size() + 1)); };
        recipe_.fibre.push_back({from.id, to.id, km, name()});
        if (dice_.chance(20)) {
            recipe_.fibre.push_back({to.id, from.id, km + (dice_.chance(50) ? 0 : unit), name()});
        }
    }

    void fibre() {
        const std::size_t count = recipe_.cities.size();
        for (std::size_t i = 1; i < count; ++i) {
            if (dice_.chance(88)) {
                segment(i, dice_.below(i));
            }
        }
        for (std::size_t i = 0; count > 1 && i < count; ++i) {
            const std::size_t a = dice_.below(count);
            const std::size_t b = dice_.below(count);
            if (a != b && dice_.chance(70)) {
                segment(a, b);
            }
        }
    }

    void networks() {
        const std::size_t count = 2 + dice_.below(dice_.chance(15) ? 36 : 16);
        std::set<Asn> taken;
        const auto fresh = [&] {
            for (;;) {
                const Asn asn{static_cast<std::uint32_t>(dice_.chance(10) ? 4'200'000'000 + dice_.below(1000)
                                                                          : 1 + dice_.below(500))};
                if (taken.insert(asn).second) {
                    return asn;
                }
            }
        };
        recipe_.operator_asn = fresh();
        for (std::size_t i = 0; i < count; ++i) {
            const Asn asn = fresh();
            recipe_.networks.push_back({asn, "Network " + std::to_string(asn.value), NetworkKind::Transit, "ZZ"});
            std::set<std::string> places;
            const std::size_t routers = 1 + dice_.below(6);
            for (std::size_t r = 0; r < routers; ++r) {
                places.insert(any_city());
            }
            for (const std::string &place : places) {
                recipe_.presence.push_back({asn, place});
            }
        }
    }

    void exchanges() {
        for (std::size_t i = dice_.below(5); i > 0; --i) {
            const std::string id = fresh_word(4);
            recipe_.exchanges.push_back({id, any_city()});
            std::set<Asn> members;
            for (std::size_t m = dice_.below(recipe_.networks.size()); m > 0; --m) {
                members.insert(any_network());
            }
            for (const Asn member : members) {
                recipe_.members.push_back(
                    {id, member, dice_.chance(60) ? PeeringPolicy::Open : PeeringPolicy::Selective});
            }
        }
    }

    void link(Asn a, Asn b, Relationship b_to_a) {
        if (a == b || !linked_.insert(std::minmax(a, b)).second) {
            return;
        }
        std::vector<std::string> places;
        if (dice_.chance(40)) {
            for (std::size_t i = 1 + dice_.below(3); i > 0; --i) {
                const bool exchange = !recipe_.exchanges.empty() && dice_.chance(50);
                places.push_back(exchange ? dice_.pick(recipe_.exchanges).id : any_city());
            }
        }
        if (dice_.chance(50)) {
            recipe_.links.push_back({a, b, b_to_a, places});
        } else {
            recipe_.links.push_back({b, a, reversed(b_to_a), places});
        }
    }

    void links() {
        std::vector<Asn> order; // providers stand before their customers
        for (const Network &network : recipe_.networks) {
            order.push_back(network.asn);
        }
        dice_.shuffle(order);
        for (std::size_t i = 1; i < order.size(); ++i) {
            for (std::size_t n = dice_.below(4); n > 0; --n) {
                link(order[dice_.below(i)], order[i], Relationship::Customer);
            }
        }
        for (std::size_t i = dice_.below(order.size()); i > 0; --i) {
            link(any_network(), any_network(), Relationship::Peer);
        }
    }

    void users() {
        for (City &city : recipe_.cities) {
            std::set<Asn> serving;
            for (std::size_t i = dice_.below(4); i > 0; --i) {
                serving.insert(any_network());
            }
            city.users = serving.empty() ? 0 : dice_.below(1'000'000);
            std::size_t left = 100;
            for (auto asn = serving.begin(); asn != serving.end(); ++asn) {
                const bool last = std::next(asn) == serving.end();
                const std::size_t share = last ? left : 1 + dice_.below(left / 3);
                recipe_.access.push_back({city.id, *asn, static_cast<double>(share) / 100});
                left -= share;
            }
        }
    }

    void regions() {
        std::vector<City> homes = recipe_.cities;
        dice_.shuffle(homes);
        std::vector<Relationship> to_neighbour; // per network: one relationship with the operator
        for (std::size_t i = 0; i < recipe_.networks.size(); ++i) {
            to_neighbour.push_back(static_cast<Relationship>(dice_.below(3)));
        }
        const std::size_t count = std::min(1 + dice_.below(6), homes.size());
        std::set<std::tuple<std::string, Asn, std::string>> taken;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string code = fresh_word(3);
            const std::string &home = i > 0 && dice_.chance(15) ? recipe_.regions.back().city : homes[i].id;
            recipe_.regions.push_back({code, home, static_cast<RegionStatus>(dice_.below(3))});
            for (std::size_t s = dice_.below(5); s > 0; --s) {
                const std::size_t n = dice_.below(recipe_.networks.size());
                const bool exchange = !recipe_.exchanges.empty() && dice_.chance(40);
                const std::string via = exchange ? dice_.pick(recipe_.exchanges).id : "";
                const Asn asn = recipe_.networks[n].asn;
                if (taken.emplace(code, asn, via).second) {
                    recipe_.sessions.push_back({code, asn, to_neighbour[n], via});
                }
            }
        }
    }

    Dice &dice_;
    Recipe recipe_;
    bool wide_ = false;
    std::set<std::string> words_;
    std::set<std::pair<Asn, Asn>> linked_;
};

class Intention {
public:
    Intention(const Recipe &recipe, Dice &dice) : recipe_(recipe), dice_(dice) {}

    Scenario make() {
        for (const Recipe::RegionRow &region : recipe_.regions) {
            if (dice_.chance(75)) {
                scenario_.regions.push_back(region.code);
            }
        }
        dice_.shuffle(scenario_.regions);
        if (dice_.chance(30)) {
            sessions();
        }
        if (dice_.chance(70)) {
            tuning();
        }
        if (dice_.chance(60)) {
            faults();
        }
        return std::move(scenario_);
    }

private:
    void sessions() {
        for (std::size_t i = 1 + dice_.below(3); i > 0; --i) {
            const Asn asn = dice_.pick(recipe_.networks).asn;
            const std::string region = dice_.pick(recipe_.regions).code;
            const bool exchange = !recipe_.exchanges.empty() && dice_.chance(40);
            const std::string via = exchange ? dice_.pick(recipe_.exchanges).id : "";
            Relationship is = static_cast<Relationship>(dice_.below(3));
            bool taken = false;
            for (const Recipe::SessionRow &s : recipe_.sessions) { // it may be there already
                is = s.asn == asn ? s.neighbour_is : is;
            }
            for (const ExtraSession &s : scenario_.sessions) {
                taken = taken || s.asn == asn;
            }
            if (!taken) {
                scenario_.sessions.push_back({region, asn, is, via});
            }
        }
    }

    void tune(Tuning tuning) {
        if (dice_.chance(40)) {
            tuning.prepend = static_cast<int>(dice_.below(4));
        }
        if (dice_.chance(40)) {
            tuning.med = static_cast<std::uint32_t>(dice_.chance(5) ? 4'294'967'295 : dice_.below(4));
        }
        if (dice_.chance(20)) {
            tuning.withhold = dice_.chance(60);
        }
        if (dice_.chance(25)) {
            tuning.no_export = dice_.chance(70);
        }
        scenario_.tuning.push_back(tuning);
    }

    void tuning() {
        std::set<std::pair<std::string, Asn>> sessions;
        for (const Recipe::SessionRow &s : recipe_.sessions) {
            sessions.emplace(s.region, s.asn);
        }
        for (const ExtraSession &s : scenario_.sessions) {
            sessions.emplace(s.region, s.asn);
        }
        for (const Recipe::RegionRow &region : recipe_.regions) {
            if (dice_.chance(30)) {
                Tuning whole;
                whole.region = region.code;
                tune(whole);
            }
        }
        for (const auto &[region, asn] : sessions) {
            if (dice_.chance(35)) {
                Tuning one;
                one.region = region;
                one.neighbour = asn;
                tune(one);
            }
        }
        dice_.shuffle(scenario_.tuning);
    }

    void faults() {
        Faults &faults = scenario_.faults;
        if (dice_.chance(25)) {
            faults.regions.push_back(dice_.pick(recipe_.regions).code);
        }
        for (std::size_t i = dice_.below(3); i > 0; --i) {
            faults.networks.push_back(dice_.pick(recipe_.networks).asn);
        }
        for (std::size_t i = dice_.below(4); i > 0 && !recipe_.links.empty(); --i) {
            const Recipe::LinkRow &link = dice_.pick(recipe_.links);
            faults.links.emplace_back(link.a, link.b);
        }
        if (dice_.chance(25) && !recipe_.sessions.empty()) {
            faults.links.emplace_back(recipe_.operator_asn, dice_.pick(recipe_.sessions).asn);
        }
        for (std::size_t i = dice_.below(3); i > 0 && !recipe_.exchanges.empty(); --i) {
            faults.exchanges.push_back(dice_.pick(recipe_.exchanges).id);
        }
        for (std::size_t i = dice_.below(4); i > 0 && !recipe_.fibre.empty(); --i) {
            faults.cables.push_back(dice_.pick(recipe_.fibre).name);
        }
    }

    const Recipe &recipe_;
    Dice &dice_;
    Scenario scenario_;
};

} // namespace

std::shared_ptr<const World> build(const Recipe &recipe) {
    WorldBuilder builder;
    builder.set_title("random", "2026-01-01", "", {});
    builder.set_operator(recipe.operator_asn, "Operator", operator_prefix);
    for (const City &city : recipe.cities) {
        builder.add_city(city);
    }
    for (const Network &network : recipe.networks) {
        builder.add_network(network);
    }
    for (const auto &row : recipe.presence) {
        builder.add_router(row.asn, row.city);
    }
    for (const auto &row : recipe.exchanges) {
        builder.add_exchange(row.id, row.id, row.city);
    }
    for (const auto &row : recipe.members) {
        builder.add_member(row.exchange, row.asn, row.policy);
    }
    for (const auto &row : recipe.links) {
        builder.add_link(row.a, row.b, row.b_to_a, row.places);
    }
    for (const auto &row : recipe.access) {
        builder.add_access(row.city, row.asn, row.share);
    }
    for (const auto &row : recipe.fibre) {
        builder.add_fibre(row.from, row.to, row.km, FibreKind::Terrestrial, row.name);
    }
    for (const auto &row : recipe.regions) {
        Region region;
        region.code = row.code;
        region.name = row.code;
        region.status = row.status;
        builder.add_region(region, row.city);
    }
    for (const auto &row : recipe.sessions) {
        builder.add_session(row.region, row.asn, row.neighbour_is, row.via);
    }
    for (const auto &row : recipe.resolvers) {
        builder.add_resolver(row.city, row.operator_name, row.asn);
    }
    return builder.build();
}

Recipe shuffled(Recipe recipe, Dice &dice) {
    dice.shuffle(recipe.cities);
    dice.shuffle(recipe.networks);
    dice.shuffle(recipe.presence);
    dice.shuffle(recipe.exchanges);
    dice.shuffle(recipe.members);
    dice.shuffle(recipe.links);
    dice.shuffle(recipe.access);
    dice.shuffle(recipe.fibre);
    dice.shuffle(recipe.regions);
    dice.shuffle(recipe.sessions);
    for (Recipe::LinkRow &link : recipe.links) {
        dice.shuffle(link.places);
    }
    return recipe;
}

void add_random_dns(Recipe &recipe, Scenario &scenario, Dice &dice) {
    recipe.resolvers.clear();
    for (std::size_t i = 1 + dice.below(3); i > 0; --i) {
        const Asn asn = dice.pick(recipe.networks).asn;
        for (std::size_t n = 1 + dice.below(4); n > 0; --n) {
            recipe.resolvers.push_back({dice.pick(recipe.cities).id, "resolver " + std::to_string(i), asn});
        }
    }
    scenario.steering = Steering::Dns;
    scenario.dns.resolver = static_cast<ResolverKind>(dice.below(3));
    scenario.dns.public_share = static_cast<double>(dice.below(101)) / 100;
    scenario.dns.client_subnet = dice.chance(30);
    scenario.dns.ttl = static_cast<int>(dice.below(1000));
}

Recipe random_recipe(Dice &dice) { return Maker(dice).make(); }

Scenario random_scenario(const Recipe &recipe, Dice &dice) { return Intention(recipe, dice).make(); }

} // namespace catchment::naive
