// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_layout.h"

#include <QMainWindow>
#include <QSettings>
#include <QTabWidget>

namespace catchment::app {
namespace {

const QString geometry_key = QStringLiteral("window/geometry");
const QString panels_key = QStringLiteral("window/panels");
const QString tabs_key = QStringLiteral("window/tabs/%1");

} // namespace

WindowLayout::WindowLayout(QMainWindow &window)
    : window_(window), size_(window.size()), panels_(window.saveState(version)) {
    for (const QTabWidget *tabs : window.findChildren<QTabWidget *>()) {
        tabs_.insert(tabs->objectName(), tabs->currentIndex());
    }
}

void WindowLayout::restore() {
    const QSettings settings;
    window_.restoreGeometry(settings.value(geometry_key).toByteArray());
    window_.restoreState(settings.value(panels_key).toByteArray(), version);
    for (QTabWidget *tabs : window_.findChildren<QTabWidget *>()) {
        tabs->setCurrentIndex(settings.value(tabs_key.arg(tabs->objectName()), tabs->currentIndex()).toInt());
    }
}

void WindowLayout::keep(const QByteArray &panels) const {
    QSettings settings;
    settings.setValue(geometry_key, window_.saveGeometry());
    settings.setValue(panels_key, panels);
    for (const QTabWidget *tabs : window_.findChildren<QTabWidget *>()) {
        settings.setValue(tabs_key.arg(tabs->objectName()), tabs->currentIndex());
    }
}

void WindowLayout::reset() {
    window_.setWindowState(window_.windowState() & ~(Qt::WindowMaximized | Qt::WindowFullScreen));
    window_.resize(size_);
    window_.restoreState(panels_, version);
    for (QTabWidget *tabs : window_.findChildren<QTabWidget *>()) {
        tabs->setCurrentIndex(tabs_.value(tabs->objectName()));
    }
}

} // namespace catchment::app
