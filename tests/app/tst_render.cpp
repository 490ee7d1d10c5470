// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "io/files.h"
#include "io/scenario_io.h"
#include "maps/fonts.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <iostream>
#include <sstream>

using namespace catchment;
using namespace catchment::app;

namespace {

struct Result {
    int status = 0;
    QString err;
};

Result run(const Command &command, const QStringList &words) {
    std::vector<std::string> plain;
    for (const QString &word : words) {
        plain.push_back(word.toStdString());
    }
    std::ostringstream err;
    std::streambuf *const old_err = std::cerr.rdbuf(err.rdbuf());
    const int status = run_command(command, plain);
    std::cerr.rdbuf(old_err);
    return {status, QString::fromStdString(err.str())};
}

QByteArray content(const QString &file) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

} // namespace

/// `catchment render` and `catchment animate` as a person types them, on the built-in world.
class TestRender : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString path(const QString &name) const { return folder_.filePath(name); }
    QStringList left() const { return QDir(folder_.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot); }

private slots:
    void initTestCase() { maps::load_fonts(); }
    void init() {
        folder_.remove();
        QVERIFY(QDir().mkpath(folder_.path()));
    }

    void everyFormatTwice_data() {
        QTest::addColumn<QString>("ending");
        for (const char *ending : {"png", "svg", "pdf"}) {
            QTest::newRow(ending) << QString::fromLatin1(ending);
        }
    }

    void everyFormatTwice() {
        QFETCH(QString, ending);
        for (const char *name : {"a.", "b."}) {
            const Result result =
                run(render_command(), {"-o", path(QLatin1String(name) + ending), "--size", "640x360"});
            QVERIFY2(result.status == Done, qPrintable(result.err));
        }
        QVERIFY(content(path("a." + ending)).size() > 10'000);
        QCOMPARE(content(path("a." + ending)), content(path("b." + ending)));
    }

    void aPresetIsOverriddenByWhatIsSaid() {
        QCOMPARE(run(render_command(), {"-o", path("a.png"), "--preset", "slide"}).status, int(Done));
        QCOMPARE(QImage(path("a.png")).size(), QSize(1920, 1080));
        QCOMPARE(run(render_command(),
                     {"-o", path("a.png"), "--preset", "paper-column", "--size", "300x200", "--dpi", "150"})
                     .status,
                 int(Done));
        const QImage image(path("a.png"));
        QCOMPARE(image.size(), QSize(300, 200));
        QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 150);
        QCOMPARE(run(render_command(), {"-o", path("a.png"), "--preset", "transparent", "--size", "300x200"}).status,
                 int(Done));
        QCOMPARE(qAlpha(QImage(path("a.png")).pixel(1, 100)), 0);
    }

    void severalScenariosMakeOneFigure() {
        Scenario scenario = story();
        write_file(path("a.json").toStdString(), write_scenario(scenario));
        scenario.title = "Three regions";
        scenario.regions.push_back("nrt");
        write_file(path("b.json").toStdString(), write_scenario(scenario));
        Result result = run(render_command(), {path("a.json"), path("b.json"), "-o", path("both.svg")});
        QVERIFY2(result.status == Done, qPrintable(result.err));
        const QByteArray both = content(path("both.svg"));
        QCOMPARE(both.count(">Two regions<"), 1);
        QCOMPARE(both.count(">Three regions<"), 1);
        QVERIFY(both.contains("id=\"land-2\""));
        result = run(render_command(), {path("a.json"), path("b.json"), "--difference", "-o", path("moved.svg")});
        QVERIFY2(result.status == Done, qPrintable(result.err));
        const QByteArray moved = content(path("moved.svg"));
        QVERIFY(moved.contains("users moved"));
        QVERIFY(moved.contains("id=\"cells-nrt\""));
        QVERIFY(!moved.contains("id=\"land-2\""));
    }

    void operatorsWithoutACommonLegendAreRefused() {
        write_file(path("a.json").toStdString(), write_scenario(story()));
        write_file(path("b.json").toStdString(),
                   R"({"format": "catchment-scenario", "version": 1, "regions": ["lhr"], "operator":
                       {"asn": 64500, "name": "Example", "prefix": "192.0.2.0/24", "regions": [
                        {"code": "lhr", "name": "London", "lat": 51.51, "lon": -0.13,
                         "sessions": [{"asn": 1299, "relationship": "provider"}]}]}})");
        const Result result = run(render_command(), {path("a.json"), path("b.json"), "-o", path("both.svg")});
        QVERIFY2(result.err.contains("other regions"), qPrintable(result.err));
        QCOMPARE(result.status, int(WrongInput));
        QVERIFY(!left().contains("both.svg"));
        // Alone it is drawn, and what happens to its regions is shown.
        Result alone = run(render_command(), {path("b.json"), "-o", path("own.svg"), "--size", "320x180"});
        QVERIFY2(alone.status == Done, qPrintable(alone.err));
        QVERIFY(content(path("own.svg")).contains("id=\"cells-lhr\""));
    }

    /// What the scenario in a bundle says makes the same files again.
    void aBundleMakesItselfAgain() {
        Result result = run(render_command(), {"--bundle", path("figure"), "--size", "640x360", "--title", "Anew",
                                               "--without", "date", "--caption", "As seen"});
        QVERIFY2(result.status == Done, qPrintable(result.err));
        const QDir bundle(path("figure"));
        QCOMPARE(bundle.entryList(QDir::Files, QDir::Name),
                 (QStringList{"README.txt", "make.sh", "map.catchment.json", "map.csv", "map.geojson", "map.pdf",
                              "map.png", "map.svg"}));
        QVERIFY(QFileInfo(bundle.filePath("make.sh")).isExecutable());
        const QString scenario = bundle.filePath("map.catchment.json");
        for (const char *name : {"map.png", "map.svg", "map.pdf"}) {
            result = run(render_command(), {scenario, "-o", path(QLatin1String(name))});
            QVERIFY2(result.status == Done, qPrintable(result.err));
            QCOMPARE(content(path(QLatin1String(name))), content(bundle.filePath(QLatin1String(name))));
        }
        for (const char *format : {"csv", "geojson"}) {
            const QString name = QStringLiteral("map.") + QLatin1String(format);
            QCOMPARE(run(solve_command(), {scenario, "--format", format, "-o", path(name)}).status, int(Done));
            QCOMPARE(content(path(name)), content(bundle.filePath(name)));
        }
        // A folder of such files is replaced, any other is not touched.
        QCOMPARE(run(render_command(), {scenario, "--bundle", path("figure")}).status, int(Done));
        write_file(bundle.filePath("mine.txt").toStdString(), "mine");
        QCOMPARE(run(render_command(), {scenario, "--bundle", path("figure")}).status, int(Failed));
        QVERIFY(bundle.exists("mine.txt"));
    }

    void animations_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("flows") << "a.gif" << QStringList{} << QByteArray("GIF89a");
        QTest::newRow("webp") << "a.webp" << QStringList{"--once"} << QByteArray("RIFF");
        QTest::newRow("event") << "a.gif" << QStringList{"--event", "withdraw ams"} << QByteArray("GIF89a");
    }

    void animations() {
        QFETCH(QString, file);
        QFETCH(QStringList, words);
        QFETCH(QByteArray, begins);
        const QStringList all =
            QStringList{"-o", path(file), "--size", "320x180", "--seconds", "1", "--fps", "8"} + words;
        const Result result = run(animate_command(), all);
        QVERIFY2(result.status == Done, qPrintable(result.err));
        const QByteArray first = content(path(file));
        QVERIFY(first.startsWith(begins));
        QVERIFY(result.err.isEmpty()); // no bar where there is no terminal
        QCOMPARE(run(animate_command(), all).status, int(Done));
        QCOMPARE(content(path(file)), first);
        QCOMPARE(left(), QStringList{file});
    }

    void wrongWords_data() {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *command, const QStringList &words, int status,
                            const char *says) {
            QTest::newRow(name) << QString::fromLatin1(command) << words << status << QString::fromLatin1(says);
        };
        row("no output", "render", {}, WrongInput, "expected -o MAP.png");
        row("ending", "render", {"-o", "map.bmp"}, WrongInput, "unknown ending; expected .png, .svg or .pdf");
        row("no ending", "render", {"-o", "map"}, WrongInput, "unknown ending");
        row("size of zero", "render", {"-o", "a.png", "--size", "0x0"}, WrongInput, "from 16 to 30000");
        row("size of a million", "render", {"-o", "a.png", "--size", "1000000x1000000"}, WrongInput,
            "from 16 to 30000");
        row("too many pixels", "render", {"-o", "a.png", "--size", "15000x10001"}, WrongInput, "150 megapixels");
        row("preset", "render", {"-o", "a.png", "--preset", "wall"}, WrongInput, "slide");
        row("part", "render", {"-o", "a.png", "--without", "legend,map"}, WrongInput, "'map'");
        row("dpi", "render", {"-o", "a.png", "--dpi", "0"}, WrongInput, "--dpi");
        row("difference of one", "render", {"-o", "a.png", "--difference"}, WrongInput, "expected the one before");
        row("both outputs", "render", {"-o", "a.png", "--bundle", "b"}, WrongInput, "expected one of them");
        row("unwritable", "render", {"-o", "/proc/none/a.png", "--size", "64x64"}, Failed, "cannot be written");
        row("film's ending", "animate", {"-o", "a.png"}, WrongInput, "expected .gif, .webp or .mp4");
        row("event", "animate", {"-o", "a.gif", "--event", "explode ams"}, WrongInput, "--event");
        row("rate", "animate", {"-o", "a.gif", "--fps", "0"}, WrongInput, "--fps");
        row("length", "animate", {"-o", "a.gif", "--seconds", "1e9"}, WrongInput, "--seconds");
    }

    void wrongWords() {
        QFETCH(QString, command);
        QFETCH(QStringList, words);
        QFETCH(int, status);
        QFETCH(QString, says);
        const QString before = QDir::currentPath();
        QDir::setCurrent(folder_.path());
        const Result result = run(command == u"render" ? render_command() : animate_command(), words);
        QDir::setCurrent(before);
        QVERIFY2(result.err.contains(says), qPrintable(result.err));
        QCOMPARE(result.err.count(QLatin1Char('\n')), 1);
        QCOMPARE(result.status, status);
        QVERIFY(left().isEmpty());
    }

    void aFolderInTheWay() {
        QVERIFY(QDir(folder_.path()).mkdir("map.png"));
        const Result result = run(render_command(), {"-o", path("map.png"), "--size", "64x64"});
        QVERIFY2(result.err.contains("is a folder"), qPrintable(result.err));
        QCOMPARE(result.status, int(Failed));
        QCOMPARE(left(), QStringList{"map.png"});
    }
};

QTEST_MAIN(TestRender)
#include "tst_render.moc"
