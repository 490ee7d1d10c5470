// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "import/access_shares.h"
#include "io/world_reader.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <random>
#include <set>

using namespace catchment;

/// Whose users the built-in cities are when only some of the built-in networks exist.
class TestAccessShares : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void allNetworks();
    void someNetworks();
    void aCountryWithoutItsNetworks();

private:
    std::vector<AccessCandidate> candidates() const;
    std::shared_ptr<const World> world_;
};

namespace {

std::map<Asn, double> shares_of(const AccessShares &shares, CityId city) {
    std::map<Asn, double> out;
    for (const auto &row : shares.rows) {
        if (row.city == city) {
            out.emplace(row.asn, row.share);
        }
    }
    return out;
}

} // namespace

void TestAccessShares::initTestCase() { world_ = read_world(CATCHMENT_RESOURCES "/world"); }

std::vector<AccessCandidate> TestAccessShares::candidates() const {
    std::vector<AccessCandidate> out;
    for (const Network &n : world_->networks) {
        out.push_back({n.asn, n.country, n.asn.value % 10, n.kind == NetworkKind::Access});
    }
    return out;
}

void TestAccessShares::allNetworks() {
    const AccessShares shares = access_shares(*world_, candidates());
    QCOMPARE(shares.rows.size(), world_->access.size());
    for (std::size_t i = 0; i < shares.rows.size(); ++i) {
        QVERIFY(shares.rows[i].city == world_->access[i].city);
        QCOMPARE(shares.rows[i].asn.value, world_->network(world_->access[i].network).asn.value);
        QCOMPARE(shares.rows[i].share, world_->access[i].share);
    }
    QVERIFY(shares.kept > 2000);
    QCOMPARE(shares.scaled + shares.by_country + shares.by_links + shares.by_nearest, std::size_t{0});
}

/// With any of the networks left, every user is served, by networks that are left, and no city is counted twice.
void TestAccessShares::someNetworks() {
    const auto with_users = static_cast<std::size_t>(
        std::ranges::count_if(world_->cities, [](const City &city) { return city.users > 0; }));
    AccessShares all;
    for (const std::uint64_t keep_one_in : {2, 3, 10, 100}) {
        std::mt19937_64 dice(keep_one_in);
        std::vector<AccessCandidate> left = candidates();
        std::erase_if(left, [&](const AccessCandidate &) { return dice() % keep_one_in != 0; });
        QVERIFY(!left.empty());
        const AccessShares shares = access_shares(*world_, left);
        QCOMPARE(shares.kept + shares.scaled + shares.by_country + shares.by_links + shares.by_nearest, with_users);
        std::map<CityId, double> sums;
        std::set<Asn> there;
        for (const AccessCandidate &c : left) {
            there.insert(c.asn);
        }
        for (std::size_t i = 0; i < shares.rows.size(); ++i) {
            sums[shares.rows[i].city] += shares.rows[i].share;
            QVERIFY(there.contains(shares.rows[i].asn));
            QVERIFY(
                i == 0 || shares.rows[i - 1].city < shares.rows[i].city ||
                (shares.rows[i - 1].city == shares.rows[i].city && shares.rows[i - 1].share >= shares.rows[i].share));
        }
        for (std::size_t c = 0; c < world_->cities.size(); ++c) {
            QVERIFY(world_->cities[c].users == 0 || std::abs(sums[CityId(c)] - 1) < 1e-9);
        }
        all.scaled += shares.scaled;
        all.by_country += shares.by_country;
        all.by_links += shares.by_links;
        all.by_nearest += shares.by_nearest;
    }
    QVERIFY(all.scaled > 0 && all.by_country > 0 && all.by_links > 0 && all.by_nearest > 0);
}

void TestAccessShares::aCountryWithoutItsNetworks() {
    const CityId paris = world_->city_by_id.at("paris-fr");
    // None of those that serve France, but one of its networks that has links.
    std::vector<AccessCandidate> left = candidates();
    std::set<Asn> french;
    for (std::size_t c = 0; c < world_->cities.size(); ++c) {
        if (world_->cities[c].country == "FR") {
            for (const AccessShare &s : world_->access_of(CityId(c))) {
                french.insert(world_->network(s.network).asn);
            }
        }
    }
    std::erase_if(left, [&](const AccessCandidate &c) { return french.contains(c.asn) || c.country == "FR"; });
    left.push_back({Asn{4'000'000'001}, "FR", 5, false});
    left.push_back({Asn{4'000'000'002}, "FR", 7, true});
    left.push_back({Asn{4'000'000'003}, "FR", 3, true});
    QVERIFY((shares_of(access_shares(*world_, left), paris) == std::map<Asn, double>{{Asn{4'000'000'002}, 1.0}}));
    // Without any of its own, as in the nearest city that has networks.
    left.resize(left.size() - 3);
    const AccessShares shares = access_shares(*world_, left);
    const std::map<Asn, double> lent = shares_of(shares, paris);
    QVERIFY(!lent.empty());
    std::optional<CityId> nearest;
    for (std::size_t c = 0; c < world_->cities.size(); ++c) {
        const bool lends = std::ranges::any_of(world_->access_of(CityId(c)), [&](const AccessShare &s) {
            return !french.contains(world_->network(s.network).asn) && world_->network(s.network).country != "FR";
        });
        const auto km = [&](CityId city) {
            return great_circle_km(world_->city(city).place, world_->city(paris).place);
        };
        if (lends && world_->cities[c].country != "FR" && (!nearest || km(CityId(c)) < km(*nearest))) {
            nearest = CityId(c);
        }
    }
    QVERIFY(lent == shares_of(shares, nearest.value()));
}

QTEST_APPLESS_MAIN(TestAccessShares)
#include "tst_access_shares.moc"
