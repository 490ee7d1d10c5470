// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/input_error.h"
#include "io/world_reader.h"
#include "lesson/claim.h"
#include "lesson/course.h"
#include "lesson/hand_in.h"
#include "lesson/lesson_reader.h"

#include <QTest>

#include <algorithm>
#include <filesystem>

using namespace catchment;

/// Every lesson that ships is sound: what its text says of the world is so.
class TestShippedLessons : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        solver_ = std::make_unique<LessonSolver>(read_world(CATCHMENT_RESOURCES "/world"));
        lessons_ = read_lessons(CATCHMENT_RESOURCES "/lessons");
        QVERIFY(!lessons_.empty());
    }

    void sound_data() { rows(); }
    void sound() {
        QFETCH(int, index);
        const Lesson &lesson = lessons_[static_cast<std::size_t>(index)];
        try {
            check_lesson(lesson, *solver_);
        } catch (const InputError &error) {
            QFAIL(error.what());
        }
    }

    void whole_data() { rows(); }
    void whole() {
        QFETCH(int, index);
        const Lesson &lesson = lessons_[static_cast<std::size_t>(index)];
        QVERIFY(lesson.steps.size() >= 5 && lesson.steps.size() <= 12);
        QVERIFY(!lesson.goals.empty() && !lesson.teacher.empty() && !lesson.summary.empty());
        QVERIFY(!lesson.sources.empty() && lesson.minutes > 0);
        QVERIFY(std::any_of(lesson.steps.begin(), lesson.steps.end(),
                            [](const LessonStep &step) { return !step.claims.empty(); }));
        for (const LessonStep &step : lesson.steps) {
            QVERIFY2(!(step.question || step.task) || !step.answer.empty(), step.id.c_str());
        }
    }

    /// A claim that is turned into its opposite does not hold.
    void claimsCanFail() {
        const Lesson &lesson = lessons_.front();
        const auto now = solver_->solve(lesson.start);
        for (const char *text :
             {R"({"city": "chicago-us", "region": "ams"})", R"({"city": "chicago-us", "rttMs": [1, 2]})",
              R"({"region": "ewr", "share": [0, 0.5]})", R"({"summary": "meanRttMs", "between": [0, 1]})",
              R"({"moved": {}, "users": [1, 9e9]})", R"({"faster": [1, 2]})",
              R"({"router": "tokyo-jp", "network": 2516, "region": "ams"})",
              R"({"router": "tokyo-jp", "network": 2516, "lost": [{"region": "ams", "step": "med"}]})",
              R"({"city": "chicago-us", "captured": true})", R"({"city": "nowhere"})", R"({"cty": "chicago-us"})",
              R"({"city": "chicago-us", "regoin": "ewr"})"}) {
            const JsonValue claim = JsonValue::parse(text, "claim");
            QVERIFY_EXCEPTION_THROWN(check_claim(claim, {now, now}), InputError);
        }
    }

    /// The window tells of events in these words and no others.
    void eventsAreSpelledAsTheWindowDoes() {
        Lesson lesson = lessons_.front();
        lesson.steps.front().task.emplace().event = "withdraw ams";
        check_lesson_names(lesson, solver_->world());
        for (const char *words : {"Withdraw  ams", "withdraw ams@1", "withdraw nowhere"}) {
            lesson.steps.front().task->event = words;
            QVERIFY_EXCEPTION_THROWN(check_lesson_names(lesson, solver_->world()), InputError);
        }
    }

private:
    void rows() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < lessons_.size(); ++i) {
            QTest::newRow(lessons_[i].id.c_str()) << static_cast<int>(i);
        }
    }

    std::unique_ptr<LessonSolver> solver_;
    std::vector<Lesson> lessons_;
};

QTEST_APPLESS_MAIN(TestShippedLessons)
#include "tst_shipped_lessons.moc"
