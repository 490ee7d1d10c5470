// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/map/live_map.h"
#include "qml/map/live_map_state.h"
#include "qml/models/numbers.h"

#include <array>

/// The map coloured by times.
namespace catchment::qml {

void LiveMap::setTimes(std::shared_ptr<const maps::CityTimes> times, const QString &title) {
    if (state_->times == times)
        return;
    state_->times = std::move(times);
    state_->times_title = state_->times ? title : QString();
    orderPictureSoon();
    emit legendChanged();
}

QString LiveMap::legendTitle() const { return state_->times_title; }

/// A step of time each, the fastest first, with its share of those who have a time.
QList<LegendEntry> LiveMap::legend_of_times() const {
    const World &world = state_->catchments->world();
    std::array<double, maps::time_steps> users{};
    double all = 0;
    for (std::size_t i = 0; i < std::min(world.cities.size(), state_->times->ms.size()); ++i) {
        if (state_->times->ms[i] < 0)
            continue;
        const auto count = static_cast<double>(world.cities[i].users);
        users[maps::time_step(state_->times->ms[i])] += count;
        all += count;
    }
    QList<LegendEntry> entries;
    const maps::Theme &theme = maps::theme(state_->theme);
    for (std::size_t step = 0; step < users.size(); ++step) {
        const QString from = step > 0 ? msText(maps::time_bounds[step - 1]) : QString();
        const QString to = step < maps::time_bounds.size() ? msText(maps::time_bounds[step]) : QString();
        entries.append({QString(),
                        from.isEmpty() ? tr("under %1").arg(to)
                        : to.isEmpty() ? tr("%1 and more").arg(from)
                                       : tr("%1 to %2").arg(from, to),
                        maps::time_colour(theme, step), shareText(all > 0 ? users[step] / all : 0), QString()});
    }
    return entries;
}

} // namespace catchment::qml
