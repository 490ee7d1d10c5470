// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/file_actions.h"

#include "app/widgets/icons.h"
#include "app/workspace.h"
#include "lesson/lesson_reader.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>

namespace catchment::app {
namespace {

const QString folder_key = QStringLiteral("lastFolder");

} // namespace

FileActions::FileActions(Workspace &workspace, QWidget *window)
    : QObject(window), workspace_(workspace), window_(window), start_(new QAction(tr("&New: the story"), this)),
      open_(new QAction(tr("&Open …"), this)), world_(new QAction(tr("Open a &world …"), this)),
      save_(new QAction(tr("&Save"), this)), save_as_(new QAction(tr("Save &as …"), this)),
      recent_menu_(new QMenu(tr("Open &recent"), window)) {
    start_->setShortcut(QKeySequence::New);
    open_->setShortcut(QKeySequence::Open);
    save_->setShortcut(QKeySequence::Save);
    save_as_->setShortcut(QKeySequence::SaveAs);
    open_->setToolTip(tr("Open a scenario"));
    save_->setToolTip(tr("Save the scenario"));
    connect(start_, &QAction::triggered, this, [this] {
        if (mayLeave()) {
            workspace_.document.start(story());
        }
    });
    connect(open_, &QAction::triggered, this, &FileActions::ask);
    connect(world_, &QAction::triggered, this, &FileActions::askWorld);
    connect(save_, &QAction::triggered, this, &FileActions::save);
    connect(save_as_, &QAction::triggered, this, &FileActions::saveAs);
    connect(&workspace.document, &ScenarioDocument::fileUsed, &recent_, &RecentFiles::add);
    connect(&workspace.document, &ScenarioDocument::fileUsed, this,
            [](const QString &file) { QSettings().setValue(folder_key, QFileInfo(file).path()); });
    connect(&recent_, &RecentFiles::changed, this, &FileActions::fillRecent);
    connect(&workspace.appearance, &Appearance::changed, this, &FileActions::restyle);
    fillRecent();
    restyle();
}

void FileActions::restyle() {
    open_->setIcon(themedIcon(QStringLiteral("open"), workspace_.appearance.theme()));
    save_->setIcon(themedIcon(QStringLiteral("save"), workspace_.appearance.theme()));
}

void FileActions::fill(QMenu &menu) const {
    menu.addAction(start_);
    menu.addAction(open_);
    menu.addMenu(recent_menu_);
    menu.addAction(world_);
    menu.addSeparator();
    menu.addAction(save_);
    menu.addAction(save_as_);
}

void FileActions::fillRecent() {
    recent_menu_->clear();
    for (const QString &file : recent_.files()) {
        // Names are no words with mnemonics.
        QAction *action =
            recent_menu_->addAction(QFileInfo(file).fileName().replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setToolTip(file);
        connect(action, &QAction::triggered, this, [this, file] { openRecent(file); });
    }
    recent_menu_->setToolTipsVisible(true);
    recent_menu_->setEnabled(!recent_.files().isEmpty());
    if (!recent_.files().isEmpty()) {
        recent_menu_->addSeparator();
        recent_menu_->addAction(tr("&Forget these"), &recent_, &RecentFiles::clear);
    }
}

void FileActions::open(const QString &file) {
    if (mayLeave()) {
        workspace_.document.open(file);
    }
}

void FileActions::openRecent(const QString &file) {
    if (QFileInfo::exists(file)) {
        open(file);
        return;
    }
    emit failed(tr("%1 is no longer there, so it was taken off the list of recent files.").arg(file));
    recent_.remove(file);
}

void FileActions::openWorld(const QString &folder) {
    if (!QFileInfo::exists(QDir(folder).filePath(QStringLiteral("world.json")))) {
        emit failed(
            tr("%1 is a folder without world.json; expected a scenario file, or the folder of a world's tables.")
                .arg(folder));
    } else if (mayLeave()) {
        emit worldWanted(folder);
    }
}

void FileActions::drop(const QList<QUrl> &urls) {
    if (urls.size() > 1) {
        emit failed(tr("%n files were dropped; drop one scenario file, or the folder of one world or one lesson.",
                       nullptr, static_cast<int>(urls.size())));
        return;
    }
    const QString path = urls.value(0).toLocalFile();
    if (path.isEmpty()) {
        emit failed(tr("%1 is not on this computer; drop a scenario file, or the folder of a world or a lesson.")
                        .arg(urls.value(0).toDisplayString()));
    } else if (is_lesson(path.toStdString())) {
        emit lessonWanted(path);
    } else if (QFileInfo(path).isDir()) {
        openWorld(path);
    } else {
        open(path);
    }
}

/// Where dialogs begin: at the open file, else where the last one was.
QString FileActions::folder() const {
    const QString file = workspace_.document.file();
    return file.isEmpty() ? QSettings().value(folder_key).toString() : QFileInfo(file).path();
}

void FileActions::ask() {
    const QString file = QFileDialog::getOpenFileName(window_, tr("Open a scenario"), folder(),
                                                      tr("Scenarios (*.catchment.json *.json);;All files (*)"));
    if (!file.isEmpty()) {
        open(file);
    }
}

void FileActions::askWorld() {
    const QString folder =
        QFileDialog::getExistingDirectory(window_, tr("Open the folder of a world's tables"), this->folder());
    if (!folder.isEmpty()) {
        openWorld(folder);
    }
}

bool FileActions::save() {
    const QString file = workspace_.document.file();
    return file.isEmpty() ? saveAs() : workspace_.document.save(file);
}

bool FileActions::saveAs() {
    const QString ending = QStringLiteral(".catchment.json");
    const QString now = workspace_.document.file();
    QString file = QFileDialog::getSaveFileName(
        window_, tr("Save the scenario"),
        now.isEmpty() ? QDir(folder()).filePath(QString::fromStdString(workspace_.document.scenario().app) + ending)
                      : now,
        tr("Scenarios (*.catchment.json);;All files (*)"));
    if (file.isEmpty()) {
        return false;
    }
    if (QFileInfo(file).suffix().isEmpty()) {
        file += ending;
    }
    return workspace_.document.save(file);
}

bool FileActions::mayLeave() {
    if (!workspace_.document.isModified()) {
        return true;
    }
    QMessageBox box(QMessageBox::Question, tr("Catchment"),
                    tr("Save the changes to “%1”?").arg(workspace_.document.title()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, window_);
    box.setInformativeText(tr("They are lost otherwise."));
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save:
        return save();
    case QMessageBox::Discard:
        return true;
    default:
        return false;
    }
}

} // namespace catchment::app
