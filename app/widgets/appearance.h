// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/theme.h"

#include <QObject>

class QApplication;

namespace catchment::app {

/// Light, dark or for a projector: which theme is in force, and the application's palette and style sheet made from it.
class Appearance : public QObject {
    Q_OBJECT

public:
    enum class Mode { Desktop, Light, Dark, Projector };
    Q_ENUM(Mode)

    /// Reads the desktop's preference from the palette that the application has now.
    Appearance(QApplication &application, Mode mode, QObject *parent = nullptr);

    Mode mode() const { return mode_; }
    /// Changes palette, style sheet and font of the whole application.
    void setMode(Mode mode);

    /// Shows everything as such eyes see it: a preview, never kept.
    void setVision(const QString &word);
    QString vision() const { return vision_; }

    /// The mode that `keep` left behind in an earlier run; Desktop where there is none.
    static Mode kept();
    void keep() const;

    /// Makes all anew, since text has another size.
    void refresh() { apply(); }

    const maps::Theme &theme() const;

    /// The colour of a region on this theme's ground.
    QColor regionColour(const QString &code) const;

signals:
    void changed();

private:
    void apply();

    QApplication &application_;
    bool desktop_is_dark_;
    Mode mode_;
    QString vision_; ///< of maps::vision_words(); empty: normal
};

} // namespace catchment::app
