// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "import/exchange_list.h"
#include "io/world_reader.h"

#include <QTest>

using namespace catchment;

/// Exchanges of other tables, found among those of the built-in world.
class TestExchangeList : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void known_data();
    void known();
    void unknown_data();
    void unknown();
    void baseKeepsItsIds();
    void twice();

private:
    std::shared_ptr<const World> world_;
    std::string id(ExchangeList &list, const QString &name, const QString &city) const {
        const ExchangeId x = list.find_or_add(name.toStdString(), world_->city_by_id.at(city.toStdString()));
        return list.all()[x.index()].id;
    }
};

void TestExchangeList::initTestCase() { world_ = read_world(CATCHMENT_RESOURCES "/world"); }

void TestExchangeList::known_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("city");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *name, const char *city, const char *id) {
        QTest::addRow("%s", name) << name << city << id;
    };
    row("DE-CIX Frankfurt", "frankfurt-de", "decix-fra");
    row("Equinix Ashburn", "ashburn-us", "eqix-dc");
    row("Equinix Chicago", "chicago-us", "eqix-ch");
    row("CoreSite - Any2 Chicago", "chicago-us", "any2-chi");
    row("SIX Seattle", "seattle-us", "six-sea");
    row("LINX LON1", "london-gb", "linx-lon");
    row("LINX LON2", "london-gb", "linx-lon");
    row("LONAP", "london-gb", "lonap");
    row("NYIIX", "new-york-us", "nyiix");
    row("IX.br (PTT.br) São Paulo", "sao-paulo-br", "ixbr-sp");
    row("France-IX", "paris-fr", "franceix-par");
}

void TestExchangeList::known() {
    QFETCH(QString, name);
    QFETCH(QString, city);
    QFETCH(QString, id);
    ExchangeList list(*world_);
    QCOMPARE(this->id(list, name, city), id.toStdString());
    QCOMPARE(list.all().size(), world_->exchanges.size());
}

void TestExchangeList::unknown_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("city");
    QTest::addColumn<QString>("id");
    QTest::newRow("elsewhere") << "DE-CIX Frankfurt"
                               << "berlin-de"
                               << "de-cix-frankfurt";
    QTest::newRow("another") << "KleyReX"
                             << "frankfurt-de"
                             << "kleyrex";
    QTest::newRow("nothing but common words") << "The Internet Exchange"
                                              << "seattle-us"
                                              << "the-internet-exchange";
    QTest::newRow("no ASCII letters") << "千"
                                      << "tokyo-jp"
                                      << "exchange";
    QTest::newRow("called like a city") << "Paris FR"
                                        << "berlin-de"
                                        << "paris-fr-2";
    QTest::newRow("called like an exchange") << "LONAP"
                                             << "berlin-de"
                                             << "lonap-2";
}

void TestExchangeList::unknown() {
    QFETCH(QString, name);
    QFETCH(QString, city);
    QFETCH(QString, id);
    ExchangeList list(*world_);
    QCOMPARE(this->id(list, name, city), id.toStdString());
    QCOMPARE(list.all().size(), world_->exchanges.size() + 1);
    QCOMPARE(list.all().back().name, name.toStdString());
}

void TestExchangeList::baseKeepsItsIds() {
    ExchangeList list(*world_);
    for (const Exchange &x : world_->exchanges) {
        QCOMPARE(id(list, QString::fromStdString(x.name), QString::fromStdString(world_->city(x.city).id)), x.id);
    }
    QCOMPARE(list.base_count(), world_->exchanges.size());
}

void TestExchangeList::twice() {
    ExchangeList list(*world_);
    QCOMPARE(id(list, "New IX", "berlin-de"), id(list, "new-ix", "berlin-de"));
    QVERIFY(id(list, "New IX", "berlin-de") != id(list, "New IX", "paris-fr"));
}

QTEST_APPLESS_MAIN(TestExchangeList)
#include "tst_exchange_list.moc"
