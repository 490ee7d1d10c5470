// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/classroom.h"

#include "app/lessons/lesson_map.h"
#include "app/lessons/lesson_panel.h"
#include "app/lessons/lesson_stage.h"
#include "app/lessons/quiz.h"
#include "app/lessons/shipped_lessons.h"
#include "app/lessons/worksheet.h"
#include "app/map/map_panel.h"
#include "app/workspace.h"
#include "io/files.h"
#include "io/input_error.h"
#include "lesson/lesson_reader.h"

#include <QAction>
#include <QBuffer>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QInputDialog>
#include <QMainWindow>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>
#include <QSettings>
#include <QToolButton>

namespace catchment::app {
namespace {

const QString name_key = QStringLiteral("classroom/name");

} // namespace

Classroom::Classroom(Workspace &workspace, MapPanel &map, QDockWidget &dock, std::function<bool()> mayLeave,
                     QMainWindow *window)
    : QObject(window), workspace_(workspace), map_(map), dock_(dock), may_leave_(std::move(mayLeave)), window_(window),
      run_(workspace), panel_(new LessonPanel(workspace, run_, &dock)), lessons_(new QMenu(tr("&Lessons"), window)),
      predict_(new QAction(tr("&Predict cities, then reveal"), this)),
      paint_(new QAction(tr("Paint the &catchments, then reveal"), this)), leave_(new QAction(tr("L&eave"), this)),
      answers_(new QAction(tr("Save my &answers …"), this)), csv_(new QAction(tr("Save predictions as CS&V …"), this)),
      worksheet_(new QMenu(tr("&Worksheet"), window)) {
    dock.setWidget(panel_);
    dock.hide();
    predict_->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    connect(predict_, &QAction::triggered, this, [this] { predict(false); });
    connect(paint_, &QAction::triggered, this, [this] { predict(true); });
    connect(leave_, &QAction::triggered, this, &Classroom::leave);
    connect(answers_, &QAction::triggered, this, &Classroom::saveAnswers);
    connect(csv_, &QAction::triggered, this, &Classroom::saveCsv);
    connect(panel_, &LessonPanel::leaveWanted, this, &Classroom::leave);
    connect(panel_, &LessonPanel::handInWanted, this, &Classroom::saveAnswers);
    worksheet_->addAction(tr("&Save without answers …"), this, [this] { saveWorksheet(false); });
    worksheet_->addAction(tr("Save &with answers …"), this, [this] { saveWorksheet(true); });
    worksheet_->addSeparator();
    worksheet_->addAction(tr("&Print without answers …"), this, [this] { printWorksheet(false); });
    worksheet_->addAction(tr("Print with &answers …"), this, [this] { printWorksheet(true); });
    connect(lessons_, &QMenu::aboutToShow, this, &Classroom::fillLessons);
    connect(&run_, &LessonRun::changed, this, &Classroom::follow);
    connect(&workspace.results, &Results::changed, this, &Classroom::follow);
    follow();
}

void Classroom::begin(std::function<QByteArray()> usual) {
    stage_ = new LessonStage(workspace_, run_, *window_, dock_, std::move(usual), this);
    new LessonMap(workspace_, run_, *panel_, map_, this);
}

const QByteArray &Classroom::panelsBefore() const {
    static const QByteArray none;
    return stage_ ? stage_->before() : none;
}

QToolButton *Classroom::makeButton(QWidget *parent) const {
    auto *button = new QToolButton(parent);
    button->setText(tr("Lessons"));
    button->setToolTip(tr("Lessons on anycast, step by step"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(lessons_);
    return button;
}

void Classroom::fill(QMenu &menu) {
    fillLessons();
    menu.addMenu(lessons_);
    menu.addSeparator();
    menu.addAction(predict_);
    menu.addAction(paint_);
    menu.addSeparator();
    menu.addAction(answers_);
    menu.addAction(csv_);
    menu.addMenu(worksheet_);
    menu.addSeparator();
    menu.addAction(leave_);
}

/// Read when the menu opens, so that a lesson that was put there is found; one that is not sound is listed and says why
/// when it is chosen.
void Classroom::fillLessons() {
    lessons_->clear();
    const QDir folder(QString::fromStdString(shipped_lessons().string()));
    int number = 0;
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString path = folder.filePath(name);
        if (!is_lesson(path.toStdString())) {
            continue;
        }
        QString title = name;
        QString summary;
        try {
            const Lesson lesson = read_lesson(path.toStdString());
            title = QString::fromStdString(lesson.title);
            summary = QString::fromStdString(lesson.summary);
        } catch (const std::exception &) {
        }
        QAction *action =
            lessons_->addAction(QStringLiteral("%1  %2").arg(++number).arg(title), this, [this, path] { open(path); });
        action->setData(name);
        action->setStatusTip(summary);
        action->setToolTip(summary);
    }
    lessons_->setToolTipsVisible(true);
    lessons_->addSeparator();
    lessons_->addAction(tr("Another, by its &folder …"), this, [this] {
        const QString chosen = QFileDialog::getExistingDirectory(window_, tr("Open the folder of a lesson"));
        if (!chosen.isEmpty()) {
            open(chosen);
        }
    });
}

void Classroom::open(const QString &path) {
    try {
        Lesson lesson = read_lesson(path.toStdString());
        const auto &world = workspace_.results.world();
        if (!world) {
            throw InputError(lesson.file.string(), 0, "the world is still being read", "a moment's patience");
        }
        check_lesson_names(lesson, world);
        if (may_leave_()) {
            run_.start(std::move(lesson));
        }
    } catch (const std::exception &error) {
        emit failed(QString::fromUtf8(error.what()));
    }
}

void Classroom::predict(bool paint) {
    if (const auto &now = workspace_.results.catchments()) {
        run_.start(quiz(*now, workspace_.document.scenario(), paint));
    }
}

void Classroom::leave() { run_.leave(); }

void Classroom::follow() {
    const bool running = run_.running();
    const bool lesson = running && !run_.lesson().id.empty();
    const bool there = workspace_.results.catchments() != nullptr;
    lessons_->setEnabled(there);
    predict_->setEnabled(there && !lesson);
    paint_->setEnabled(there && !lesson);
    leave_->setEnabled(running);
    answers_->setEnabled(lesson);
    worksheet_->setEnabled(lesson);
    csv_->setEnabled(running);
    dock_.setWindowTitle(lesson ? tr("Lesson") : tr("Prediction"));
}

void Classroom::write(const QString &file, const std::string &text) {
    try {
        write_file(file.toStdString(), text);
    } catch (const OutputError &error) {
        emit failed(QString::fromUtf8(error.what()));
    }
}

void Classroom::saveAnswers() {
    bool good = false;
    const QString name = QInputDialog::getText(window_, tr("Save my answers"), tr("Your name:"), QLineEdit::Normal,
                                               QSettings().value(name_key).toString(), &good);
    if (!good) {
        return;
    }
    QSettings().setValue(name_key, name);
    const QString lesson = QString::fromStdString(run_.lesson().id);
    const QString file =
        QFileDialog::getSaveFileName(window_, tr("Save my answers"), lesson + QStringLiteral(".catchment-answers.json"),
                                     tr("Answers (*.catchment-answers.json);;All files (*)"));
    if (file.isEmpty()) {
        return;
    }
    HandIn in = run_.handIn(name);
    QByteArray picture;
    QBuffer buffer(&picture);
    buffer.open(QIODevice::WriteOnly);
    map_.grab().save(&buffer, "PNG");
    in.picture = picture.toBase64().toStdString();
    write(file, write_hand_in(in));
}

void Classroom::saveCsv() {
    const QString file = QFileDialog::getSaveFileName(window_, tr("Save predictions"),
                                                      QStringLiteral("predictions.csv"), tr("Tables (*.csv)"));
    if (!file.isEmpty()) {
        write(file, run_.predictionsAsCsv().toStdString());
    }
}

void Classroom::saveWorksheet(bool answers) {
    const QString lesson = QString::fromStdString(run_.lesson().id);
    const QString file = QFileDialog::getSaveFileName(
        window_, tr("Save the worksheet"), lesson + (answers ? QStringLiteral("-answers.pdf") : QStringLiteral(".pdf")),
        tr("PDF (*.pdf)"));
    if (file.isEmpty()) {
        return;
    }
    try {
        LessonSolver solver(workspace_.results.world());
        Worksheet(run_.lesson(), solver, answers).writePdf(file);
    } catch (const std::exception &error) {
        emit failed(QString::fromUtf8(error.what()));
    }
}

void Classroom::printWorksheet(bool answers) {
    QPrinter printer(QPrinter::HighResolution);
    QPrintDialog dialog(&printer, window_);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    LessonSolver solver(workspace_.results.world());
    Worksheet(run_.lesson(), solver, answers).print(printer);
}

} // namespace catchment::app
