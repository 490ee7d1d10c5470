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
                            PanelPlace{"edge", "regionsDock", "edgePage"},
                            PanelPlace{"journey", "journeyDock", ""},
                            PanelPlace{"compare", "chartsDock", "comparePage"},
                            PanelPlace{"rtt", "chartsDock", "rttPage"},
                            PanelPlace{"distance", "chartsDock", "distancePage"},
                            PanelPlace{"users", "chartsDock", "usersPage"},
                            PanelPlace{"playbook", "chartsDock", "playbookPage"},
                            PanelPlace{"timeline", "chartsDock", "timelinePage"},
                            PanelPlace{"steering", "chartsDock", "steeringPage"},
                            PanelPlace{"data", "chartsDock", "dataPage"}};

constexpr int least_roomy = 1150; ///< pixels of a window's width
constexpr int lesson_width = 310;
constexpr double most_of_window = 0.3; ///< that a lesson takes

constexpr std::array docks{"regionsDock", "journeyDock", "chartsDock"};

} // namespace

LessonStage::LessonStage(Workspace &workspace, LessonRun &run, QMainWindow &window, QDockWidget &lesson,
                         QObject *parent)
    : QObject(parent), workspace_(workspace), run_(run), window_(window), lesson_(lesson) {
    connect(&run, &LessonRun::changed, this, &LessonStage::show);
    connect(&workspace.journey, &CurrentJourney::changed, this, &LessonStage::openDecision);
    watchPanels();
}

/// Tells the lesson when a tab is brought to the front.
void LessonStage::watchPanels() {
    for (QTabWidget *tabs : window_.findChildren<QTabWidget *>()) {
        connect(tabs, &QTabWidget::currentChanged, this, [this, tabs](int index) {
            const QWidget *page = tabs->widget(index);
            for (const PanelPlace &place : places) {
                if (page && *place.page && page->objectName() == QLatin1String(place.page)) {
                    run_.panelShown(QLatin1String(place.word));
                }
            }
        });
    }
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
        before_ = window_.saveState(WindowLayout::version);
        // What is to be changed stands on the other side of the map, so that the words keep their height.
        auto *regions = window_.findChild<QDockWidget *>(QStringLiteral("regionsDock"));
        window_.addDockWidget(Qt::RightDockWidgetArea, regions);
        window_.tabifyDockWidget(window_.findChild<QDockWidget *>(QStringLiteral("journeyDock")), regions);
    }
    lesson_.show();
    std::vector<QString> wanted;
    if (!run_.over() && !run_.predicts()) {
        const LessonStep &step = run_.step();
        for (const std::string &panel : step.show.panels) {
            wanted.push_back(QString::fromStdString(panel));
        }
        // Where there is little room, the map needs it more than a journey that is not spoken of.
        const bool roomy = window_.width() >= maps::text_room(least_roomy);
        const bool tells =
            (roomy && !step.show.city.empty()) || step.show.decision || (step.task && step.task->decision);
        if (tells) {
            wanted.push_back(QStringLiteral("journey"));
        }
        if (step.task && !run_.asks()) {
            // What is to be changed has its panel.
            const auto &keys = step.task->scenario;
            if (keys && wanted.empty()) {
                wanted.push_back(keys->find("faults")     ? QStringLiteral("faults")
                                 : keys->find("security") ? QStringLiteral("security")
                                                          : QStringLiteral("regions"));
            } else if (keys && std::find(wanted.begin(), wanted.end(), QStringLiteral("regions")) == wanted.end() &&
                       (keys->find("regions") || keys->find("tuning"))) {
                wanted.push_back(QStringLiteral("regions"));
            }
            if (!step.task->event.empty()) {
                wanted.push_back(QStringLiteral("timeline"));
            }
        }
    }
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
    openDecision();
}

void LessonStage::bring(const QString &panel) {
    for (const PanelPlace &place : places) {
        auto *dock = window_.findChild<QDockWidget *>(QLatin1String(place.dock));
        if (panel != QLatin1String(place.word) || !dock || !*place.page) {
            continue;
        }
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
