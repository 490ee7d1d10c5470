// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/time_scale.h"

#include <algorithm>
#include <cmath>

namespace catchment::app {
namespace {

constexpr double slower = 100;      // than the network
constexpr double longest_gap = 0.5; // seconds, as shown

double seconds(Moment moment) { return static_cast<double>(moment.count()) / 1e6; }

Moment event_at(const Convergence &c) { return c.stages.empty() ? Moment{0} : c.stages.front().at; }

std::vector<Moment> moments(const Convergence &c) {
    std::vector<Moment> out = {event_at(c)};
    for (const RouteChange &change : c.changes) {
        out.push_back(change.at);
    }
    for (const LoggedMessage &message : c.messages) {
        out.push_back(message.sent);
        out.push_back(message.received);
    }
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

} // namespace

TimeScale TimeScale::even(const Convergence &convergence, double factor) {
    TimeScale out;
    const Moment at = event_at(convergence);
    const Moment end = std::max(at + Moment(1), convergence.duration());
    const Moment before(std::llround(lead / factor * 1e6));
    out.knots_ = {{at - before, 0}, {at, lead}, {end, lead + seconds(end - at) * factor}};
    return out;
}

TimeScale TimeScale::busy(const Convergence &convergence) {
    const std::vector<Moment> all = moments(convergence);
    std::vector<double> gaps;
    double total = 0;
    for (std::size_t i = 1; i < all.size(); ++i) {
        gaps.push_back(std::min(longest_gap, seconds(all[i] - all[i - 1]) * slower));
        total += gaps.back();
    }
    if (gaps.empty()) {
        return even(convergence);
    }
    const double shorter = std::min(1.0, (longest - lead) / total);
    TimeScale out;
    out.knots_ = {{all.front() - Moment(std::llround(lead * 1e6)), 0}, {all.front(), lead}};
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        out.knots_.emplace_back(all[i + 1], out.knots_.back().second + gaps[i] * shorter);
    }
    return out;
}

double TimeScale::shown(Moment moment) const {
    if (knots_.empty() || moment <= knots_.front().first) {
        return 0;
    }
    if (moment >= knots_.back().first) {
        return length();
    }
    const auto next = std::ranges::upper_bound(knots_, moment, {}, &std::pair<Moment, double>::first);
    const auto &[to, end] = *next;
    const auto &[from, begin] = *(next - 1);
    return begin + (end - begin) * seconds(moment - from) / seconds(to - from);
}

Moment TimeScale::moment(double shown) const {
    if (knots_.empty()) {
        return {};
    }
    if (shown >= length()) {
        return knots_.back().first;
    }
    if (shown <= 0) {
        return knots_.front().first;
    }
    const auto next = std::ranges::upper_bound(knots_, shown, {}, &std::pair<Moment, double>::second);
    const auto &[to, end] = *next;
    const auto &[from, begin] = *(next - 1);
    return from +
           Moment(static_cast<Moment::rep>((shown - begin) / (end - begin) * static_cast<double>((to - from).count())));
}

} // namespace catchment::app
