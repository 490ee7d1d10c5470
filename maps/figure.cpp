// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/figure.h"

#include "maps/atlas.h"
#include "maps/fonts.h"

#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace catchment::maps {
namespace {

/// The sheet of a figure, from top to bottom: title and subtitle, the map, the caption, the credit.
class Sheet {
public:
    Sheet(std::shared_ptr<const Catchments> catchments, const FigureOptions &options)
        : catchments_(std::move(catchments)), options_(options), theme_(theme(options.theme)),
          unit_(std::clamp(std::min(options.size.width() / 1280.0, options.size.height() / 720.0), 0.35, 8.0)),
          locale_(QLocale::C) {
        list_.size = options.size;
        list_.background = theme_.page;
        left_ = QRectF(QPointF(), QSizeF(options.size)).adjusted(px(24), px(20), -px(24), -px(14));
    }

    DisplayList lay_out() {
        add_captions();
        add_attribution();
        add_legend_and_map();
        std::erase_if(list_.groups, [&](const Group &group) { return !options_.layers.contains(group.layer); });
        return std::move(list_);
    }

private:
    double px(double at_720) const { return at_720 * unit_; }
    bool shows(Layer layer) const { return options_.layers.contains(layer); }

    void add_text(Layer layer, const QString &words, QPointF base, double size, FontWeight weight, const QColor &colour,
                  Text::Anchor anchor = Text::Anchor::Left) {
        Text text;
        text.text = words;
        text.position = base;
        text.size = size;
        text.weight = weight;
        text.anchor = anchor;
        text.colour = colour;
        list_.group(layer).items.push_back({{}, text});
    }

    QString percent(double share) const {
        return share > 0 && share < 0.0095 ? QStringLiteral("<1 %")
                                           : locale_.toString(std::round(share * 100), 'f', 0) + QStringLiteral(" %");
    }

    QString users(double count) const {
        if (count >= 0.95e9)
            return locale_.toString(count / 1e9, 'f', 1) + QStringLiteral(" bn");
        if (count >= 0.95e6)
            return locale_.toString(count / 1e6, 'f', count < 9.95e6 ? 1 : 0) + QStringLiteral(" M");
        return locale_.toString(count / 1e3, 'f', 0) + QStringLiteral(" k");
    }

    QString summary_in_words() const {
        const Summary &summary = catchments_->summary;
        QString words = QStringLiteral("%1 users · mean round trip %2 ms · %3 not at their nearest region")
                            .arg(users(summary.users))
                            .arg(locale_.toString(summary.mean_rtt_ms, 'f', 0))
                            .arg(percent(summary.not_nearest_share));
        if (summary.captured_users > 0)
            words += QStringLiteral(" · %1 captured").arg(users(summary.captured_users));
        if (summary.unreached_users > summary.captured_users)
            words += QStringLiteral(" · %1 unreached").arg(users(summary.unreached_users - summary.captured_users));
        return words;
    }

    void add_captions() {
        if (!shows(Layer::Captions))
            return;
        if (!options_.title.isEmpty()) {
            add_text(Layer::Captions, options_.title, {left_.left(), left_.top() + px(22)}, px(25),
                     FontWeight::SemiBold, theme_.text);
            left_.setTop(left_.top() + px(32));
        }
        const QString subtitle = options_.subtitle.isEmpty() ? summary_in_words() : options_.subtitle;
        add_text(Layer::Captions, subtitle, {left_.left(), left_.top() + px(14)}, px(14), FontWeight::Regular,
                 theme_.muted);
        left_.setTop(left_.top() + px(28));
        if (!options_.caption.isEmpty()) {
            // Under the map, in lines as long as the sheet.
            const QStringList lines = wrapped(options_.caption, px(12.5), left_.width());
            double base = left_.bottom() - px(18) - px(17) * static_cast<double>(lines.size() - 1);
            left_.setBottom(base - px(22));
            for (const QString &line : lines) {
                add_text(Layer::Captions, line, {left_.left(), base}, px(12.5), FontWeight::Regular, theme_.text);
                base += px(17);
            }
            credit_apart_ = true;
        }
    }

    QStringList wrapped(const QString &words, double size, double width) const {
        const QFontMetricsF metrics(map_font(size));
        QStringList lines{QString()};
        for (const QString &word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const QString longer = lines.last().isEmpty() ? word : lines.last() + QLatin1Char(' ') + word;
            if (lines.last().isEmpty() || metrics.horizontalAdvance(longer) <= width)
                lines.last() = longer;
            else
                lines.append(word);
        }
        return lines;
    }

    void add_attribution() {
        if (!shows(Layer::Attribution))
            return;
        add_text(Layer::Attribution, attribution(), {left_.left(), options_.size.height() - px(14)}, px(9.5),
                 FontWeight::Regular, theme_.muted);
        if (!credit_apart_)
            left_.setBottom(left_.bottom() - px(18));
    }

    /// One row of the legend.
    struct Row {
        QString code, name, share, rtt;
        QColor colour;
    };

    std::vector<Row> legend_rows() const {
        std::vector<Row> rows;
        std::vector<const RegionOutcome *> outcomes;
        for (const RegionOutcome &outcome : catchments_->regions)
            outcomes.push_back(&outcome);
        std::stable_sort(outcomes.begin(), outcomes.end(), [](auto *a, auto *b) { return a->users > b->users; });
        for (const RegionOutcome *outcome : outcomes) {
            const Region &region = catchments_->op().regions[outcome->region.index()];
            const bool reached = outcome->users > 0;
            rows.push_back({QString::fromStdString(region.code), QString::fromStdString(region.name),
                            percent(outcome->share),
                            reached ? locale_.toString(outcome->median_rtt_ms, 'f', 0) + QStringLiteral(" ms")
                                    : QStringLiteral("–"),
                            theme_.solid(region_colour(region.code))});
        }
        if (const Hijacker *hijacker = catchments_->hijacker()) {
            const Summary &sum = catchments_->summary;
            rows.push_back(
                {QStringLiteral("!"),
                 QStringLiteral("captured by AS%1").arg(catchments_->world().network(hijacker->network).asn.value),
                 percent(sum.users > 0 ? sum.captured_users / sum.users : 0), QStringLiteral("–"), theme_.captured});
        }
        return rows;
    }

    /// What a hatch on this map means.
    struct HatchKey {
        QString words;
        bool falling = false;
    };

    std::vector<HatchKey> hatch_keys() const {
        std::vector<HatchKey> keys;
        const bool contested = std::any_of(catchments_->cities.begin(), catchments_->cities.end(),
                                           [](const CityOutcome &city) { return city.contested(); });
        if (shows(Layer::Contested) && contested)
            keys.push_back({QStringLiteral("contested: a tie decides"), false});
        if (shows(Layer::Lens))
            keys.push_back({QStringLiteral("by distance, another region"), true});
        return keys;
    }

    void add_legend_and_map() {
        const bool legend = options_.legend && shows(Layer::Legend);
        std::vector<Row> rows = legend ? legend_rows() : std::vector<Row>{};
        const double hatches = px(16) * static_cast<double>(hatch_keys().size());
        const double row = px(21), size = px(12.5), head = px(24), foot = px(52) + hatches;
        const double height = head + row * static_cast<double>(rows.size()) + foot;
        double width = px(236);
        for (const Row &one : rows)
            width = std::max(width, px(192) + QFontMetricsF(map_font(size)).horizontalAdvance(one.name));

        MapOptions map_options;
        map_options.layers = options_.layers;
        map_options.stroke_scale = unit_ * theme_.stroke_scale;
        map_options.text_scale = unit_ * theme_.text_scale;
        map_options.frame = left_.adjusted(-left_.left(), 0, options_.size.width() - left_.right(), 0);
        const bool globe = options_.projection == ProjectionKind::Globe;
        const Projection projection(options_.projection, globe ? options_.center.lon : 0, options_.center.lat);
        MapView view = fit_view(projection, map_options.frame->size(), options_.extent, px(6));
        // The view is of the frame; the list is of the page.
        view.centre -=
            QPointF(map_options.frame->center() - QRectF(QPointF(), QSizeF(options_.size)).center()) / view.scale;
        view.size = options_.size;

        const QRectF box(left_.left(), left_.bottom() - height - px(4), width, height);
        MapContent content;
        content.catchments = catchments_;
        content.selected = options_.selected;
        if (options_.selected)
            content.journey = journey(*catchments_, *options_.selected);
        if (legend)
            map_options.keep_clear.push_back(box);
        DisplayList map = layout_map(Atlas::shared(), projection, content, view, theme_, map_options);
        // The map goes under what was laid out before it.
        map.background = list_.background;
        map.append(std::move(list_));
        list_ = std::move(map);
        list_.size = options_.size;
        if (legend)
            add_legend(box, rows, row, size, head);
    }

    void add_legend(const QRectF &box, const std::vector<Row> &rows, double row, double size, double head) {
        QPainterPath card;
        card.addRoundedRect(box, px(6), px(6));
        QColor ground = theme_.panel;
        ground.setAlphaF(0.92f);
        list_.group(Layer::Legend).items.push_back({QStringLiteral("card"), Fill{card, ground}});
        list_.group(Layer::Legend).items.push_back({QStringLiteral("card"), Stroke{card, theme_.line, px(0.8), {}}});
        const double left = box.left() + px(12), right = box.right() - px(12);
        const double rtt = right, share = right - px(56);
        double base = box.top() + px(18);
        const double small = px(10);
        add_text(Layer::Legend, QStringLiteral("Region"), {left, base}, small, FontWeight::Regular, theme_.muted);
        add_text(Layer::Legend, QStringLiteral("users"), {share, base}, small, FontWeight::Regular, theme_.muted,
                 Text::Anchor::Right);
        add_text(Layer::Legend, QStringLiteral("median"), {rtt, base}, small, FontWeight::Regular, theme_.muted,
                 Text::Anchor::Right);
        base = box.top() + head + px(14);
        for (const Row &one : rows) {
            QPainterPath swatch;
            swatch.addRoundedRect(QRectF(left, base - px(10), px(13), px(12)), px(3), px(3));
            list_.group(Layer::Legend).items.push_back({one.code, Fill{swatch, one.colour}});
            add_text(Layer::Legend, one.code, {left + px(20), base}, size, FontWeight::SemiBold, theme_.text);
            add_text(Layer::Legend, one.name, {left + px(52), base}, size, FontWeight::Regular, theme_.text);
            add_text(Layer::Legend, one.share, {share, base}, size, FontWeight::Medium, theme_.text,
                     Text::Anchor::Right);
            add_text(Layer::Legend, one.rtt, {rtt, base}, size, FontWeight::Regular, theme_.text, Text::Anchor::Right);
            base += row;
        }
        base += px(4);
        QPainterPath ring;
        ring.addEllipse(QPointF(left + px(6.5), base - px(3.5)), px(5), px(5));
        list_.group(Layer::Legend).items.push_back({QStringLiteral("key"), Stroke{ring, theme_.text, px(0.9), {}}});
        list_.group(Layer::Legend)
            .items.push_back({QStringLiteral("key"),
                              Disc{{left + px(6.5), base - px(3.5)}, px(2.6), theme_.muted, Qt::transparent, 0}});
        add_text(Layer::Legend, QStringLiteral("not at the nearest region"), {left + px(20), base}, small,
                 FontWeight::Regular, theme_.muted);
        for (const HatchKey &key : hatch_keys()) {
            base += px(16);
            QPainterPath swatch;
            swatch.addRect(QRectF(left, base - px(8.5), px(13), px(10)));
            Group &group = list_.group(Layer::Legend);
            group.items.push_back({QStringLiteral("key"), Fill{swatch, theme_.land}});
            group.items.push_back({QStringLiteral("key"), Hatch{swatch, theme_.text, px(3.6), px(0.9), key.falling}});
            add_text(Layer::Legend, key.words, {left + px(20), base}, small, FontWeight::Regular, theme_.muted);
        }
        base += px(16);
        add_text(Layer::Legend, QStringLiteral("Cells are interpolated from cities."), {left, base}, small,
                 FontWeight::Regular, theme_.muted);
    }

    std::shared_ptr<const Catchments> catchments_;
    const FigureOptions &options_;
    const Theme &theme_;
    double unit_; ///< device pixels to one of a figure of 1280×720
    QLocale locale_;
    DisplayList list_;
    QRectF left_; ///< of the page: not laid out yet
    bool credit_apart_ = false;
};

} // namespace

DisplayList layout_figure(std::shared_ptr<const Catchments> catchments, const FigureOptions &options) {
    return Sheet(std::move(catchments), options).lay_out();
}

QString attribution() {
    return QStringLiteral("Map: made with Natural Earth (public domain). Cities: GeoNames, CC BY 4.0. "
                          "Routes are computed by Catchment on a model of the Internet, not measured.");
}

} // namespace catchment::maps
