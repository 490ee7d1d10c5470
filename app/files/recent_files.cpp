// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/recent_files.h"

#include <QSettings>

namespace catchment::app {
namespace {

const QString key = QStringLiteral("recentFiles");

} // namespace

RecentFiles::RecentFiles(QObject *parent) : QObject(parent), files_(QSettings().value(key).toStringList()) {}

void RecentFiles::add(const QString &file) {
    files_.removeAll(file);
    files_.prepend(file);
    while (files_.size() > most) {
        files_.removeLast();
    }
    keep();
}

void RecentFiles::remove(const QString &file) {
    files_.removeAll(file);
    keep();
}

void RecentFiles::clear() {
    files_.clear();
    keep();
}

void RecentFiles::keep() {
    QSettings().setValue(key, files_);
    emit changed();
}

} // namespace catchment::app
