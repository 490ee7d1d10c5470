// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/arguments.h"
#include "scenario/scenario.h"

#include <memory>
#include <string>
#include <vector>

class QGuiApplication;

namespace catchment::app {

/// The options that say how a figure looks, followed by a command's own and those of with_input_options().
std::vector<Option> with_view_options(std::vector<Option> own);

/// The scenario's view, with what the words say in its place. Throws UsageError.
View merged_view(const Arguments &arguments, View view);

/// Qt draws where there is an application object, which needs no display here: keep it as long as there are pictures.
/// Nothing where there is one already.
std::unique_ptr<QGuiApplication> prepare_pictures();

} // namespace catchment::app
