// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/session_store.h"

#include "io/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSet>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <exception>
#include <utility>

namespace catchment::app {
namespace {

const QString session_ending = QStringLiteral(".session.json");
const QString lock_ending = QStringLiteral(".lock");

QString tr(const char *text) { return QCoreApplication::translate("catchment::app::SessionStore", text); }

/// A dead program's lock is told by its process, never by its age: a window may stay open for weeks.
std::unique_ptr<QLockFile> lockAt(const QString &file) {
    auto lock = std::make_unique<QLockFile>(file);
    lock->setStaleLockTime(0);
    return lock->tryLock(0) ? std::move(lock) : nullptr;
}

/// What a program that was killed while it wrote has left beside the session file.
void removeHalfWritten(const QDir &folder, const QString &session) {
    for (const QString &file : folder.entryList({session + QStringLiteral(".??????")}, QDir::Files)) {
        QFile::remove(folder.filePath(file));
    }
}

} // namespace

SessionStore::SessionStore(QString folder)
    : folder_(std::move(folder)), name_(QUuid::createUuid().toString(QUuid::WithoutBraces)) {
    if (QDir().mkpath(folder_)) {
        lock_ = lockAt(QDir(folder_).filePath(name_ + lock_ending));
    }
    if (lock_) {
        own_ = QDir(folder_).filePath(name_ + session_ending);
    }
}

QString SessionStore::usualFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/sessions");
}

std::unique_ptr<QLockFile> SessionStore::take(const QString &name) const {
    return name == name_ ? nullptr : lockAt(QDir(folder_).filePath(name + lock_ending));
}

std::vector<LeftWork> SessionStore::takeLeft(QStringList &problems) const {
    const QDir folder(folder_);
    QSet<QString> names;
    for (const QString &ending : {session_ending, lock_ending}) {
        for (const QString &file : folder.entryList({QLatin1Char('*') + ending}, QDir::Files)) {
            names.insert(file.chopped(ending.size()));
        }
    }
    std::vector<LeftWork> left;
    for (const QString &name : std::as_const(names)) {
        auto lock = take(name);
        if (!lock) {
            continue;
        }
        const QString session = folder.filePath(name + session_ending);
        removeHalfWritten(folder, name + session_ending);
        if (!QFile::exists(session)) {
            continue; // it had nothing unsaved; its lock goes with ours
        }
        try {
            const std::string file = session.toStdString();
            left.push_back({session, std::move(lock), parseSavedWork(read_file(file), file)});
        } catch (const std::exception &error) {
            const QString aside = folder.filePath(name + QStringLiteral(".damaged"));
            QFile::remove(aside);
            const bool moved = QFile::rename(session, aside);
            problems << (moved ? tr("Work left by a crash cannot be read: %1. The file was put aside as %2.")
                                     .arg(QString::fromUtf8(error.what()), aside)
                               : tr("Work left by a crash cannot be read: %1.").arg(QString::fromUtf8(error.what())));
        }
    }
    std::ranges::sort(left, [](const LeftWork &a, const LeftWork &b) {
        return std::pair(b.work.when, b.session) < std::pair(a.work.when, a.session);
    });
    return left;
}

void SessionStore::discard(LeftWork left) { QFile::remove(left.session); }

} // namespace catchment::app
