// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/recent_files.h"

#include <QObject>
#include <QUrl>

class QAction;
class QMenu;
class QWidget;

namespace catchment::app {

struct Workspace;

/// Opening and saving: actions, dialogs, recent files, and the question before work would be lost.
class FileActions : public QObject {
    Q_OBJECT

public:
    /// `window` is the parent of dialogs.
    FileActions(Workspace &workspace, QWidget *window);

    void fill(QMenu &menu) const;
    QAction *openAction() const { return open_; }
    QAction *saveAction() const { return save_; }

    /// Opens `file` in place of the open work, after asking where that has changed.
    void open(const QString &file);

    /// What was dropped on the window: one scenario file, or the folder of a world's tables. Says what is wrong with
    /// anything else.
    void drop(const QList<QUrl> &urls);

    /// May the open work be given up? Asks where it has changed; saves it where that is the answer.
    bool mayLeave();

signals:
    /// What cannot be opened, and why.
    void failed(const QString &text);
    /// A lesson was dropped or chosen, by its folder or file.
    void lessonWanted(const QString &path);
    /// Another world, by the folder of its tables.
    void worldWanted(const QString &folder);

private:
    void ask();
    void askWorld();
    void openRecent(const QString &file);
    void openWorld(const QString &folder);
    QString folder() const;
    bool save();
    bool saveAs();
    void fillRecent();
    void restyle();

    Workspace &workspace_;
    QWidget *window_;
    RecentFiles recent_;
    QAction *start_;
    QAction *open_;
    QAction *world_;
    QAction *save_;
    QAction *save_as_;
    QMenu *recent_menu_;
};

} // namespace catchment::app
