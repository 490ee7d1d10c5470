// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/hand_in.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace catchment::app {

struct Workspace;

/// A lesson that is being worked through: where it is, what was answered, and whether the step is complete.
///
/// Scenarios change by edits on the document's undo stack. Answers are scored against the window's own results as soon
/// as these are those of the scenario that was asked about.
class LessonRun : public QObject {
    Q_OBJECT

public:
    explicit LessonRun(Workspace &workspace, QObject *parent = nullptr);
    ~LessonRun() override;

    bool running() const { return lesson_.has_value(); }

    /// Begins a lesson in place of the open work, which the caller has asked about; one on the open scenario leaves
    /// it as it is.
    void start(Lesson lesson);
    void leave();

    const Lesson &lesson() const { return *lesson_; }
    std::size_t at() const { return at_; } ///< the number of steps: over
    bool over() const { return at_ == lesson_->steps.size(); }
    const LessonStep &step() const { return lesson_->steps[at_]; }

    /// To the present step.
    const LessonAnswer &answer() const { return answers_[at_]; }
    /// Of the present step, once it was answered.
    const std::optional<Score> &score() const { return scores_[at_]; }
    bool asks() const { return !over() && step().question && !score(); }
    /// Is the user to give cities regions now, while catchments are hidden?
    bool predicts() const;
    bool complete() const { return over() || answers_[at_].done; }
    bool canGoBack() const { return running() && way_.size() > 1; }

    /// What a prediction says so far; an empty code: none is reached.
    void mark(const QString &city, const QString &code);
    void unmark(const QString &city);
    /// In a prediction that is no lesson's, one more city is asked about.
    void askAbout(const QString &city);
    /// The regions that a city can be given: those that are deployed, or every edge that announces.
    std::vector<std::string> choices() const;

    void submit(LessonAnswer answer);
    void next();
    void back();

    /// The window tells what the user did, in the words of lesson_panels and of `converge --event`.
    void panelShown(const QString &panel);
    void timelineEnded(const QString &event);

    /// Points so far, over the steps that were gone through.
    int points() const;
    int pointsOf() const;

    HandIn handIn(const QString &name) const;

    /// Every prediction's cities as CSV.
    QByteArray predictionsAsCsv() const;

signals:
    /// Another lesson, step, answer or score; nothing else of it stays as it was.
    void changed();
    void marksChanged();

private:
    void enter(std::size_t step);
    void set(const Scenario &scenario);
    void scoreIfSolved();
    void watchTask();
    bool taskDone() const;
    void finishIfComplete();

    Workspace &workspace_;
    std::optional<Lesson> lesson_;
    std::vector<StepScenarios> scenarios_;
    std::vector<LessonAnswer> answers_;
    std::vector<std::optional<Score>> scores_;
    std::vector<std::size_t> way_; ///< the steps gone through, the present one last
    std::size_t at_ = 0;
    bool submitted_ = false; ///< and not scored yet
    QString panel_;          ///< last shown
    QString event_;          ///< last played to its end
};

} // namespace catchment::app
