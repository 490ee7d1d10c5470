// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/figure.h"

#include <QCoreApplication>
#include <QLocale>

#include <vector>

namespace catchment::maps {

/// The words of figures, in the language of the program that draws them.
struct FigureWords {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

} // namespace catchment::maps

/// The parts of layout_figure() and layout_panels().
namespace catchment::maps::figure {

/// Numbers as people read them.
struct Numbers {
    QLocale locale;
    QString percent(double share) const;
    QString users(double count) const; ///< `5.4 bn`
    QString ms(double ms) const;       ///< without the unit
};

/// The sheet of a figure, filled from its edges inwards: title and subtitle from the top, credit and caption from the
/// bottom. What is left is for maps and legend.
class Sheet {
public:
    explicit Sheet(const FigureOptions &options);

    double px(double at_720) const { return at_720 * unit_; } ///< pixels of a figure of 1280×720
    double unit() const { return unit_; }
    const Theme &theme() const { return theme_; }
    const FigureOptions &options() const { return options_; }
    Numbers numbers() const { return {options_.locale}; }
    bool shows(Layer layer) const { return options_.layers.contains(layer); }
    bool shows(FigurePart part) const { return options_.parts.contains(part); }

    void add_captions(const QString &title, const QString &subtitle);
    void add_credit(const World &world);

    /// Of the page: not laid out yet.
    QRectF left() const { return left_; }
    QRectF take_from_bottom(double height);
    QRectF take_from_top(double height);
    QRectF page() const { return {QPointF(), QSizeF(options_.size)}; }

    /// A map, which goes under everything else.
    void add_map(DisplayList map) { maps_.append(std::move(map)); }
    void add(Layer layer, Item item) { list_.group(layer).items.push_back(std::move(item)); }
    void add_text(Layer layer, const QString &words, QPointF base, double size, FontWeight weight, const QColor &colour,
                  Text::Anchor anchor = Text::Anchor::Left);

    DisplayList take();

private:
    QStringList wrapped(const QString &words, double size, FontWeight weight, double width) const;
    /// Lines from the top of what is left; `line`: from one base line to the next.
    void add_paragraph(const QString &words, double size, double line, FontWeight weight, const QColor &colour);
    void add_paragraph_at_bottom(Layer layer, const QString &words, double size, double line, const QColor &colour);

    const FigureOptions &options_;
    const Theme &theme_;
    double unit_; ///< device pixels to one of a figure of 1280×720
    DisplayList maps_, list_;
    QRectF left_;
};

struct LegendRow {
    QString code, name;
    QColor colour;
    std::vector<QString> values;
};

/// What a sign on the map means.
struct LegendKey {
    enum class Sign { Ring, Hatch, FallingHatch, Plain, None };
    Sign sign = Sign::None;
    QString words;
};

struct Legend {
    std::vector<QString> headings; ///< of the values
    std::vector<LegendRow> rows;
    std::vector<LegendKey> keys;
    std::optional<std::size_t> strong; ///< a column of values that stands out
};

/// The rows of the regions, those with most users first, with their users' share and median RTT, and who captures.
Legend legend_of(const Sheet &sheet, const Catchments &catchments);
/// The signs that are on a map of any of these.
std::vector<LegendKey> keys_of(const Sheet &sheet, const std::vector<const Catchments *> &all);

/// Where a legend goes, and its drawing.
class LegendBox {
public:
    LegendBox(Sheet &sheet, const Legend &legend);

    QSizeF card() const; ///< one column, in a frame of its own over the map
    double height_in_columns(double width) const;

    void draw_card(QPointF top_left);
    void draw_columns(const QRectF &box);

private:
    struct Columns {
        std::size_t count, rows;
    };
    Columns columns(double width) const;
    double keys_height(double width) const;
    void draw_rows(QPointF top_left, std::size_t first, std::size_t last);
    void draw_key(const LegendKey &key, QPointF base);
    double key_width(const LegendKey &key) const;

    Sheet &sheet_;
    const Legend &legend_;
    double column_; ///< width of one
    std::vector<double> values_;
};

/// The map of some catchments in `frame`, labels clear of `keep_clear`. `seen`, where it is given, is told what is
/// seen.
DisplayList map_in(const Sheet &sheet, std::shared_ptr<const Catchments> catchments, const QRectF &frame,
                   const std::vector<QRectF> &keep_clear = {}, MapView *seen = nullptr);
/// Of the map's lines and dots.
double stroke_scale(const Sheet &sheet);

} // namespace catchment::maps::figure
