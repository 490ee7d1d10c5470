// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/pin.h"

#include <QStringList>

#include <utility>

namespace catchment::app {

void Pin::set(Scenario scenario) {
    if (scenario_ == scenario) {
        return;
    }
    scenario_ = std::move(scenario);
    emit changed();
}

void Pin::clear() {
    if (std::exchange(scenario_, {})) {
        emit changed();
    }
}

QString Pin::title() const { return scenario_ ? regionsName(*scenario_) : QString(); }

QString regionsName(const Scenario &scenario) {
    if (scenario.regions.empty()) {
        return Pin::tr("nothing deployed");
    }
    constexpr std::size_t named = 4;
    QStringList codes;
    for (std::size_t i = 0; i < scenario.regions.size() && i < named; ++i) {
        codes << QString::fromStdString(scenario.regions[i]);
    }
    const QString list = codes.join(Pin::tr(", "));
    const auto more = static_cast<int>(scenario.regions.size()) - static_cast<int>(codes.size());
    const QString all = more > 0 ? Pin::tr("%1 and %2 more").arg(list).arg(more) : list;
    return scenario.steering == Steering::Dns ? Pin::tr("%1 by DNS").arg(all) : all;
}

} // namespace catchment::app
