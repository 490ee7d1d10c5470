// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/figure_parts.h"
#include "maps/fonts.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace catchment::maps::figure {
namespace {

// At 1280×720.
constexpr double padding = 12, row_height = 21, head_height = 24, key_height = 16;
constexpr double text_size = 12.5, small_size = 10;
constexpr double code_at = 20, name_at = 56, key_text_at = 20, gap = 28;

double advance(const QString &words, double size, FontWeight weight = FontWeight::Regular) {
    return QFontMetricsF(map_font(size, weight)).horizontalAdvance(words);
}

/// Against `before`: by how many users the region grew.
QString change_of(const Numbers &numbers, double now, double then) {
    const double change = now - then;
    if (std::abs(change) < 500)
        return QStringLiteral("±0");
    return (change > 0 ? QStringLiteral("+") : QStringLiteral("−")) + numbers.users(std::abs(change));
}

double users_of(const Catchments &catchments, RegionId region) {
    const RegionOutcome *outcome = catchments.region(region);
    return outcome ? outcome->users : 0;
}

} // namespace

Legend legend_of(const Sheet &sheet, const Catchments &catchments) {
    const Numbers numbers = sheet.numbers();
    const Catchments *before = sheet.options().before.get();
    Legend legend;
    legend.strong = 0;
    legend.headings = before ? std::vector{FigureWords::tr("users"), FigureWords::tr("change")}
                             : std::vector{FigureWords::tr("users"), FigureWords::tr("median")};
    std::vector<RegionId> regions;
    for (std::size_t i = 0; i < catchments.op().regions.size(); ++i)
        if (catchments.region(RegionId(i)) || (before && before->region(RegionId(i))))
            regions.emplace_back(i);
    std::stable_sort(regions.begin(), regions.end(),
                     [&](RegionId a, RegionId b) { return users_of(catchments, a) > users_of(catchments, b); });
    for (const RegionId id : regions) {
        const Region &region = catchments.op().regions[id.index()];
        const RegionOutcome *outcome = catchments.region(id);
        const bool reached = outcome && outcome->users > 0;
        const QString second = before    ? change_of(numbers, users_of(catchments, id), users_of(*before, id))
                               : reached ? FigureWords::tr("%1 ms").arg(numbers.ms(outcome->median_rtt_ms))
                                         : QStringLiteral("–");
        legend.rows.push_back({QString::fromStdString(region.code),
                               QString::fromStdString(region.name),
                               sheet.theme().solid(region_colour(region.code)),
                               {numbers.percent(outcome ? outcome->share : 0), second}});
    }
    if (const Hijacker *hijacker = catchments.hijacker()) {
        const Summary &sum = catchments.summary;
        legend.rows.push_back(
            {QStringLiteral("!"),
             FigureWords::tr("captured by AS%1").arg(catchments.world().network(hijacker->network).asn.value),
             sheet.theme().captured,
             {numbers.percent(sum.users > 0 ? sum.captured_users / sum.users : 0), QStringLiteral("–")}});
    }
    legend.keys = keys_of(sheet, {&catchments});
    return legend;
}

std::vector<LegendKey> keys_of(const Sheet &sheet, const std::vector<const Catchments *> &all) {
    const auto any = [&](auto test) {
        return std::any_of(all.begin(), all.end(), [&](const Catchments *one) {
            return std::any_of(one->cities.begin(), one->cities.end(), test);
        });
    };
    std::vector<LegendKey> keys;
    if (sheet.shows(Layer::Markers) && any([](const CityOutcome &city) { return city.not_nearest; }))
        keys.push_back({LegendKey::Sign::Ring, FigureWords::tr("not at the nearest region")});
    if (sheet.shows(Layer::Contested) && any([](const CityOutcome &city) { return city.contested(); }))
        keys.push_back({LegendKey::Sign::Hatch, FigureWords::tr("contested: a tie decides")});
    if (sheet.shows(Layer::Lens))
        keys.push_back({LegendKey::Sign::FallingHatch, FigureWords::tr("by distance, another region")});
    if (sheet.options().before)
        keys.push_back({LegendKey::Sign::Plain, FigureWords::tr("did not move")});
    if (sheet.shows(Layer::Cells))
        keys.push_back({LegendKey::Sign::None, FigureWords::tr("Cells are interpolated from cities.")});
    return keys;
}

LegendBox::LegendBox(Sheet &sheet, const Legend &legend) : sheet_(sheet), legend_(legend) {
    const double size = sheet.px(text_size);
    double name = 0;
    for (const LegendRow &row : legend.rows)
        name = std::max(name, advance(row.name, size));
    column_ = sheet.px(name_at) + name;
    for (std::size_t i = 0; i < legend.headings.size(); ++i) {
        double width = advance(legend.headings[i], sheet.px(small_size));
        for (const LegendRow &row : legend.rows)
            width = std::max(width, advance(row.values[i], size, FontWeight::Medium));
        values_.push_back(width + sheet.px(18));
        column_ += values_.back();
    }
    column_ = std::max(column_, sheet.px(216));
}

double LegendBox::key_width(const LegendKey &key) const {
    return (key.sign == LegendKey::Sign::None ? 0 : sheet_.px(key_text_at)) + advance(key.words, sheet_.px(small_size));
}

QSizeF LegendBox::card() const {
    double width = column_;
    for (const LegendKey &key : legend_.keys)
        width = std::max(width, key_width(key));
    const double rows = static_cast<double>(legend_.rows.size()), keys = static_cast<double>(legend_.keys.size());
    return {width + 2 * sheet_.px(padding), sheet_.px(head_height + row_height * rows + 4 + key_height * keys + 12)};
}

LegendBox::Columns LegendBox::columns(double width) const {
    const std::size_t rows = std::max<std::size_t>(1, legend_.rows.size());
    const double fit = (width + sheet_.px(gap)) / (column_ + sheet_.px(gap));
    const std::size_t most = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(1.0, fit)), 1, rows);
    const std::size_t per_column = (rows + most - 1) / most;
    return {(rows + per_column - 1) / per_column, per_column};
}

double LegendBox::keys_height(double width) const {
    double lines = legend_.keys.empty() ? 0 : 1, at = 0;
    for (const LegendKey &key : legend_.keys) {
        if (at > 0 && at + key_width(key) > width) {
            ++lines;
            at = 0;
        }
        at += key_width(key) + sheet_.px(gap);
    }
    return lines * sheet_.px(key_height);
}

double LegendBox::height_in_columns(double width) const {
    const double rows = static_cast<double>(columns(width).rows);
    return sheet_.px(head_height + row_height * rows + 10) + keys_height(width);
}

void LegendBox::draw_card(QPointF top_left) {
    const QRectF box(top_left, card());
    QPainterPath path;
    path.addRoundedRect(box, sheet_.px(6), sheet_.px(6));
    QColor ground = sheet_.theme().panel;
    ground.setAlphaF(0.92f);
    sheet_.add(Layer::Legend, {QStringLiteral("card"), Fill{path, ground}});
    sheet_.add(Layer::Legend, {QStringLiteral("card"), Stroke{path, sheet_.theme().line, sheet_.px(0.8), {}}});
    const double left = box.left() + sheet_.px(padding);
    draw_rows({left, box.top()}, 0, legend_.rows.size());
    double base =
        box.top() + sheet_.px(head_height + row_height * static_cast<double>(legend_.rows.size()) + 4 + small_size + 4);
    for (const LegendKey &key : legend_.keys) {
        draw_key(key, {left, base});
        base += sheet_.px(key_height);
    }
}

void LegendBox::draw_columns(const QRectF &box) {
    const Columns shape = columns(box.width());
    for (std::size_t i = 0; i < shape.count; ++i) {
        const double left = box.left() + static_cast<double>(i) * (column_ + sheet_.px(gap));
        draw_rows({left, box.top()}, i * shape.rows, std::min((i + 1) * shape.rows, legend_.rows.size()));
    }
    double at = 0;
    double base = box.top() + sheet_.px(head_height + row_height * static_cast<double>(shape.rows) + 8 + small_size);
    for (const LegendKey &key : legend_.keys) {
        if (at > 0 && at + key_width(key) > box.width()) {
            base += sheet_.px(key_height);
            at = 0;
        }
        draw_key(key, {box.left() + at, base});
        at += key_width(key) + sheet_.px(gap);
    }
}

void LegendBox::draw_rows(QPointF top_left, std::size_t first, std::size_t last) {
    const Theme &theme = sheet_.theme();
    const double left = top_left.x(), size = sheet_.px(text_size);
    const auto each_value = [&](auto draw) {
        double right = left + column_;
        for (std::size_t i = values_.size(); i-- > 0; right -= values_[i])
            draw(i, right);
    };
    double base = top_left.y() + sheet_.px(18);
    sheet_.add_text(Layer::Legend, FigureWords::tr("Region"), {left, base}, sheet_.px(small_size), FontWeight::Regular,
                    theme.muted);
    each_value([&](std::size_t i, double right) {
        sheet_.add_text(Layer::Legend, legend_.headings[i], {right, base}, sheet_.px(small_size), FontWeight::Regular,
                        theme.muted, Text::Anchor::Right);
    });
    base = top_left.y() + sheet_.px(head_height + 14);
    for (std::size_t r = first; r < last; ++r) {
        const LegendRow &row = legend_.rows[r];
        QPainterPath swatch;
        swatch.addRoundedRect(QRectF(left, base - sheet_.px(10), sheet_.px(13), sheet_.px(12)), sheet_.px(3),
                              sheet_.px(3));
        sheet_.add(Layer::Legend, {row.code, Fill{swatch, row.colour}});
        sheet_.add_text(Layer::Legend, row.code, {left + sheet_.px(code_at), base}, size, FontWeight::SemiBold,
                        theme.text);
        sheet_.add_text(Layer::Legend, row.name, {left + sheet_.px(name_at), base}, size, FontWeight::Regular,
                        theme.text);
        each_value([&](std::size_t i, double right) {
            sheet_.add_text(Layer::Legend, row.values[i], {right, base}, size,
                            i == legend_.strong ? FontWeight::Medium : FontWeight::Regular, theme.text,
                            Text::Anchor::Right);
        });
        base += sheet_.px(row_height);
    }
}

void LegendBox::draw_key(const LegendKey &key, QPointF base) {
    const Theme &theme = sheet_.theme();
    const QString id = QStringLiteral("key");
    const auto px = [this](double at_720) { return sheet_.px(at_720); };
    const QPointF middle = base + QPointF(px(6.5), -px(3.5));
    QPainterPath swatch;
    swatch.addRect(QRectF(base.x(), base.y() - px(8.5), px(13), px(10)));
    switch (key.sign) {
    case LegendKey::Sign::Ring: {
        QPainterPath ring;
        ring.addEllipse(middle, px(5), px(5));
        sheet_.add(Layer::Legend, {id, Stroke{ring, theme.text, px(0.9), {}}});
        sheet_.add(Layer::Legend, {id, Disc{middle, px(2.6), theme.muted, Qt::transparent, 0}});
        break;
    }
    case LegendKey::Sign::Hatch:
    case LegendKey::Sign::FallingHatch:
        sheet_.add(Layer::Legend, {id, Fill{swatch, theme.land}});
        sheet_.add(Layer::Legend,
                   {id, Hatch{swatch, theme.text, px(3.6), px(0.9), key.sign == LegendKey::Sign::FallingHatch}});
        break;
    case LegendKey::Sign::Plain:
        sheet_.add(Layer::Legend, {id, Fill{swatch, theme.land}});
        break;
    case LegendKey::Sign::None:
        break;
    }
    const double indent = key.sign == LegendKey::Sign::None ? 0 : px(key_text_at);
    sheet_.add_text(Layer::Legend, key.words, base + QPointF(indent, 0), px(small_size), FontWeight::Regular,
                    theme.muted);
}

} // namespace catchment::maps::figure
