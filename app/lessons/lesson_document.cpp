// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_document.h"

#include <QFont>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>

namespace catchment::app {
namespace {

constexpr double line_height = 118; ///< percent
constexpr double between = 0.55;    ///< of the font's size, below a paragraph

double size_of(const QFont &font) { return font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF(); }

} // namespace

void setLessonText(QTextDocument &document, const QString &markdown, const QFont &font) {
    document.setDefaultFont(font);
    document.setIndentWidth(size_of(font) * 1.3);
    document.setMarkdown(markdown);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(line_height, QTextBlockFormat::ProportionalHeight);
        const bool listed = block.textList() != nullptr;
        format.setBottomMargin(size_of(font) * (listed ? between / 2 : between));
        format.setTopMargin(format.headingLevel() > 0 ? size_of(font) * between : 0);
        cursor.setBlockFormat(format);
    }
}

} // namespace catchment::app
