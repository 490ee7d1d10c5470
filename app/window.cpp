// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/program.h"

#include <QApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QQuickWindow>

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
    Program program(application, options);
    program.window().show();
    program.start();
    return QApplication::exec();
}

} // namespace catchment::app
