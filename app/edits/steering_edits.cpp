// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/steering_edits.h"

#include <QCoreApplication>

namespace catchment::app {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("catchment::app", text); }

QString change(const Dns &was, const Dns &is) {
    if (was.ttl != is.ttl) {
        return tr("Answers kept for %1 s").arg(is.ttl);
    }
    if (was.client_subnet != is.client_subnet) {
        return is.client_subnet ? tr("Resolvers pass on the client's subnet") : tr("No client subnet");
    }
    switch (is.resolver) {
    case ResolverKind::Network:
        return tr("The networks' own resolvers");
    case ResolverKind::Public:
        return tr("Public resolvers");
    case ResolverKind::Mixed:
        break;
    }
    return tr("Public resolvers for %1 %").arg(100 * is.public_share, 0, 'g', 3);
}

} // namespace

Edit steerBy(Scenario scenario, Steering steering) {
    scenario.steering = steering;
    return {steering == Steering::Dns ? tr("Steer by DNS") : tr("Steer by anycast"), std::move(scenario)};
}

Edit setDns(Scenario scenario, const Dns &dns) {
    const QString name = change(scenario.dns, dns);
    scenario.dns = dns;
    return {name, std::move(scenario)};
}

} // namespace catchment::app
