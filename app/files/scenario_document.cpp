// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/scenario_document.h"

#include "app/edits/scenario_command.h"
#include "io/files.h"
#include "io/input_error.h"
#include "io/scenario_io.h"
#include "scenario/operator_of.h"

#include <QFileInfo>
#include <QSignalBlocker>

#include <exception>
#include <filesystem>
#include <system_error>

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

Scenario ScenarioDocument::read(const QString &file) const {
    const std::filesystem::path path = pathOf(file);
    std::error_code error;
    if (std::filesystem::exists(path, error) && !std::filesystem::is_directory(path, error)) {
        // A pipe would be waited for, and a film read to its end.
        if (!std::filesystem::is_regular_file(path, error)) {
            throw InputError(path.string(), 0, "is not a regular file", "a scenario file");
        }
        if (std::filesystem::file_size(path, error) > largest_file) {
            throw InputError(path.string(), 0, "is too large for a scenario", "a scenario file of at most 16 MiB");
        }
    }
    const std::string text = read_file(path);
    Scenario scenario = parse_scenario(text, path.string());
    if (world_) {
        checkWorld(scenario, path);
        check_scenario(scenario, *world_, path.string(), text);
    }
    return scenario;
}

bool ScenarioDocument::open(const QString &file) {
    try {
        show(read(file));
    } catch (const std::exception &error) {
        emit failed(QString::fromUtf8(error.what()));
        return false;
    }
    file_ = QFileInfo(file).absoluteFilePath();
    stack_.clear();
    emit scenarioChanged();
    emit fileChanged();
    emit fileUsed(file_);
    return true;
}

bool ScenarioDocument::readAgain() {
    try {
        apply({tr("Read %1 again").arg(title()), read(file_)});
    } catch (const std::exception &error) {
        emit failed(QString::fromUtf8(error.what()));
        return false;
    }
    stack_.setClean();
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

QString ScenarioDocument::worldFolder() const {
    return folder_.empty() ? QString() : QFileInfo(QString::fromStdString(folder_.string())).absoluteFilePath();
}

SavedWork ScenarioDocument::work() const {
    SavedWork work;
    work.file = file_;
    work.world = worldFolder();
    work.start = scenario_;
    for (int i = 0; i < stack_.count(); ++i) {
        const auto *command = static_cast<const ScenarioCommand *>(stack_.command(i));
        if (i == 0) {
            work.start = command->before();
        }
        work.edits.push_back({command->text(), command->after()});
    }
    work.index = stack_.index();
    work.clean = stack_.cleanIndex();
    return work;
}

bool ScenarioDocument::restore(const SavedWork &work) {
    try {
        const std::string name = work.title().toStdString();
        if (world_) {
            check_scenario(work.start, *world_, name);
            for (const Edit &edit : work.edits) {
                check_scenario(edit.scenario, *world_, name);
            }
        }
    } catch (const std::exception &error) {
        emit failed(QString::fromUtf8(error.what()));
        return false;
    }
    {
        // Those who listen see where it ends, not how it was made once more.
        const QSignalBlocker quiet(this);
        stack_.clear();
        show(work.start);
        file_ = work.file;
        for (const Edit &edit : work.edits) {
            stack_.push(new ScenarioCommand(*this, edit));
            if (stack_.index() == work.clean) {
                stack_.setClean();
            }
        }
        if (work.clean < 0) {
            stack_.resetClean();
        }
        stack_.setIndex(work.index);
    }
    emit scenarioChanged();
    emit fileChanged();
    return true;
}

QString ScenarioDocument::title() const {
    return file_.isEmpty() ? QString::fromStdString(scenario_.app) : QFileInfo(file_).fileName();
}

} // namespace catchment::app
