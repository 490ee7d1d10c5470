// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/input_error.h"
#include "io/world_reader.h"
#include "lesson/hand_in.h"
#include "lesson/lesson_reader.h"

#include <QTest>

#include <algorithm>

using namespace catchment;

/// Answers are scored against the solver, kept in a file, and graded anew.
class TestHandIn : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        solver_ = std::make_unique<LessonSolver>(read_world(CATCHMENT_RESOURCES "/world"));
        lesson_ = read_lesson(CATCHMENT_RESOURCES "/lessons/01-one-address");
    }

    void threeOfFour() {
        const LessonStep &step = lesson_.steps[*lesson_.find("guess")];
        const Scenario revealed = step_scenarios(lesson_)[*lesson_.find("guess")].revealed;
        const auto truth = solver_->solve(revealed);
        LessonAnswer answer;
        answer.step = step.id;
        for (const std::string &city : step.question->cities) {
            answer.marks[city] = reached(*truth, city);
        }
        QCOMPARE(score(*step.question, answer, *truth).points, 4);
        // Tokyo is nearer to Amsterdam, and does not go there.
        answer.marks["tokyo-jp"] = "ams";
        const Score three = score(*step.question, answer, *truth);
        QCOMPARE(three.points, 3);
        QCOMPARE(three.of, 4);
        for (const MarkedCity &m : three.cities) {
            const bool tokyo = truth->world().city(m.city).id == "tokyo-jp";
            QCOMPARE(m.right, !tokyo);
            QCOMPARE(m.why.empty(), !tokyo);
            if (tokyo) {
                QVERIFY2(m.why.find("local preference") != std::string::npos, m.why.c_str());
            }
        }
        // A city that was left out is not right, whatever it reaches.
        answer.marks.erase("berlin-de");
        QCOMPARE(score(*step.question, answer, *truth).points, 2);
    }

    void paintedByUsers() {
        Question paint;
        paint.kind = QuestionKind::Paint;
        paint.largest = 50;
        const auto truth = solver_->solve(story());
        LessonAnswer answer;
        double right = 0;
        double all = 0;
        int number = 0;
        for (const CityId id : asked_cities(paint, truth->world())) {
            const City &city = truth->world().city(id);
            const bool good = ++number % 3 != 0;
            answer.marks[city.id] = good ? reached(*truth, city.id) : "nrt";
            all += static_cast<double>(city.users);
            right += good ? static_cast<double>(city.users) : 0;
        }
        QCOMPARE(number, 50);
        QCOMPARE(score(paint, answer, *truth).points, static_cast<int>(10 * right / all));
    }

    void numbersAndChoices() {
        const auto truth = solver_->solve(story());
        Question number;
        number.kind = QuestionKind::Number;
        number.of = {AskedValue::Of::Region, "ams", "share"};
        number.within = 0.1;
        const double share = 100 * truth->region(*find_region(truth->op(), "ams"))->share;
        LessonAnswer answer;
        QCOMPARE(score(number, answer, *truth).points, 0);
        answer.number = share * 1.09;
        QCOMPARE(score(number, answer, *truth).points, 1);
        answer.number = share * 0.89;
        QCOMPARE(score(number, answer, *truth).points, 0);
        QCOMPARE(*score(number, answer, *truth).right, share);
        Question choice;
        choice.kind = QuestionKind::Choice;
        choice.options.resize(3);
        choice.right = {0, 2};
        answer.chosen = {0};
        QCOMPARE(score(choice, answer, *truth).points, 0);
        answer.chosen = {0, 2};
        QCOMPARE(score(choice, answer, *truth).points, 1);
    }

    void survivesItsFile() {
        HandIn in;
        in.lesson = "01-one-address";
        in.title = "Title";
        in.name = "Zoë \"Z\" Müller";
        in.points = 3;
        in.of = 6;
        in.scenario = story();
        in.picture = "iVBORw0KGgo=";
        LessonAnswer a;
        a.step = "guess";
        a.marks = {{"tokyo-jp", "ams"}, {"berlin-de", ""}};
        a.done = true;
        LessonAnswer b;
        b.step = "who";
        b.chosen = {0, 2};
        b.number = 2.5;
        b.text = "words\nand more";
        in.answers = {a, b};
        const HandIn back = parse_hand_in(write_hand_in(in), "file");
        QCOMPARE(back.name, in.name);
        QCOMPARE(back.points, 3);
        QVERIFY(back.answers == in.answers);
        QVERIFY(back.scenario == in.scenario);
        QCOMPARE(back.picture, in.picture);
    }

    void gradesAnew() {
        HandIn in;
        in.lesson = lesson_.id;
        in.points = 6; // is not believed
        LessonAnswer a;
        a.step = "who";
        a.chosen = {2};
        a.done = true;
        in.answers = {a};
        const Grade g = grade(lesson_, in.answers, *solver_, "file");
        QCOMPARE(g.points, 1);
        QCOMPARE(g.of, lesson_.points());
        QCOMPARE(g.done, 1);
        QCOMPARE(g.steps.size(), lesson_.steps.size());
        in.answers.push_back(a);
        QVERIFY_EXCEPTION_THROWN(grade(lesson_, in.answers, *solver_, "file"), InputError);
        in.answers = {a};
        in.answers.front().step = "other";
        QVERIFY_EXCEPTION_THROWN(grade(lesson_, in.answers, *solver_, "file"), InputError);
    }

    void refusesNonsense() {
        for (const char *text :
             {"", "{}", "[]", R"({"format": "catchment-scenario"})", R"({"format": "catchment-answers", "version": 2})",
              R"({"format": "catchment-answers", "version": 1})",
              R"({"format": "catchment-answers", "lesson": "x", "answers": [{}]})",
              R"({"format": "catchment-answers", "lesson": "x", "answers": 3})",
              R"({"format": "catchment-answers", "lesson": "x", "picture": 3})"}) {
            QVERIFY_EXCEPTION_THROWN(parse_hand_in(text, "file"), InputError);
        }
    }

private:
    static std::string reached(const Catchments &c, const std::string &city) {
        const auto region = c.cities[c.world().city_by_id.at(city).index()].region;
        return region ? c.op().regions[region->index()].code : "";
    }

    std::unique_ptr<LessonSolver> solver_;
    Lesson lesson_;
};

QTEST_APPLESS_MAIN(TestHandIn)
#include "tst_hand_in.moc"
