// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/change_operator.h"

#include "scenario/operator_of.h"
#include "scenario/undeployed.h"

#include <algorithm>

namespace catchment {
namespace {

class Change {
public:
    Change(Scenario &scenario, const World &world, Asn before, const Operator &op)
        : scenario_(scenario), world_(world), before_(before), op_(op) {}

    void run() {
        std::erase_if(scenario_.regions, [this](const std::string &code) { return !has(code); });
        drop_undeployed(scenario_);
        std::erase_if(scenario_.faults.regions, [this](const std::string &code) { return !has(code); });
        std::erase_if(scenario_.sessions, [this](const ExtraSession &s) { return !has(s.region) || conflicts(s); });
        std::erase_if(scenario_.tuning, [this](const Tuning &t) {
            return !has(t.region) || (t.neighbour && !has_session(t.region, *t.neighbour));
        });
        for (auto &[a, b] : scenario_.faults.links) {
            a = a == before_ ? op_.asn : a;
            b = b == before_ ? op_.asn : b;
        }
        security();
    }

private:
    bool has(const std::string &code) const {
        return std::ranges::find(op_.regions, code, &Region::code) != op_.regions.end();
    }

    Asn neighbour_of(const Session &s) const { return world_.network(s.neighbour).asn; }

    /// Has the neighbour another relationship with the operator itself?
    bool conflicts(const ExtraSession &added) const {
        return std::ranges::any_of(op_.sessions, [&](const Session &s) {
            return neighbour_of(s) == added.asn && s.neighbour_is != added.neighbour_is;
        });
    }

    bool has_session(const std::string &code, Asn neighbour) const {
        return std::ranges::any_of(op_.sessions,
                                   [&](const Session &s) {
                                       return op_.regions[s.region.index()].code == code &&
                                              neighbour_of(s) == neighbour;
                                   }) ||
               std::ranges::any_of(scenario_.sessions,
                                   [&](const ExtraSession &s) { return s.region == code && s.asn == neighbour; });
    }

    void security() {
        if (auto &hijack = scenario_.security.hijack) {
            const std::uint8_t longest = std::max(op_.prefix.length, Security::longest_prefix);
            hijack->prefix_length = std::clamp(hijack->prefix_length, op_.prefix.length, longest);
            std::ranges::replace(hijack->path, before_, op_.asn);
        }
    }

    Scenario &scenario_;
    const World &world_;
    Asn before_;
    const Operator &op_;
};

} // namespace

Scenario change_operator(Scenario scenario, std::optional<OwnOperator> own, const World &world) {
    const Asn before = scenario.own_operator ? scenario.own_operator->asn : world.own_operator.asn;
    scenario.own_operator = std::move(own);
    if (scenario.own_operator) {
        Change(scenario, world, before, make_operator(*scenario.own_operator, world)).run();
    } else {
        Change(scenario, world, before, world.own_operator).run();
    }
    return scenario;
}

} // namespace catchment
