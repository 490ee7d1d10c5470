// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main_window.h"

#include "app/charts/charts_panel.h"
#include "app/charts/distance_chart.h"
#include "app/charts/rtt_chart.h"
#include "app/data/data_panel.h"
#include "app/data/designs_panel.h"
#include "app/export/export_actions.h"
#include "app/files/file_actions.h"
#include "app/files/file_watch.h"
#include "app/files/recovery.h"
#include "app/journey/journey_panel.h"
#include "app/lessons/classroom.h"
#include "app/map/map_actions.h"
#include "app/map/map_menus.h"
#include "app/map/map_panel.h"
#include "app/map/playback.h"
#include "app/panels/edit_panels.h"
#include "app/panels/region_actions.h"
#include "app/solver_thread.h"
#include "app/studies/compare_actions.h"
#include "app/studies/compare_panel.h"
#include "app/studies/next_region_panel.h"
#include "app/studies/playbook_panel.h"
#include "app/studies/steering_panel.h"
#include "app/studies/sweep_panel.h"
#include "app/studies/validation_panel.h"
#include "app/timeline/timeline_map.h"
#include "app/timeline/timeline_panel.h"
#include "app/widgets/about.h"
#include "app/widgets/city_table.h"
#include "app/widgets/command_bar.h"
#include "app/widgets/detail_tabs.h"
#include "app/widgets/icons.h"
#include "app/widgets/message_bar.h"
#include "app/widgets/mnemonics.h"
#include "app/widgets/offer_bar.h"
#include "app/widgets/present_mode.h"
#include "app/widgets/search_palette.h"
#include "app/widgets/shortcuts_dialog.h"
#include "app/widgets/status_line.h"
#include "app/widgets/steering_choice.h"
#include "app/widgets/tab_order.h"
#include "app/widgets/theme_actions.h"
#include "app/window_layout.h"
#include "app/workspace.h"
#include "maps/fonts.h"

#include <QAction>
#include <QCloseEvent>
#include <QComboBox>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace catchment::app {

MainWindow::MainWindow(Workspace &workspace, SolverThread &solver, QWidget *parent)
    : QMainWindow(parent), workspace_(workspace), solver_(solver), region_actions_(new RegionActions(workspace, this)),
      file_actions_(new FileActions(workspace, this)), theme_actions_(new ThemeActions(workspace.appearance, this)) {
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    setDockNestingEnabled(false);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    makeCentre();
    makeToolbar();
    makeDocks();
    export_actions_ = new ExportActions(workspace_, map_->map(), this);
    present_ = new PresentMode(
        workspace_.appearance, *map_, [this] { return usualPanels(); }, this);
    makeMenus();
    new StatusLine(workspace.results, *statusBar(), this);
    listenToSolver();
    connect(&workspace.document, &ScenarioDocument::failed, this, &MainWindow::showMessage);
    connect(&workspace.document, &ScenarioDocument::fileUsed, messages_, &QWidget::hide);
    connect(&workspace.document, &ScenarioDocument::fileChanged, this, &MainWindow::showTitle);
    showTitle();
    resize(1280, 720);
    makeManners();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeCentre() {
    auto *centre = new QWidget(this);
    messages_ = new MessageBar(workspace_.appearance, centre);
    left_work_ = new OfferBar(tr("Restore"), tr("Discard"), centre);
    left_work_->setObjectName(QStringLiteral("leftWork"));
    changed_file_ = new OfferBar(tr("Read again"), tr("Keep what is open"), centre);
    changed_file_->setObjectName(QStringLiteral("changedFile"));
    map_ = new MapPanel(workspace_, centre);
    map_actions_ = new MapActions(map_->map(), this);
    compare_actions_ = new CompareActions(workspace_, *map_, this);
    map_alone_ = new QAction(tr("Only the &map"), this);
    map_alone_->setCheckable(true);
    map_alone_->setShortcut(QKeySequence(Qt::Key_F11));
    connect(map_alone_, &QAction::triggered, this, &MainWindow::showMapAlone);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(left_work_);
    layout->addWidget(changed_file_);
    layout->addWidget(messages_);
    layout->addWidget(map_, 1);
    setCentralWidget(centre);
    search_ = new SearchPalette(workspace_, map_->map(), this);
    connect(map_, &MapPanel::regionMenuRequested, this, [this](const QString &code, const QPoint &at) {
        workspace_.selection.setRegion(code);
        QMenu menu(this);
        region_actions_->fill(menu);
        menu.exec(at);
    });
    const MapMenus menus(workspace_);
    const auto open = [this](const QPoint &at, const auto &fill) {
        QMenu menu(this);
        fill(menu);
        if (!menu.isEmpty()) {
            menu.exec(at);
        }
    };
    connect(map_, &MapPanel::cityMenuRequested, this, [open, menus](const QString &id, const QPoint &at) {
        open(at, [&](QMenu &menu) { menus.fillCity(menu, id); });
    });
    connect(map_, &MapPanel::fibreMenuRequested, this, [open, menus](const QString &cities, const QPoint &at) {
        open(at, [&](QMenu &menu) { menus.fillFibre(menu, cities); });
    });
    connect(map_, &MapPanel::exchangeMenuRequested, this, [open, menus](const QString &id, const QPoint &at) {
        open(at, [&](QMenu &menu) { menus.fillExchange(menu, id); });
    });
}

QDockWidget *MainWindow::dock(const QString &title, const QString &name, QWidget *content, Qt::DockWidgetArea area) {
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(content);
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
    // Closed and opened by the View menu; a title with buttons would cost room and say nothing.
    auto *heading = new QLabel(title, dock);
    heading->setProperty("role", QStringLiteral("dockTitle"));
    dock->setTitleBarWidget(heading);
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::makeDocks() {
    QDockWidget *regions = dock(tr("Regions, faults, security"), QStringLiteral("regionsDock"),
                                new EditPanels(workspace_, *region_actions_, this), Qt::LeftDockWidgetArea);
    QDockWidget *journey =
        dock(tr("Journey"), QStringLiteral("journeyDock"), new JourneyPanel(workspace_, this), Qt::RightDockWidgetArea);
    details_ = new DetailTabs(this);
    details_->add(new ChartsPanel(workspace_, details_), tr("Users"), QStringLiteral("usersPage"));
    details_->add(new ComparePanel(workspace_, details_), tr("Compare"), QStringLiteral("comparePage"));
    details_->add(new RttChart(workspace_, details_), tr("RTT"), QStringLiteral("rttPage"));
    details_->add(new DistanceChart(workspace_, details_), tr("Distance"), QStringLiteral("distancePage"));
    details_->add(new PlaybookPanel(workspace_, details_), tr("Playbook"), QStringLiteral("playbookPage"));
    details_->add(new NextRegionPanel(workspace_, details_), tr("Next region"), QStringLiteral("nextRegionPage"));
    details_->add(new SweepPanel(workspace_, details_), tr("Sweep"), QStringLiteral("sweepPage"));
    auto *steering = new SteeringPanel(workspace_, details_);
    details_->add(steering, tr("Steering"), QStringLiteral("steeringPage"));
    connect(steering, &SteeringPanel::sideBySideWanted, compare_actions_,
            [this] { compare_actions_->look(QStringLiteral("side-by-side")); });
    auto *timeline = new TimelinePanel(workspace_, details_);
    details_->add(timeline, tr("Timeline"), QStringLiteral("timelinePage"));
    new TimelineMap(workspace_, *map_, this);
    // Nobody is left at a moment with nothing but the map to say so.
    connect(details_, &QTabWidget::currentChanged, timeline, [this, timeline] {
        if (details_->currentWidget() != timeline) {
            workspace_.timeline.close();
        }
    });
    details_->add(new ValidationPanel(workspace_, details_), tr("Validation"), QStringLiteral("validationPage"));
    details_->add(new DesignsPanel(workspace_, details_), tr("Designs"), QStringLiteral("designsPage"));
    auto *placement = new DataPanel(workspace_, details_);
    details_->add(placement, tr("Data"), QStringLiteral("dataPage"));
    connect(placement, &DataPanel::mapTimesWanted, map_, &MapPanel::showTimes);
    table_ = new CityTable(workspace_, details_);
    details_->add(table_, tr("Table"), QStringLiteral("tablePage"));
    connect(table_, &CityTable::failed, this, &MainWindow::showMessage);
    QDockWidget *charts = dock(tr("Charts"), QStringLiteral("chartsDock"), details_, Qt::BottomDockWidgetArea);
    QDockWidget *lesson = dock(tr("Lesson"), QStringLiteral("lessonDock"), nullptr, Qt::LeftDockWidgetArea);
    splitDockWidget(lesson, regions, Qt::Vertical);
    delete lesson->titleBarWidget();
    lesson->setTitleBarWidget(new QWidget(lesson)); // it has a title of its own
    classroom_ = new Classroom(
        workspace_, *map_, *lesson, [this] { return file_actions_->mayLeave(); }, this);
    connect(classroom_, &Classroom::failed, this, &MainWindow::showMessage);
    auto *bar = findChild<QToolBar *>(QStringLiteral("commandToolbar"));
    bar->addWidget(classroom_->makeButton(bar));
    connect(file_actions_, &FileActions::lessonWanted, classroom_, &Classroom::open);
    delete regions->titleBarWidget();
    regions->setTitleBarWidget(new QWidget(regions)); // its tabs say it
    delete charts->titleBarWidget();
    charts->setTitleBarWidget(new QWidget(charts)); // the tabs are its titles
    // Larger text takes half of its room from the map.
    const double more = (1 + maps::text_scale()) / 2;
    resizeDocks({regions, journey}, {qRound(240 * more), qRound(320 * more)}, Qt::Horizontal);
    resizeDocks({charts}, {qRound(206 * more)}, Qt::Vertical);
}

void MainWindow::makeToolbar() {
    auto *bar = new QToolBar(tr("Commands"), this);
    bar->setObjectName(QStringLiteral("commandToolbar"));
    bar->setMovable(false);
    bar->setIconSize(QSize(18, 18));
    commands_ = new CommandBar(workspace_.document, workspace_.results, bar);
    playback_ = new Playback(map_->map(), workspace_.appearance, bar);
    undo_ = workspace_.document.undoStack().createUndoAction(this, tr("&Undo"));
    redo_ = workspace_.document.undoStack().createRedoAction(this, tr("&Redo"));
    undo_->setShortcut(QKeySequence::Undo);
    redo_->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    const auto restyle = [this] {
        undo_->setIcon(themedIcon(QStringLiteral("undo"), workspace_.appearance.theme()));
        redo_->setIcon(themedIcon(QStringLiteral("redo"), workspace_.appearance.theme()));
    };
    restyle();
    connect(&workspace_.appearance, &Appearance::changed, this, restyle);

    bar->addWidget(commands_);
    bar->addWidget(new SteeringChoice(workspace_.document, bar));
    bar->addSeparator();
    bar->addAction(playback_->play());
    bar->addWidget(playback_->speed());
    bar->addSeparator();
    bar->addAction(undo_);
    bar->addAction(redo_);
    bar->addSeparator();
    bar->addAction(file_actions_->openAction());
    bar->addAction(file_actions_->saveAction());
    bar->addSeparator();
    bar->addWidget(compare_actions_->makeButton(bar));
    bar->addAction(theme_actions_->toggle());
    addToolBar(bar);
    setContextMenuPolicy(Qt::NoContextMenu); // the toolbar stays
    // Space ticks and presses elsewhere, so it plays where the map has the focus.
    playback_->play()->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    map_->addAction(playback_->play());
    map_->setFocus();
}

void MainWindow::makeMenus() {
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file_actions_->fill(*file);
    file->addSeparator();
    file->addAction(export_actions_->exportAction());
    file->addMenu(export_actions_->chartsMenu());
    file->addSeparator();
    QAction *quit = file->addAction(tr("&Quit"), this, &QWidget::close);
    quit->setShortcut(QKeySequence::Quit);
    makeEditMenu();
    region_actions_->fill(*menuBar()->addMenu(tr("&Region")));
    makeViewMenu();
    compare_actions_->fill(*menuBar()->addMenu(tr("&Compare")));
    classroom_->fill(*menuBar()->addMenu(tr("C&lassroom")));
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    QAction *keys = help->addAction(tr("&Keyboard shortcuts"), this, [this] { showShortcuts(*this); });
    keys->setShortcut(QKeySequence::HelpContents);
    help->addAction(tr("&About Catchment"), this, [this] { showAbout(this, workspace_.results.world().get()); });
}

void MainWindow::makeEditMenu() {
    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addAction(undo_);
    edit->addAction(redo_);
    edit->addAction(tr("Pla&y the last change"), this, [this] {
        findChild<QDockWidget *>(QStringLiteral("chartsDock"))->show();
        details_->showPage(QStringLiteral("timelinePage"));
        workspace_.timeline.playLast();
    });
    edit->addSeparator();
    edit->addAction(export_actions_->copyAction());
    edit->addSeparator();
    QAction *command = edit->addAction(tr("&Command line"), commands_, &CommandBar::edit);
    command->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    QAction *search = edit->addAction(tr("&Search …"), search_, &SearchPalette::begin);
    search->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
}

void MainWindow::makeViewMenu() {
    QMenu *view = menuBar()->addMenu(tr("&View"));
    theme_actions_->fill(*view->addMenu(tr("&Theme")));
    map_actions_->fill(*view);
    view->addSeparator();
    view->addAction(playback_->play());
    view->addSeparator();
    QAction *table = view->addAction(tr("&Table of all cities"), this, &MainWindow::showTable);
    table->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    view->addAction(present_->action());
    view->addAction(map_alone_);
    view->addAction(tr("Reset &window"), this, &MainWindow::resetLayout);
    for (const QDockWidget *panel : findChildren<QDockWidget *>()) {
        view->addAction(panel->toggleViewAction());
    }
}

void MainWindow::listenToSolver() {
    connect(&solver_, &SolverThread::worldFailed, this, [this](const QString &text) {
        if (!workspace_.results.world()) {
            map_->showNotice(tr("The world cannot be read."));
        }
        showMessage(text);
    });
    connect(&solver_, &SolverThread::solveFailed, this, [this](const QString &text) {
        if (!workspace_.results.catchments()) {
            map_->showNotice(tr("This scenario cannot be solved."));
        }
        showMessage(text);
        unsolved_ = true;
    });
    // Only what it said itself is answered by a solution: a file that could not be read stays said.
    connect(&solver_, &SolverThread::solved, this, [this] {
        if (std::exchange(unsolved_, false)) {
            messages_->hide();
        }
    });
}

/// What no panel does: autosave, the file that others change, other worlds, the layout that is kept.
void MainWindow::makeManners() {
    auto *recovery = new Recovery(
        workspace_, *left_work_, [this] { return file_actions_->mayLeave(); }, this);
    connect(recovery, &Recovery::failed, this, &MainWindow::showMessage);
    connect(recovery, &Recovery::worldWanted, this, &MainWindow::worldWanted);
    new FileWatch(workspace_.document, *changed_file_, this);
    connect(file_actions_, &FileActions::failed, this, &MainWindow::showMessage);
    connect(file_actions_, &FileActions::worldWanted, this, &MainWindow::worldWanted);
    keepMnemonics(*menuBar());
    const auto named = [this](const char *name) { return findChild<QWidget *>(QLatin1String(name)); };
    setTabOrderOf(
        {named("commandToolbar"), named("regionsDock"), centralWidget(), named("journeyDock"), named("chartsDock")});
    layout_ = std::make_unique<WindowLayout>(*this);
    layout_->restore();
    classroom_->begin([this] { return usualPanels(); });
    connect(&classroom_->run(), &LessonRun::changed, this, [this] {
        if (!classroom_->run().running() && present_->on()) {
            present_->clear(); // the lesson has put everything back
        }
    });
}

QByteArray MainWindow::usualPanels() const {
    return !classroom_->panelsBefore().isEmpty() ? classroom_->panelsBefore()
           : present_->on()                      ? present_->panelsBefore()
           : map_alone_->isChecked()             ? panels_
                                                 : saveState(WindowLayout::version);
}

void MainWindow::showMapAlone(bool alone) {
    if (alone) {
        panels_ = saveState(WindowLayout::version);
        for (QDockWidget *panel : findChildren<QDockWidget *>()) {
            panel->hide();
        }
        findChild<QToolBar *>(QStringLiteral("commandToolbar"))->hide();
    } else {
        restoreState(panels_, WindowLayout::version);
    }
    map_alone_->setChecked(alone);
    map_->setFocus();
}

void MainWindow::showTable() {
    if (map_alone_->isChecked()) {
        showMapAlone(false);
    }
    findChild<QDockWidget *>(QStringLiteral("chartsDock"))->show();
    details_->setCurrentWidget(table_);
    table_->begin();
}

void MainWindow::resetLayout() {
    if (map_alone_->isChecked()) {
        showMapAlone(false);
    }
    layout_->reset();
}

void MainWindow::showMessage(const QString &text) { messages_->showMessage(text); }

void MainWindow::showTitle() {
    setWindowTitle(tr("%1[*] – Catchment").arg(workspace_.document.title()));
    setWindowModified(workspace_.document.isModified());
}

void MainWindow::closeEvent(QCloseEvent *event) {
    if (file_actions_->mayLeave()) {
        layout_->keep(usualPanels());
        event->accept();
    } else {
        event->ignore();
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event) {
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event) {
    event->acceptProposedAction();
    file_actions_->drop(event->mimeData()->urls());
}

} // namespace catchment::app
