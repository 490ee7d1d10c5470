// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/answers.h"

#include <QWidget>

#include <vector>

class QAbstractButton;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace catchment::app {

/// A question of a lesson that is answered by ticking, a number or words; predictions have a view of their own
/// (MarkView). Shows what is right once there is a score.
class QuestionView : public QWidget {
    Q_OBJECT

public:
    QuestionView(const Question &question, const LessonAnswer &answer, const std::optional<Score> &score,
                 QWidget *parent = nullptr);

    /// What was answered so far.
    LessonAnswer answer() const;
    /// Is it enough to be scored?
    bool ready() const;

signals:
    void edited();
    /// Enter was pressed.
    void submitted();

private:
    void addOptions(const Question &question, const LessonAnswer &answer, const std::optional<Score> &score);
    void addNumber(const LessonAnswer &answer, const std::optional<Score> &score);
    void addText(const LessonAnswer &answer, const std::optional<Score> &score);

    std::vector<QAbstractButton *> options_;
    QLineEdit *number_ = nullptr;
    QPlainTextEdit *text_ = nullptr;
};

} // namespace catchment::app
