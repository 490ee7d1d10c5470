// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/display_list.h"

#include <QByteArray>
#include <QString>

#include <functional>

class QPaintDevice;

namespace catchment::maps {

struct PdfOptions {
    QString title;   ///< may be empty
    QString date;    ///< ISO 8601 day of creation; empty: 1970-01-01
    double dpi = 96; ///< page pixels to the inch
};

/// The list as a PDF of one page: vectors, text as text, fonts embedded as far as they are used. The same bytes for
/// the same list: nothing in it tells when it was written. A page is whole points (1/72 inch) wide and high.
QByteArray write_pdf(const DisplayList &list, const PdfOptions &options = {});

/// The same for what `draw` paints on a page of `size` pixels; it is told by how much to scale in x and y.
QByteArray write_pdf(QSizeF size, const std::function<void(QPaintDevice &, QPointF)> &draw,
                     const PdfOptions &options = {});

/// Puts a day in place of the time of writing that a QPdfWriter leaves in a file; see PdfOptions::date.
void fix_pdf_date(QByteArray &pdf, const QString &date);

} // namespace catchment::maps
