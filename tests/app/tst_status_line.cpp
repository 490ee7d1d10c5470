// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/status_line.h"
#include "maps/sample.h"

#include <QTest>

using namespace catchment;

/// The state in a line and in a sentence.
class TestStatusLine : public QObject {
    Q_OBJECT

private slots:
    void saysHowMuchIsContested();
    void saysWhatIsCaptured();
};

void TestStatusLine::saysHowMuchIsContested() {
    const auto sample = test::sample_catchments();
    QVERIFY(app::statusText(*sample, 1).contains(QStringLiteral("contested")));
    QVERIFY(!app::statusText(*sample, 1).contains(QStringLiteral("captured")));
    QVERIFY(!app::captionText(*sample, QStringLiteral("my-app")).contains(QStringLiteral("hijacks")));
}

void TestStatusLine::saysWhatIsCaptured() {
    const auto hijacked = test::hijacked_catchments();
    QVERIFY(hijacked->summary.captured_users > 0);
    QVERIFY(app::statusText(*hijacked, 1).contains(QStringLiteral("captured")));
    QVERIFY(!app::statusText(*hijacked, 1).contains(QStringLiteral("reach nothing")));
    QVERIFY(app::captionText(*hijacked, QStringLiteral("my-app"))
                .startsWith(QStringLiteral("Telecom MX (AS1002) hijacks the address and captures ")));
}

QTEST_GUILESS_MAIN(TestStatusLine)
#include "tst_status_line.moc"
