// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_map.h"

#include "app/map/map_panel.h"
#include "app/workspace.h"
#include "qml/map/live_map.h"
#include "qml/models/numbers.h"

#include <QLocale>

#include <algorithm>
#include <set>
#include <utility>

namespace catchment::app {

TimelineMap::TimelineMap(Workspace &workspace, MapPanel &panel, QObject *parent)
    : QObject(parent), workspace_(workspace), panel_(panel) {
    if (!panel.map()) {
        return;
    }
    connect(&workspace.timeline, &Timeline::changed, this, &TimelineMap::show);
    connect(&workspace.appearance, &Appearance::changed, this, [this] {
        if (workspace_.timeline.isOpen()) {
            findLosses();
            showSparks();
        }
    });
    // The map drops the picture of an older moment: it gets a new one only when it has painted the last.
    painting_.setSingleShot(true);
    painting_.setInterval(1'000);
    connect(&painting_, &QTimer::timeout, this, &TimelineMap::show);
    connect(panel.map(), &qml::LiveMap::settled, this, [this] {
        if (painting_.isActive()) {
            painting_.stop();
            show();
        }
    });
}

void TimelineMap::show() {
    const Timeline &timeline = workspace_.timeline;
    if (!timeline.isOpen()) {
        if (std::exchange(shown_, nullptr)) {
            painting_.stop();
            seen_ = {};
            losses_.clear();
            panel_.map()->setSparks({});
            panel_.showMoment(nullptr);
        }
        return;
    }
    showMoment();
    showSparks();
}

void TimelineMap::showMoment() {
    const Timeline &timeline = workspace_.timeline;
    const std::pair<const void *, std::size_t> key(timeline.playback(), timeline.playback()->position());
    const bool happened = timeline.sinceEvent() >= Moment(0);
    if ((key != seen_ || happened != happened_) && !painting_.isActive()) {
        seen_ = key;
        happened_ = happened;
        shown_ = timeline.catchments();
        findLosses();
        painting_.start();
    }
    panel_.showMoment(shown_, sentence());
}

QString TimelineMap::sentence() const {
    const Timeline &timeline = workspace_.timeline;
    const QString event = timeline.event();
    const double seconds = static_cast<double>(timeline.sinceEvent().count()) / 1e6;
    QString when;
    if (seconds < 0) {
        when = tr("Timeline: before %1").arg(event);
    } else if (timeline.scale() == Timeline::Scale::Phases) {
        const QStringList names = {tr("the region announces"), tr("up to providers"), tr("across to peers"),
                                   tr("down to customers")};
        when = tr("Timeline: %1, phase %2 of 3: %3")
                   .arg(event, QLocale().toString(timeline.phase()), names.at(timeline.phase()));
    } else {
        when = tr("Timeline: %1 s after %2").arg(QLocale().toString(seconds, 'f', seconds < 10 ? 3 : 1), event);
    }
    const double users = shown_->summary.users;
    return tr("%1 · %2 of the users without a region · the panels show the end state")
        .arg(when, qml::shareText(users > 0 ? shown_->summary.unreached_users / users : 0));
}

/// A cross at every router where packets of users end that no region gets.
void TimelineMap::findLosses() {
    losses_.clear();
    const Timeline &timeline = workspace_.timeline;
    const Topology &whole = *timeline.playback()->convergence().whole;
    std::set<CityId> places;
    for (const NetworkOutcome &outcome : timeline.reenactment()->after->outcomes) {
        if (outcome.router && !timeline.playback()->region(*outcome.router)) {
            places.insert(whole.city_of(timeline.playback()->way_end(*outcome.router)));
        }
    }
    const QRgb colour = workspace_.appearance.theme().bad.rgb();
    for (const CityId city : places) {
        const GeoPoint place = whole.world().city(city).place;
        losses_.push_back({place, place, 0, maps::Spark::Form::Lost, colour});
    }
}

void TimelineMap::showSparks() {
    std::vector<maps::Spark> sparks = losses_;
    const catchment::Playback &playback = *workspace_.timeline.playback();
    const Topology &whole = *playback.convergence().whole;
    const maps::Theme &theme = workspace_.appearance.theme();
    // Nothing travels where nothing is to move by itself.
    for (const std::size_t i : panel_.map()->reducedMotion() ? std::vector<std::size_t>() : playback.under_way()) {
        const LoggedMessage &message = playback.convergence().messages[i];
        const SessionEnd &end = whole.end(message.end);
        const CityId from = whole.city_of(RouterId(end.neighbour)), to = whole.city_of(RouterId(end.router));
        if (from == to) {
            continue; // within a city nothing travels
        }
        const auto way = static_cast<double>((message.received - message.sent).count());
        const bool withdrawal = message.path == PathTable::none;
        const auto form = message.lost ? maps::Spark::Form::Lost
                          : withdrawal ? maps::Spark::Form::Withdrawal
                                       : maps::Spark::Form::Announcement;
        sparks.push_back({whole.world().city(from).place, whole.world().city(to).place,
                          way > 0 ? static_cast<double>((playback.now() - message.sent).count()) / way : 1, form,
                          (withdrawal || message.lost ? theme.bad : theme.text).rgb()});
    }
    panel_.map()->setSparks(std::move(sparks));
}

} // namespace catchment::app
