// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/figure_parts.h"
#include "maps/fonts.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace catchment::maps::figure {
namespace {

constexpr double title_size = 25, subtitle_size = 14, caption_size = 12.5, credit_size = 9.5; // at 1280×720

} // namespace

QString Numbers::percent(double share) const {
    return share > 0 && share < 0.0095 ? QStringLiteral("<1 %")
                                       : locale.toString(std::round(share * 100), 'f', 0) + QStringLiteral(" %");
}

QString Numbers::users(double count) const {
    if (count >= 0.95e9)
        return FigureWords::tr("%1 bn").arg(locale.toString(count / 1e9, 'f', 1));
    if (count >= 0.95e6)
        return FigureWords::tr("%1 M").arg(locale.toString(count / 1e6, 'f', count < 9.95e6 ? 1 : 0));
    return FigureWords::tr("%1 k").arg(locale.toString(count / 1e3, 'f', 0));
}

QString Numbers::ms(double ms) const { return locale.toString(ms, 'f', 0); }

Sheet::Sheet(const FigureOptions &options)
    : options_(options), theme_(maps::theme(options.theme)),
      unit_(std::clamp(std::min(options.size.width() / 1280.0, options.size.height() / 720.0), 0.35, 25.0) *
            options.scale) {
    left_ = page().adjusted(px(24), px(20), -px(24), -px(14));
}

void Sheet::add_text(Layer layer, const QString &words, QPointF base, double size, FontWeight weight,
                     const QColor &colour, Text::Anchor anchor) {
    Text text;
    text.text = words;
    text.position = base;
    text.size = size;
    text.weight = weight;
    text.anchor = anchor;
    text.colour = colour;
    add(layer, {{}, text});
}

QRectF Sheet::take_from_bottom(double height) {
    const QRectF taken(left_.left(), left_.bottom() - height, left_.width(), height);
    left_.setBottom(taken.top());
    return taken;
}

QRectF Sheet::take_from_top(double height) {
    const QRectF taken(left_.topLeft(), QSizeF(left_.width(), height));
    left_.setTop(taken.bottom());
    return taken;
}

QStringList Sheet::wrapped(const QString &words, double size, FontWeight weight, double width) const {
    const QFontMetricsF metrics(map_font(size, weight));
    QStringList lines{QString()};
    for (const QString &word : words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString longer = lines.last().isEmpty() ? word : lines.last() + QLatin1Char(' ') + word;
        if (lines.last().isEmpty() || metrics.horizontalAdvance(longer) <= width)
            lines.last() = longer;
        else
            lines.append(word);
    }
    return lines;
}

void Sheet::add_paragraph(const QString &words, double size, double line, FontWeight weight, const QColor &colour) {
    for (const QString &one : wrapped(words, size, weight, left_.width())) {
        const QRectF box = take_from_top(line);
        add_text(Layer::Captions, one, {box.left(), box.top() + size * 0.95}, size, weight, colour);
    }
}

void Sheet::add_paragraph_at_bottom(Layer layer, const QString &words, double size, double line, const QColor &colour) {
    const QStringList lines = wrapped(words, size, FontWeight::Regular, left_.width());
    const QRectF box = take_from_bottom(line * static_cast<double>(lines.size()));
    double base = box.bottom() - (line - size) / 2 - size * 0.15;
    for (auto one = lines.rbegin(); one != lines.rend(); ++one, base -= line)
        add_text(layer, *one, {box.left(), base}, size, FontWeight::Regular, colour);
}

void Sheet::add_captions(const QString &title, const QString &subtitle) {
    if (!shows(Layer::Captions))
        return;
    if (shows(FigurePart::Title) && !title.isEmpty())
        add_paragraph(title, px(title_size), px(32), FontWeight::SemiBold, theme_.text);
    if (shows(FigurePart::Subtitle) && !subtitle.isEmpty()) {
        add_paragraph(subtitle, px(subtitle_size), px(20), FontWeight::Regular, theme_.muted);
        take_from_top(px(8));
    }
    if (shows(FigurePart::Caption) && !options_.caption.isEmpty()) {
        take_from_bottom(px(3));
        add_paragraph_at_bottom(Layer::Captions, options_.caption, px(caption_size), px(17), theme_.text);
        take_from_bottom(px(5));
    }
}

void Sheet::add_credit(const World &world) {
    if (!shows(Layer::Attribution))
        return;
    QStringList sentences;
    QStringList what;
    if (shows(FigurePart::Name) && !options_.name.isEmpty())
        what << options_.name;
    if (shows(FigurePart::Date) && !world.date.empty())
        what << FigureWords::tr("world of %1").arg(QString::fromStdString(world.date));
    if (!what.isEmpty())
        sentences << what.join(QStringLiteral(", ")) + QLatin1Char('.');
    if (shows(FigurePart::Attribution))
        sentences << attribution();
    if (!sentences.isEmpty())
        add_paragraph_at_bottom(Layer::Attribution, sentences.join(QLatin1Char(' ')), px(credit_size), px(13),
                                theme_.muted);
}

DisplayList Sheet::take() {
    DisplayList result = std::move(maps_);
    result.append(std::move(list_));
    result.size = options_.size;
    result.background = options_.transparent ? QColor(Qt::transparent) : theme_.page;
    std::erase_if(result.groups,
                  [&](const Group &group) { return !options_.layers.contains(group.layer) || group.items.empty(); });
    return result;
}

} // namespace catchment::maps::figure
