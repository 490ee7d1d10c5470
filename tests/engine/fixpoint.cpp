// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fixpoint.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace catchment::naive {

Fixpoint::Fixpoint(std::shared_ptr<const World> world, const Scenario &scenario, std::optional<int> prefix_length)
    : world_(std::move(world)), scenario_(scenario), fibre_(world_, scenario.faults.cables),
      length_(prefix_length.value_or(world_->own_operator.prefix.length)) {
    for (const Region &region : world_->own_operator.regions) {
        const auto &failed = scenario.faults.regions;
        announces_.push_back(length_ == world_->own_operator.prefix.length && scenario.deploys(region.code) &&
                             std::ranges::find(failed, region.code) == failed.end());
    }
    best_.resize(world_->routers.size() + announces_.size());
    raise(scenario);
    join_parts();
    const std::size_t cap = 4 * best_.size() + 10;
    for (std::size_t round = 0; round < cap && !settled_; ++round) {
        auto next = best_;
        for (RouterNumber router = 0; router < best_.size(); ++router) {
            next[router].reset();
            for (const Offer &offer : announcer(router) ? std::vector<Offer>() : offers(router)) {
                if (offer.lost_at == Step::OnlyOne) {
                    next[router] = offer;
                }
            }
        }
        settled_ = next == best_;
        best_ = std::move(next);
    }
}

Asn Fixpoint::asn(RouterNumber router) const {
    return is_operator(router) ? world_->own_operator.asn : world_->network(world_->routers[router].network).asn;
}

bool Fixpoint::hijacks(RouterNumber router) const {
    const auto &hijack = scenario_.security.hijack;
    const auto &failed = scenario_.faults.networks;
    return hijack && hijack->prefix_length == length_ && asn(router) == hijack->asn &&
           std::ranges::find(failed, hijack->asn) == failed.end();
}

/// Its own number in it, or, where it validates, invalid by RFC 6811: what some ROA covers and none matches.
bool Fixpoint::rejects(Asn network, const std::vector<Asn> &path) const {
    const Security &security = scenario_.security;
    const auto contains = [](const std::vector<Asn> &list, Asn asn) {
        return std::ranges::find(list, asn) != list.end();
    };
    if (contains(path, network) || !contains(security.origin_validation, network)) {
        return contains(path, network);
    }
    const Operator &op = world_->own_operator;
    const std::vector<Roa> roas =
        security.roas ? *security.roas : std::vector<Roa>{{op.prefix, op.asn, op.prefix.length}};
    bool covered = false;
    bool matched = false;
    for (const Roa &roa : roas) {
        const bool covers =
            roa.prefix.length <= length_ &&
            (roa.prefix.length == 0 || (roa.prefix.address ^ op.prefix.address) >> (32 - roa.prefix.length) == 0);
        covered = covered || covers;
        matched =
            matched || (covers && roa.origin == path.back() && roa.origin.value != 0 && length_ <= roa.max_length);
    }
    return covered && !matched;
}

CityId Fixpoint::city(RouterNumber router) const {
    return is_operator(router) ? world_->own_operator.regions[router - world_->routers.size()].city
                               : world_->routers[router].city;
}

RouterNumber Fixpoint::nearest(NetworkId network, CityId place) const {
    std::vector<std::tuple<double, std::string, RouterNumber>> all;
    for (RouterNumber r = 0; r < world_->routers.size(); ++r) {
        if (world_->routers[r].network == network) {
            const City &there = world_->city(world_->routers[r].city);
            all.emplace_back(great_circle_km(there.place, world_->city(place).place), there.id, r);
        }
    }
    // A router in the place itself comes before another one that is 0 km away.
    const auto own = std::ranges::find_if(all, [&](const auto &t) { return city(std::get<2>(t)) == place; });
    return std::get<2>(own != all.end() ? *own : std::ranges::min(all));
}

/// The sessions that are up.
void Fixpoint::raise(const Scenario &scenario) {
    const Operator &op = world_->own_operator;
    for (const Interconnection &i : world_->interconnections) {
        sessions_.push_back({i.a.index(), i.b.index(), world_->link(i.link).b_to_a, i.meeting,
                             i.exchange ? world_->exchange(*i.exchange).id : "", 0});
    }
    const auto add = [&](std::size_t region, NetworkId neighbour, Relationship is, const std::string &via) {
        const CityId meeting =
            via.empty() ? op.regions[region].city : world_->exchange(world_->exchange_by_id.at(via)).city;
        sessions_.push_back({world_->routers.size() + region, nearest(neighbour, meeting), is, meeting, via, 0});
    };
    for (const Session &s : op.sessions) {
        add(s.region.index(), s.neighbour, s.neighbour_is, s.via ? world_->exchange(*s.via).id : "");
    }
    for (const ExtraSession &s : scenario.sessions) {
        const auto at =
            static_cast<std::size_t>(std::ranges::find(op.regions, s.region, &Region::code) - op.regions.begin());
        const NetworkId neighbour = world_->network_by_asn.at(s.asn);
        const bool there = std::ranges::any_of(op.sessions, [&](const Session &own) {
            return own.region.index() == at && own.neighbour == neighbour &&
                   (own.via ? world_->exchange(*own.via).id : "") == s.via;
        });
        if (!there) {
            add(at, neighbour, s.neighbour_is, s.via);
        }
    }
    const Faults &faults = scenario.faults;
    const auto contains = [](const auto &list, const auto &item) {
        return std::ranges::find(list, item) != list.end();
    };
    std::erase_if(sessions_, [&](PlainSession &s) {
        const std::uint64_t from_a = fibre_.metres(city(s.a), s.meeting);
        const std::uint64_t from_b = fibre_.metres(city(s.b), s.meeting);
        s.way = from_a + from_b;
        const Asn a = asn(s.a);
        const Asn b = asn(s.b);
        return from_a == FibreMap::unreachable || from_b == FibreMap::unreachable || contains(faults.networks, a) ||
               contains(faults.networks, b) || contains(faults.links, std::pair(a, b)) ||
               contains(faults.links, std::pair(b, a)) || contains(faults.exchanges, s.exchange);
    });
}

/// Routers of one network that fibre still joins know what each of them has learned from outside. The operator's
/// routers stand each for itself: one never passes on what another one announces.
void Fixpoint::join_parts() {
    part_.resize(best_.size());
    for (RouterNumber router = 0; router < best_.size(); ++router) {
        part_[router] = router;
        for (RouterNumber other = 0; other < router && !is_operator(router); ++other) {
            if (world_->routers[router].network == world_->routers[other].network &&
                fibre_.metres(city(router), city(other)) != FibreMap::unreachable) {
                part_[router] = part_[other];
                break;
            }
        }
    }
    sessions_of_.resize(best_.size());
    for (RouterNumber router = 0; router < best_.size(); ++router) {
        for (std::size_t s = 0; s < sessions_.size(); ++s) {
            if (same_part(router, sessions_[s].a) || same_part(router, sessions_[s].b)) {
                sessions_of_[router].push_back(s);
            }
        }
    }
}

/// How the operator announces on one of its sessions: as its region does, but for what the session says itself.
Fixpoint::Settings Fixpoint::settings(const PlainSession &session) const {
    const std::string &code = world_->own_operator.regions[session.a - world_->routers.size()].code;
    Settings result;
    for (const bool for_session : {false, true}) {
        for (const Tuning &t : scenario_.tuning) {
            if (t.region == code && t.neighbour.has_value() == for_session &&
                (!for_session || *t.neighbour == asn(session.b))) {
                result.withhold = t.withhold.value_or(result.withhold);
                result.prepend = t.prepend.value_or(result.prepend);
                result.med = t.med.value_or(result.med);
                result.no_export = t.no_export.value_or(result.no_export);
            }
        }
    }
    return result;
}

/// What a router sends over a session: its own best route, where its export rules allow.
std::optional<Offer> Fixpoint::sent(std::size_t number, RouterNumber from) const {
    const PlainSession &session = sessions_[number];
    const bool from_a = session.a == from;
    const Relationship receiver_is = from_a ? session.b_to_a : reversed(session.b_to_a);
    Offer offer;
    offer.session = number;
    offer.exit = from_a ? session.b : session.a;
    offer.sender = from;
    offer.sender_is = reversed(receiver_is);
    if (is_operator(from)) {
        offer.region = from - world_->routers.size();
        const Settings how = settings(session);
        if (!announces_[offer.region] || how.withhold) {
            return std::nullopt;
        }
        offer.path.assign(static_cast<std::size_t>(1 + how.prepend), asn(from));
        offer.med = how.med;
        offer.no_export = how.no_export;
        return offer;
    }
    if (hijacks(from)) {
        offer.region = to_hijacker;
        offer.path = scenario_.security.hijack->path;
        return offer;
    }
    const std::optional<Offer> &own = best_[from];
    if (!own || own->no_export) {
        return std::nullopt;
    }
    if (own->sender_is != Relationship::Customer && receiver_is != Relationship::Customer) {
        return std::nullopt; // no valleys
    }
    offer.region = own->region;
    offer.path = own->path;
    offer.path.insert(offer.path.begin(), asn(from));
    return offer;
}

std::vector<Offer> Fixpoint::offers(RouterNumber router) const {
    std::vector<Offer> all;
    for (const std::size_t s : sessions_of_[router]) {
        const PlainSession &session = sessions_[s];
        const RouterNumber sender = same_part(router, session.a) ? session.b : session.a;
        if (std::optional<Offer> offer = sent(s, sender)) {
            offer->external = offer->exit == router;
            offer->cost = std::uint64_t(fibre_.metres(city(router), city(offer->exit))) + session.way;
            all.push_back(std::move(*offer));
        }
    }
    decide(router, all);
    return all;
}

/// The decision process, step by step over the whole set.
void Fixpoint::decide(RouterNumber router, std::vector<Offer> &offers) const {
    std::vector<Offer *> alive;
    for (Offer &offer : offers) {
        if (rejects(asn(router), offer.path)) {
            offer.lost_at = Step::Unusable;
        } else {
            alive.push_back(&offer);
        }
    }
    const auto keep_lowest = [&](Step step, const auto &measure) {
        if (alive.empty()) {
            return;
        }
        auto lowest = measure(*alive.front());
        for (const Offer *offer : alive) {
            lowest = std::min(lowest, measure(*offer));
        }
        std::erase_if(alive, [&](Offer *offer) {
            const bool loses = lowest < measure(*offer);
            offer->lost_at = loses ? step : offer->lost_at;
            return loses;
        });
    };
    keep_lowest(Step::LocalPref, [](const Offer &o) {
        return o.sender_is == Relationship::Customer ? 1 : o.sender_is == Relationship::Peer ? 2 : 3;
    });
    keep_lowest(Step::PathLength, [](const Offer &o) { return o.path.size(); });
    const std::vector<Offer *> before_med = alive;
    std::erase_if(alive, [&](Offer *offer) {
        const bool loses = std::ranges::any_of(before_med, [&](const Offer *other) {
            return asn(other->sender) == asn(offer->sender) && other->med < offer->med;
        });
        offer->lost_at = loses ? Step::Med : offer->lost_at;
        return loses;
    });
    keep_lowest(Step::External, [](const Offer &o) { return o.external ? 0 : 1; });
    keep_lowest(Step::HotPotato, [](const Offer &o) { return o.cost; });
    keep_lowest(Step::Tie, [this](const Offer &o) { return tie_key(o); });
    // Two sessions that are alike in everything lead to the same router.
    keep_lowest(Step::Tie, [](const Offer &o) { return o.session; });
}

std::tuple<Asn, std::string, std::string, std::string, std::string> Fixpoint::tie_key(const Offer &offer) const {
    return {asn(offer.sender), world_->city(city(offer.sender)).id, world_->city(city(offer.exit)).id,
            sessions_[offer.session].exchange,
            is_operator(offer.sender) ? world_->own_operator.regions[offer.region].code : ""};
}

std::optional<std::size_t> Fixpoint::reached(RouterNumber router) const {
    for (std::size_t hops = 0; hops <= best_.size(); ++hops) {
        if (is_operator(router)) {
            const std::size_t region = router - world_->routers.size();
            return announces_[region] ? std::optional(region) : std::nullopt;
        }
        if (hijacks(router)) {
            return to_hijacker;
        }
        if (!best_[router]) {
            return std::nullopt;
        }
        router = best_[router]->sender;
    }
    return std::nullopt;
}

std::vector<Asn> Fixpoint::path(RouterNumber router) const {
    std::vector<Asn> path;
    if (is_operator(router)) {
        return announces_[router - world_->routers.size()] ? std::vector{asn(router)} : path;
    }
    if (hijacks(router)) {
        return scenario_.security.hijack->path;
    }
    if (best_[router]) {
        path = best_[router]->path;
        path.insert(path.begin(), asn(router));
    }
    return path;
}

} // namespace catchment::naive
