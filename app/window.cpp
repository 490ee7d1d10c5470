// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/program.h"

#include <QApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QQuickWindow>

namespace catchment::app {
namespace {

/// QQuickWidget needs a working OpenGL, or to be told before its first use that there is none.
void chooseBackend() {
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

} // namespace

void prepare_window() {
    QCoreApplication::setOrganizationName(QStringLiteral("Catchment"));
    QCoreApplication::setApplicationName(QStringLiteral("catchment"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CATCHMENT_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Catchment"));
    QGuiApplication::setDesktopFileName(QStringLiteral("catchment"));
}

int run_window(QApplication &application, const WindowOptions &options) {
    chooseBackend();
    Program program(application, options);
    program.window().show();
    program.start();
    return QApplication::exec();
}

} // namespace catchment::app
