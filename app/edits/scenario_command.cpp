// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/scenario_command.h"

namespace catchment::app {

ScenarioCommand::ScenarioCommand(ScenarioDocument &document, Edit edit)
    : QUndoCommand(edit.name), document_(document), before_(document.scenario()), after_(std::move(edit.scenario)) {}

void ScenarioCommand::undo() { document_.show(before_); }

void ScenarioCommand::redo() { document_.show(after_); }

} // namespace catchment::app
