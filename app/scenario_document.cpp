// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scenario_document.h"

#include "app/scenario_command.h"
#include "io/files.h"
#include "io/input_error.h"
#include "io/scenario_io.h"
#include "scenario/operator_of.h"

#include <QFileInfo>

#include <exception>
#include <filesystem>

namespace catchment::app {
namespace {

std::filesystem::path pathOf(const QString &file) { return QFileInfo(file).absoluteFilePath().toStdString(); }

} // namespace

ScenarioDocument::ScenarioDocument(QObject *parent) : QObject(parent), scenario_(story()) {
    connect(&stack_, &QUndoStack::cleanChanged, this, &ScenarioDocument::fileChanged);
    // After the index has moved, since those who listen ask for `before()`.
    connect(&stack_, &QUndoStack::indexChanged, this, &ScenarioDocument::scenarioChanged);
}

ScenarioDocument::~ScenarioDocument() {
    // An undo stack tells of its own end as if everything had been undone, to listeners that may be gone.
    stack_.blockSignals(true);
}

const Scenario *ScenarioDocument::before() const {
    if (stack_.index() == 0) {
        return nullptr;
    }
    return &static_cast<const ScenarioCommand *>(stack_.command(stack_.index() - 1))->before();
}

void ScenarioDocument::apply(Edit edit) {
    if (edit.scenario == scenario_) {
        return;
    }
    stack_.push(new ScenarioCommand(*this, std::move(edit)));
}

void ScenarioDocument::show(Scenario scenario) {
    const bool same_operator = op_ && scenario.own_operator == scenario_.own_operator;
    scenario_ = std::move(scenario);
    if (!same_operator) {
        findOperator();
    }
}

void ScenarioDocument::findOperator() {
    op_.reset();
    if (!world_) {
        return;
    }
    try {
        op_ = operator_of(scenario_, world_);
    } catch (const ScenarioError &) {
        // What is wrong with it is said where the scenario is solved.
        op_ = {world_, &world_->own_operator};
    }
}

void ScenarioDocument::start(Scenario scenario) {
    show(std::move(scenario));
    file_.clear();
    stack_.clear();
    emit scenarioChanged();
    emit fileChanged();
}

void ScenarioDocument::setWorld(std::shared_ptr<const World> world, std::filesystem::path folder) {
    world_ = std::move(world);
    folder_ = std::move(folder);
    findOperator();
}

void ScenarioDocument::checkWorld(const Scenario &scenario, const std::filesystem::path &file) const {
    if (scenario.world.empty() || scenario.world == "builtin") {
        return;
    }
    const auto wanted = std::filesystem::weakly_canonical(file.parent_path() / scenario.world);
    if (wanted != std::filesystem::weakly_canonical(folder_)) {
        throw InputError(file.string(), 0, "'world' is '" + scenario.world + "', which is not what this window shows",
                         "a scenario on the same world, or a start of the program with this file");
    }
}

bool ScenarioDocument::open(const QString &file) {
    try {
        const std::filesystem::path path = pathOf(file);
        const std::string text = read_file(path);
        Scenario scenario = parse_scenario(text, path.string());
        if (world_) {
            checkWorld(scenario, path);
            check_scenario(scenario, *world_, path.string(), text);
        }
        show(std::move(scenario));
        file_ = QFileInfo(file).absoluteFilePath();
        stack_.clear();
    } catch (const std::exception &error) {
        emit failed(QString::fromUtf8(error.what()));
        return false;
    }
    emit scenarioChanged();
    emit fileChanged();
    emit fileUsed(file_);
    return true;
}

bool ScenarioDocument::save(const QString &file) {
    try {
        write_file(pathOf(file), write_scenario(scenario_));
    } catch (const std::exception &error) {
        emit failed(QString::fromUtf8(error.what()));
        return false;
    }
    file_ = QFileInfo(file).absoluteFilePath();
    stack_.setClean();
    emit fileChanged();
    emit fileUsed(file_);
    return true;
}

QString ScenarioDocument::title() const {
    return file_.isEmpty() ? QString::fromStdString(scenario_.app) : QFileInfo(file_).fileName();
}

} // namespace catchment::app
