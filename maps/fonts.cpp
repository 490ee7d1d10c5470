// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/fonts.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QScreen>
#include <QStringList>

#include <algorithm>

namespace catchment::maps {

void load_fonts() {
    static const bool loaded = [] {
        for (const char *style : {"Regular", "Medium", "SemiBold"})
            QFontDatabase::addApplicationFont(
                QStringLiteral(":/catchment/fonts/Inter-%1.otf").arg(QLatin1String(style)));
        return true;
    }();
    Q_UNUSED(loaded)
}

QFont map_font(double size, FontWeight weight) {
    QFont result(QStringLiteral("Inter"));
    result.setPixelSize(std::max(1, qRound(size)));
    result.setWeight(weight == FontWeight::Regular  ? QFont::Normal
                     : weight == FontWeight::Medium ? QFont::Medium
                                                    : QFont::DemiBold);
    result.setHintingPreference(QFont::PreferNoHinting);
    result.setStyleStrategy(QFont::PreferAntialias);
    return result;
}

namespace {
double enlarged = 1; ///< on the GUI thread alone
} // namespace

QFont font(double size, FontWeight weight) { return map_font(size * text_scale(), weight); }

double text_scale() {
    constexpr double usual_dpi = 96;
    const QScreen *screen = QGuiApplication::primaryScreen();
    return enlarged * (screen ? std::clamp(screen->logicalDotsPerInchY() / usual_dpi, 1.0, 2.0) : 1);
}

void enlarge_text(double factor) { enlarged = factor; }

int text_room(double pixels) { return qRound(pixels * text_scale()); }

} // namespace catchment::maps
