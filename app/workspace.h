// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/scenario_document.h"
#include "app/journey/current_journey.h"
#include "app/results.h"
#include "app/studies/pin.h"
#include "app/timeline/timeline.h"
#include "app/widgets/appearance.h"
#include "qml/models/selection.h"

namespace catchment::app {

/// What every panel of the window works on. Panels know this and not each other.
struct Workspace {
    Workspace(QApplication &application, Appearance::Mode mode) : appearance(application, mode) {}

    /// Who announces in the scenario as it stands: its own operator, else the world's; none before the world is there.
    std::shared_ptr<const Operator> op() const { return document.op(); }

    ScenarioDocument document;
    Pin pin;
    Results results;
    qml::Selection selection;
    CurrentJourney journey{results, selection};
    Appearance appearance;
    Timeline timeline{document, results};
};

} // namespace catchment::app
