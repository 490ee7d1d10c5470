// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lessons/lesson_run.h"

#include <QObject>

#include <functional>

class QAction;
class QDockWidget;
class QMainWindow;
class QMenu;
class QToolButton;

namespace catchment::app {

class LessonPanel;
class LessonStage;
class MapPanel;
struct Workspace;

/// Everything of the window that is for teaching: the menu, lessons, predictions, worksheets, answers to hand in.
class Classroom : public QObject {
    Q_OBJECT

public:
    /// `mayLeave`: may the open work be given up? `dock`: where the lesson stands; its widget is set here.
    Classroom(Workspace &workspace, MapPanel &map, QDockWidget &dock, std::function<bool()> mayLeave,
              QMainWindow *window);

    void fill(QMenu &menu);

    /// The lessons behind one button.
    QToolButton *makeButton(QWidget *parent) const;

    LessonRun &run() { return run_; }

    /// The window's docks as they were before the lesson; empty where none runs.
    const QByteArray &panelsBefore() const;

    /// To be called when every panel is in its place. `usual`: see LessonStage.
    void begin(std::function<QByteArray()> usual);

    /// Begins a lesson from its folder or file, after asking where work would be lost; says what is wrong with it.
    void open(const QString &path);

    /// A prediction of the open scenario: of these cities, and of any that are then clicked; none: the whole map is
    /// painted.
    void predict(bool paint);

    void leave();

signals:
    void failed(const QString &text);

private:
    void fillLessons();
    void follow();
    void saveAnswers();
    void saveCsv();
    void saveWorksheet(bool answers);
    void printWorksheet(bool answers);
    void write(const QString &file, const std::string &text);

    Workspace &workspace_;
    MapPanel &map_;
    QDockWidget &dock_;
    std::function<bool()> may_leave_;
    QMainWindow *window_;
    LessonRun run_;
    LessonPanel *panel_;
    LessonStage *stage_ = nullptr;
    QMenu *lessons_;
    QAction *predict_;
    QAction *paint_;
    QAction *leave_;
    QAction *answers_;
    QAction *csv_;
    QMenu *worksheet_;
};

} // namespace catchment::app
