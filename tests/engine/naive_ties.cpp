// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/naive_ties.h"

#include <algorithm>
#include <tuple>

namespace catchment::naive {

NaiveTies::NaiveTies(const Fixpoint &fixpoint, const Fixpoint *longer)
    : fixpoint_(fixpoint), longer_(longer), tied_(fixpoint.router_count()) {
    for (RouterNumber router = 0; router < tied_.size(); ++router) {
        if (fixpoint.announcer(router)) {
            continue;
        }
        // By (exit city, neighbour, neighbour city); of alike ones the first by step 7.
        std::map<std::tuple<CityId, Asn, CityId>, Offer> first;
        for (const Offer &offer : fixpoint.offers(router)) {
            if (offer.lost_at != Step::OnlyOne && offer.lost_at != Step::Tie) {
                continue;
            }
            const std::tuple key(fixpoint.city(offer.exit), fixpoint.asn(offer.sender), fixpoint.city(offer.sender));
            const auto [at, is_new] = first.emplace(key, offer);
            if (!is_new && fixpoint.tie_key(offer) < fixpoint.tie_key(at->second)) {
                at->second = offer;
            }
        }
        for (const auto &[key, offer] : first) {
            tied_[router].push_back(offer);
        }
    }
}

std::map<std::size_t, double> NaiveTies::distribution(RouterNumber router) const { return follow(router, {}, false); }

std::map<std::size_t, double> NaiveTies::follow(RouterNumber router, std::set<Asn> met, bool passed_on) const {
    if (longer_ && longer_->has_route(router)) {
        return {{Fixpoint::to_hijacker, 1.0}};
    }
    if (fixpoint_.announcer(router)) {
        const auto reached = fixpoint_.reached(router);
        return reached ? std::map<std::size_t, double>{{*reached, 1.0}} : std::map<std::size_t, double>();
    }
    met.insert(fixpoint_.asn(router));
    std::vector<std::map<std::size_t, double>> parts;
    for (const Offer &offer : tied_[router]) {
        const bool rejected = fixpoint_.announcer(offer.sender)
                                  ? std::ranges::any_of(met, [&](Asn n) { return fixpoint_.rejects(n, offer.path); })
                                  : met.contains(fixpoint_.asn(offer.sender));
        if (rejected || (passed_on && offer.no_export)) {
            continue;
        }
        auto part = follow(offer.sender, met, true);
        if (!part.empty()) {
            parts.push_back(std::move(part));
        }
    }
    std::map<std::size_t, double> mean;
    for (const auto &part : parts) {
        for (const auto &[region, probability] : part) {
            mean[region] += probability / static_cast<double>(parts.size());
        }
    }
    return mean;
}

} // namespace catchment::naive
