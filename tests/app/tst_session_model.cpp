// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/row_delegate.h"
#include "app/panels/session_model.h"
#include "io/world_reader.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace catchment;
using namespace catchment::app;

/// How a region announces, as a list: the region first, then its sessions, each with what is in force.
class TestSessionModel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void listsTheRegionAndItsSessions();
    void showsWhatIsInForce();
    void addedSessionsStandLast();
    void tuningInWords();
    void rowsOfTheSameSessionsOnlyChange();

private:
    void show(SessionModel &model, const Scenario &scenario, const char *region) const {
        model.show(world_, scenario, world_->own_operator, region);
    }

    std::shared_ptr<const World> world_;
};

void TestSessionModel::initTestCase() { world_ = read_world(CATCHMENT_RESOURCES "/world"); }

void TestSessionModel::listsTheRegionAndItsSessions() {
    SessionModel model;
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 0);
    for (const Region &region : world_->own_operator.regions) {
        show(model, story(), region.code.c_str());
        const auto sessions = std::ranges::count_if(world_->own_operator.sessions, [&](const Session &s) {
            return world_->own_operator.regions[s.region.index()].code == region.code;
        });
        QCOMPARE(model.rowCount(), static_cast<int>(sessions) + 1);
        QVERIFY(!model.session(0));
        QVERIFY(!model.target(0).neighbour);
        QCOMPARE(model.target(0).region, region.code);
        for (int row = 1; row < model.rowCount(); ++row) {
            QCOMPARE(model.target(row).neighbour, std::optional(model.session(row)->neighbour));
        }
    }
}

void TestSessionModel::showsWhatIsInForce() {
    SessionModel model;
    Scenario s = prepend(story(), {"ams", {}}, 2).scenario;
    s = prepend(s, {"ams", Asn{1299}}, 0).scenario;
    s = withhold(s, {"ams", Asn{174}}, true).scenario;
    show(model, s, "ams");
    const auto figure = [&](std::optional<Asn> asn) {
        return model.index(model.rowOf(asn)).data(RowDelegate::Figure).toString();
    };
    const auto marked = [&](std::optional<Asn> asn) {
        return model.index(model.rowOf(asn)).data(RowDelegate::Marked).toBool();
    };
    QCOMPARE(figure({}), QStringLiteral("+2"));
    QCOMPARE(figure(Asn{1299}), QString());
    QCOMPARE(figure(Asn{174}), QStringLiteral("withheld"));
    QCOMPARE(figure(Asn{2914}), QStringLiteral("+2"));
    QVERIFY(marked({}) && marked(Asn{1299}) && marked(Asn{174}) && !marked(Asn{2914}));
    QVERIFY(model.index(model.rowOf(Asn{174})).data(RowDelegate::Dim).toBool());
}

void TestSessionModel::addedSessionsStandLast() {
    SessionModel model;
    const Scenario s = addSession(story(), {"ewr", Asn{4755}, Relationship::Peer, ""}).scenario;
    show(model, s, "ewr");
    const RegionSession &last = *model.session(model.rowCount() - 1);
    QVERIFY(last.added);
    QCOMPARE(last.neighbour, Asn{4755});
    QVERIFY(model.index(model.rowCount() - 1).data(RowDelegate::Detail).toString().contains(QStringLiteral("added")));
    // One that is there already is not listed twice.
    const Session &own = world_->own_operator.sessions.front();
    const std::string region = world_->own_operator.regions[own.region.index()].code;
    const Scenario same = addSession(story(), {region, world_->network(own.neighbour).asn, own.neighbour_is,
                                               own.via ? world_->exchange(*own.via).id : std::string()})
                              .scenario;
    show(model, story(), region.c_str());
    const int rows = model.rowCount();
    show(model, same, region.c_str());
    QCOMPARE(model.rowCount(), rows);
}

void TestSessionModel::tuningInWords() {
    Tuning tuning;
    QCOMPARE(tuningText(tuning), QString());
    tuning.prepend = 3;
    tuning.no_export = true;
    tuning.med = 10;
    QCOMPARE(tuningText(tuning), QStringLiteral("+3 · NO_EXPORT · MED 10"));
    tuning.withhold = true;
    QCOMPARE(tuningText(tuning), QStringLiteral("withheld"));
}

void TestSessionModel::rowsOfTheSameSessionsOnlyChange() {
    SessionModel model;
    show(model, story(), "ams");
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    show(model, prepend(story(), {"ams", {}}, 2).scenario, "ams");
    QCOMPARE(removed.size(), 0);
    QCOMPARE(changed.size(), 1);
    show(model, story(), "ewr");
    QCOMPARE(removed.size(), 1);
}

QTEST_APPLESS_MAIN(TestSessionModel)
#include "tst_session_model.moc"
