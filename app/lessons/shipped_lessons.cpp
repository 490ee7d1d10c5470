// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/shipped_lessons.h"

#include "app/commands/inputs.h"

namespace catchment::app {

std::filesystem::path shipped_lessons() { return builtin_world().parent_path() / "lessons"; }

} // namespace catchment::app
