// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main_window.h"
#include "app/solver_thread.h"
#include "app/window.h"
#include "app/workspace.h"

#include <QObject>

#include <filesystem>
#include <optional>

namespace catchment::app {

/// The running program: the workspace, the thread that solves, the window, and the round from an edit to its
/// results. There is one of these; nobody reaches it from elsewhere.
class Program : public QObject {
    Q_OBJECT

public:
    Program(QApplication &application, WindowOptions options);
    ~Program() override;

    Workspace &workspace() { return workspace_; }
    SolverThread &solver() { return solver_; }
    MainWindow &window() { return window_; }

    /// Begins to read the world; results follow by themselves.
    void start();

    /// Shows another world: the open scenario on it where it knows its names, else the story.
    void openWorld(const std::filesystem::path &folder);

private:
    /// A scenario file may name the folder of its world.
    void useWorldOf(const std::filesystem::path &file);
    void request();
    void takeWorld(std::shared_ptr<const World> world);
    void takeResult(const SolveResult &result);
    void takeNextWorld(std::shared_ptr<const World> world);
    void chooseCity();

    WindowOptions options_;
    std::optional<std::filesystem::path> next_world_; ///< that is being read in place of the one that is shown
    Workspace workspace_;
    SolverThread solver_;
    MainWindow window_;
};

} // namespace catchment::app
