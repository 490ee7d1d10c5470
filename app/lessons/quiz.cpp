// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/quiz.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace catchment::app {
namespace {

constexpr std::size_t most_cities = 6;
constexpr std::size_t most_surprises = 3;
constexpr int cities_to_paint = 400;

QString tr(const char *text) { return QCoreApplication::translate("catchment::app", text); }

/// The largest cities, each of another country, half of them such as do not reach their nearest region.
std::vector<std::string> chosen_cities(const Catchments &c) {
    std::vector<const CityOutcome *> by_users;
    for (const CityOutcome &city : c.cities) {
        if (city.region) {
            by_users.push_back(&city);
        }
    }
    std::stable_sort(by_users.begin(), by_users.end(), [&](const CityOutcome *a, const CityOutcome *b) {
        return c.world().city(a->city).users > c.world().city(b->city).users;
    });
    std::vector<std::string> out;
    std::set<std::string> countries;
    const auto take = [&](bool surprising, std::size_t most) {
        for (const CityOutcome *outcome : by_users) {
            const City &city = c.world().city(outcome->city);
            if (out.size() < most && outcome->not_nearest == surprising && countries.insert(city.country).second) {
                out.push_back(city.id);
            }
        }
    };
    take(true, most_surprises);
    take(false, most_cities);
    return out;
}

} // namespace

Lesson quiz(const Catchments &catchments, const Scenario &scenario, bool paint) {
    LessonStep step;
    step.id = "predict";
    step.heading = (paint ? tr("Paint the catchments") : tr("Predict, then reveal")).toStdString();
    step.text =
        (paint ? tr("Which part of the world reaches which region? Choose a region and draw over the map.")
               : tr("Which region do these cities reach? Give each one a region, by a click or by the keys 1, 2, "
                    "… A click on another city of the map adds it."))
            .toStdString();
    Question question;
    question.kind = paint ? QuestionKind::Paint : QuestionKind::Predict;
    question.words = tr("What do you expect?").toStdString();
    question.largest = paint ? cities_to_paint : 0;
    if (!paint) {
        question.cities = chosen_cities(catchments);
    }
    step.question = std::move(question);
    step.next = 1;
    Lesson out;
    out.title = tr("Prediction").toStdString();
    out.start = scenario;
    out.steps.push_back(std::move(step));
    return out;
}

} // namespace catchment::app
