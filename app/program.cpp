// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include "app/lessons/classroom.h"
#include "io/scenario_io.h"
#include "lesson/lesson_reader.h"
#include "scenario/check.h"
#include "scenario/operator_of.h"

#include <QApplication>

#include <algorithm>
#include <exception>
#include <utility>

namespace catchment::app {
namespace {

Appearance::Mode modeOf(const QString &theme) {
    return theme == u"light"       ? Appearance::Mode::Light
           : theme == u"dark"      ? Appearance::Mode::Dark
           : theme == u"projector" ? Appearance::Mode::Projector
                                   : Appearance::kept();
}

} // namespace

Program::Program(QApplication &application, WindowOptions options)
    : options_(std::move(options)), workspace_(application, modeOf(options_.theme)), window_(workspace_, solver_) {
    connect(&workspace_.document, &ScenarioDocument::scenarioChanged, this, &Program::request);
    connect(&workspace_.pin, &Pin::changed, this, &Program::request);
    connect(&solver_, &SolverThread::worldRead, this, &Program::takeWorld);
    connect(&solver_, &SolverThread::solved, this, &Program::takeResult);
    connect(&solver_, &SolverThread::worldFailed, this, [this] { next_world_.reset(); });
    connect(&window_, &MainWindow::worldWanted, this,
            [this](const QString &folder) { openWorld(folder.toStdString()); });
}

Program::~Program() = default;

void Program::start() {
    if (!options_.scenario && !options_.scenario_file.isEmpty()) {
        useWorldOf(options_.scenario_file.toStdString());
    }
    solver_.readWorld(options_.world);
    if (options_.scenario) {
        workspace_.document.start(*options_.scenario);
    } else if (options_.scenario_file.isEmpty()) {
        request();
    }
}

void Program::useWorldOf(const std::filesystem::path &file) {
    try {
        const std::string world = read_scenario(file).world;
        if (!world.empty() && world != "builtin") {
            options_.world = std::filesystem::absolute(file).parent_path() / world;
        }
    } catch (const std::exception &) {
        // What is wrong with the file is said when it is opened.
    }
}

void Program::request() {
    SolveRequest request{workspace_.document.scenario(), {}};
    const Scenario *before = workspace_.document.before();
    if (workspace_.pin.scenario()) {
        before = &*workspace_.pin.scenario();
    }
    if (before && have_same_regions(*before, request.scenario)) {
        request.before = *before;
    }
    solver_.solve(std::move(request));
}

void Program::openWorld(const std::filesystem::path &folder) {
    next_world_ = folder;
    solver_.readWorld(folder);
}

void Program::takeNextWorld(std::shared_ptr<const World> world) {
    options_.world = *std::exchange(next_world_, {});
    Scenario scenario = workspace_.document.scenario();
    try {
        check_names(scenario, *world);
    } catch (const std::exception &) {
        scenario = story();
    }
    workspace_.document.setWorld(world, options_.world);
    workspace_.results.setWorld(std::move(world));
    workspace_.document.start(std::move(scenario));
}

void Program::takeWorld(std::shared_ptr<const World> world) {
    if (next_world_) {
        takeNextWorld(std::move(world));
        return;
    }
    workspace_.document.setWorld(world, options_.world);
    workspace_.results.setWorld(std::move(world));
    if (!options_.scenario && is_lesson(options_.scenario_file.toStdString())) {
        workspace_.document.start(story());
        window_.classroom().open(options_.scenario_file);
        return;
    }
    // A file is opened now that its names can be checked; where it is not sound the story stands.
    const bool wants_file = !options_.scenario && !options_.scenario_file.isEmpty();
    if (wants_file && !workspace_.document.open(options_.scenario_file)) {
        request();
    }
}

void Program::takeResult(const SolveResult &result) {
    workspace_.results.setResult(result);
    if (workspace_.selection.city().isEmpty()) {
        chooseCity();
    }
    const std::vector<std::string> &regions = workspace_.document.scenario().regions;
    if (workspace_.selection.region().isEmpty() && !regions.empty()) {
        workspace_.selection.setRegion(QString::fromStdString(regions.front()));
    }
}

void Program::chooseCity() {
    const Catchments &catchments = *workspace_.results.catchments();
    const World &world = catchments.world();
    const std::string &wanted = workspace_.document.scenario().view.select;
    std::optional<CityId> city;
    if (!wanted.empty()) {
        city = find_city(world, wanted);
    }
    if (!city) {
        city = storyCity(catchments);
    }
    if (city) {
        workspace_.selection.setCity(QString::fromStdString(world.city(*city).id));
    }
}

} // namespace catchment::app
