// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/security_edits.h"

#include <QTest>

using namespace catchment;
using namespace catchment::app;

/// Hijacks and who believes them: what each edit is called, and that its opposite leaves nothing behind.
class TestSecurityEdits : public QObject {
    Q_OBJECT

private slots:
    void hijacks();
    void forgesTheOrigin();
    void validates();
    void roas();
};

void TestSecurityEdits::hijacks() {
    const Hijack hijack{Asn{4755}, "mumbai-in", 24, {Asn{4755}}};
    const Edit edit = setHijack(story(), hijack);
    QCOMPARE(edit.name, QStringLiteral("Hijack by AS4755 with a /24"));
    QVERIFY(edit.scenario.security.hijack == hijack);
    const Edit end = clearHijack(edit.scenario);
    QCOMPARE(end.name, QStringLiteral("End the hijack"));
    QVERIFY(end.scenario == story());
}

void TestSecurityEdits::forgesTheOrigin() {
    const Operator op{Asn{64500}, "Example", {0xC0000200, 24}, {}, {}};
    QCOMPARE(hijackPath(Asn{10}, op, false), std::vector<Asn>{Asn{10}});
    QCOMPARE(hijackPath(Asn{10}, op, true), (std::vector<Asn>{Asn{10}, Asn{64500}}));
}

void TestSecurityEdits::validates() {
    Edit edit = setOriginValidation(story(), {Asn{7922}, Asn{1299}, Asn{7922}});
    QCOMPARE(edit.name, QStringLiteral("Origin validation by 2 networks"));
    QCOMPARE(edit.scenario.security.origin_validation, (std::vector<Asn>{Asn{1299}, Asn{7922}}));
    edit = setOriginValidation(edit.scenario, {Asn{174}});
    QCOMPARE(edit.name, QStringLiteral("Origin validation by AS174"));
    edit = setOriginValidation(edit.scenario, {});
    QCOMPARE(edit.name, QStringLiteral("No origin validation"));
    QVERIFY(edit.scenario == story());
}

void TestSecurityEdits::roas() {
    const Edit none = setDefaultRoa(story(), false);
    QCOMPARE(none.name, QStringLiteral("No ROA"));
    QVERIFY(none.scenario.security.roas && none.scenario.security.roas->empty());
    QVERIFY(setDefaultRoa(none.scenario, true).scenario == story());
}

QTEST_APPLESS_MAIN(TestSecurityEdits)
#include "tst_security_edits.moc"
