// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/chart_export.h"

#include "io/files.h"
#include "io/input_error.h"
#include "maps/pdf_writer.h"

#include <QBuffer>
#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QSvgGenerator>
#include <qcustomplot.h>

namespace catchment::app {
namespace {

constexpr double png_scale = 3;
const QString folder_key = QStringLiteral("exportFolder");

QString tr(const char *words) { return QCoreApplication::translate("catchment::app", words); }

void draw(QCustomPlot &plot, QPaintDevice &device, QPointF scale, QCPPainter::PainterModes modes) {
    QCPPainter painter(&device);
    painter.setModes(modes);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale.x(), scale.y());
    plot.toPainter(&painter, plot.width(), plot.height());
}

QImage picture(QCustomPlot &plot) {
    QImage image(plot.size() * png_scale, QImage::Format_RGB32);
    image.fill(Qt::white);
    draw(plot, image, {png_scale, png_scale}, QCPPainter::pmDefault);
    image.setDevicePixelRatio(1);
    return image;
}

} // namespace

QByteArray chart_file(QCustomPlot &plot, maps::PictureFormat format, const QString &name, const QString &date) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const auto vectors = QCPPainter::pmVectorized | QCPPainter::pmNoCaching;
    if (format == maps::PictureFormat::Png) {
        return picture(plot).save(&buffer, "PNG") ? bytes : QByteArray();
    }
    if (format == maps::PictureFormat::Svg) {
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setResolution(96);
        svg.setSize(plot.size());
        svg.setViewBox(plot.rect());
        svg.setTitle(name);
        draw(plot, svg, {1, 1}, vectors);
        return bytes;
    }
    return maps::write_pdf(plot.size(), [&](QPaintDevice &page, QPointF scale) { draw(plot, page, scale, vectors); },
                           {name, date, 96});
}

void saveChartAs(QCustomPlot &plot, const QString &name) {
    const QString folder = QSettings().value(folder_key, QDir::homePath()).toString();
    QString file =
        QFileDialog::getSaveFileName(&plot, tr("Save chart"), QDir(folder).filePath(name + QStringLiteral(".png")),
                                     tr("Pictures (*.png *.svg *.pdf)"));
    if (file.isEmpty()) {
        return;
    }
    auto format = maps::picture_from_word(QFileInfo(file).suffix().toLower().toStdString());
    if (!format) {
        file += QStringLiteral(".png");
        format = maps::PictureFormat::Png;
    }
    QSettings().setValue(folder_key, QFileInfo(file).absolutePath());
    try {
        const QByteArray bytes = chart_file(plot, *format, name);
        write_file(file.toStdString(), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    } catch (const OutputError &error) {
        QMessageBox::warning(&plot, tr("Save chart"), QString::fromUtf8(error.what()));
    }
}

void copyChart(QCustomPlot &plot, const QString &name) {
    auto *data = new QMimeData;
    data->setImageData(picture(plot));
    data->setData(QStringLiteral("image/svg+xml"), chart_file(plot, maps::PictureFormat::Svg, name));
    QGuiApplication::clipboard()->setMimeData(data);
}

void offerChartExport(QCustomPlot *plot, const QString &name) {
    plot->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(plot, &QWidget::customContextMenuRequested, plot, [plot, name](const QPoint &at) {
        QMenu menu(plot);
        menu.addAction(tr("&Save chart as …"), plot, [plot, name] { saveChartAs(*plot, name); });
        menu.addAction(tr("&Copy chart"), plot, [plot, name] { copyChart(*plot, name); });
        menu.exec(plot->mapToGlobal(at));
    });
}

} // namespace catchment::app
