// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/picture_file.h"

#include "maps/painter.h"
#include "maps/pdf_writer.h"
#include "maps/svg_writer.h"

#include <QBuffer>
#include <QImage>

#include <array>
#include <utility>

namespace catchment::maps {
namespace {

constexpr std::array words = std::to_array<std::pair<PictureFormat, std::string_view>>(
    {{PictureFormat::Png, "png"}, {PictureFormat::Svg, "svg"}, {PictureFormat::Pdf, "pdf"}});

QByteArray png(const DisplayList &list, double dpi) {
    QImage image = render_image(list, list.size.toSize());
    if (image.isNull())
        return {};
    if (list.background.alpha() == 255)
        image.reinterpretAsFormat(QImage::Format_RGB32);
    image.setDotsPerMeterX(qRound(dpi / 0.0254));
    image.setDotsPerMeterY(qRound(dpi / 0.0254));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

} // namespace

std::string_view picture_word(PictureFormat format) { return words[static_cast<std::size_t>(format)].second; }

std::optional<PictureFormat> picture_from_word(std::string_view word) {
    for (const auto &[format, its_word] : words)
        if (its_word == word)
            return format;
    return {};
}

std::vector<PictureFormat> all_pictures() {
    std::vector<PictureFormat> result;
    for (const auto &[format, word] : words)
        result.push_back(format);
    return result;
}

QByteArray picture_file(const DisplayList &list, PictureFormat format, const PictureOptions &options) {
    switch (format) {
    case PictureFormat::Svg:
        return write_svg(list, {options.title, options.description, options.dpi});
    case PictureFormat::Pdf:
        return write_pdf(list, {options.title, options.date, options.dpi});
    case PictureFormat::Png:
        break;
    }
    return png(list, options.dpi);
}

} // namespace catchment::maps
