// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <cstddef>
#include <functional>
#include <vector>

class QDockWidget;
class QMainWindow;

namespace catchment::app {

class LessonRun;
struct Workspace;

/// Which panels stand around the map while a lesson runs: what the step speaks of, and no more. Puts the window back as
/// it was when the lesson is left.
class LessonStage : public QObject {
    Q_OBJECT

public:
    /// `usual`: the window's docks as they are to be again when the lesson is left.
    LessonStage(Workspace &workspace, LessonRun &run, QMainWindow &window, QDockWidget &lesson,
                std::function<QByteArray()> usual, QObject *parent = nullptr);

    /// The window as it was before the lesson; empty where none runs.
    const QByteArray &before() const { return before_; }

private:
    void show();
    void placeJourney(bool first);
    void bring(const QString &panel);
    void openDecision();
    void watchPanels();
    void tellPanels();
    std::vector<QString> wantedPanels() const;

    Workspace &workspace_;
    LessonRun &run_;
    QMainWindow &window_;
    QDockWidget &lesson_;
    std::function<QByteArray()> usual_;
    QByteArray before_;
    std::size_t step_ = static_cast<std::size_t>(-1); ///< that is shown
};

} // namespace catchment::app
