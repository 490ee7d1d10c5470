// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline.h"

#include "app/animation/convergence_animation.h"
#include "app/timeline/event_words.h"
#include "routing/phases.h"
#include "routing/simulator.h"
#include "scenario/scenario_error.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace catchment::app {

std::optional<Reenactment> reenact(const std::shared_ptr<const World> &world, const Scenario &scenario,
                                   const Event &event, const std::stop_token &stop) {
    SimulatorParameters parameters;
    parameters.most_events = Timeline::most_messages;
    Simulator simulator(world, parameters);
    const auto run = [&](std::span<const TimedEvent> events) {
        auto result = simulator.run(scenario, events, stop);
        if (result && result->unsettled) {
            throw std::runtime_error(
                Timeline::tr(
                    "The routes did not settle within %1 messages. Choose a smaller world, or a smaller event.")
                    .arg(QLocale().toString(static_cast<qulonglong>(Timeline::most_messages)))
                    .toStdString());
        }
        return result;
    };
    const auto rest = run({});
    if (!rest) {
        return {};
    }
    const TimedEvent timed{event, {}};
    Reenactment out;
    out.convergence = run(std::span(&timed, 1));
    if (!out.convergence) {
        return {};
    }
    out.phases = in_phases(*out.convergence);
    out.before = catchment::catchments(rest->end);
    out.after = catchment::catchments(out.convergence->end);
    return out;
}

Timeline::Timeline(ScenarioDocument &document, const Results &results, QObject *parent)
    : QObject(parent), document_(document), results_(results) {
    clock_.setInterval(33);
    connect(&clock_, &QTimer::timeout, this, &Timeline::tick);
    connect(&document, &ScenarioDocument::scenarioChanged, this, [this] {
        if (!own_edit_) {
            close();
        }
    });
    connect(&results, &Results::worldChanged, this, &Timeline::close);
    connect(&job_, &Job::busyChanged, this, &Timeline::changed);
    connect(&job_, &Job::failed, this, &Timeline::failed);
}

Timeline::~Timeline() = default;

void Timeline::open(const QString &event) { compute(event, false); }

void Timeline::play(const QString &event) { compute(event, true); }

void Timeline::compute(const QString &words, bool plays) {
    const auto op = document_.op();
    if (!results_.world() || !op) {
        return;
    }
    try {
        compute(document_.scenario(), parse_event(words.toStdString(), *results_.world(), *op).event, plays);
    } catch (const EventError &error) {
        emit failed(QString::fromUtf8(error.what()));
    }
}

std::optional<Event> Timeline::last() const {
    const Scenario *before = document_.before();
    return before && results_.world() ? event_between(*before, document_.scenario()) : std::nullopt;
}

void Timeline::playLast() {
    if (const auto event = last()) {
        compute(*document_.before(), *event, true);
    } else {
        emit failed(tr("The last change is not a single event: one region announced or withdrawn, or one thing that "
                       "failed or was repaired."));
    }
}

void Timeline::compute(Scenario scenario, const Event &event, bool plays) {
    close();
    try {
        if (apply(event, scenario) == scenario) {
            emit failed(tr("'%1' changes nothing: it is so already.").arg(QString::fromStdString(to_string(event))));
            return;
        }
    } catch (const ScenarioError &error) { // where every edge announces, nothing is announced or withdrawn
        emit failed(QString::fromUtf8(error.what()));
        return;
    }
    if (scenario.steering == Steering::Dns) {
        emit failed(
            tr("Messages are shown under anycast only: under DNS steering each region has a prefix of its own."));
        return;
    }
    if (scenario.security.hijack) {
        emit failed(tr("Messages cannot be shown while somebody hijacks the prefix: end the hijack first."));
        return;
    }
    job_.start<Reenactment>(
        [world = results_.world(), scenario = std::move(scenario),
         event](const std::stop_token &stop, const Progress &) { return reenact(world, scenario, event, stop); },
        [this, event, plays](Reenactment reenactment) { show(std::move(reenactment), event, plays); });
}

void Timeline::show(Reenactment reenactment, const Event &event, bool plays) {
    own_edit_ = true;
    document_.apply(event_edit(*reenactment.convergence->scenario, event));
    own_edit_ = false;
    shown_ = std::move(reenactment);
    event_ = QString::fromStdString(to_string(event));
    // Phases are those of an announcement.
    if (event.kind != Event::Kind::Announce && scale_ == Scale::Phases) {
        scale_ = Scale::Busy;
    }
    makeTrack();
    setPlaying(plays);
}

void Timeline::makeTrack() {
    const bool phases = scale_ == Scale::Phases;
    playback_ = std::make_unique<catchment::Playback>(phases ? shown_.phases : shown_.convergence);
    const Convergence &c = playback_->convergence();
    constexpr double phase_seconds = 1.6; // as shown
    time_scale_ = scale_ == Scale::Busy ? TimeScale::busy(c) : TimeScale::even(c, phases ? phase_seconds : 1);
    emit trackChanged();
    setPosition(0);
}

void Timeline::close() {
    job_.cancel();
    clock_.stop();
    if (!isOpen()) {
        return;
    }
    playback_.reset();
    shown_ = {};
    event_.clear();
    time_scale_ = {};
    position_ = 0;
    now_ = Moment(-1);
    emit trackChanged();
    emit changed();
}

Moment Timeline::sinceEvent() const {
    return isOpen() ? now_ - playback_->convergence().stages.front().at : Moment(-1);
}

std::shared_ptr<const Catchments> Timeline::catchments() const {
    if (!isOpen()) {
        return nullptr;
    }
    return catchments_at(*playback_, sinceEvent() >= Moment(0) ? *shown_.after : *shown_.before);
}

void Timeline::setScale(Scale scale) {
    if (scale_ == scale) {
        return;
    }
    const bool same_moments = scale_ != Scale::Phases && scale != Scale::Phases;
    scale_ = scale;
    if (!isOpen()) {
        emit changed();
        return;
    }
    const Moment moment = now_;
    makeTrack();
    if (same_moments) {
        goTo(moment);
    }
}

void Timeline::setPosition(double seconds) {
    if (!isOpen()) {
        return;
    }
    const double position = std::clamp(seconds, 0.0, length());
    moveTo(time_scale_.moment(position), position);
}

void Timeline::goTo(Moment moment) {
    if (!isOpen()) {
        return;
    }
    moveTo(moment, time_scale_.shown(moment));
}

void Timeline::moveTo(Moment moment, double position) {
    const bool was_at_end = atEnd();
    now_ = moment;
    position_ = position;
    playback_->seek(moment);
    if (atEnd()) {
        clock_.stop();
    }
    emit changed();
    if (!was_at_end && atEnd()) {
        emit finished();
    }
}

void Timeline::step() {
    if (!isOpen()) {
        return;
    }
    setPlaying(false);
    const auto &changes = playback_->convergence().changes;
    if (playback_->position() < changes.size()) {
        goTo(changes[playback_->position()].at);
    } else {
        setPosition(length());
    }
}

void Timeline::stepBack() {
    if (!isOpen()) {
        return;
    }
    setPlaying(false);
    const auto &changes = playback_->convergence().changes;
    // Between two changes the last one is one step away; at it, the one before.
    std::size_t before = playback_->position();
    while (before > 0 && changes[before - 1].at >= now_) {
        --before;
    }
    if (before > 0) {
        goTo(changes[before - 1].at);
    } else {
        setPosition(0);
    }
}

bool Timeline::stepTo(const std::vector<RouterId> &routers) {
    if (!isOpen()) {
        return false;
    }
    setPlaying(false);
    const auto &changes = playback_->convergence().changes;
    for (std::size_t i = playback_->position(); i < changes.size(); ++i) {
        if (std::ranges::find(routers, changes[i].router) != routers.end()) {
            goTo(changes[i].at);
            return true;
        }
    }
    return false;
}

int Timeline::phase() const {
    if (!isOpen() || scale_ != Scale::Phases) {
        return 0;
    }
    return std::clamp(static_cast<int>(std::max(Moment(0), sinceEvent()) / phase_length), 0, 3);
}

void Timeline::nextPhase() {
    if (!isOpen()) {
        return;
    }
    setPlaying(false);
    setScale(Scale::Phases);
    const int next = (phase() + 1) % 4;
    if (next == 0) {
        setPosition(0);
    } else {
        goTo(playback_->convergence().stages.front().at + next * phase_length);
    }
}

void Timeline::setPlaying(bool playing) {
    if (!isOpen() || playing == this->playing()) {
        return;
    }
    if (playing) {
        if (atEnd()) {
            setPosition(0);
        }
        elapsed_.start();
        clock_.start();
    } else {
        clock_.stop();
    }
    emit changed();
}

void Timeline::tick() {
    // After a pause of the whole program it goes on where it was.
    const double passed = std::min(0.2, static_cast<double>(elapsed_.restart()) / 1e3);
    setPosition(position_ + passed * speed_);
}

} // namespace catchment::app
