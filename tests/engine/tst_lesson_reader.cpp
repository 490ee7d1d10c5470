// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/files.h"
#include "io/input_error.h"
#include "lesson/course.h"
#include "lesson/lesson_reader.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace catchment;

/// A lesson is read with its text; whatever is wrong with it is refused with file and line.
class TestLessonReader : public QObject {
    Q_OBJECT

private slots:
    void init();
    void readsALesson();
    void carriesScenariosOn();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void keysReplaceWhatStoodThere();

private:
    std::string file(const char *name) const { return (folder_.path() + '/').toStdString() + name; }
    void write(const char *name, const QByteArray &text) const { write_file(file(name), text.toStdString()); }

    QTemporaryDir folder_;
};

namespace {

const QByteArray text = "# Title\n## Goals\n- one\n## Teacher\nwords\n"
                        "## a: First\nhello\n### Answer\nyes\n### Hint\nthink\n"
                        "## b: Second\nmore\n"
                        "## c: Third\nlast\n";

const QByteArray lesson = R"({"format": "catchment-lesson", "version": 1, "title": "T", "text": "text.md",
"scenario": "start.catchment.json",
"steps": [
{"id": "a", "ask": {"kind": "choice", "question": "?", "options": ["x", {"text": "y", "next": "c"}], "answer": 1}},
{"id": "b", "scenario": {"regions": ["ewr"]}, "do": {"task": "t", "scenario": {"regions": ["ewr", "nrt"]}}},
{"id": "c", "ask": {"kind": "predict", "question": "?", "cities": ["x"], "reveal": {"regions": ["ams"]}}}
]})";

} // namespace

void TestLessonReader::init() {
    write("text.md", text);
    write("lesson.json", lesson);
    write("start.catchment.json", R"({"format": "catchment-scenario", "version": 1, "regions": ["ewr", "ams"]})");
}

void TestLessonReader::readsALesson() {
    QVERIFY(is_lesson(folder_.path().toStdString()));
    QVERIFY(is_lesson(file("lesson.json")));
    QVERIFY(!is_lesson(file("text.md")));
    for (const std::string &path : {folder_.path().toStdString(), file("lesson.json")}) {
        const Lesson read = read_lesson(path);
        QCOMPARE(read.id, std::filesystem::path(folder_.path().toStdString()).filename().string());
        QCOMPARE(read.steps.size(), std::size_t{3});
        QCOMPARE(read.steps[0].heading, std::string("First"));
        QCOMPARE(read.steps[0].text, std::string("hello"));
        QCOMPARE(read.steps[0].answer, std::string("yes"));
        QCOMPARE(read.steps[0].hint, std::string("think"));
        QCOMPARE(read.goals, std::string("- one"));
        QCOMPARE(read.steps[0].next, std::size_t{1});
        QCOMPARE(read.steps[2].next, std::size_t{3});
        QCOMPARE(read.points(), 2);
        QCOMPARE(read.steps[1].line, std::size_t{5});
    }
}

void TestLessonReader::carriesScenariosOn() {
    const Lesson read = read_lesson(folder_.path().toStdString());
    const auto s = step_scenarios(read);
    QCOMPARE(s[0].end.regions, (std::vector<std::string>{"ewr", "ams"}));
    QCOMPARE(s[1].begin.regions, (std::vector<std::string>{"ewr"}));
    QCOMPARE(s[1].end.regions, (std::vector<std::string>{"ewr", "nrt"}));
    // The first step leads there before the second does.
    QCOMPARE(s[2].from, std::size_t{0});
    QCOMPARE(s[2].begin.regions, (std::vector<std::string>{"ewr", "ams"}));
    QCOMPARE(s[2].revealed.regions, (std::vector<std::string>{"ams"}));
    Scenario other = s[1].end;
    other.regions = {"nrt", "ewr"};
    QVERIFY(stands_so(read.steps[1].task->scenario, other));
    QVERIFY(!stands_so(read.steps[1].task->scenario, s[1].begin));
}

void TestLessonReader::keysReplaceWhatStoodThere() {
    Scenario scenario;
    scenario.tuning_for("ams").prepend = 1;
    scenario.sessions.push_back({"ams", Asn{1}, Relationship::Peer, ""});
    const JsonValue keys = JsonValue::parse(R"({"tuning": [{"region": "ewr", "prepend": 2}], "sessions": []})", "keys");
    const Scenario now = with_keys(scenario, keys);
    QCOMPARE(now.tuning.size(), std::size_t{1});
    QCOMPARE(now.tuning.front().region, std::string("ewr"));
    QVERIFY(now.sessions.empty());
}

void TestLessonReader::saysWhatIsWrong_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *from, const char *to, int line, const char *says) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << line << QString::fromUtf8(says);
    };
    row("unknown step", R"("next": "c")", R"("next": "d")", 4, "an unknown step 'd'");
    row("loop", R"("id": "c", )", R"("id": "c", "next": "b", )", 6, "a loop: 'c' leads back to 'b' (line 5)");
    row("itself", R"("id": "c", )", R"("id": "c", "next": "c", )", 6, "a loop");
    row("missing scenario", "start.catchment.json", "none.catchment.json", 2, "which is not there");
    row("missing text", "text.md", "none.md", 1, "which is not there");
    row("unknown key", R"("task")", R"("tsk")", 5, "unknown key 'tsk'");
    row("unknown key of a scenario", R"("scenario": {"regions": ["ewr"]})", R"("scenario": {"region": ["ewr"]})", 5,
        "unknown key 'region'");
    row("kind", R"("kind": "choice")", R"("kind": "chance")", 4, "an unknown kind of question 'chance'");
    row("answer", R"("answer": 1)", R"("answer": 3)", 4, "'answer'");
    row("no cities", R"("cities": ["x"])", R"("cities": [])", 6, "a prediction without cities");
    row("twice", R"("id": "b")", R"("id": "a")", 5, "a second step 'a'");
    row("no section", R"("id": "b")", R"("id": "e")", 5, "no section '## e'");
    row("unreached", R"("options": ["x", )", R"("options": [{"text": "x", "next": "c"}, )", 5, "no step leads to 'b'");
    row("timeline", R"("do": {"task": "t", )", R"("do": {"task": "t", "timeline": "withdraw ams", )", 5,
        "not built yet");
    row("format", "catchment-lesson", "lesson", 1, "this is not a lesson");
    row("version", R"("version": 1)", R"("version": 2)", 1, "'version'");
    row("panel", R"("id": "b", )", R"("id": "b", "show": {"panel": "jurney"}, )", 5, "an unknown panel 'jurney'");
}

void TestLessonReader::saysWhatIsWrong() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, line);
    QFETCH(QString, says);
    QByteArray changed = lesson;
    QVERIFY(changed.contains(from));
    write("lesson.json", changed.replace(from, to));
    try {
        read_lesson(folder_.path().toStdString());
        QFAIL("nothing was refused");
    } catch (const InputError &error) {
        QCOMPARE(error.file, file("lesson.json"));
        QCOMPARE(static_cast<int>(error.line), line);
        QVERIFY2(QString::fromUtf8(error.what()).contains(says), error.what());
    }
}

QTEST_APPLESS_MAIN(TestLessonReader)
#include "tst_lesson_reader.moc"
