// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/status_line.h"
#include "maps/sample.h"
#include "routing/solver.h"
#include "study/edge_study.h"

#include <QTest>

using namespace catchment;

/// The state in a line and in a sentence.
class TestStatusLine : public QObject {
    Q_OBJECT

private slots:
    void saysHowMuchIsContested();
    void saysWhatIsCaptured();
    void saysWhatIsBehindTheEdge();
};

void TestStatusLine::saysHowMuchIsContested() {
    const auto sample = test::sample_catchments();
    QVERIFY(app::statusText(*sample, {}, 1).contains(QStringLiteral("contested")));
    QVERIFY(!app::statusText(*sample, {}, 1).contains(QStringLiteral("captured")));
    QVERIFY(!app::captionText(*sample, {}, QStringLiteral("my-app")).contains(QStringLiteral("hijacks")));
}

void TestStatusLine::saysWhatIsCaptured() {
    const auto hijacked = test::hijacked_catchments();
    QVERIFY(hijacked->summary.captured_users > 0);
    QVERIFY(app::statusText(*hijacked, {}, 1).contains(QStringLiteral("captured")));
    QVERIFY(!app::statusText(*hijacked, {}, 1).contains(QStringLiteral("reach nothing")));
    QVERIFY(app::captionText(*hijacked, {}, QStringLiteral("my-app"))
                .startsWith(QStringLiteral("Telecom MX (AS1002) hijacks the address and captures ")));
}

void TestStatusLine::saysWhatIsBehindTheEdge() {
    const auto sample = test::sample_catchments();
    Scenario scenario = *sample->solution->scenario;
    QVERIFY(!scenario.regions.empty());
    scenario.announce = Announce::Everywhere;
    const auto words = [&] {
        const auto world = std::shared_ptr<const World>(sample, &sample->world());
        const auto every = catchments(Solver(world).solve(scenario));
        const BehindEdge behind = behind_edge(*every);
        return std::pair(app::statusText(*every, behind, 1),
                         app::captionText(*every, behind, QStringLiteral("my-app")));
    };
    const auto [status, caption] = words();
    QVERIFY2(status.contains(QStringLiteral(" to the instance")), qPrintable(status));
    QVERIFY2(caption.contains(QStringLiteral("goes on to the instances in ")), qPrintable(caption));
    for (const std::string &code : scenario.regions) {
        scenario.edge.instances.push_back({code, 1, 1});
    }
    const auto [none_status, none_caption] = words();
    QVERIFY2(none_status.contains(QStringLiteral("requests of ")) &&
                 !none_status.contains(QStringLiteral("to the instance")),
             qPrintable(none_status));
    QVERIFY2(none_caption.endsWith(QStringLiteral("No instance runs anywhere, so every request fails.")),
             qPrintable(none_caption));
}

QTEST_GUILESS_MAIN(TestStatusLine)
#include "tst_status_line.moc"
