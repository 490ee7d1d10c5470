// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scenario_document.h"

#include "app/scenario_command.h"
#include "io/files.h"
#include "io/scenario_io.h"

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

void ScenarioDocument::start(Scenario scenario) {
    scenario_ = std::move(scenario);
    file_.clear();
    stack_.clear();
    emit scenarioChanged();
    emit fileChanged();
}

bool ScenarioDocument::open(const QString &file) {
    try {
        const std::filesystem::path path = pathOf(file);
        const std::string text = read_file(path);
        Scenario scenario = parse_scenario(text, path.string());
        if (world_) {
            check_scenario(scenario, *world_, path.string(), text);
        }
        scenario_ = std::move(scenario);
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
    if (!scenario_.title.empty()) {
        return QString::fromStdString(scenario_.title);
    }
    return file_.isEmpty() ? tr("Untitled") : QFileInfo(file_).fileName();
}

} // namespace catchment::app
