// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/animation.h"

#include "maps/atlas.h"
#include "maps/painter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace catchment::maps {
namespace {

constexpr double pixels_per_particle = 700; // 1300 of them on 1280×720
constexpr double fade_seconds = 0.6;

int around(int number, int frames) { return ((number % frames) + frames) % frames; }

/// The groups of a list that lie below or above the particles.
DisplayList part_of(const DisplayList &list, bool above) {
    DisplayList part;
    part.size = list.size;
    part.background = above ? QColor(Qt::transparent) : list.background;
    for (const Group &group : list.groups)
        if ((group.layer > Layer::Flows) == above)
            part.groups.push_back(group);
    return part;
}

} // namespace

int AnimationClock::frames() const { return std::max(1, qRound(seconds * fps)); }

FlowAnimation::FlowAnimation(std::shared_ptr<const Catchments> catchments, const FigureOptions &options,
                             AnimationClock clock)
    : Animation(clock) {
    const LaidOutFigure figure = lay_out_figure(catchments, options);
    ground_ = render_image(part_of(figure.list, false), options.size);
    ground_.reinterpretAsFormat(QImage::Format_RGB32);
    overlay_ = render_image(part_of(figure.list, true), options.size);
    view_ = figure.view;
    frame_ = figure.frame;
    stroke_scale_ = figure.stroke_scale;

    const Projection projection(view_.projection, view_.central_meridian, view_.central_latitude);
    const auto geodesics = Atlas::shared().geodesics(catchments->solution->topology->shared_world(), projection);
    const double room = frame_.width() * frame_.height() / (stroke_scale_ * stroke_scale_);
    particles_ = Particles(*geodesics, *catchments, *flow_map(*catchments), projection, theme(options.theme),
                           std::clamp(qRound(room / pixels_per_particle), 100, 2000));
    if (clock.loop)
        particles_.repeat_every(clock.seconds);
}

QImage FlowAnimation::frame(int number) {
    if (clock().loop)
        number = around(number, clock().frames());
    QImage image = ground_;
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(frame_);
    std::vector<Quad> quads;
    particles_.append(clock().time(number), view_, stroke_scale_, quads);
    paint(painter, quads);
    painter.setClipping(false);
    painter.drawImage(0, 0, overlay_);
    return image;
}

FadeAnimation::FadeAnimation(std::unique_ptr<Animation> before, std::unique_ptr<Animation> after)
    : Animation(before->clock()), before_(std::move(before)), after_(std::move(after)) {}

double FadeAnimation::share_of_after(int number) const {
    const AnimationClock &c = clock();
    const double fade = std::min(fade_seconds, c.seconds / 4);
    const double at = c.time(c.loop ? around(number, c.frames()) : number);
    const auto eased = [&](double begin) {
        const double x = std::clamp((at - begin) / fade, 0.0, 1.0);
        return x * x * (3 - 2 * x);
    };
    const double there = eased(c.seconds / 2 - fade);
    return c.loop ? there - eased(c.seconds - fade) : there;
}

QImage FadeAnimation::frame(int number) {
    const double share = share_of_after(number);
    if (share <= 0)
        return before_->frame(number);
    QImage after = after_->frame(number);
    if (share >= 1)
        return after;
    QImage image = before_->frame(number);
    QPainter painter(&image);
    painter.setOpacity(share);
    painter.drawImage(0, 0, after);
    return image;
}

} // namespace catchment::maps
