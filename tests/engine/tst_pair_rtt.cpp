// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/csv.h"
#include "io/world_reader.h"
#include "study/pair_rtt.h"
#include "world/world_builder.h"

#include <QCryptographicHash>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <vector>

using namespace catchment;

/// RTT between places, on a drawn map and against measured pairs where those are at hand.
class TestPairRtt : public QObject {
    Q_OBJECT

private slots:
    void waysWithFewStretches();
    void measuredPairs();
};

//   a --100-- b --100-- c, and a --250-- c: two short stretches cost more than one that is longer
void TestPairRtt::waysWithFewStretches() {
    WorldBuilder builder;
    builder.set_operator(Asn{64500}, "Example", {});
    const auto add = [&](const char *id, double lon) {
        City city;
        city.id = id;
        city.name = id;
        city.country = "US";
        city.place = {0, lon};
        builder.add_city(std::move(city));
    };
    add("a", 0);
    add("b", 0.8);
    add("c", 1.6);
    builder.add_fibre("a", "b", 100, FibreKind::Terrestrial, "ab");
    builder.add_fibre("b", "c", 100, FibreKind::Terrestrial, "bc");
    builder.add_fibre("a", "c", 250, FibreKind::Terrestrial, "ac");
    LatencyModel model;
    model.km_per_ms = 200;
    model.detour = 1;
    model.access_ms = 0;
    model.stretch_km = 100;
    const PairRtt pairs(builder.build(), model);
    const auto ms = pairs.rtt_ms({0, 0}, {0, 1.6});
    QVERIFY(ms.has_value());
    QVERIFY(std::abs(*ms - 2 * (250 + 100) / 200.0) < 1e-9);
}

/// The half of the pairs that the constants were not fitted on.
void TestPairRtt::measuredPairs() {
    const std::string file = CATCHMENT_RESOURCES "/../../shared/reference/city_pings_2020.csv";
    if (!std::filesystem::exists(file)) {
        QSKIP("the measured pairs are not at hand");
    }
    const CsvTable table(file, {"from_lat", "from_lon", "to_lat", "to_lon", "min_rtt_ms", "from_city", "to_city"});
    const PairRtt pairs(read_world(CATCHMENT_RESOURCES "/world"));
    std::vector<double> errors;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const GeoPoint from{table.number(row, 0), table.number(row, 1)};
        const GeoPoint to{table.number(row, 2), table.number(row, 3)};
        const double measured = table.number(row, 4);
        const auto [first, second] = std::minmax({table.string(row, 5), table.string(row, 6)});
        const std::string name = first + "|" + second;
        const QByteArray hash = QCryptographicHash::hash(QByteArray::fromStdString(name), QCryptographicHash::Md5);
        const bool faster_than_light = measured < 2 * great_circle_km(from, to) / LatencyModel().km_per_ms;
        if (faster_than_light || static_cast<unsigned char>(hash[0]) % 2 == 0) {
            continue;
        }
        const auto ms = pairs.rtt_ms(from, to);
        QVERIFY(ms.has_value());
        errors.push_back(std::abs(*ms - measured) / measured);
    }
    std::ranges::sort(errors);
    QVERIFY(errors.size() > 3000);
    QVERIFY2(errors[errors.size() / 2] <= 0.12, qPrintable(QString::number(errors[errors.size() / 2])));
    QVERIFY2(errors[errors.size() * 9 / 10] <= 0.35, qPrintable(QString::number(errors[errors.size() * 9 / 10])));
}

QTEST_GUILESS_MAIN(TestPairRtt)
#include "tst_pair_rtt.moc"
