// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/lesson.h"
#include "study/catchments.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// What a student answered, and what it is worth.
namespace catchment {

struct LessonAnswer {
    std::string step;                         ///< id
    std::vector<int> chosen;                  ///< of a choice, from 0, ascending
    std::map<std::string, std::string> marks; ///< of a prediction or painting: city id to region code, or "" for none
    std::optional<double> number;
    std::string text;
    bool done = false; ///< the step was completed
    friend bool operator==(const LessonAnswer &, const LessonAnswer &) = default;
};

/// A city of a prediction or painting.
struct MarkedCity {
    CityId city;
    std::string marked; ///< region code; "": none; the city was left out where not `answered`
    bool answered = false;
    std::string reached; ///< region code, or ""
    bool right = false;
    std::string why; ///< where it is not: why the city goes elsewhere, in words
};

struct Score {
    int points = 0;
    int of = 0;
    std::vector<MarkedCity> cities; ///< of a prediction or painting
    std::optional<double> right;    ///< the right number, of a number
};

/// What an answer is worth. `revealed`: what follows from the scenario that was asked about.
Score score(const Question &question, const LessonAnswer &answer, const Catchments &revealed);

/// The cities that count in a prediction, or are the largest in a painting, in that order.
std::vector<CityId> asked_cities(const Question &question, const World &world);

/// Why a city's users do not go to `wanted`: the first network on their way that had a route there and did not take
/// it, and the step at which that lost; in one sentence.
std::string why_not(const Catchments &catchments, CityId city, RegionId wanted);

} // namespace catchment
