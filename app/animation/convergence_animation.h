// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/animation.h"
#include "routing/playback.h"

#include <memory>

namespace catchment::app {

/// What follows an event until the routes have settled: who is served by whom, and who by nobody, in time with the
/// messages. First the state before, then all that happens on an even scale of time, then the state after; where it
/// loops it fades back. The subtitle says how many seconds after the event it is.
class ConvergenceAnimation : public maps::Animation {
public:
    /// Of one event, settled. `before`: the state before it.
    ConvergenceAnimation(std::shared_ptr<const Convergence> convergence, std::shared_ptr<const Catchments> before,
                         maps::FigureOptions options, maps::AnimationClock clock);

    QSize size() const override { return options_.size; }
    QImage frame(int number) override;

    /// Which moment of the simulation a frame shows; before the event it is negative, counted from the event.
    Moment since_event(int number) const;

private:
    QImage picture(int number);

    std::shared_ptr<const Convergence> convergence_;
    std::shared_ptr<const Catchments> before_, after_;
    maps::FigureOptions options_;
    Playback playback_;
    QImage first_;
    std::optional<std::pair<std::size_t, QString>> drawn_; ///< route changes and subtitle of `image_`
    QImage image_;
};

/// `base` with everybody at the region to which their packets get now. What hangs on the routes alone is left out:
/// nobody is contested or far from the nearest region.
std::shared_ptr<const Catchments> catchments_at(const Playback &playback, const Catchments &base);

} // namespace catchment::app
