// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/results.h"
#include "io/rounding.h"

#include <algorithm>
#include <map>

namespace catchment {
namespace {

/// `ewr 67 %, ams 33 %`, the most likely first.
std::string odds(const Catchments &c, const Ties &ties, RouterId router) {
    std::vector<std::pair<std::string, double>> all;
    for (const auto &[region, probability] : ties.distribution(router)) {
        all.emplace_back(destination(c, region), probability);
    }
    if (const double captured = ties.captured(router); captured > 0) {
        all.emplace_back(destination(c, std::nullopt), captured);
    }
    std::ranges::stable_sort(all, std::ranges::greater(), &std::pair<std::string, double>::second);
    std::string out;
    for (const auto &[name, probability] : all) {
        const std::string percent =
            probability >= 0.005 && probability <= 0.995 ? fixed(100 * probability, 0) : fixed(100 * probability, 1);
        out += (out.empty() ? "" : ", ") + name + " " + percent + " %";
    }
    return out;
}

} // namespace

std::string destination(const Catchments &c, const std::optional<RegionId> &region) {
    return region ? c.op().regions[region->index()].code : "the hijacker";
}

std::string ties_in_words(const Catchments &c, const NetworkOutcome &outcome, const Decision &decision) {
    const Ties &ties = c.ties_of(outcome);
    const std::size_t tied = decision.tied();
    if (tied < 2) {
        return {};
    }
    std::map<std::string, std::size_t> leads_to;
    for (const CandidateRoute &route : decision.candidates) {
        if (route.tied) {
            ++leads_to[destination(c, route.region)];
        }
    }
    const std::string won = destination(c, decision.candidates.front().region);
    std::string out = std::to_string(tied) + " routes tie here";
    if (leads_to.size() == 1) {
        out += ", and all lead to " + won;
    } else {
        out += ": " + std::to_string(leads_to[won]) + " to " + won;
        for (const auto &[other, count] : leads_to) {
            out += other == won ? "" : ", " + std::to_string(count) + " to " + other;
        }
    }
    const std::size_t ends = ties.distribution(decision.router).size() + (ties.captured(decision.router) > 0 ? 1 : 0);
    if (ends == 1) {
        return out + ": another choice would not change the region";
    }
    return out + (leads_to.size() == 1 ? "; but a tie further on" : "; another choice") +
           " would change the region (by lot: " + odds(c, ties, decision.router) + ")";
}

std::string certainty_in_words(const Catchments &c, const Journey &journey) {
    const NetworkOutcome &o = journey.outcome;
    if (!o.region && !o.captured) {
        return {};
    }
    const Ties &all = c.ties_of(o);
    if (o.contested() || (o.captured && all.captured(*o.router) < Ties::contested_below)) {
        return "Contested: it hangs on tie-breaks, and real routers might choose otherwise. With every tie drawn by "
               "lot: " +
               odds(c, all, *o.router) + ".";
    }
    const bool ties = std::ranges::any_of(journey.decisions, [](const Decision &d) { return d.tied() > 1; });
    return ties ? "Certain: no tie on the way would change where they arrive."
                : "Certain: nothing on the way hangs on a tie-break.";
}

} // namespace catchment
