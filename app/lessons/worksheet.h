// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/course.h"

#include <QCoreApplication>
#include <QImage>
#include <QPageSize>
#include <QString>

#include <memory>

class QPagedPaintDevice;

namespace catchment::app {

/// A lesson on paper, to be filled in by hand, or with the answers and the teacher's notes.
///
/// What it knows of the world it takes from `solver`; predictions get a table to fill in. Needs a QGuiApplication, and
/// load_fonts().
class Worksheet {
    Q_DECLARE_TR_FUNCTIONS(catchment::app::Worksheet)

public:
    Worksheet(const Lesson &lesson, LessonSolver &solver, bool answers);

    /// As Markdown; `![map](map)` stands for the picture.
    const QString &markdown() const { return markdown_; }

    /// The map that the lesson starts on, without catchments where these are to be predicted.
    const QImage &picture() const { return picture_; }

    void print(QPagedPaintDevice &paper) const;

    /// Writes a PDF of A4 pages: the same bytes for the same lesson and world. Throws OutputError.
    void writePdf(const QString &file) const;

private:
    void addStep(const LessonStep &step, const StepScenarios &scenarios, int number);
    void addQuestion(const LessonStep &step, const StepScenarios &scenarios);
    void addMarks(const Question &question, const Catchments &revealed);

    const Lesson &lesson_;
    LessonSolver &solver_;
    bool answers_;
    QString markdown_;
    QImage picture_;
};

} // namespace catchment::app
