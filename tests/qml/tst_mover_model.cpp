// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "builtin.h"
#include "qml/models/mover_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace catchment;
using qml::MoverModel;

class TestMoverModel : public QObject {
    Q_OBJECT

private slots:
    void isSound();
    void sumsByPairOfRegions();
    void showsTheCaptured();
    void saysWhatItComesTo();
    void saysWhatHappensBehindTheEdge();
};

void TestMoverModel::isSound() {
    MoverModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto before = testing::deployed({"ewr", "ams"});
    const auto after = testing::deployed({"ewr", "ams", "nrt"});
    model.setComparison(compare(*before, *after), after->op());
    QVERIFY(model.rowCount() > 0);
    model.setComparison(compare(*after, *before), after->op());
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestMoverModel::sumsByPairOfRegions() {
    const auto before = testing::deployed({"ewr", "ams"});
    const auto after = testing::deployed({"ewr", "ams", "nrt"});
    const Comparison comparison = compare(*before, *after);
    MoverModel model;
    model.setComparison(comparison, after->op());
    double users = 0;
    double last = std::numeric_limits<double>::infinity();
    for (int row = 0; row < model.rowCount(); ++row) {
        const double here =
            model.index(row, MoverModel::Users).data(static_cast<int>(MoverModel::Role::Sort)).toDouble();
        QVERIFY(here <= last);
        last = here;
        users += here;
    }
    QVERIFY(qAbs(users - comparison.moved_users) < 1);
    QCOMPARE(model.index(0, MoverModel::To).data().toString(), QStringLiteral("nrt"));
}

void TestMoverModel::showsTheCaptured() {
    Scenario scenario;
    scenario.regions = {"ewr"};
    const auto before = testing::solved(scenario);
    scenario.security.hijack = Hijack{Asn{4755}, "mumbai-in", 24, {Asn{4755}}};
    const auto after = testing::solved(scenario);
    MoverModel model;
    const Comparison comparison = compare(*before, *after);
    model.setComparison(comparison, after->op());
    QCOMPARE(model.rowCount(), 1); // everybody hears the /24
    QCOMPARE(model.index(0, MoverModel::From).data().toString(), QStringLiteral("ewr"));
    QCOMPARE(model.index(0, MoverModel::To).data().toString(), qml::hijackerCode());
    QCOMPARE(model.index(0, MoverModel::Gained).data().toString(), QStringLiteral("–"));
    QVERIFY(qml::comparisonSentence(comparison).contains(QStringLiteral("captured")));
}

void TestMoverModel::saysWhatItComesTo() {
    QCOMPARE(qml::comparisonSentence({}), QStringLiteral("Nobody moved."));
    Comparison comparison;
    comparison.moved_users = 312e6;
    comparison.gained_ms = 84;
    QCOMPARE(qml::comparisonSentence(comparison), QStringLiteral("312 M users moved, 84 ms faster on average."));
    comparison.gained_ms = -4.2;
    comparison.newly_unreached_users = 2e6;
    QCOMPARE(qml::comparisonSentence(comparison),
             QStringLiteral("312 M users moved, 4.2 ms slower on average, 2.0 M lost the app."));
}

/// A failed instance moves nobody, and breaks connections all the same.
void TestMoverModel::saysWhatHappensBehindTheEdge() {
    Scenario scenario;
    scenario.regions = {"ewr", "ams"};
    scenario.announce = Announce::Everywhere;
    const auto before = testing::solved(scenario);
    const auto sentence = [&](const Scenario &now) {
        const auto after = testing::solved(now);
        return qml::edgeSentence(compare(*before, *after), compare_edges(*before, *after).change, after->op());
    };
    QCOMPARE(sentence(scenario), QStringLiteral("Nobody moved to another edge. Everybody keeps their instance."));
    Scenario failed = scenario;
    failed.edge.instances = {{"ewr", 1, 1}};
    const QString words = sentence(failed);
    QVERIFY2(words.startsWith(QStringLiteral("Nobody moved to another edge. Another instance serves ")) &&
                 words.contains(QStringLiteral("most of them ams instead of ewr; the connections of ")),
             qPrintable(words));
    failed.edge.instances.push_back({"ams", 1, 1});
    QVERIFY(sentence(failed).contains(QStringLiteral("none instead of")));
}

QTEST_GUILESS_MAIN(TestMoverModel)
#include "tst_mover_model.moc"
