// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/figure.h"
#include "maps/particles.h"
#include "maps/projection.h"

#include <QImage>

#include <memory>

/// Figures that move, frame by frame: by a clock of their own, however long a frame takes to draw.
namespace catchment::maps {

struct AnimationClock {
    double seconds = 6;
    double fps = 20;
    bool loop = true; ///< the last frame leads back to the first

    int frames() const;
    /// Of a frame, from 0 on.
    double time(int frame) const { return frame / fps; }
};

/// A pure function of the frame's number, but for what is kept to be quick.
class Animation {
public:
    explicit Animation(AnimationClock clock) : clock_(clock) {}
    virtual ~Animation() = default;

    const AnimationClock &clock() const { return clock_; }
    virtual QSize size() const = 0;
    /// Opaque, of that size. `number` may be anything: of one that loops, the frames come round again.
    virtual QImage frame(int number) = 0;

private:
    AnimationClock clock_;
};

/// Users on their way, as short comets. Where it loops, each way takes a whole part of its length, so that the state at
/// the end is that at the start.
class FlowAnimation : public Animation {
public:
    FlowAnimation(std::shared_ptr<const Catchments> catchments, const FigureOptions &options, AnimationClock clock);

    QSize size() const override { return ground_.size(); }
    QImage frame(int number) override;

private:
    QImage ground_;  ///< up to the flows
    QImage overlay_; ///< from the path on
    MapView view_;
    QRectF frame_;
    double stroke_scale_;
    Particles particles_;
};

/// From one animation to another and, where it loops, back: each stands still in its turn, then fades.
class FadeAnimation : public Animation {
public:
    /// Of the same size and clock.
    FadeAnimation(std::unique_ptr<Animation> before, std::unique_ptr<Animation> after);

    QSize size() const override { return before_->size(); }
    QImage frame(int number) override;

    /// How much of the second one is seen in a frame, 0 … 1.
    double share_of_after(int number) const;

private:
    std::unique_ptr<Animation> before_, after_;
};

} // namespace catchment::maps
