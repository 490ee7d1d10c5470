// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/file_watch.h"

#include "app/files/scenario_document.h"
#include "app/widgets/offer_bar.h"

#include <QFile>
#include <QFileInfo>

namespace catchment::app {
namespace {

constexpr int settle_ms = 150;

/// Of a file that cannot be read: null, other than of an empty one.
QByteArray contentOf(const QString &file) {
    QFile in(file);
    if (!QFileInfo(file).isFile() || in.size() > ScenarioDocument::largest_file || !in.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray content = in.readAll();
    return content.isNull() ? QByteArray("") : content;
}

} // namespace

FileWatch::FileWatch(ScenarioDocument &document, OfferBar &bar, QObject *parent)
    : QObject(parent), document_(document), bar_(bar) {
    settle_.setSingleShot(true);
    settle_.setInterval(settle_ms);
    connect(&settle_, &QTimer::timeout, this, &FileWatch::compare);
    connect(&watcher_, &QFileSystemWatcher::fileChanged, &settle_, qOverload<>(&QTimer::start));
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, &settle_, qOverload<>(&QTimer::start));
    connect(&document, &ScenarioDocument::fileUsed, this, [this] {
        known_ = contentOf(document_.file());
        bar_.hide();
    });
    connect(&document, &ScenarioDocument::fileChanged, this, &FileWatch::follow);
    connect(&bar, &OfferBar::taken, &document, &ScenarioDocument::readAgain);
    connect(&bar, &OfferBar::left, this, [this] { known_ = contentOf(file_); });
}

void FileWatch::follow() {
    if (document_.file() == file_) {
        return;
    }
    file_ = document_.file();
    known_ = contentOf(file_);
    bar_.hide();
    const QStringList old = watcher_.files() + watcher_.directories();
    if (!old.isEmpty()) {
        watcher_.removePaths(old);
    }
    watch();
}

/// The folder too: a file that is replaced rather than written is a new one, which has to be watched anew.
void FileWatch::watch() {
    if (file_.isEmpty()) {
        return;
    }
    for (const QString &path : {file_, QFileInfo(file_).path()}) {
        if (QFileInfo::exists(path) && !watcher_.files().contains(path) && !watcher_.directories().contains(path)) {
            watcher_.addPath(path);
        }
    }
}

void FileWatch::compare() {
    watch();
    const QByteArray now = contentOf(file_);
    if (now.isNull() || now == known_) {
        return; // one that has gone leaves the work as it is; saving writes it again
    }
    bar_.offer(tr("Another program has changed “%1”. To read it again can be undone.").arg(document_.title()));
}

} // namespace catchment::app
