// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"
#include "study/playbook.h"

#include <QString>

/// Every change that the window can make to a scenario, as a function from one scenario to the next.
namespace catchment::app {

/// A scenario after a change, and what the change is called where it can be undone: `Deploy nrt`.
struct Edit {
    QString name;
    Scenario scenario;
};

Edit deployRegion(Scenario scenario, const std::string &code, bool deployed);
Edit deployOnly(Scenario scenario, const std::string &code);
Edit withholdRegion(Scenario scenario, const std::string &code, bool withheld);
/// `times` further copies of the own AS number, 0…5, by the region as a whole.
Edit prependRegion(Scenario scenario, const std::string &code, int times);
Edit noExportRegion(Scenario scenario, const std::string &code, bool no_export);
/// All stretches of a cable or route, by its name.
Edit failCable(Scenario scenario, const std::string &name, bool failed);
Edit failExchange(Scenario scenario, const std::string &id, bool failed);
Edit failRegion(Scenario scenario, const std::string &code, bool failed);

/// A setting of the playbook at a region, which is deployed unless that is to withdraw it.
Edit playbookEdit(Scenario scenario, const std::string &code, const PlaybookSetting &setting);
/// Exactly these regions.
Edit deployRegions(Scenario scenario, const std::vector<std::string> &codes);

/// What the words of the command bar do. Throws CommandError.
Edit commandEdit(Scenario scenario, const QString &words, const Operator &op);

} // namespace catchment::app
