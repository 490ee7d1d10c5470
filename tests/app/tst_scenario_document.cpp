// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/tuning_edits.h"
#include "app/files/scenario_document.h"
#include "io/world_reader.h"
#include "scenario/deploy_command.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace catchment;
using namespace catchment::app;

namespace {

void write(const QString &file, const QByteArray &text) {
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(text);
}

} // namespace

class TestScenarioDocument : public QObject {
    Q_OBJECT

private slots:
    void beginsWithTheStory();
    void everyEditIsNamedAndUndone();
    void anEditThatChangesNothingIsNotMade();
    void runsCommands();
    void savesAndOpens();
    void aBadFileLeavesTheWorkAlone();
    void anUnwritableFileIsSaid();
    void namesAreCheckedAgainstTheWorld();
};

void TestScenarioDocument::beginsWithTheStory() {
    ScenarioDocument document;
    QCOMPARE(document.scenario().regions, story().regions);
    QVERIFY(!document.isModified());
    QVERIFY(!document.before());
}

void TestScenarioDocument::everyEditIsNamedAndUndone() {
    ScenarioDocument document;
    const Scenario start = document.scenario();
    const QSignalSpy changed(&document, &ScenarioDocument::scenarioChanged);
    const std::pair<Edit, QString> edits[] = {
        {deployRegion(document.scenario(), "nrt", true), QStringLiteral("Deploy nrt")},
        {prepend(document.scenario(), {"ams", {}}, 2), QStringLiteral("Prepend 2 at ams")},
        {withhold(document.scenario(), {"ams", {}}, true), QStringLiteral("Withhold ams")},
        {noExport(document.scenario(), {"ams", {}}, true), QStringLiteral("NO_EXPORT at ams")},
        {failRegion(document.scenario(), "ewr", true), QStringLiteral("Fail ewr")},
        {deployOnly(document.scenario(), "sin"), QStringLiteral("Deploy only sin")},
    };
    for (const auto &[edit, name] : edits) {
        document.apply(edit);
        QCOMPARE(document.undoStack().undoText(), name);
        QVERIFY(document.isModified());
        QVERIFY(document.before());
        QVERIFY(*document.before() == start);
        document.undoStack().undo();
        QVERIFY(document.scenario() == start);
        QVERIFY(!document.before());
    }
    QCOMPARE(changed.count(), 12);
}

void TestScenarioDocument::anEditThatChangesNothingIsNotMade() {
    ScenarioDocument document;
    document.apply(deployRegion(document.scenario(), "sin", false));
    document.apply(prepend(document.scenario(), {"ams", {}}, 0));
    QCOMPARE(document.undoStack().count(), 0);
}

void TestScenarioDocument::runsCommands() {
    Operator op;
    op.regions.resize(2);
    op.regions[0].code = "ewr";
    op.regions[0].aliases = {"usa-east"};
    op.regions[1].code = "ams";
    const Edit edit = commandEdit(Scenario{}, QStringLiteral("fly  deploy -a my-app -r usa-east -r \"ams\""), op);
    QCOMPARE(edit.name, QStringLiteral("fly deploy -a my-app -r usa-east -r \"ams\""));
    QCOMPARE(edit.scenario.regions, (std::vector<std::string>{"ewr", "ams"}));
    QVERIFY_EXCEPTION_THROWN(commandEdit(Scenario{}, QStringLiteral("fly deploy -r amz"), op), CommandError);
}

void TestScenarioDocument::savesAndOpens() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("three.catchment.json"));
    ScenarioDocument document;
    const QSignalSpy used(&document, &ScenarioDocument::fileUsed);
    document.apply(deployRegion(document.scenario(), "nrt", true));
    document.apply(prepend(document.scenario(), {"ams", {}}, 3));
    QVERIFY(document.save(file));
    QVERIFY(!document.isModified());
    QCOMPARE(document.title(), QStringLiteral("three.catchment.json"));

    ScenarioDocument other;
    QVERIFY(other.open(file));
    QVERIFY(other.scenario() == document.scenario());
    QCOMPARE(other.undoStack().count(), 0);
    QCOMPARE(used.count(), 1);
}

void TestScenarioDocument::aBadFileLeavesTheWorkAlone() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("bad.catchment.json"));
    write(file, "{\n  \"format\": \"catchment-scenario\", \"version\": 1,\n  \"regoins\": [\"ams\"]\n}\n");
    ScenarioDocument document;
    document.apply(deployRegion(document.scenario(), "nrt", true));
    const Scenario work = document.scenario();
    const QSignalSpy failed(&document, &ScenarioDocument::failed);
    QVERIFY(!document.open(file));
    QCOMPARE(failed.count(), 1);
    const QString said = failed.front().front().toString();
    QVERIFY2(said.contains(QStringLiteral("bad.catchment.json:3:")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("regoins")), qPrintable(said));
    QVERIFY(document.scenario() == work);
    QCOMPARE(document.undoStack().count(), 1);
    QVERIFY(document.file().isEmpty());
    QVERIFY(!document.open(folder.filePath(QStringLiteral("not-there.json"))));
    QVERIFY(!document.open(folder.path()));
    QCOMPARE(failed.count(), 3);
}

void TestScenarioDocument::anUnwritableFileIsSaid() {
    ScenarioDocument document;
    document.apply(deployRegion(document.scenario(), "nrt", true));
    const QSignalSpy failed(&document, &ScenarioDocument::failed);
    QVERIFY(!document.save(QStringLiteral("/nowhere/at/all.catchment.json")));
    QCOMPARE(failed.count(), 1);
    QVERIFY(document.isModified());
    QVERIFY(document.file().isEmpty());
}

void TestScenarioDocument::namesAreCheckedAgainstTheWorld() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("unknown.catchment.json"));
    write(file, "{\n  \"format\": \"catchment-scenario\", \"version\": 1,\n  \"regions\": [\"amz\"]\n}\n");
    ScenarioDocument document;
    document.setWorld(read_world(CATCHMENT_RESOURCES "/world"));
    const QSignalSpy failed(&document, &ScenarioDocument::failed);
    QVERIFY(!document.open(file));
    const QString said = failed.front().front().toString();
    QVERIFY2(said.contains(QStringLiteral("ams")), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestScenarioDocument)
#include "tst_scenario_document.moc"
