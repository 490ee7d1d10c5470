// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_run.h"

#include "app/workspace.h"
#include "io/csv.h"
#include "io/input_error.h"

#include <algorithm>
#include <utility>

namespace catchment::app {

LessonRun::LessonRun(Workspace &workspace, QObject *parent) : QObject(parent), workspace_(workspace) {
    connect(&workspace.results, &Results::changed, this, &LessonRun::scoreIfSolved);
    connect(&workspace.document, &ScenarioDocument::scenarioChanged, this, &LessonRun::watchTask);
    connect(&workspace.selection, &qml::Selection::cityChanged, this, &LessonRun::watchTask);
    connect(&workspace.selection, &qml::Selection::hopChanged, this, &LessonRun::watchTask);
    connect(&workspace.timeline, &Timeline::finished, this, [this] { timelineEnded(workspace_.timeline.event()); });
}

LessonRun::~LessonRun() = default;

void LessonRun::start(Lesson lesson) {
    // The edit is none of an earlier lesson's, whose steps are others.
    lesson_.reset();
    if (workspace_.document.scenario() != lesson.start) {
        workspace_.document.start(lesson.start);
    }
    scenarios_ = step_scenarios(lesson);
    answers_.assign(lesson.steps.size(), {});
    for (std::size_t i = 0; i < answers_.size(); ++i) {
        answers_[i].step = lesson.steps[i].id;
    }
    scores_.assign(lesson.steps.size(), {});
    way_.clear();
    lesson_ = std::move(lesson);
    enter(0);
}

void LessonRun::leave() {
    lesson_.reset();
    emit changed();
}

bool LessonRun::predicts() const {
    return running() && asks() && !submitted_ &&
           (step().question->kind == QuestionKind::Predict || step().question->kind == QuestionKind::Paint);
}

void LessonRun::enter(std::size_t step) {
    at_ = step;
    submitted_ = false;
    panel_.clear();
    event_.clear();
    way_.push_back(step);
    if (over()) {
        emit changed();
        return;
    }
    // While a class predicts, its answer is solved behind the curtain.
    const bool known = scores_[at_] || predicts();
    set(answers_[at_].done ? scenarios_[at_].end : known ? scenarios_[at_].revealed : scenarios_[at_].begin);
    if (const std::string &city = this->step().show.city; !city.empty()) {
        workspace_.selection.setCity(QString::fromStdString(city));
        workspace_.selection.setNetwork(this->step().show.network.value_or(Asn{}).value);
    }
    if (!this->step().question && !this->step().task) {
        answers_[at_].done = true; // it was read
    }
    emit changed();
}

/// Another scenario, as an edit; the view is the user's own.
void LessonRun::set(const Scenario &scenario) {
    const QString name = over() ? QString() : QString::fromStdString(step().heading);
    workspace_.document.apply({tr("Lesson: %1").arg(name), scenario});
}

void LessonRun::mark(const QString &city, const QString &code) {
    if (predicts()) {
        answers_[at_].marks[city.toStdString()] = code.toStdString();
        emit marksChanged();
    }
}

void LessonRun::unmark(const QString &city) {
    if (predicts() && answers_[at_].marks.erase(city.toStdString()) > 0) {
        emit marksChanged();
    }
}

void LessonRun::askAbout(const QString &city) {
    if (!predicts() || !lesson_->id.empty() || step().question->kind != QuestionKind::Predict) {
        return;
    }
    std::vector<std::string> &cities = lesson_->steps[at_].question->cities;
    if (std::find(cities.begin(), cities.end(), city.toStdString()) == cities.end()) {
        cities.push_back(city.toStdString());
        emit changed();
    }
}

std::vector<std::string> LessonRun::choices() const {
    const Scenario &asked = scenarios_[at_].revealed;
    std::vector<std::string> out = asked.regions;
    if (const auto op = workspace_.op(); op && asked.announce == Announce::Everywhere) {
        out.clear();
        for (const Region &region : op->regions) {
            if (asked.announces(region)) {
                out.push_back(region.code);
            }
        }
    }
    return out;
}

void LessonRun::submit(LessonAnswer answer) {
    if (!asks()) {
        return;
    }
    answer.step = step().id;
    answer.done = false;
    answers_[at_] = std::move(answer);
    submitted_ = true;
    set(scenarios_[at_].revealed);
    scoreIfSolved();
}

void LessonRun::scoreIfSolved() {
    const auto &now = workspace_.results.catchments();
    if (!running() || over() || !submitted_ || !now || *now->solution->scenario != workspace_.document.scenario()) {
        return;
    }
    submitted_ = false;
    try {
        scores_[at_] = catchment::score(*step().question, answers_[at_], *now);
    } catch (const InputError &) {
        scores_[at_] = Score{}; // a number was asked for that there is not
    }
    finishIfComplete();
    emit changed();
}

bool LessonRun::taskDone() const {
    const LessonTask &task = *step().task;
    const auto opened = [&] {
        const auto &way = workspace_.journey.journey();
        const int hop = workspace_.selection.hop();
        if (!way || hop < 0 || hop >= static_cast<int>(way->decisions.size())) {
            return false;
        }
        const Topology &topology = *workspace_.journey.catchments()->solution->topology;
        return topology.asn(way->decisions[static_cast<std::size_t>(hop)].network) == *task.decision;
    };
    return stands_so(task.scenario, workspace_.document.scenario()) &&
           (task.select.empty() || workspace_.selection.city().toStdString() == task.select) &&
           (task.panel.empty() || panel_.toStdString() == task.panel) &&
           (task.event.empty() || event_.toStdString() == task.event) && (!task.decision || opened());
}

void LessonRun::finishIfComplete() {
    answers_[at_].done = (!step().question || scores_[at_]) && (!step().task || taskDone());
}

void LessonRun::watchTask() {
    // A task is not begun before the question in front of it was answered.
    if (!running() || over() || answers_[at_].done || !step().task || (step().question && !scores_[at_])) {
        return;
    }
    finishIfComplete();
    if (answers_[at_].done) {
        emit changed();
    }
}

void LessonRun::panelShown(const QString &panel) {
    panel_ = panel;
    watchTask();
}

void LessonRun::timelineEnded(const QString &event) {
    event_ = event;
    watchTask();
}

void LessonRun::next() {
    if (!running() || over() || !complete()) {
        return;
    }
    std::size_t to = step().next;
    if (step().question && answer().chosen.size() == 1) {
        const LessonOption &option = step().question->options[static_cast<std::size_t>(answer().chosen.front())];
        to = lesson_->find(option.next).value_or(to);
    }
    enter(to);
}

void LessonRun::back() {
    if (canGoBack()) {
        way_.pop_back();
        const std::size_t to = way_.back();
        way_.pop_back();
        enter(to);
    }
}

int LessonRun::points() const {
    int out = 0;
    for (const std::size_t step : way_) {
        out += step < scores_.size() && scores_[step] ? scores_[step]->points : 0;
    }
    return out;
}

int LessonRun::pointsOf() const {
    int out = 0;
    for (const std::size_t step : way_) {
        out += step < scores_.size() && scores_[step] ? scores_[step]->of : 0;
    }
    return out;
}

HandIn LessonRun::handIn(const QString &name) const {
    HandIn out;
    out.lesson = lesson_->id;
    out.title = lesson_->title;
    out.name = name.toStdString();
    for (std::size_t i = 0; i < answers_.size(); ++i) {
        // What was not come to is not in the file.
        if (answers_[i].done || scores_[i]) {
            out.answers.push_back(answers_[i]);
        }
    }
    out.points = points();
    out.of = lesson_->points();
    out.scenario = workspace_.document.scenario();
    return out;
}

QByteArray LessonRun::predictionsAsCsv() const {
    std::string out = "step,city,country,marked,reached,right,why\n";
    const auto &world = workspace_.results.world();
    const auto said = [](const std::string &code) { return code.empty() ? std::string("none") : code; };
    for (std::size_t i = 0; i < scores_.size() && world; ++i) {
        if (!scores_[i]) {
            continue;
        }
        for (const MarkedCity &m : scores_[i]->cities) {
            const City &city = world->city(m.city);
            out += csv_field(lesson_->steps[i].id) + ',' + csv_field(city.name) + ',' + csv_field(city.country) + ',' +
                   (m.answered ? said(m.marked) : std::string()) + ',' + said(m.reached) + ',' + (m.right ? "1" : "0") +
                   ',' + csv_field(m.why) + '\n';
        }
    }
    return QByteArray::fromStdString(out);
}

} // namespace catchment::app
