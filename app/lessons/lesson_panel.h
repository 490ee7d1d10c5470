// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTextBrowser;
class QVBoxLayout;

namespace catchment::app {

struct Workspace;
class LessonRun;
class MarkView;
class QuestionView;

/// The step of a lesson: what it says, what it asks or what is to be done, and the way on.
class LessonPanel : public QWidget {
    Q_OBJECT

public:
    LessonPanel(Workspace &workspace, LessonRun &run, QWidget *parent = nullptr);

    /// Where cities are given regions; nothing where the step does not ask for that.
    MarkView *marks() const { return marks_; }

signals:
    /// Another city is to be given a region.
    void turnChanged();
    void leaveWanted();
    void handInWanted();

private:
    void show();
    void showText();
    void scrollToNews();
    void showQuestion();
    void showEnd();
    void showButtons();
    void check();

    Workspace &workspace_;
    LessonRun &run_;
    QLabel *title_;
    QLabel *place_;
    QProgressBar *progress_;
    QTextBrowser *text_;
    QWidget *asked_;
    QVBoxLayout *asked_layout_;
    QPushButton *hint_;
    QPushButton *back_;
    QPushButton *check_;
    QPushButton *next_;
    QuestionView *question_ = nullptr;
    MarkView *marks_ = nullptr;
    bool hinted_ = false;
    int news_ = 0; ///< block of the text with which hint or answer begins; 0: there is neither
};

} // namespace catchment::app
