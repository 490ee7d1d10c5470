// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/svg_writer.h"

#include "maps/svg_text.h"

#include <cmath>
#include <map>
#include <numbers>
#include <utility>
#include <vector>

namespace catchment::maps {
namespace {

using svg::attribute;
using svg::number;

constexpr double fallback_growth = 1.15; // the widest face that may stand in is so much wider

QByteArray paint(const char *name, const QColor &colour) {
    QByteArray out = attribute(name, colour.name(QColor::HexRgb).toLatin1());
    if (colour.alpha() < 255)
        out += attribute((QByteArray(name) + "-opacity").constData(), number(colour.alphaF(), 3));
    return out;
}

QByteArray circle(QPointF centre, double radius, const QColor &fill) {
    return "<circle" + attribute("cx", number(centre.x())) + attribute("cy", number(centre.y())) +
           attribute("r", number(radius)) + paint("fill", fill) + "/>\n";
}

/// From the top, clockwise: where `share` of a circle has passed.
QPointF on_circle(QPointF centre, double radius, double share) {
    const double angle = share * 2 * std::numbers::pi;
    return centre + QPointF(std::sin(angle), -std::cos(angle)) * radius;
}

class Writer {
public:
    Writer(const DisplayList &list, const SvgOptions &options) : list_(list), options_(options) {}

    QByteArray write() {
        for (const Group &group : list_.groups)
            if (!group.items.empty())
                write_group(group);
        return head() + body_ + "</svg>\n";
    }

    void operator()(const Fill &fill) {
        if (!fill.path.isEmpty() && fill.colour.alpha() > 0)
            body_ += "<path" + path_of(fill.path) + paint("fill", fill.colour) + "/>\n";
    }

    void operator()(const Stroke &stroke) {
        if (stroke.colour.alpha() == 0 || stroke.path.isEmpty())
            return;
        // Caps and joins as the painter has them.
        const bool thin = stroke.width < 2;
        body_ += "<path" + attribute("d", svg::path_data(stroke.path)) + " fill=\"none\"" +
                 paint("stroke", stroke.colour) + attribute("stroke-width", number(stroke.width)) +
                 attribute("stroke-linejoin", thin ? "bevel" : "round");
        if (stroke.dash.empty() && !thin)
            body_ += attribute("stroke-linecap", "round");
        if (!stroke.dash.empty()) {
            QByteArray pattern;
            for (const double length : stroke.dash)
                pattern += (pattern.isEmpty() ? "" : " ") + number(length);
            body_ += attribute("stroke-dasharray", pattern);
        }
        body_ += "/>\n";
    }

    void operator()(const Hatch &hatch) {
        if (!hatch.path.isEmpty())
            body_ += "<path" + path_of(hatch.path) + attribute("fill", "url(#" + pattern_of(hatch) + ")") + "/>\n";
    }

    void operator()(const Disc &disc) {
        if (disc.outline_width > 0 && disc.outline.alpha() > 0)
            body_ += circle(disc.centre, disc.radius + disc.outline_width, disc.outline);
        if (disc.fill.alpha() > 0)
            body_ += circle(disc.centre, disc.radius, disc.fill);
    }

    void operator()(const Pie &pie) {
        if (pie.outline_width > 0 && pie.outline.alpha() > 0)
            body_ += circle(pie.centre, pie.radius + pie.outline_width, pie.outline);
        double at = 0;
        for (const Pie::Sector &sector : pie.sectors) {
            const double next = at + sector.share;
            if (sector.share > 0.9999) {
                body_ += circle(pie.centre, pie.radius, sector.colour);
            } else if (sector.share > 0) {
                const QByteArray data = "M" + svg::point(pie.centre) + "L" +
                                        svg::point(on_circle(pie.centre, pie.radius, at)) + "A" + number(pie.radius) +
                                        ' ' + number(pie.radius) + (sector.share > 0.5 ? " 0 1 1 " : " 0 0 1 ") +
                                        svg::point(on_circle(pie.centre, pie.radius, next)) + "Z";
                body_ += "<path" + attribute("d", data) + paint("fill", sector.colour) + "/>\n";
            }
            at = next;
        }
    }

    void operator()(const Text &text) {
        body_ += "<text" + attribute("x", number(text.position.x())) + attribute("y", number(text.position.y())) +
                 attribute("font-size", QByteArray::number(svg::font_pixels(text.size)));
        if (text.weight != FontWeight::Regular)
            body_ += attribute("font-weight", text.weight == FontWeight::Medium ? "500" : "600");
        if (text.anchor != Text::Anchor::Left)
            body_ += attribute("text-anchor", text.anchor == Text::Anchor::Centre ? "middle" : "end");
        body_ += paint("fill", text.colour);
        if (text.halo_width > 0)
            body_ += paint("stroke", text.halo) + attribute("stroke-width", number(2 * text.halo_width)) +
                     attribute("stroke-linejoin", "round") + attribute("paint-order", "stroke");
        if (const QRectF box = bounds(text); could_leave_the_page(box))
            body_ += attribute("textLength", number(box.width())) + attribute("lengthAdjust", "spacingAndGlyphs");
        body_ += ">" + svg::escaped(text.text) + "</text>\n";
    }

private:
    QByteArray head() const {
        const double scale = 96 / options_.dpi;
        QByteArray out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"" +
                         attribute("width", number(list_.size.width() * scale)) +
                         attribute("height", number(list_.size.height() * scale)) +
                         attribute("viewBox", "0 0 " + number(list_.size.width()) + ' ' + number(list_.size.height())) +
                         attribute("font-family", svg::font_families()) + " role=\"img\">\n";
        if (!options_.title.isEmpty())
            out += "<title>" + svg::escaped(options_.title) + "</title>\n";
        if (!options_.description.isEmpty())
            out += "<desc>" + svg::escaped(options_.description) + "</desc>\n";
        if (!definitions_.isEmpty())
            out += "<defs>\n" + definitions_ + "</defs>\n";
        if (list_.background.alpha() > 0)
            out += "<rect id=\"page\" width=\"100%\" height=\"100%\"" + paint("fill", list_.background) + "/>\n";
        return out;
    }

    void write_group(const Group &group) {
        const auto word = layer_word(group.layer);
        const QByteArray layer(word.data(), static_cast<qsizetype>(word.size()));
        body_ += "<g" + attribute("id", unique(layer));
        if (group.clip)
            body_ += attribute("clip-path", "url(#" + clip_of(*group.clip) + ")");
        body_ += ">\n";
        const QString *open = nullptr; ///< id of the run that is being written
        for (const Item &item : group.items) {
            if (open && *open != item.id) {
                body_ += "</g>\n";
                open = nullptr;
            }
            if (!open && !item.id.isEmpty()) {
                body_ += "<g" + attribute("id", unique(layer + '-' + svg::identifier(item.id))) + ">\n";
                open = &item.id;
            }
            std::visit(*this, item.shape);
        }
        body_ += open ? "</g>\n</g>\n" : "</g>\n";
    }

    QByteArray unique(const QByteArray &id) {
        int &count = used_[id];
        QByteArray result = ++count == 1 ? id : id + '-' + QByteArray::number(count);
        if (count > 1 && used_.contains(result)) // somebody is called that already
            return unique(id);
        used_.emplace(result, 1);
        return result;
    }

    QByteArray clip_of(const QRectF &box) {
        const QByteArray shape = "<rect" + attribute("x", number(box.x())) + attribute("y", number(box.y())) +
                                 attribute("width", number(box.width())) + attribute("height", number(box.height())) +
                                 "/>";
        return defined(shape, "clip", "<clipPath id=\"%1\">" + shape + "</clipPath>\n");
    }

    /// Lines stand where they stand on the page, as the painter's: a tile of one line, turned, its line on the origin.
    QByteArray pattern_of(const Hatch &hatch) {
        const QByteArray middle = number(hatch.spacing / 2, 3), size = number(hatch.spacing, 3);
        const QByteArray body =
            attribute("width", size) + attribute("height", size) +
            attribute("patternTransform",
                      (hatch.falling ? "rotate(-45) translate(-" : "rotate(45) translate(-") + middle + ")") +
            "><path" + attribute("d", "M" + middle + " 0V" + size) + paint("stroke", hatch.colour) +
            attribute("stroke-width", number(hatch.width, 3)) + "/></pattern>\n";
        return defined(body, "hatch", "<pattern id=\"%1\" patternUnits=\"userSpaceOnUse\"" + body);
    }

    /// The id of a definition, made once for all that are alike. `%1` in `text` stands for it.
    QByteArray defined(const QByteArray &key, const char *kind, QByteArray text) {
        const auto [entry, is_new] = defined_.try_emplace(key);
        if (is_new) {
            entry->second = unique(QByteArray(kind) + '-' + QByteArray::number(++counts_[kind]));
            definitions_ += text.replace("%1", entry->second);
        }
        return entry->second;
    }

    static QByteArray path_of(const QPainterPath &path) {
        return attribute("d", svg::path_data(path)) +
               (path.fillRule() == Qt::OddEvenFill ? attribute("fill-rule", "evenodd") : QByteArray());
    }

    bool could_leave_the_page(const QRectF &box) const {
        const double more = box.width() * (fallback_growth - 1);
        return box.right() + more > list_.size.width() || box.left() - more < 0;
    }

    const DisplayList &list_;
    const SvgOptions &options_;
    QByteArray body_, definitions_;
    std::map<QByteArray, int> used_; ///< ids, and how often each was asked for
    std::map<QByteArray, QByteArray> defined_;
    std::map<QByteArray, int> counts_;
};

} // namespace

QByteArray write_svg(const DisplayList &list, const SvgOptions &options) { return Writer(list, options).write(); }

} // namespace catchment::maps
