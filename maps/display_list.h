// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <optional>
#include <set>
#include <string_view>
#include <variant>
#include <vector>

/// A map ready to draw: shapes in page pixels with their colours, in drawing order. Laid out once, then drawn by
/// paint() on screen, in a PNG or a PDF, so that they cannot differ.
namespace catchment::maps {

/// What belongs together and can be switched together, from bottom to top.
enum class Layer {
    Sea,
    Graticule,
    Land,
    Cells,            ///< catchments
    Contested,        ///< hatch where a tie-break decides
    Lens,             ///< where distance would decide otherwise
    CatchmentBorders, ///< where regions meet
    Borders,          ///< of countries, and coasts
    Fibre,
    Presence,  ///< how many networks have a router in a city
    Exchanges, ///< where networks meet
    Flows,     ///< users by fibre segment, as lines
    Paths,     ///< the selected city's way
    Cities,
    Markers, ///< not the nearest region
    Regions,
    Labels,
    Legend,
    Captions, ///< title, subtitle and caption
    Attribution,
};

/// `sea`, `graticule`, …: the word in files and options, and the id of the group in an SVG.
std::string_view layer_word(Layer layer);
std::optional<Layer> layer_from_word(std::string_view word);
std::vector<Layer> all_layers();
using LayerSet = std::set<Layer>;
LayerSet every_layer();
/// What a map shows where nobody says otherwise: all but presence, exchanges and the lens.
LayerSet usual_layers();

struct Fill {
    QPainterPath path;
    QColor colour;
};

struct Stroke {
    QPainterPath path;
    QColor colour;
    double width = 1;         ///< pixels
    std::vector<double> dash; ///< on, off, … in pixels; empty: solid
};

struct Disc {
    QPointF centre;
    double radius = 1;
    QColor fill;
    QColor outline = Qt::transparent;
    double outline_width = 0;
};

/// Parallel lines at 45° over an area.
struct Hatch {
    QPainterPath path;
    QColor colour;
    double spacing = 6; ///< pixels between two lines
    double width = 1;   ///< pixels
    bool falling = false;
};

/// A disc of sectors, clockwise from the top; the shares sum to 1.
struct Pie {
    struct Sector {
        double share = 0;
        QColor colour;
    };
    QPointF centre;
    double radius = 1;
    std::vector<Sector> sectors;
    QColor outline = Qt::transparent;
    double outline_width = 0;
};

enum class FontWeight { Regular, Medium, SemiBold };

/// One line of text. `position` is on the base line, at the left, centre or right of the text.
struct Text {
    enum class Anchor { Left, Centre, Right };
    QString text;
    QPointF position;
    double size = 12; ///< of the em, pixels
    FontWeight weight = FontWeight::Regular;
    Anchor anchor = Anchor::Left;
    QColor colour;
    QColor halo = Qt::transparent;
    double halo_width = 0; ///< on each side, pixels
};

using Shape = std::variant<Fill, Stroke, Hatch, Disc, Pie, Text>;

struct Item {
    QString id; ///< within its layer: a region code, a city id, …; may be empty
    Shape shape;
};

struct Group {
    Layer layer = Layer::Sea;
    std::optional<QRectF> clip; ///< page pixels
    std::vector<Item> items;
};

struct DisplayList {
    QSizeF size;       ///< of the page, pixels
    QColor background; ///< transparent: nothing behind
    std::vector<Group> groups;

    /// The group to which new items of `layer` go: the last one if it is of that layer, else a new one.
    Group &group(Layer layer, std::optional<QRectF> clip = {});
    void append(DisplayList other);
};

/// The rectangle that a text covers on the page, halo not counted.
QRectF bounds(const Text &text);

} // namespace catchment::maps
