// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/frame_stats.h"
#include "app/main_window.h"
#include "app/map/map_panel.h"
#include "app/program.h"
#include "app/translation.h"
#include "app/widgets/present_mode.h"
#include "maps/fonts.h"
#include "qml/map/live_map.h"

#include <QApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QQuickWindow>
#include <QScreen>

#include <iostream>

namespace catchment::app {
void prepare_window() {
    QCoreApplication::setOrganizationName(QStringLiteral("Catchment"));
    QCoreApplication::setApplicationName(QStringLiteral("catchment"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CATCHMENT_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Catchment"));
    QGuiApplication::setDesktopFileName(QStringLiteral("catchment"));
}

void use_working_graphics() {
    QOpenGLContext context;
    QOffscreenSurface surface;
    surface.create();
    const bool works = surface.isValid() && context.create() && context.makeCurrent(&surface);
    if (works) {
        context.doneCurrent();
    } else {
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    }
}

int run_window(QApplication &application, const WindowOptions &options) {
    use_working_graphics();
    useLanguageOf(QLocale(), application);
    if (options.present) {
        maps::enlarge_text(PresentMode::larger()); // before any widget asks for its font
    }
    Program program(application, options);
    if (options.frame_stats) {
        program.window().resetLayout();
    }
    // Where everything is enlarged, there is less room than the window would like.
    program.window().resize(program.window().size().boundedTo(program.window().screen()->availableSize()));
    program.window().show();
    program.window().presentMode().set(options.present);
    if (options.frame_stats) {
        qml::LiveMap *const map = program.window().map().map();
        if (!map) {
            std::cerr << "catchment: the map could not be loaded\n";
            return 1;
        }
        program.window().showMapAlone(true);
        // Whatever was kept from last time: the default flows are what is measured.
        map->setProjection(QStringLiteral("equal-earth"));
        map->setReducedMotion(false);
        map->setSpeed(1);
        map->setPlaying(true);
        new FrameStats(
            *map, *options.frame_stats,
            [](const QString &line, int status) {
                std::cout << line.toStdString() << std::endl;
                QApplication::exit(status);
            },
            &program);
    }
    program.start();
    return QApplication::exec();
}

} // namespace catchment::app
