// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/pdf_writer.h"

#include "maps/painter.h"

#include <QBuffer>
#include <QDate>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace catchment::maps {
namespace {

/// Overwrites what stands between `before` and `after`, at every place, keeping its length: the table at the end of
/// the file says where each object begins.
void overwrite(QByteArray &pdf, const QByteArray &before, const QByteArray &after, const QByteArray &text) {
    for (qsizetype at = pdf.indexOf(before); at >= 0; at = pdf.indexOf(before, at + 1)) {
        const qsizetype begin = at + before.size(), end = pdf.indexOf(after, begin);
        if (end < 0)
            return;
        pdf.replace(begin, end - begin, text.leftJustified(end - begin, ' ', true));
    }
}

} // namespace

void fix_pdf_date(QByteArray &pdf, const QString &date) {
    const QDate day = QDate::fromString(date, Qt::ISODate);
    const QByteArray stamp = (day.isValid() ? day : QDate(1970, 1, 1)).toString(QStringLiteral("yyyyMMdd")).toLatin1();
    overwrite(pdf, "/CreationDate (", ")", "D:" + stamp + "000000Z");
}

QByteArray write_pdf(QSizeF size, const std::function<void(QPaintDevice &, QPointF)> &draw, const PdfOptions &options) {
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setCreator(QStringLiteral("Catchment"));
        writer.setTitle(options.title);
        const QSizeF points = size * 72 / options.dpi;
        writer.setPageSize(QPageSize(points, QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins({});
        constexpr int dots = 720; // of the writer's own pixels, a tenth of a point
        writer.setResolution(dots);
        // Rounded to whole points, a page is a little off the asked shape: what is drawn fills it.
        draw(writer, {writer.width() / size.width(), writer.height() / size.height()});
    }
    fix_pdf_date(pdf, options.date);
    return pdf;
}

QByteArray write_pdf(const DisplayList &list, const PdfOptions &options) {
    return write_pdf(
        list.size,
        [&](QPaintDevice &page, QPointF scale) {
            QPainter painter(&page);
            painter.scale(scale.x(), scale.y());
            paint(painter, list, TextAs::Text);
        },
        options);
}

} // namespace catchment::maps
