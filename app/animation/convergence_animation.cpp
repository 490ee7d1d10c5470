// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/animation/convergence_animation.h"

#include "maps/painter.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace catchment::app {
namespace {

// Of the whole length.
constexpr double before_part = 0.12, after_part = 0.2, fade_part = 0.08;

QString tr(const char *words) { return QCoreApplication::translate("catchment::app::ConvergenceAnimation", words); }

/// A city's outcome from those of its networks.
void sum_up(const Catchments &c, CityOutcome &city) {
    std::vector<double> users(c.op().regions.size(), 0);
    double reached = 0;
    for (const NetworkOutcome &outcome : c.outcomes_of(city.city)) {
        if (outcome.region) {
            users[outcome.region->index()] += outcome.users;
            reached += outcome.users;
        }
    }
    city.region = {};
    city.region_share = 0;
    city.certainty = 1;
    city.not_nearest = false;
    if (reached > 0) {
        const auto most = std::ranges::max_element(users);
        city.region = RegionId(static_cast<std::size_t>(most - users.begin()));
        city.region_share = *most / reached;
    }
}

} // namespace

std::shared_ptr<const Catchments> catchments_at(const Playback &playback, const Catchments &base) {
    auto out = std::make_shared<Catchments>(base);
    std::vector<double> users(base.op().regions.size(), 0);
    double reached = 0, all = 0;
    for (NetworkOutcome &outcome : out->outcomes) {
        outcome.region = outcome.router ? playback.region(*outcome.router) : std::nullopt;
        outcome.certainty = 1;
        all += outcome.users;
        if (outcome.region) {
            users[outcome.region->index()] += outcome.users;
            reached += outcome.users;
        }
    }
    for (CityOutcome &city : out->cities) {
        sum_up(*out, city);
    }
    for (RegionOutcome &region : out->regions) {
        region.users = users[region.region.index()];
        region.share = reached > 0 ? region.users / reached : 0;
    }
    out->summary.unreached_users = all - reached;
    return out;
}

ConvergenceAnimation::ConvergenceAnimation(std::shared_ptr<const Convergence> convergence,
                                           std::shared_ptr<const Catchments> before, maps::FigureOptions options,
                                           maps::AnimationClock clock)
    : Animation(clock), convergence_(std::move(convergence)), before_(std::move(before)),
      after_(catchments(convergence_->end)), options_(std::move(options)), playback_(convergence_) {
    for (const maps::Layer layer :
         {maps::Layer::Flows, maps::Layer::Contested, maps::Layer::Markers, maps::Layer::Lens, maps::Layer::Paths}) {
        options_.layers.erase(layer);
    }
    options_.selected = {};
}

Moment ConvergenceAnimation::since_event(int number) const {
    const double at = clock().time(number) / clock().seconds;
    const double middle = 1 - before_part - after_part;
    const double part = std::clamp((at - before_part) / middle, at < before_part ? -1.0 : 0.0, 1.0);
    const Moment length = convergence_->duration() - convergence_->stages.front().at;
    return Moment(std::llround(part * static_cast<double>(length.count())));
}

QImage ConvergenceAnimation::picture(int number) {
    const Moment since = since_event(number);
    const bool happened = since.count() >= 0;
    playback_.seek(convergence_->stages.front().at + (happened ? since : Moment(-1)));
    const auto now = catchments_at(playback_, happened ? *after_ : *before_);
    const QString event = QString::fromStdString(to_string(convergence_->stages.front().event));
    const double without = now->summary.users > 0 ? now->summary.unreached_users / now->summary.users : 0;
    const QString share = options_.locale.toString(without * 100, 'f', 1);
    const QString words =
        happened ? tr("%1: %2 s later · %3 % of the users without a region")
                       .arg(event, options_.locale.toString(static_cast<double>(since.count()) / 1e6, 'f', 1), share)
                 : tr("before: %1 · %2 % of the users without a region").arg(event, share);
    const std::pair key(playback_.position() + (happened ? 1 : 0), words);
    if (drawn_ != key) {
        maps::FigureOptions options = options_;
        options.subtitle = words;
        image_ = maps::render_image(maps::layout_figure(now, options), options.size);
        image_.reinterpretAsFormat(QImage::Format_RGB32);
        drawn_ = key;
    }
    return image_;
}

QImage ConvergenceAnimation::frame(int number) {
    const int frames = clock().frames();
    number = clock().loop ? ((number % frames) + frames) % frames : std::min(number, frames - 1);
    if (first_.isNull()) {
        first_ = picture(0);
    }
    QImage image = picture(number);
    const double fading = (clock().time(number) / clock().seconds - (1 - fade_part)) / fade_part;
    if (clock().loop && fading > 0) {
        QPainter painter(&image);
        painter.setOpacity(fading);
        painter.drawImage(0, 0, first_);
    }
    return image;
}

} // namespace catchment::app
