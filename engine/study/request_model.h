// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/geo.h"

#include <cmath>
#include <numbers>
#include <optional>

namespace catchment {

/// How people online become concurrent requests of the app. Nobody's measurements: round numbers of a plausible size,
/// so that limits of some hundreds to some thousands mean something in a world of 5.4 thousand million people.
struct RequestModel {
    /// Of all people online, those who use the app on a given day: a service that a thousandth of the world uses.
    double audience = 0.001;
    /// Of one of them: ten visits of fifty requests, as a page or a screen with its data makes them.
    double requests_per_day = 500;
    /// For which an instance is busy with one: the order of what applications spend on a dynamic answer.
    double seconds_per_request = 0.1;

    /// Requests per second of so many people online, as a mean over the day.
    double requests_per_second(double people) const { return people * audience * requests_per_day / 86400; }

    /// Requests under way at once (Little's law), as a mean over the day.
    double concurrent(double people) const { return requests_per_second(people) * seconds_per_request; }

    /// Hour of the day, 0 to 24, by the sun: 15° of longitude are an hour. Time zones follow it within an hour or two,
    /// and no table of them goes out of date.
    static double local_hour(double utc_hour, GeoPoint place) {
        const double hour = std::fmod(utc_hour + place.lon / 15, 24);
        return hour < 0 ? hour + 24 : hour;
    }

    /// How busy people are at an hour of their day against its mean, which is 1. The shape is what access networks and
    /// exchanges publish of their traffic: least around four in the morning (0.41), a plateau over the day, most
    /// around half past seven in the evening (1.53). Two harmonics, so that the mean is 1 exactly.
    static double rhythm(double local_hour) {
        const double turn = 2 * std::numbers::pi / 24;
        return 1 + 0.5 * std::cos(turn * (local_hour - 17.5)) + 0.15 * std::cos(2 * turn * (local_hour - 21));
    }

    /// The rhythm at a place; 1 where no hour is given: the day's mean.
    static double busy(const std::optional<double> &utc_hour, GeoPoint place) {
        return utc_hour ? rhythm(local_hour(*utc_hour, place)) : 1;
    }
};

} // namespace catchment
