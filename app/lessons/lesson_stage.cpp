// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_stage.h"

#include "app/lessons/lesson_run.h"
#include "app/window_layout.h"
#include "app/workspace.h"
#include "maps/fonts.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QTabWidget>

#include <algorithm>
#include <array>

namespace catchment::app {
namespace {

/// Where a panel of lesson_panels is: its dock, and the page in that dock's tabs (empty: it has none).
struct PanelPlace {
    const char *word;
    const char *dock;
    const char *page;
};
constexpr std::array places{PanelPlace{"regions", "regionsDock", "regionsPage"},
                            PanelPlace{"faults", "regionsDock", "faultsPage"},
                            PanelPlace{"security", "regionsDock", "securityPage"},
                            PanelPlace{"journey", "journeyDock", ""},
                            PanelPlace{"compare", "chartsDock", "comparePage"},
                            PanelPlace{"rtt", "chartsDock", "rttPage"},
                            PanelPlace{"distance", "chartsDock", "distancePage"},
                            PanelPlace{"users", "chartsDock", "usersPage"},
                            PanelPlace{"playbook", "chartsDock", "playbookPage"},
                            PanelPlace{"steering", "chartsDock", "steeringPage"},
                            PanelPlace{"validation", "chartsDock", "validationPage"},
                            PanelPlace{"timeline", "chartsDock", "timelinePage"},
                            PanelPlace{"edge", "regionsDock", "edgePage"},
                            PanelPlace{"designs", "chartsDock", "designsPage"},
                            PanelPlace{"data", "chartsDock", "dataPage"}};

constexpr int least_roomy = 1150;    ///< pixels of a window's width
constexpr int roomy_for_time = 1500; ///< likewise, where the timeline is wide enough beside a journey
constexpr int lesson_width = 310;
constexpr double most_of_window = 0.3; ///< that a lesson takes
constexpr double part_below = 0.5;     ///< of the window's height that a journey below the map takes

/// Where such keys of a scenario are changed.
QString panelFor(const JsonValue &keys) {
    return keys.find("faults")                          ? QStringLiteral("faults")
           : keys.find("security")                      ? QStringLiteral("security")
           : keys.find("announce") || keys.find("edge") ? QStringLiteral("edge")
           : keys.find("data")                          ? QStringLiteral("data")
           : keys.find("steering") || keys.find("dns")  ? QStringLiteral("steering")
                                                        : QStringLiteral("regions");
}

constexpr std::array docks{"regionsDock", "journeyDock", "chartsDock"};

} // namespace

LessonStage::LessonStage(Workspace &workspace, LessonRun &run, QMainWindow &window, QDockWidget &lesson,
                         std::function<QByteArray()> usual, QObject *parent)
    : QObject(parent), workspace_(workspace), run_(run), window_(window), lesson_(lesson), usual_(std::move(usual)) {
    connect(&run, &LessonRun::changed, this, &LessonStage::show);
    connect(&workspace.journey, &CurrentJourney::changed, this, &LessonStage::openDecision);
    watchPanels();
}

/// Tells the lesson which panels the user sees, whenever that may have changed.
void LessonStage::watchPanels() {
    for (QTabWidget *tabs : window_.findChildren<QTabWidget *>()) {
        connect(tabs, &QTabWidget::currentChanged, this, &LessonStage::tellPanels);
    }
    for (const char *name : docks) {
        connect(window_.findChild<QDockWidget *>(QLatin1String(name)), &QDockWidget::visibilityChanged, this,
                &LessonStage::tellPanels);
    }
}

void LessonStage::tellPanels() {
    if (!run_.running() || run_.over() || !run_.step().task || run_.step().task->panel.empty()) {
        return;
    }
    const std::string &asked = run_.step().task->panel;
    for (const PanelPlace &place : places) {
        const char *seen = *place.page ? place.page : place.dock;
        const auto *widget = window_.findChild<QWidget *>(QLatin1String(seen));
        if (asked == place.word && widget && widget->isVisible()) {
            run_.panelShown(QLatin1String(place.word));
        }
    }
}

/// What the step speaks of, what it follows, and last and in front, where its task is done.
std::vector<QString> LessonStage::wantedPanels() const {
    std::vector<QString> out;
    if (run_.over() || run_.predicts()) {
        return out;
    }
    const LessonStep &step = run_.step();
    for (const std::string &panel : step.show.panels) {
        out.push_back(QString::fromStdString(panel));
    }
    // Where there is little room, the map needs it more than a journey that is not spoken of.
    const bool plays = step.task && !step.task->event.empty();
    const bool roomy = window_.width() >= maps::text_room(plays ? roomy_for_time : least_roomy);
    if ((roomy && !step.show.city.empty()) || step.show.decision || (step.task && step.task->decision)) {
        out.push_back(QStringLiteral("journey"));
    }
    if (step.task && step.task->scenario && !run_.asks()) {
        out.push_back(panelFor(*step.task->scenario));
    }
    if (plays && !run_.asks()) {
        out.push_back(QStringLiteral("timeline"));
    }
    return out;
}

void LessonStage::show() {
    if (!run_.running()) {
        if (!before_.isEmpty()) {
            window_.restoreState(before_, WindowLayout::version);
            before_.clear();
            lesson_.hide();
            step_ = static_cast<std::size_t>(-1);
        }
        return;
    }
    if (before_.isEmpty()) {
        before_ = usual_();
        // What is to be changed stands on the other side of the map, so that the words keep their height.
        auto *regions = window_.findChild<QDockWidget *>(QStringLiteral("regionsDock"));
        window_.addDockWidget(Qt::RightDockWidgetArea, regions);
        placeJourney(true);
    }
    placeJourney(false);
    lesson_.show();
    const std::vector<QString> wanted = wantedPanels();
    for (const char *name : docks) {
        const bool used = std::any_of(wanted.begin(), wanted.end(), [&](const QString &word) {
            return std::any_of(places.begin(), places.end(), [&](const PanelPlace &place) {
                return word == QLatin1String(place.word) && std::string_view(place.dock) == name;
            });
        });
        if (auto *dock = window_.findChild<QDockWidget *>(QLatin1String(name))) {
            dock->setVisible(used);
        }
    }
    // The last one named is in front; what the user then opens is theirs.
    if (step_ != run_.at() || !run_.asks()) {
        for (const QString &word : wanted) {
            bring(word);
        }
    }
    step_ = run_.at();
    const int width = std::min(maps::text_room(lesson_width), static_cast<int>(window_.width() * most_of_window));
    window_.resizeDocks({&lesson_}, {width}, Qt::Horizontal);
    if (auto *figures = window_.findChild<QWidget *>(QStringLiteral("statusFigures"));
        figures && !window_.findChild<QWidget *>(QStringLiteral("presentKeys"))) {
        figures->setVisible(!run_.predicts()); // they would give the answer away
    }
    openDecision();
}

/// Beside the map where there is room for both, else below it. `first`: it has not been placed for a lesson yet.
void LessonStage::placeJourney(bool first) {
    auto *journey = window_.findChild<QDockWidget *>(QStringLiteral("journeyDock"));
    const bool beside = window_.width() >= maps::text_room(least_roomy);
    const Qt::DockWidgetArea area = beside ? Qt::RightDockWidgetArea : Qt::BottomDockWidgetArea;
    if (!first && window_.dockWidgetArea(journey) == area) {
        return;
    }
    window_.addDockWidget(area, journey);
    auto *other =
        window_.findChild<QDockWidget *>(beside ? QStringLiteral("regionsDock") : QStringLiteral("chartsDock"));
    beside ? window_.tabifyDockWidget(journey, other) : window_.tabifyDockWidget(other, journey);
    if (!beside) {
        window_.resizeDocks({journey}, {static_cast<int>(window_.height() * part_below)}, Qt::Vertical);
    }
}

void LessonStage::bring(const QString &panel) {
    for (const PanelPlace &place : places) {
        auto *dock = window_.findChild<QDockWidget *>(QLatin1String(place.dock));
        if (panel != QLatin1String(place.word) || !dock) {
            continue;
        }
        dock->raise();
        for (QTabWidget *tabs : dock->findChildren<QTabWidget *>()) {
            for (int i = 0; i < tabs->count(); ++i) {
                if (tabs->widget(i)->objectName() == QLatin1String(place.page)) {
                    tabs->setCurrentIndex(i);
                }
            }
        }
    }
}

/// The decision that the step speaks of, as soon as the journey has it.
void LessonStage::openDecision() {
    const auto &way = workspace_.journey.journey();
    if (!run_.running() || run_.over() || run_.predicts() || !run_.step().show.decision || !way) {
        return;
    }
    const Topology &topology = *workspace_.journey.catchments()->solution->topology;
    for (std::size_t i = 0; i < way->decisions.size(); ++i) {
        if (topology.asn(way->decisions[i].network) == *run_.step().show.decision) {
            workspace_.selection.setHop(static_cast<int>(i));
            return;
        }
    }
}

} // namespace catchment::app
