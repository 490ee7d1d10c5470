// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/figure.h"

#include "maps/atlas.h"
#include "maps/figure_parts.h"
#include "study/comparison.h"
#include "study/edge_study.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace catchment::maps {
namespace {

constexpr std::array part_words = std::to_array<std::pair<FigurePart, std::string_view>>({
    {FigurePart::Title, "title"},
    {FigurePart::Subtitle, "subtitle"},
    {FigurePart::Legend, "legend"},
    {FigurePart::Caption, "caption"},
    {FigurePart::Name, "name"},
    {FigurePart::Date, "date"},
    {FigurePart::Attribution, "attribution"},
});

QString summary_in_words(const figure::Numbers &numbers, const Catchments &catchments) {
    const Summary &summary = catchments.summary;
    const QString not_nearest = numbers.percent(summary.not_nearest_share);
    QString words = FigureWords::tr("%1 users · mean round trip %2 ms · %3 not at their nearest region")
                        .arg(numbers.users(summary.users), numbers.ms(summary.mean_rtt_ms), not_nearest);
    if (catchments.solution->scenario->announce == Announce::Everywhere) {
        const JourneySummary journeys = behind_edge(catchments).journeys;
        const bool served = summary.users - summary.unreached_users - journeys.failed_users > 0.5;
        const QString instance =
            served ? FigureWords::tr(", %1 ms to the instance").arg(numbers.ms(journeys.mean_rtt_ms)) : QString();
        words = FigureWords::tr("%1 users · mean round trip %2 ms to the edge%3 · %4 not at their nearest region")
                    .arg(numbers.users(summary.users), numbers.ms(summary.mean_rtt_ms), instance, not_nearest);
        if (journeys.failed_users > 0.5)
            words += FigureWords::tr(" · requests of %1 fail").arg(numbers.users(journeys.failed_users));
    }
    if (summary.captured_users > 0)
        words += FigureWords::tr(" · %1 captured").arg(numbers.users(summary.captured_users));
    if (summary.unreached_users > summary.captured_users)
        words +=
            FigureWords::tr(" · %1 unreached").arg(numbers.users(summary.unreached_users - summary.captured_users));
    return words;
}

QString change_in_words(const figure::Numbers &numbers, const Catchments &before, const Catchments &now) {
    const Comparison change = compare(before, now);
    const QString words = FigureWords::tr("%1 of %2 users moved · mean round trip %3 ms before, %4 ms now")
                              .arg(numbers.users(change.moved_users), numbers.users(now.summary.users),
                                   numbers.ms(before.summary.mean_rtt_ms), numbers.ms(now.summary.mean_rtt_ms));
    return has_edges(before, now) ? FigureWords::tr("%1 (to the edge) · connections of %2 users break")
                                        .arg(words, numbers.users(compare_edges(before, now).change.broken_users))
                                  : words;
}

/// Over the map where that hides little of it: at the lower left, where a map of the world has the Pacific, and a
/// globe nothing at all.
bool fits_over_the_map(const QSizeF &card, const QRectF &frame, bool globe) {
    if (globe && card.width() < (frame.width() - frame.height()) / 2)
        return card.height() < frame.height() * 0.9;
    return card.width() <= frame.width() * 0.26 && card.height() <= frame.height() * 0.45;
}

} // namespace

namespace figure {

// Larger text does not ask for lines and dots as much larger: they would hide the map.
double stroke_scale(const Sheet &sheet) {
    return sheet.unit() / std::sqrt(sheet.options().scale) * sheet.theme().stroke_scale;
}

DisplayList map_in(const Sheet &sheet, std::shared_ptr<const Catchments> catchments, const QRectF &frame,
                   const std::vector<QRectF> &keep_clear, MapView *seen) {
    const FigureOptions &options = sheet.options();
    MapOptions map_options;
    map_options.layers = options.layers;
    if (options.transparent)
        for (const Layer layer : {Layer::Sea, Layer::Graticule})
            map_options.layers.erase(layer);
    // Where several maps share the page, their lines are finer, too.
    map_options.stroke_scale = stroke_scale(sheet) * std::sqrt(frame.width() / sheet.page().width());
    if (options.before) // whose flows would hide what moved
        map_options.layers.erase(Layer::Flows);
    map_options.text_scale = sheet.unit() * sheet.theme().text_scale;
    map_options.frame = frame;
    map_options.keep_clear = keep_clear;
    const bool globe = options.projection == ProjectionKind::Globe;
    const Projection projection(options.projection, globe ? options.center.lon : 0, options.center.lat);
    MapView view = fit_view(projection, frame.size(), options.extent, sheet.px(6));
    // The view is of the frame; the list is of the page.
    view.centre -= (frame.center() - sheet.page().center()) / view.scale;
    view.size = options.size;
    if (seen)
        *seen = view;

    MapContent content;
    content.catchments = std::move(catchments);
    content.selected = options.selected;
    if (options.selected)
        content.journey = journey(*content.catchments, *options.selected);
    content.before = options.before;
    content.emphasis.moved_only = options.before != nullptr;
    return layout_map(Atlas::shared(), projection, content, view, sheet.theme(), map_options);
}

} // namespace figure

std::string_view part_word(FigurePart part) { return part_words[static_cast<std::size_t>(part)].second; }

std::optional<FigurePart> part_from_word(std::string_view word) {
    for (const auto &[part, its_word] : part_words)
        if (its_word == word)
            return part;
    return {};
}

FigureParts every_part() {
    FigureParts parts;
    for (const auto &[part, word] : part_words)
        parts.insert(part);
    return parts;
}

DisplayList layout_figure(std::shared_ptr<const Catchments> catchments, const FigureOptions &options) {
    return lay_out_figure(std::move(catchments), options).list;
}

LaidOutFigure lay_out_figure(std::shared_ptr<const Catchments> catchments, const FigureOptions &options) {
    figure::Sheet sheet(options);
    sheet.add_credit(catchments->world());
    const QString figures = options.before ? change_in_words(sheet.numbers(), *options.before, *catchments)
                                           : summary_in_words(sheet.numbers(), *catchments);
    sheet.add_captions(options.title, options.subtitle.isEmpty() ? figures : options.subtitle);

    // The map runs to the sheet's sides, what is written keeps off them.
    const auto frame = [&sheet] {
        const QRectF left = sheet.left();
        return QRectF(0, left.top(), sheet.page().width(), left.height());
    };
    std::vector<QRectF> keep_clear;
    if (sheet.shows(FigurePart::Legend) && sheet.shows(Layer::Legend)) {
        const figure::Legend legend = figure::legend_of(sheet, *catchments);
        figure::LegendBox box(sheet, legend);
        const QRectF left = sheet.left();
        if (fits_over_the_map(box.card(), frame(), options.projection == ProjectionKind::Globe)) {
            const QPointF corner(left.left(), left.bottom() - box.card().height() - sheet.px(4));
            box.draw_card(corner);
            keep_clear.emplace_back(corner, box.card());
        } else {
            // However many rows there are, half of what there is stays for the map.
            const double height = std::min(box.height_in_columns(left.width()), left.height() / 2);
            box.draw_columns(sheet.take_from_bottom(height));
        }
    }
    LaidOutFigure result;
    result.frame = frame();
    result.stroke_scale = figure::stroke_scale(sheet);
    sheet.add_map(figure::map_in(sheet, catchments, result.frame, keep_clear, &result.view));
    result.list = sheet.take();
    return result;
}

QString attribution() {
    return FigureWords::tr("Map: made with Natural Earth (public domain). Cities: GeoNames, CC BY 4.0. "
                           "Routes are computed by Catchment on a model of the Internet, not measured.");
}

} // namespace catchment::maps
