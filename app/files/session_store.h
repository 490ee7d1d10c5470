// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/saved_work.h"

#include <QLockFile>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace catchment::app {

/// Work that a program which is no longer running left behind. Nobody else is offered it for as long as this lives.
struct LeftWork {
    QString session; ///< the file that holds it
    std::unique_ptr<QLockFile> lock;
    SavedWork work;
};

/// The folder of the session files: `NAME.session.json` holds the unsaved work of one running program, and
/// `NAME.lock` says that it runs. Several programs share the folder and leave one another's files alone.
class SessionStore {
public:
    /// Makes the folder where it is not there, and a name of its own in it.
    explicit SessionStore(QString folder);

    /// In the place where the desktop keeps a program's data.
    static QString usualFolder();

    /// The session file of this program; not there before it is written. Empty where the folder cannot be used.
    QString own() const { return own_; }

    /// What is left of programs that ended without being closed, newest first. Files that cannot be read are put
    /// aside as `NAME.damaged`, and `problems` says so.
    std::vector<LeftWork> takeLeft(QStringList &problems) const;

    /// Removes left work for good.
    static void discard(LeftWork left);

private:
    std::unique_ptr<QLockFile> take(const QString &name) const;

    QString folder_;
    QString name_;
    QString own_;
    std::unique_ptr<QLockFile> lock_;
};

} // namespace catchment::app
