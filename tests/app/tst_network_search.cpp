// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/network_search.h"
#include "io/world_reader.h"
#include "world/spelling.h"

#include <QTest>

#include <algorithm>

using namespace catchment;
using namespace catchment::app;

/// Networks found by words: by number, by any part of the name, best connected first, and never more than asked for.
class TestNetworkSearch : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void wordsOfASearch();
    void anExactNumberComesFirst();
    void findsAllThatAnswer_data();
    void findsAllThatAnswer();

private:
    Asn asn(NetworkId id) const { return world_->network(id).asn; }

    std::shared_ptr<const World> world_;
    std::unique_ptr<NetworkSearch> search_;
};

void TestNetworkSearch::initTestCase() {
    world_ = read_world(CATCHMENT_RESOURCES "/world");
    search_ = std::make_unique<NetworkSearch>(world_);
}

void TestNetworkSearch::wordsOfASearch() {
    QCOMPARE(search_words("  AS1299,Télia  as"), (std::vector<std::string>{"1299", "telia", "as"}));
    QVERIFY(search_words(" , ").empty());
}

void TestNetworkSearch::anExactNumberComesFirst() {
    for (const char *words : {"1299", "AS1299", " as1299 "}) {
        const auto found = search_->find(words, 5);
        QCOMPARE(asn(found.networks.front()), Asn{1299});
        QCOMPARE(std::ranges::count(found.networks, found.networks.front()), 1);
    }
}

void TestNetworkSearch::findsAllThatAnswer_data() {
    QTest::addColumn<QString>("words");
    for (const char *words : {"", "telecom", "1", "12", "com tel", "nothing-is-called-so", "ORANGE", "net 7"}) {
        QTest::newRow(words) << QString::fromLatin1(words);
    }
}

void TestNetworkSearch::findsAllThatAnswer() {
    QFETCH(QString, words);
    const QStringList wanted = QString::fromStdString(folded(words.toStdString())).split(u' ', Qt::SkipEmptyParts);
    std::size_t expected = 0;
    for (const Network &network : world_->networks) {
        const QString name = QString::fromStdString(folded(network.name));
        const QString number = QString::number(network.asn.value);
        expected += std::ranges::all_of(
            wanted, [&](const QString &word) { return name.contains(word) || number.startsWith(word); });
    }
    const auto all = search_->find(words.toStdString(), 10'000);
    QCOMPARE(all.networks.size(), expected);
    QCOMPARE(all.more, std::size_t{0});
    const auto few = search_->find(words.toStdString(), 7);
    QCOMPARE(few.networks.size() + few.more, expected);
    QVERIFY(few.networks.size() <= 7);
    QVERIFY(std::equal(few.networks.begin(), few.networks.end(), all.networks.begin()));
    const std::size_t exact = !all.networks.empty() && QString::number(asn(all.networks[0]).value) == words;
    for (std::size_t i = 1 + exact; i < all.networks.size(); ++i) {
        QVERIFY(search_->neighbours(all.networks[i - 1]) >= search_->neighbours(all.networks[i]));
    }
}

QTEST_APPLESS_MAIN(TestNetworkSearch)
#include "tst_network_search.moc"
