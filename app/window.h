// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"

#include <QString>

#include <filesystem>
#include <optional>

class QApplication;

namespace catchment::app {

/// What the window opens on. An invalid scenario file is shown as a message in the window, which then opens on the
/// story.
struct WindowOptions {
    std::filesystem::path world;       ///< folder of the world's tables
    std::optional<Scenario> scenario;  ///< none: the scenario file, else the story
    QString scenario_file;             ///< opened where it is not empty
    std::optional<double> frame_stats; ///< seconds to watch the map for, then print what was seen and quit
    bool present = false;              ///< large type and few controls, for a projector
    QString theme;                     ///< "light", "dark", or empty: as kept from last time, else the desktop's
};

/// Call before the QApplication is made where a window is wanted: names the program for its settings and desktop.
void prepare_window();

/// Call after the QApplication is made and before the first window: the map needs a working OpenGL, or to be told
/// that there is none. `run_window` does it by itself.
void use_working_graphics();

/// Opens the main window and runs the program until it is closed. Returns the exit status.
int run_window(QApplication &application, const WindowOptions &options);

} // namespace catchment::app
