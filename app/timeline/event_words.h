// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/edits/edit.h"
#include "scenario/event.h"

#include <QStringList>

#include <optional>

namespace catchment::app {

/// What can happen in a scenario, in the words of parse_event: announce and withdraw, repair what is broken, fail what
/// is not. Regions first. Links are too many to be listed, and in a
/// large world networks are.
QStringList event_words(const World &world, const Operator &op, const Scenario &scenario);

/// The one event that leads from one scenario to another; none where it takes none, or more than one.
std::optional<Event> event_between(const Scenario &before, const Scenario &after);

/// The event as an edit.
Edit event_edit(const Scenario &scenario, const Event &event);

} // namespace catchment::app
