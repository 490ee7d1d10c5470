// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/map/hover_text.h"

#include "qml/map/live_map.h"
#include "qml/models/numbers.h"

#include <QStringList>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace catchment::qml {
namespace {

const QString separator = QStringLiteral(" · ");

QString text(const std::string &words) { return QString::fromStdString(words); }

std::optional<CityId> city_of(const World &world, const QString &id) {
    const auto found = world.city_by_id.find(id.toStdString());
    return found != world.city_by_id.end() ? std::optional(found->second) : std::nullopt;
}

QString region_share(const Catchments &catchments, const CityOutcome &city) {
    std::map<std::uint32_t, double> users;
    double reached = 0;
    for (const NetworkOutcome &outcome : catchments.outcomes_of(city.city))
        if (outcome.region) {
            users[outcome.region->value] += outcome.users;
            reached += outcome.users;
        }
    std::vector<std::pair<double, std::uint32_t>> order;
    for (const auto &[region, count] : users)
        order.emplace_back(-count, region);
    std::sort(order.begin(), order.end());
    QStringList words;
    for (const auto &[count, region] : order)
        words.append(QStringLiteral("%1 %2").arg(QString::fromStdString(catchments.op().regions[region].code),
                                                 shareText(-count / reached)));
    return words.join(QStringLiteral(", "));
}

HoverText region_text(const Catchments &catchments, const QString &code) {
    HoverText text;
    const auto region = find_region(catchments.op(), code.toStdString());
    if (!region)
        return text;
    const Region &its = catchments.op().regions[region->index()];
    text.title = QStringLiteral("%1 %2").arg(code, QString::fromStdString(its.name));
    if (const RegionOutcome *outcome = catchments.region(*region))
        text.detail = QStringList{LiveMap::tr("%1 users").arg(usersText(outcome->users)), shareText(outcome->share),
                                  LiveMap::tr("median %1").arg(msText(outcome->median_rtt_ms))}
                          .join(separator);
    return text;
}

HoverText city_text(const Catchments &catchments, const QString &id) {
    HoverText text;
    const auto found = catchments.world().city_by_id.find(id.toStdString());
    if (found == catchments.world().city_by_id.end())
        return text;
    const City &city = catchments.world().city(found->second);
    const CityOutcome &outcome = catchments.cities[found->second.index()];
    text.title = QStringLiteral("%1, %2").arg(QString::fromStdString(city.name), QString::fromStdString(city.country));
    QStringList words{LiveMap::tr("%1 users").arg(usersText(static_cast<double>(city.users)))};
    if (outcome.captured_share > 0)
        words.append(LiveMap::tr("%1 captured").arg(shareText(outcome.captured_share)));
    if (!outcome.region) {
        if (outcome.captured_share < 0.9995)
            words.append(LiveMap::tr("unreached"));
    } else {
        words.append(outcome.region_share < 0.995
                         ? region_share(catchments, outcome) + QLatin1Char(' ') + msText(outcome.rtt_ms)
                         : QStringLiteral("%1 %2").arg(
                               QString::fromStdString(catchments.op().regions[outcome.region->index()].code),
                               msText(outcome.rtt_ms)));
        if (outcome.not_nearest && outcome.nearest)
            words.append(LiveMap::tr("%1 is %2 nearer")
                             .arg(QString::fromStdString(catchments.op().regions[outcome.nearest->index()].code),
                                  kmText(outcome.region_km - outcome.nearest_km)));
        if (outcome.contested())
            words.append(LiveMap::tr("contested, %1 certain").arg(shareText(outcome.certainty)));
    }
    text.detail = words.join(separator);
    return text;
}

HoverText exchange_text(const World &world, const QString &id) {
    const auto found = world.exchange_by_id.find(id.toStdString());
    if (found == world.exchange_by_id.end())
        return {};
    const auto members = std::ranges::count(world.members, found->second, &Member::exchange);
    const Exchange &exchange = world.exchange(found->second);
    return {text(exchange.name), text(world.city(exchange.city).name) + separator +
                                     LiveMap::tr("%n member(s)", nullptr, static_cast<int>(members))};
}

HoverText fibre_text(const Catchments &catchments, const maps::FlowMap *flows, const QString &cities) {
    const World &world = catchments.world();
    const std::vector<SegmentId> segments = segments_of(world, cities);
    if (segments.empty())
        return {};
    QStringList names;
    for (const SegmentId segment : segments) {
        const QString name = text(world.fibre[segment.index()].name);
        if (!names.contains(name))
            names.append(name);
    }
    constexpr qsizetype most = 3;
    if (names.size() > most)
        names = names.first(most - 1) << LiveMap::tr("%1 more").arg(names.size() - most + 1);
    const FibreSegment &one = world.fibre[segments.front().index()];
    QStringList words{text(world.city(one.from).name) + QStringLiteral(" – ") + text(world.city(one.to).name),
                      kmText(one.metres / 1000.0)};
    const auto [low, high] = std::minmax(one.from, one.to);
    for (const maps::FlowLoad &load : flows ? flows->loads : std::vector<maps::FlowLoad>{})
        if (load.from == low && load.to == high)
            words.append(load.region
                             ? LiveMap::tr("%1 users to %2")
                                   .arg(usersText(load.users), text(catchments.op().regions[load.region->index()].code))
                             : LiveMap::tr("%1 users captured").arg(usersText(load.users)));
    return {names.join(QStringLiteral(" / ")), words.join(separator)};
}

} // namespace

HoverText hover_text(const Catchments &catchments, const maps::FlowMap *flows, const maps::Target &target) {
    switch (target.kind) {
    case maps::Target::Kind::Region:
        return region_text(catchments, target.id);
    case maps::Target::Kind::City:
        return city_text(catchments, target.id);
    case maps::Target::Kind::Exchange:
        return exchange_text(catchments.world(), target.id);
    case maps::Target::Kind::Fibre:
        return fibre_text(catchments, flows, target.id);
    case maps::Target::Kind::Cell:
        HoverText text = city_text(catchments, target.id);
        text.title = LiveMap::tr("Around %1").arg(text.title);
        return text;
    }
    return {};
}

std::vector<SegmentId> segments_of(const World &world, const QString &cities) {
    std::vector<SegmentId> result;
    const auto a = city_of(world, cities.section(QLatin1Char('|'), 0, 0));
    const auto b = city_of(world, cities.section(QLatin1Char('|'), 1));
    if (!a || !b)
        return result;
    for (std::size_t i = 0; i < world.fibre.size(); ++i)
        if (std::minmax(world.fibre[i].from, world.fibre[i].to) == std::minmax(*a, *b))
            result.emplace_back(i);
    std::stable_sort(result.begin(), result.end(), [&](SegmentId one, SegmentId other) {
        return world.fibre[one.index()].metres < world.fibre[other.index()].metres;
    });
    return result;
}

} // namespace catchment::qml
