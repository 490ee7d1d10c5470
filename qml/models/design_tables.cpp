// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/models/design_tables.h"

#include "qml/models/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace catchment::qml {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Designs)
};

QString text(const std::string &words) { return QString::fromStdString(words); }

bool anybody(const Design &design) {
    const Summary &sum = design.catchments->summary;
    return sum.users - sum.unreached_users - design.journeys.failed_users > 0;
}

QString announced(const Design &design) {
    return design.announce == Announce::Everywhere ? Words::tr("every edge") : Words::tr("deployed only");
}

QString usersOrNothing(double users) { return users > 0.5 ? usersText(users) : QString(); }

} // namespace

TextTable designFigures(const EdgeStudy &study) {
    const Design &few = study.deployed;
    const Design &every = study.everywhere;
    TextTable out{{Words::tr("Whole journeys"), Words::tr("Deployed only"), Words::tr("Every edge")}, {}};
    const auto add = [&](const QString &name, auto figure) {
        out.rows.push_back({{name, figure(few), figure(every)}, {}, {}, {}});
    };
    const auto ms = [&](const QString &name, double JourneySummary::*value) {
        add(name, [value](const Design &d) { return anybody(d) ? msText(d.journeys.*value) : Words::tr("none"); });
    };
    ms(Words::tr("RTT, mean"), &JourneySummary::mean_rtt_ms);
    ms(Words::tr("RTT, median"), &JourneySummary::median_rtt_ms);
    ms(Words::tr("RTT, 95 % within"), &JourneySummary::p95_rtt_ms);
    ms(Words::tr("of it behind the edge, mean"), &JourneySummary::mean_proxy_rtt_ms);
    add(Words::tr("Backbone for a user, mean"), [](const Design &d) {
        const Summary &sum = d.catchments->summary;
        const double served = sum.users - sum.unreached_users - d.journeys.failed_users;
        return served > 0 ? kmText(d.journeys.user_km / served) : Words::tr("none");
    });
    add(Words::tr("Users who reach nothing"),
        [](const Design &d) { return usersText(d.catchments->summary.unreached_users); });
    add(Words::tr("Users whose requests fail"), [](const Design &d) { return usersText(d.journeys.failed_users); });
    return out;
}

TextTable designFailures(const EdgeStudy &study) {
    TextTable out{{Words::tr("Fails"), Words::tr("Announces"), Words::tr("New edge"), Words::tr("New instance"),
                   Words::tr("Broken")},
                  {}};
    std::vector<std::pair<const Design *, const RegionFailure *>> listed;
    std::vector<QString> names;
    // All that can happen at one region stands together.
    for (std::size_t i = 0; i < study.deployed.failures.size(); ++i) {
        const Region &region = study.deployed.catchments->op().regions[study.deployed.failures[i].region.index()];
        const QString whole = Words::tr("%1 %2").arg(text(region.code), text(region.name));
        listed.emplace_back(&study.deployed, &study.deployed.failures[i]);
        listed.emplace_back(&study.everywhere, &study.everywhere.failures[i]);
        listed.emplace_back(&study.everywhere, &study.everywhere.instance_failures[i]);
        names.insert(names.end(), {whole, whole, Words::tr("instances in %1").arg(text(region.code))});
    }
    const bool unserved =
        std::ranges::any_of(listed, [](const auto &failure) { return failure.second->unserved_users > 0.5; });
    if (unserved) {
        out.header << Words::tr("Not served");
    }
    for (std::size_t i = 0; i < listed.size(); ++i) {
        const auto &[design, f] = listed[i];
        QStringList cells{names[i], announced(*design), usersOrNothing(f->edge_users),
                          usersOrNothing(f->instance_users), usersOrNothing(f->broken_users)};
        if (unserved) {
            cells << usersOrNothing(f->unserved_users);
        }
        out.rows.push_back({cells, text(study.deployed.catchments->op().regions[f->region.index()].code), {}, {}});
    }
    return out;
}

TextTable designCities(const EdgeStudy &study) {
    TextTable out{{Words::tr("City"), Words::tr("Users"), Words::tr("Deployed only"), Words::tr("Every edge"),
                   Words::tr("Difference")},
                  {}};
    const World &world = study.deployed.catchments->world();
    const auto journey = [](const Design &design, CityId city) {
        return city_journey_ms(*design.catchments, design.behind, city);
    };
    constexpr double none = std::numeric_limits<double>::infinity(); // sorted behind the slowest
    const auto shown = [](std::optional<double> ms) { return ms ? msText(*ms) : Words::tr("none"); };
    for (std::size_t i = 0; i < world.cities.size(); ++i) {
        const City &city = world.cities[i];
        if (city.users == 0) {
            continue;
        }
        const auto few = journey(study.deployed, CityId(i));
        const auto every = journey(study.everywhere, CityId(i));
        const bool both = few && every;
        const auto users = static_cast<double>(city.users);
        const QString name = Words::tr("%1, %2").arg(text(city.name), text(city.country));
        const double difference = both ? *every - *few : none;
        out.rows.push_back(
            {{name, usersText(users), shown(few), shown(every), both ? signedMsText(difference) : QString()},
             {},
             text(city.id),
             {name, users, few.value_or(none), every.value_or(none), difference}});
    }
    std::ranges::stable_sort(out.rows, std::ranges::greater(),
                             [](const TextTable::Row &row) { return row.keys[1].toDouble(); });
    return out;
}

} // namespace catchment::qml
