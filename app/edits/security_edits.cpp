// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/security_edits.h"

#include <QCoreApplication>

#include <algorithm>

namespace catchment::app {
namespace {

QString tr(const char *text, int n = -1) { return QCoreApplication::translate("catchment::app", text, nullptr, n); }

} // namespace

Edit setHijack(Scenario scenario, Hijack hijack) {
    const QString name =
        tr("Hijack by %1 with a /%2").arg(asText(hijack.asn)).arg(static_cast<int>(hijack.prefix_length));
    scenario.security.hijack = std::move(hijack);
    return {name, std::move(scenario)};
}

Edit clearHijack(Scenario scenario) {
    scenario.security.hijack.reset();
    return {tr("End the hijack"), std::move(scenario)};
}

std::vector<Asn> hijackPath(Asn hijacker, const Operator &op, bool forged) {
    return forged ? std::vector{hijacker, op.asn} : std::vector{hijacker};
}

Edit setOriginValidation(Scenario scenario, std::vector<Asn> networks) {
    std::ranges::sort(networks);
    const auto twice = std::ranges::unique(networks);
    networks.erase(twice.begin(), twice.end());
    const QString name = networks.empty()       ? tr("No origin validation")
                         : networks.size() == 1 ? tr("Origin validation by %1").arg(asText(networks.front()))
                                                : tr("Origin validation by %1 networks").arg(networks.size());
    scenario.security.origin_validation = std::move(networks);
    return {name, std::move(scenario)};
}

Edit setDefaultRoa(Scenario scenario, bool there) {
    if (there) {
        scenario.security.roas.reset();
    } else {
        scenario.security.roas.emplace();
    }
    return {there ? tr("A ROA for the prefix") : tr("No ROA"), std::move(scenario)};
}

} // namespace catchment::app
