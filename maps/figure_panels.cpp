// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/figure_parts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace catchment::maps {
namespace {

constexpr double heading_size = 14, heading_height = 24, between = 12; // at 1280×720
constexpr double map_shape = 2.1;                                      // width to height of a map of the world

QString letter(std::size_t panel) {
    return panel < 26 ? QString(QLatin1Char(static_cast<char>('a' + panel))) : QString::number(panel + 1);
}

/// How many columns make the maps largest.
std::size_t columns_for(std::size_t panels, QSizeF room, double heading, double shape) {
    std::size_t best = 1;
    double largest = 0;
    for (std::size_t columns = 1; columns <= panels; ++columns) {
        const std::size_t rows = (panels + columns - 1) / columns;
        const double width = room.width() / static_cast<double>(columns);
        const double height = room.height() / static_cast<double>(rows) - heading;
        const double size = std::min(width, height * shape);
        if (size > largest * 1.02) {
            largest = size;
            best = columns;
        }
    }
    return best;
}

/// A row for each region that any panel has, with its share in each.
figure::Legend shared_legend(const figure::Sheet &sheet, const std::vector<FigurePanel> &panels) {
    figure::Legend legend;
    std::vector<const Catchments *> all;
    for (std::size_t i = 0; i < panels.size(); ++i) {
        legend.headings.push_back(letter(i));
        all.push_back(panels[i].catchments.get());
    }
    const Operator &op = all.front()->op();
    const auto most = [&](std::size_t region) {
        double users = -1;
        for (const Catchments *one : all)
            if (const RegionOutcome *outcome = one->region(RegionId(region)))
                users = std::max(users, outcome->users);
        return users;
    };
    std::vector<std::size_t> regions;
    for (std::size_t i = 0; i < op.regions.size(); ++i)
        if (most(i) >= 0)
            regions.push_back(i);
    std::stable_sort(regions.begin(), regions.end(), [&](std::size_t a, std::size_t b) { return most(a) > most(b); });
    for (const std::size_t i : regions) {
        figure::LegendRow row{QString::fromStdString(op.regions[i].code),
                              QString::fromStdString(op.regions[i].name),
                              sheet.theme().solid(region_colour(op.regions[i].code)),
                              {}};
        for (const Catchments *one : all) {
            const RegionOutcome *outcome = one->region(RegionId(i));
            row.values.push_back(outcome ? sheet.numbers().percent(outcome->share) : QStringLiteral("–"));
        }
        legend.rows.push_back(std::move(row));
    }
    legend.keys = figure::keys_of(sheet, all);
    return legend;
}

} // namespace

DisplayList layout_panels(const std::vector<FigurePanel> &panels, const FigureOptions &options) {
    figure::Sheet sheet(options);
    sheet.add_credit(panels.front().catchments->world());
    sheet.add_captions(options.title, options.subtitle);
    if (sheet.shows(FigurePart::Legend) && sheet.shows(Layer::Legend)) {
        const figure::Legend legend = shared_legend(sheet, panels);
        figure::LegendBox box(sheet, legend);
        const QRectF left = sheet.left();
        box.draw_columns(sheet.take_from_bottom(std::min(box.height_in_columns(left.width()), left.height() / 2)));
    }
    const QRectF room = sheet.left();
    const bool globe = options.projection == ProjectionKind::Globe;
    const std::size_t columns =
        columns_for(panels.size(), room.size(), sheet.px(heading_height + between), globe ? 1 : map_shape);
    const std::size_t rows = (panels.size() + columns - 1) / columns;
    const double width =
        (room.width() - sheet.px(between) * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const double height = room.height() / static_cast<double>(rows);
    for (std::size_t i = 0; i < panels.size(); ++i) {
        const QRectF cell(room.left() + static_cast<double>(i % columns) * (width + sheet.px(between)),
                          room.top() + static_cast<double>(i / columns) * height, width, height);
        const QPointF base(cell.left(), cell.top() + sheet.px(16));
        if (sheet.shows(Layer::Captions)) {
            sheet.add_text(Layer::Captions, letter(i), base, sheet.px(heading_size), FontWeight::SemiBold,
                           sheet.theme().text);
            sheet.add_text(Layer::Captions, panels[i].title, base + QPointF(sheet.px(18), 0), sheet.px(heading_size),
                           FontWeight::Regular, sheet.theme().text);
        }
        sheet.add_map(figure::map_in(sheet, panels[i].catchments,
                                     cell.adjusted(0, sheet.px(heading_height), 0, -sheet.px(between))));
    }
    return sheet.take();
}

} // namespace catchment::maps
