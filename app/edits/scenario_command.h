// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/scenario_document.h"

#include <QUndoCommand>

namespace catchment::app {

/// One edit of a document, as the scenario before it and after it.
class ScenarioCommand : public QUndoCommand {
public:
    ScenarioCommand(ScenarioDocument &document, Edit edit);

    const Scenario &before() const { return before_; }
    const Scenario &after() const { return after_; }

    void undo() override;
    void redo() override;

private:
    ScenarioDocument &document_;
    Scenario before_;
    Scenario after_;
};

} // namespace catchment::app
