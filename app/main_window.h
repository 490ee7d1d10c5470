// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

#include <memory>

class QDockWidget;

namespace catchment::app {

struct Workspace;
class CityTable;
class Classroom;
class CommandBar;
class ExportActions;
class CompareActions;
class DetailTabs;
class FileActions;
class MapActions;
class MapPanel;
class MessageBar;
class OfferBar;
class Playback;
class PresentMode;
class RegionActions;
class SearchPalette;
class SolverThread;
class ThemeActions;
class WindowLayout;

/// The window: puts the panels in their places and the actions into menus and toolbar. What they do is theirs.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `workspace` and `solver` must live longer.
    MainWindow(Workspace &workspace, SolverThread &solver, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showMessage(const QString &text);

    /// Hides the panels around the map, or brings back those that were there.
    void showMapAlone(bool alone);

    /// Size and panels as they are in the first run.
    void resetLayout();

    /// What is for teaching.
    Classroom &classroom() { return *classroom_; }

    /// Large type and few controls, for a projector.
    PresentMode &presentMode() { return *present_; }

    /// The map in the middle.
    const MapPanel &map() const { return *map_; }

signals:
    /// Another world is to be shown, by the folder of its tables.
    void worldWanted(const QString &folder);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeCentre();
    void makeDocks();
    void makeToolbar();
    void makeMenus();
    void makeEditMenu();
    void makeViewMenu();
    void listenToSolver();
    void makeManners();
    void showTitle();
    void showTable();
    /// The docks as they are where nothing has put them aside for a while.
    QByteArray usualPanels() const;
    QDockWidget *dock(const QString &title, const QString &name, QWidget *content, Qt::DockWidgetArea area);

    Workspace &workspace_;
    SolverThread &solver_;
    RegionActions *region_actions_;
    FileActions *file_actions_;
    ThemeActions *theme_actions_;
    MessageBar *messages_;
    OfferBar *left_work_;    ///< by a crash
    OfferBar *changed_file_; ///< by another program
    std::unique_ptr<WindowLayout> layout_;
    bool unsolved_ = false; ///< the message is about the last scenario
    MapPanel *map_;
    MapActions *map_actions_;
    CompareActions *compare_actions_;
    QAction *map_alone_;
    QByteArray panels_; ///< before the map was alone
    SearchPalette *search_;
    CityTable *table_;    ///< twin of the map
    DetailTabs *details_; ///< below the map
    CommandBar *commands_;
    ExportActions *export_actions_;
    PresentMode *present_;
    Classroom *classroom_;
    Playback *playback_;
    QAction *undo_;
    QAction *redo_;
};

} // namespace catchment::app
