// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/display_list.h"

#include <QByteArray>
#include <QSize>
#include <QString>

#include <optional>
#include <string_view>
#include <vector>

/// A display list as a file: PNG, SVG or PDF.
namespace catchment::maps {

enum class PictureFormat { Png, Svg, Pdf };

/// `png`, `svg`, `pdf`: the ending of a file's name, too.
std::string_view picture_word(PictureFormat format);
std::optional<PictureFormat> picture_from_word(std::string_view word);
std::vector<PictureFormat> all_pictures();

struct PictureOptions {
    double dpi = 96;     ///< page pixels to the inch: how large the file says that it is
    QString title;       ///< said in SVG and PDF
    QString description; ///< said in SVG
    QString date;        ///< ISO 8601 day that a PDF is stamped with: that of the world, never today
};

/// More than this in one picture is refused by whoever asks for one.
constexpr double most_pixels = 150e6;

/// The whole file; the same bytes for the same list and options. A PNG has a pixel for each page pixel, and no alpha
/// channel where the page's ground is opaque; a PDF holds vectors and embedded fonts. Empty where there is not enough
/// memory. Thread-safe once load_fonts() has run.
QByteArray picture_file(const DisplayList &list, PictureFormat format, const PictureOptions &options = {});

} // namespace catchment::maps
