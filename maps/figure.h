// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/map_layout.h"

#include <QLocale>
#include <QSize>
#include <QString>

#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

/// A finished figure: one map or several, with title, legend, caption and credit.
namespace catchment::maps {

/// What stands around the map, and can be left out.
enum class FigurePart {
    Title,
    Subtitle,
    Legend,
    Caption,
    Name,        ///< of the scenario
    Date,        ///< of the world
    Attribution, ///< the credit for the map's data
};
using FigureParts = std::set<FigurePart>;

/// `title`, `subtitle`, …: the word in files and options.
std::string_view part_word(FigurePart part);
std::optional<FigurePart> part_from_word(std::string_view word);
FigureParts every_part();

struct FigureOptions {
    QSize size{1920, 1080}; ///< pixels
    double scale = 1;       ///< of text and lines, beyond what grows with the size
    ProjectionKind projection = ProjectionKind::EqualEarth;
    std::optional<std::array<double, 4>> extent; ///< west, south, east, north in degrees; none: the world
    GeoPoint center{20, 10};                     ///< of the globe
    QString theme = QStringLiteral("light");
    bool transparent = false; ///< no ground behind land and text, and no sea
    QString title;
    QString subtitle; ///< empty: one is made from the figures (users, mean RTT, share not at the nearest)
    QString caption;
    QString name;                     ///< of the scenario; may be empty
    FigureParts parts = every_part(); ///< that are shown
    std::optional<CityId> selected;   ///< whose path is drawn
    LayerSet layers = usual_layers();
    QLocale locale = QLocale::c(); ///< of the numbers
    /// Over the same world: then only what moved since has its colour.
    std::shared_ptr<const Catchments> before;
};

/// One of the maps of a figure.
struct FigurePanel {
    std::shared_ptr<const Catchments> catchments;
    QString title;
};

/// Lays out the whole figure. Needs load_fonts() first. The same input gives the same list.
DisplayList layout_figure(std::shared_ptr<const Catchments> catchments, const FigureOptions &options = {});

/// A figure, and where its map is.
struct LaidOutFigure {
    DisplayList list;
    MapView view;            ///< of the page
    QRectF frame;            ///< of the page, that the map keeps to
    double stroke_scale = 1; ///< of the map's lines
};
LaidOutFigure lay_out_figure(std::shared_ptr<const Catchments> catchments, const FigureOptions &options = {});

/// Several maps side by side, `a`, `b`, `c` …, on one legend with a column of shares for each. All have the same world
/// and operator; there is at least one.
DisplayList layout_panels(const std::vector<FigurePanel> &panels, const FigureOptions &options = {});

/// The credit that every exported map carries.
QString attribution();

} // namespace catchment::maps
