// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/answers.h"

#include "io/results.h"
#include "lesson/claim.h"
#include "study/journey.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace catchment {
namespace {

constexpr double whole_points = 1e-9; ///< a share of all but this counts as all

void score_marks(const Question &question, const LessonAnswer &answer, const Catchments &c, Score &out) {
    double right = 0;
    double all = 0;
    for (const CityId id : asked_cities(question, c.world())) {
        MarkedCity m;
        m.city = id;
        const auto mark = answer.marks.find(c.world().city(id).id);
        m.answered = mark != answer.marks.end();
        m.marked = m.answered ? mark->second : std::string();
        const auto reached = c.cities[id.index()].region;
        m.reached = reached ? c.op().regions[reached->index()].code : std::string();
        m.right = m.answered && m.marked == m.reached;
        if (const auto wanted = find_region(c.op(), m.marked); m.answered && !m.right && wanted) {
            m.why = why_not(c, id, *wanted);
        }
        const double weight = question.kind == QuestionKind::Paint ? static_cast<double>(c.world().city(id).users) : 1;
        all += weight;
        right += m.right ? weight : 0;
        out.cities.push_back(std::move(m));
    }
    const double share = all > 0 ? right / all : 0;
    out.points = static_cast<int>(std::floor(share * out.of + whole_points));
}

} // namespace

std::vector<CityId> asked_cities(const Question &question, const World &world) {
    std::vector<CityId> out;
    if (question.kind == QuestionKind::Predict) {
        for (const std::string &id : question.cities) {
            out.push_back(world.city_by_id.at(id));
        }
    } else if (question.kind == QuestionKind::Paint) {
        out.reserve(world.cities.size());
        for (std::size_t i = 0; i < world.cities.size(); ++i) {
            out.emplace_back(i);
        }
        std::stable_sort(out.begin(), out.end(),
                         [&](CityId a, CityId b) { return world.city(a).users > world.city(b).users; });
        out.resize(std::min(out.size(), static_cast<std::size_t>(question.largest)));
    }
    return out;
}

Score score(const Question &question, const LessonAnswer &answer, const Catchments &revealed) {
    Score out;
    out.of = question.points();
    switch (question.kind) {
    case QuestionKind::Choice:
        out.points = !answer.chosen.empty() && answer.chosen == question.right ? 1 : 0;
        break;
    case QuestionKind::Predict:
    case QuestionKind::Paint:
        score_marks(question, answer, revealed, out);
        break;
    case QuestionKind::Number:
        out.right = asked_number(question.of, revealed, "", 0);
        out.points = answer.number && std::abs(*answer.number - *out.right) <= question.within * std::abs(*out.right);
        break;
    case QuestionKind::Text:
        break;
    }
    return out;
}

std::string why_not(const Catchments &c, CityId city, RegionId wanted) {
    const CityOutcome &here = c.cities[city.index()];
    const std::string &code = c.op().regions[wanted.index()].code;
    if (!c.solution->announces(wanted)) {
        return code + " does not announce.";
    }
    // The largest of the networks that go where the city as a whole goes.
    std::optional<Journey> way;
    for (const NetworkOutcome &o : c.outcomes_of(city)) {
        if (o.region == here.region) {
            way = journey(c, city, o.network);
            break;
        }
    }
    if (!way || way->decisions.empty()) {
        return "No route reaches its users.";
    }
    if (const auto answered = way->outcome.answered) {
        return "The name server gives its users the address of " + c.op().regions[answered->index()].code + ".";
    }
    for (const Decision &d : way->decisions) {
        for (const CandidateRoute &r : d.candidates) {
            if (r.region == wanted && r.lost_at) {
                return c.solution->topology->name_of(d.network) + " in " + c.world().city(d.city).name +
                       " had a route to " + code + "; it " + loss_in_words(c.routes(way->outcome), d, r) + ".";
            }
        }
    }
    return "No network on the way was offered a route to " + code + ".";
}

} // namespace catchment
