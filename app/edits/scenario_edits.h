// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/edits/edit.h"
#include "scenario/event.h"
#include "study/playbook.h"

/// Changes that the window can make to a scenario, as functions from one scenario to the next: what is deployed and
/// what is broken. How it is announced: tuning_edits.h; who else announces: security_edits.h; by whom:
/// operator_edits.h.
namespace catchment::app {

Edit deployRegion(Scenario scenario, const std::string &code, bool deployed);
Edit deployOnly(Scenario scenario, const std::string &code);

/// Breaks or mends one thing: `fault` is an event of that kind.
Edit faultEdit(Scenario scenario, const Event &fault);
/// Is the thing that the event is about broken?
bool isBroken(const Scenario &scenario, const Event &fault);

Edit failRegion(Scenario scenario, const std::string &code, bool failed);
Edit failNetwork(Scenario scenario, Asn asn, bool failed);
Edit failLink(Scenario scenario, Asn a, Asn b, bool failed);
Edit failExchange(Scenario scenario, const std::string &id, bool failed);
/// All stretches of a cable or route, by its name.
Edit failCable(Scenario scenario, const std::string &name, bool failed);
Edit repairAll(Scenario scenario);

/// A setting of the playbook at a region, which is deployed unless that is to withdraw it.
Edit playbookEdit(Scenario scenario, const std::string &code, const PlaybookSetting &setting);
/// Exactly these regions.
Edit deployRegions(Scenario scenario, const std::vector<std::string> &codes);

/// What the words of the command bar do. Throws CommandError.
Edit commandEdit(Scenario scenario, const QString &words, const Operator &op);

} // namespace catchment::app
