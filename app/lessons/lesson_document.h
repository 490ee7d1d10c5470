// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFont;
class QString;
class QTextDocument;

namespace catchment::app {

/// Sets Markdown as a text that is good to read: room between paragraphs and lines, lists that are not far in.
void setLessonText(QTextDocument &document, const QString &markdown, const QFont &font);

} // namespace catchment::app
