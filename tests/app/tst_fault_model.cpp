// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/scenario_edits.h"
#include "app/panels/fault_model.h"
#include "app/panels/row_delegate.h"
#include "io/world_reader.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace catchment;
using namespace catchment::app;

/// What can break, searched and ticked: what is broken stands first, never too many rows, and ticks only ask.
class TestFaultModel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void findsByWordsAndKind_data();
    void findsByWordsAndKind();
    void everyLinkIsFoundByItsNumbers();
    void showsAFewAndCountsTheRest();
    void whatIsBrokenStandsFirst();
    void ticksAsk();
    void showsUsers();

private:
    std::shared_ptr<const FaultSearch> search() const { return search_; }

    std::shared_ptr<const World> world_;
    std::shared_ptr<const FaultSearch> search_;
};

namespace {

QString line(const FaultModel &model, int row) {
    return model.index(row).data().toString() + u'|' + model.index(row).data(RowDelegate::Detail).toString();
}

} // namespace

void TestFaultModel::initTestCase() {
    world_ = read_world(CATCHMENT_RESOURCES "/world");
    search_ = std::make_shared<FaultSearch>(std::make_shared<NetworkSearch>(world_),
                                            std::shared_ptr<const Operator>(world_, &world_->own_operator));
}

void TestFaultModel::findsByWordsAndKind_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("first");
    const auto row = [](const char *words, Event::What kind, const char *first) {
        QTest::newRow(words) << QString::fromUtf8(words) << static_cast<int>(kind) << QString::fromUtf8(first);
    };
    row("amsterdam", Event::What::Region, "ams  Amsterdam|region");
    row("linx lon", Event::What::Exchange, "LINX London (LON1/LON2)|exchange · London");
    row("marea", Event::What::Cable, "Marea|submarine cable");
    row("as1299", Event::What::Network, "Arelion|network · AS1299");
    row("1299-3356", Event::What::Link, "Arelion – Lumen|link · AS1299–AS3356");
    row("as3356–as1299", Event::What::Link, "Arelion – Lumen|link · AS1299–AS3356");
    row("lumen arelion", Event::What::Link, "Arelion – Lumen|link · AS1299–AS3356");
    row("fly.io 1299", Event::What::Link, "Fly.io (illustrative) – Arelion|link · AS40509–AS1299");
}

void TestFaultModel::findsByWordsAndKind() {
    QFETCH(QString, words);
    QFETCH(int, kind);
    QFETCH(QString, first);
    FaultModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSearch(search());
    model.look(words, static_cast<Event::What>(kind));
    QVERIFY(model.rowCount() > 0);
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        lines << line(model, row);
        if (const Event *const fault = model.fault(row)) {
            QCOMPARE(static_cast<int>(fault->what), kind);
        }
    }
    QVERIFY2(lines.contains(first), qPrintable(lines.mid(0, 5).join(u'\n')));
    model.look(words, {}); // among everything as well
    lines.clear();
    for (int row = 0; row < model.rowCount(); ++row) {
        lines << line(model, row);
    }
    QVERIFY(lines.contains(first));
    model.look(words + QStringLiteral(" xyzzy"), {});
    QCOMPARE(model.rowCount(), 0);
}

void TestFaultModel::everyLinkIsFoundByItsNumbers() {
    for (std::size_t i = 0; i < world_->links.size(); i += 37) {
        const Asn a = world_->network(world_->links[i].a).asn;
        const Asn b = world_->network(world_->links[i].b).asn;
        const Event link{Event::Kind::Fail, Event::What::Link, {}, a, b};
        const auto found =
            search_->find(std::to_string(b.value) + "-" + std::to_string(a.value), Event::What::Link, 100'000);
        QVERIFY(std::ranges::find(found.faults, link) != found.faults.end());
    }
    const auto all = search_->find("", Event::What::Link, 1'000'000);
    QVERIFY(all.faults.size() > world_->links.size()); // the operator's as well
}

void TestFaultModel::showsAFewAndCountsTheRest() {
    FaultModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSearch(search());
    model.look({}, Event::What::Network);
    QCOMPARE(model.rowCount(), static_cast<int>(FaultModel::mostRows) + 1);
    const QModelIndex last = model.index(model.rowCount() - 1);
    QVERIFY(!model.fault(last.row()));
    QCOMPARE(last.flags(), Qt::ItemFlags());
    QVERIFY(last.data().toString().contains(
        QLocale().toString(static_cast<int>(world_->networks.size() - FaultModel::mostRows))));
}

void TestFaultModel::whatIsBrokenStandsFirst() {
    FaultModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSearch(search());
    Scenario s = failNetwork(story(), Asn{174}, true).scenario;
    s = failLink(s, Asn{3356}, Asn{1299}, true).scenario; // the other way round than in the world
    model.setScenario(s);
    QCOMPARE(model.broken(), std::size_t{2});
    QCOMPARE(model.fault(0)->asn, Asn{174});
    QCOMPARE(model.index(0).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    QVERIFY(model.index(0).data(RowDelegate::Bad).toBool());
    QCOMPARE(model.fault(1)->what, Event::What::Link);
    QVERIFY(!model.index(2).data(RowDelegate::Bad).toBool());
    model.look(QStringLiteral("arelion lumen"), {});
    QCOMPARE(model.fault(0)->what, Event::What::Link);
    int shown = 0; // once, not in both its spellings
    for (int row = 0; row < model.rowCount(); ++row) {
        shown += model.index(row).data(RowDelegate::Bad).toBool();
    }
    QCOMPARE(shown, 1);
    model.setScenario(story());
    QCOMPARE(model.broken(), std::size_t{0});
}

void TestFaultModel::ticksAsk() {
    FaultModel model;
    model.setSearch(search());
    model.look(QStringLiteral("marea"), Event::What::Cable);
    const QSignalSpy asked(&model, &FaultModel::faultRequested);
    QVERIFY(model.setData(model.index(0), static_cast<int>(Qt::Checked), Qt::CheckStateRole));
    QCOMPARE(asked.size(), 1);
    const Event fault = asked.front().front().value<Event>();
    QVERIFY(fault == (Event{Event::Kind::Fail, Event::What::Cable, "Marea", {}, {}}));
    QVERIFY(!isBroken(story(), fault)); // nothing has happened yet
    QCOMPARE(model.index(0).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
    model.setScenario(faultEdit(story(), fault).scenario);
    QVERIFY(!model.setData(model.index(0), static_cast<int>(Qt::Checked), Qt::CheckStateRole));
    QVERIFY(model.setData(model.index(0), static_cast<int>(Qt::Unchecked), Qt::CheckStateRole));
    QCOMPARE(asked.back().front().value<Event>().kind, Event::Kind::Repair);
}

void TestFaultModel::showsUsers() {
    FaultModel model;
    model.setSearch(search());
    model.look(QStringLiteral("1299"), Event::What::Network);
    QCOMPARE(model.index(0).data(RowDelegate::Figure).toString(), QString());
    model.setUsers([](const Event &fault) { return fault.asn == Asn{1299} ? std::optional(2e9) : std::nullopt; });
    QVERIFY(!model.index(0).data(RowDelegate::Figure).toString().isEmpty());
}

QTEST_APPLESS_MAIN(TestFaultModel)
#include "tst_fault_model.moc"
