// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/lessons/classroom.h"
#include "app/lessons/lesson_panel.h"
#include "app/lessons/mark_view.h"
#include "app/lessons/quiz.h"
#include "app/lessons/worksheet.h"
#include "app/map/map_panel.h"
#include "app/program.h"
#include "app/widgets/present_mode.h"
#include "app/window.h"
#include "io/files.h"
#include "lesson/answers.h"
#include "lesson/claim.h"
#include "lesson/lesson_reader.h"
#include "qml/map/live_map.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QToolBar>
#include <QToolButton>

#include <iostream>
#include <sstream>

using namespace catchment;
using namespace catchment::app;

/// Every lesson in the window, from its first step to its last, by clicks and keys where there are some.
class TestLessons : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { program_.reset(); }
    void walk_data();
    void walk();
    void hidesWhatIsPredicted();
    void threeOfFour();
    void paints();
    void asksAboutOtherCities();
    void refusesBrokenLessons();
    void gradesTenFiles();
    void presents();
    void presentsALesson();
    void seesPanels();
    void answersAreSeen();
    void printsWorksheets();

private:
    template <class Widget>
    Widget *get(const char *name) const {
        return program_->window().findChild<Widget *>(QString::fromLatin1(name));
    }
    LessonRun &run() const { return program_->window().classroom().run(); }
    Workspace &workspace() const { return program_->workspace(); }
    MarkView *marks() const { return program_->window().findChild<MarkView *>(); }
    bool solved() const {
        const auto &now = workspace().results.catchments();
        return now && *now->solution->scenario == workspace().document.scenario();
    }
    static std::string reached(const Catchments &c, const std::string &city) {
        const auto region = c.cities[c.world().city_by_id.at(city).index()].region;
        return region ? c.op().regions[region->index()].code : "";
    }
    void start(const std::string &lesson);
    void answer();
    void perform(const LessonTask &task);
    void click(const char *name) const {
        auto *button = get<QAbstractButton>(name);
        QVERIFY2(button && button->isEnabled(), name);
        button->click();
    }

    QTemporaryDir folder_;
    std::unique_ptr<Program> program_;
};

void TestLessons::initTestCase() {
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    QSettings().clear();
    use_working_graphics();
    WindowOptions options;
    options.world = CATCHMENT_RESOURCES "/world";
    program_ = std::make_unique<Program>(*qApp, options);
    program_->window().show();
    program_->start();
    QTRY_VERIFY(workspace().results.catchments());
    connect(&run(), &LessonRun::changed, this, [this] { // whoever listens may ask for the step
        QVERIFY(!run().running() || run().at() <= run().lesson().steps.size());
    });
}

void TestLessons::start(const std::string &lesson) {
    workspace().document.undoStack().setClean();
    program_->window().classroom().open(QString::fromStdString(CATCHMENT_RESOURCES "/lessons/" + lesson));
    QVERIFY(run().running());
    QCOMPARE(run().lesson().id, lesson);
    QTRY_VERIFY(solved());
}

void TestLessons::walk_data() {
    QTest::addColumn<QString>("id");
    for (const Lesson &lesson : read_lessons(CATCHMENT_RESOURCES "/lessons")) {
        QTest::newRow(lesson.id.c_str()) << QString::fromStdString(lesson.id);
    }
}

/// The right answer, given as a student gives it.
void TestLessons::answer() {
    const Question &question = *run().step().question;
    QTRY_VERIFY(solved());
    const auto truth = workspace().results.catchments();
    switch (question.kind) {
    case QuestionKind::Choice:
        for (const int option : question.right) {
            click(QStringLiteral("option%1").arg(option + 1).toLatin1());
        }
        break;
    case QuestionKind::Predict:
        for (const std::string &city : question.cities) {
            marks()->setCity(QString::fromStdString(city));
            const std::string code = reached(*truth, city);
            click(("give_" + (code.empty() ? std::string("none") : code)).c_str());
        }
        break;
    case QuestionKind::Paint:
        for (const CityId id : asked_cities(question, truth->world())) {
            const std::string &city = truth->world().city(id).id;
            run().mark(QString::fromStdString(city), QString::fromStdString(reached(*truth, city)));
        }
        break;
    case QuestionKind::Number:
        get<QLineEdit>("number")->setText(
            QLocale().toString(asked_number(question.of, *truth, "", 0), 'f', 3).remove(QLocale().groupSeparator()));
        break;
    case QuestionKind::Text:
        get<QPlainTextEdit>("words")->setPlainText(QStringLiteral("words"));
        break;
    }
    click("lessonCheck");
    QTRY_VERIFY(run().score());
    QCOMPARE(run().score()->points, question.points());
}

void TestLessons::perform(const LessonTask &task) {
    QVERIFY(!run().complete());
    QVERIFY(!get<QPushButton>("lessonNext")->isEnabled());
    workspace().document.apply({QStringLiteral("as asked"), with_keys(workspace().document.scenario(), task.scenario)});
    QTRY_VERIFY(solved());
    if (!task.select.empty()) {
        workspace().selection.setCity(QString::fromStdString(task.select));
    }
    if (!task.panel.empty()) {
        run().panelShown(QString::fromStdString(task.panel));
    }
    if (!task.event.empty()) {
        get<QComboBox>("timelineEvent")->setEditText(QString::fromStdString(task.event));
        click("timelineStart");
        QTRY_VERIFY_WITH_TIMEOUT(workspace().timeline.isOpen(), 60'000);
        QVERIFY(!run().complete());
        get<QToolButton>("timelinePlay")->click(); // pauses
        workspace().timeline.setPosition(workspace().timeline.length());
    }
    if (task.decision) {
        QTRY_VERIFY(workspace().journey.journey());
        const Journey &way = *workspace().journey.journey();
        for (std::size_t i = 0; i < way.decisions.size(); ++i) {
            if (workspace().results.catchments()->solution->topology->asn(way.decisions[i].network) == *task.decision) {
                workspace().selection.setHop(static_cast<int>(i));
            }
        }
    }
}

void TestLessons::walk() {
    QFETCH(QString, id);
    start(id.toStdString());
    for (int guard = 0; !run().over() && guard < 20; ++guard) {
        const std::size_t at = run().at();
        const LessonStep step = run().step();
        QVERIFY(get<QTextBrowser>("lessonText")->toPlainText().contains(QString::fromStdString(step.heading)));
        if (step.question) {
            QVERIFY(!run().complete());
            answer();
        }
        if (step.task) {
            perform(*step.task);
        }
        QTRY_VERIFY(run().complete());
        QTRY_VERIFY(solved());
        // A step's city is in view with its journey, and the decision it speaks of is opened.
        if (step.show.decision) {
            QTRY_VERIFY(workspace().selection.hop() >= 0);
        }
        click("lessonNext");
        QVERIFY(run().over() || run().at() > at);
    }
    QVERIFY(run().over());
    QCOMPARE(run().points(), run().lesson().points());
    const HandIn in = run().handIn(QStringLiteral("A student"));
    LessonSolver solver(workspace().results.world());
    const Grade g = grade(run().lesson(), in.answers, solver, "hand-in");
    QCOMPARE(g.points, run().points());
    QCOMPARE(g.done, static_cast<int>(run().lesson().steps.size()));
    write_file((folder_.path() + '/' + id + ".catchment-answers.json").toStdString(), write_hand_in(in));
    click("lessonNext"); // leaves
    QVERIFY(!run().running());
    QVERIFY(get<QDockWidget>("lessonDock")->isHidden());
    QVERIFY(!get<QDockWidget>("regionsDock")->isHidden());
}

void TestLessons::hidesWhatIsPredicted() {
    start("01-one-address");
    click("lessonNext");
    QVERIFY(run().predicts());
    const qml::LiveMap *map = program_->window().map().map();
    QTRY_VERIFY(map->marksOnly());
    QVERIFY(get<QDockWidget>("journeyDock")->isHidden());
    QVERIFY(get<QDockWidget>("regionsDock")->isHidden());
    QVERIFY(get<QLabel>("statusFigures")->isHidden());
    for (const CityOutcome &city : map->catchments()->cities) {
        QVERIFY(!city.region);
    }
    run().mark(QStringLiteral("tokyo-jp"), QStringLiteral("ams"));
    const World &world = map->catchments()->world();
    QCOMPARE(reached(*map->catchments(), "tokyo-jp"), std::string("ams"));
    QCOMPARE(world.city(map->catchments()->cities.front().city).id, world.cities.front().id);
    program_->window().classroom().leave();
    QTRY_VERIFY(!map->marksOnly());
    QCOMPARE(map->catchments(), workspace().results.catchments());
}

void TestLessons::threeOfFour() {
    start("01-one-address");
    click("lessonNext");
    QTRY_VERIFY(solved());
    const auto truth = workspace().results.catchments();
    auto *list = program_->window().findChild<QWidget *>(QStringLiteral("markedCities"));
    // By keys: the choices are ewr and ams.
    for (const std::string &city : run().step().question->cities) {
        const std::string code = city == "tokyo-jp" ? "ams" : reached(*truth, city);
        QTest::keyClick(list, code == "ewr" ? Qt::Key_1 : Qt::Key_2);
    }
    QCOMPARE(run().answer().marks.size(), std::size_t{4});
    click("lessonCheck");
    QTRY_VERIFY(run().score());
    QCOMPARE(run().score()->points, 3);
    QVERIFY(get<QLabel>("lessonPoints")->text().startsWith(QStringLiteral("3 ")));
    QVERIFY(get<QLabel>("why")->text().contains(QStringLiteral("local preference")));
    const QByteArray csv = run().predictionsAsCsv();
    QCOMPARE(csv.count('\n'), 5);
    QVERIFY(csv.contains("guess,Tokyo,JP,ams,ewr,0,"));
    QVERIFY(csv.contains("guess,Chicago,US,ewr,ewr,1,\n"));
    click("lessonBack");
    QCOMPARE(run().at(), std::size_t{0});
    click("lessonNext");
    QCOMPARE(run().score()->points, 3); // what was answered stays answered
    program_->window().classroom().leave();
}

void TestLessons::paints() {
    program_->window().classroom().predict(true);
    QVERIFY(run().predicts());
    auto *map = program_->window().map().map();
    QTRY_VERIFY(map->painting());
    const World &world = *workspace().results.world();
    const City &chicago = world.city(world.city_by_id.at("chicago-us"));
    emit map->painted(map->positionOf({chicago.place.lat, chicago.place.lon}));
    QVERIFY(run().answer().marks.contains("chicago-us"));
    QVERIFY(!run().answer().marks.contains("berlin-de"));
    const Scenario before = workspace().document.scenario();
    click("lessonCheck");
    QTRY_VERIFY(run().score());
    QVERIFY(run().score()->points < 10);
    QVERIFY(workspace().document.scenario() == before);
    program_->window().classroom().leave();
    QVERIFY(!map->painting());
}

void TestLessons::asksAboutOtherCities() {
    program_->window().classroom().predict(false);
    const auto before = run().step().question->cities;
    QVERIFY(!before.empty());
    emit program_->window().map().map()->cityClicked(QStringLiteral("lima-pe"));
    QCOMPARE(run().step().question->cities.size(), before.size() + 1);
    QCOMPARE(marks()->city(), QStringLiteral("lima-pe"));
    program_->window().classroom().leave();
}

void TestLessons::refusesBrokenLessons() {
    const Scenario before = workspace().document.scenario();
    const QString broken = folder_.filePath(QStringLiteral("broken"));
    QVERIFY(QDir().mkpath(broken));
    const auto copy = [&](const char *name, const QByteArray &from, const QByteArray &to) {
        QFile file(QStringLiteral(CATCHMENT_RESOURCES "/lessons/01-one-address/") + QLatin1String(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        QVERIFY(from.isEmpty() || text.contains(from));
        write_file((broken + '/' + QLatin1String(name)).toStdString(), text.replace(from, to).toStdString());
    };
    copy("text.md", {}, {});
    copy("start.catchment.json", {}, {});
    QSignalSpy failed(&program_->window().classroom(), &Classroom::failed);
    const std::vector<std::array<const char *, 3>> ways = {
        {R"("id": "who",)", R"("id": "who", "next": "nothing",)", "unknown step 'nothing'"},
        {R"("id": "who",)", R"("id": "who", "next": "guess",)", "a loop"},
        {"start.catchment.json", "other.catchment.json", "which is not there"},
        {"berlin-de", "berlin-xx", "unknown city 'berlin-xx'"}};
    for (const auto &[from, to, says] : ways) {
        copy("lesson.json", from, to);
        program_->window().classroom().open(broken);
        QCOMPARE(failed.size(), 1);
        const QString text = failed.takeFirst().first().toString();
        QVERIFY2(text.contains(QLatin1String(says)) && text.contains(QStringLiteral("lesson.json:")), qPrintable(text));
        QVERIFY(!run().running());
        QVERIFY(workspace().document.scenario() == before);
    }
}

void TestLessons::gradesTenFiles() {
    QFile sample(folder_.filePath(QStringLiteral("01-one-address.catchment-answers.json")));
    QVERIFY(sample.open(QIODevice::ReadOnly));
    const QByteArray good = sample.readAll();
    std::vector<std::string> files;
    for (int i = 0; i < 10; ++i) {
        files.push_back((folder_.path() + QStringLiteral("/hand-in-%1.json").arg(i)).toStdString());
        write_file(files.back(), (i == 6 ? good.left(good.size() / 2) : good).toStdString());
    }
    std::ostringstream out, err;
    std::streambuf *const old_out = std::cout.rdbuf(out.rdbuf());
    std::streambuf *const old_err = std::cerr.rdbuf(err.rdbuf());
    const int status = run_command(grade_command(), files);
    std::cout.rdbuf(old_out);
    std::cerr.rdbuf(old_err);
    QCOMPARE(status, static_cast<int>(Failed));
    const QString table = QString::fromStdString(out.str());
    QCOMPARE(table.count(QLatin1Char('\n')), 10); // a head and nine
    QCOMPARE(table.count(QStringLiteral("100 %")), 9);
    QVERIFY(!table.contains(QStringLiteral("hand-in-6")));
    const QString line = QString::fromStdString(err.str());
    QCOMPARE(line.count(QLatin1Char('\n')), 1);
    QVERIFY2(line.contains(QStringLiteral("hand-in-6.json:")), qPrintable(line));
}

void TestLessons::presents() {
    PresentMode &mode = program_->window().presentMode();
    const int usual = QApplication::font().pixelSize();
    mode.set(true);
    QVERIFY(QApplication::font().pixelSize() > usual);
    QCOMPARE(workspace().appearance.mode(), Appearance::Mode::Projector);
    QVERIFY(get<QToolBar>("commandToolbar")->isHidden());
    QVERIFY(get<QDockWidget>("regionsDock")->isHidden());
    QVERIFY(get<QLabel>("presentKeys")->isVisible());
    mode.set(false);
    QCOMPARE(QApplication::font().pixelSize(), usual);
    QVERIFY(!get<QToolBar>("commandToolbar")->isHidden());
    QVERIFY(!get<QDockWidget>("regionsDock")->isHidden());
    QVERIFY(!get<QLabel>("presentKeys"));
}

/// Whichever began first, the window is as it was when both have ended.
void TestLessons::presentsALesson() {
    PresentMode &mode = program_->window().presentMode();
    for (const bool lesson_first : {true, false}) {
        lesson_first ? start("01-one-address") : mode.set(true);
        lesson_first ? mode.set(true) : start("01-one-address");
        QVERIFY(get<QToolBar>("commandToolbar")->isHidden());
        lesson_first ? program_->window().classroom().leave() : mode.set(false);
        QCOMPARE(get<QToolBar>("commandToolbar")->isHidden(), lesson_first);
        lesson_first ? mode.set(false) : program_->window().classroom().leave();
        for (const char *dock : {"regionsDock", "journeyDock", "chartsDock"}) {
            QVERIFY2(!get<QDockWidget>(dock)->isHidden(), dock);
        }
        QVERIFY(!get<QToolBar>("commandToolbar")->isHidden());
        QVERIFY(get<QDockWidget>("lessonDock")->isHidden());
    }
}

/// The panel in which a task is done is there, and a task to open one is done by opening it.
void TestLessons::seesPanels() {
    Lesson lesson = read_lesson(CATCHMENT_RESOURCES "/lessons/01-one-address");
    lesson.steps.resize(2);
    LessonStep &step = lesson.steps.front();
    step.question.reset();
    step.task = LessonTask{};
    step.task->scenario = JsonValue::parse(R"({"faults": {"regions": ["ewr"]}})", "keys");
    lesson.steps.back() = step;
    lesson.steps.back().next = 2;
    lesson.steps.back().task = LessonTask{};
    lesson.steps.back().task->panel = "rtt";
    workspace().document.undoStack().setClean();
    run().start(lesson);
    QTRY_VERIFY(solved());
    QTRY_VERIFY(get<QWidget>("faultsPage")->isVisible());
    perform(*run().step().task);
    QTRY_VERIFY(run().complete());
    click("lessonNext");
    QVERIFY(!run().complete());
    get<QDockWidget>("chartsDock")->show();
    auto *tabs = qobject_cast<QTabWidget *>(get<QWidget>("rttPage")->parentWidget()->parentWidget());
    QVERIFY(tabs);
    tabs->setCurrentWidget(get<QWidget>("rttPage"));
    QTRY_VERIFY(run().complete());
    program_->window().classroom().leave();
}

/// However long the text is before it, the answer's first words are in view.
void TestLessons::answersAreSeen() {
    start("11-where-the-data-lives");
    answer();
    const auto *text = get<QTextBrowser>("lessonText");
    const QTextCursor first = text->document()->find(QStringLiteral("Berlin reads in Amsterdam"));
    QVERIFY(!first.isNull());
    QTRY_VERIFY(text->viewport()->rect().contains(text->cursorRect(first).center()));
    QTest::qWait(100); // nothing comes after it
    QVERIFY(text->viewport()->rect().contains(text->cursorRect(first).center()));
}

void TestLessons::printsWorksheets() {
    LessonSolver solver(workspace().results.world());
    for (const Lesson &lesson : read_lessons(CATCHMENT_RESOURCES "/lessons")) {
        const Worksheet blank(lesson, solver, false);
        const Worksheet full(lesson, solver, true);
        QVERIFY(!blank.picture().isNull());
        for (const LessonStep &step : lesson.steps) {
            QVERIFY(blank.markdown().contains(QString::fromStdString(step.heading)));
            if (!step.answer.empty()) {
                QVERIFY(!blank.markdown().contains(QString::fromStdString(step.answer)));
                QVERIFY(full.markdown().contains(QString::fromStdString(step.answer)));
            }
        }
    }
    const Lesson lesson = read_lesson(CATCHMENT_RESOURCES "/lessons/01-one-address");
    const QString file = folder_.filePath(QStringLiteral("sheet.pdf"));
    Worksheet(lesson, solver, true).writePdf(file);
    QFile pdf(file);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    const QByteArray bytes = pdf.readAll();
    QVERIFY(bytes.startsWith("%PDF"));
    // Nothing tells when it was written: the day is that of the world.
    const QString day = QString::fromStdString(workspace().results.world()->date).remove(QLatin1Char('-'));
    QVERIFY(bytes.contains("/CreationDate (D:" + day.toLatin1() + "000000Z"));
}

QTEST_MAIN(TestLessons)
#include "tst_lessons.moc"
