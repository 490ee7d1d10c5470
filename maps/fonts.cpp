// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/fonts.h"

#include <QFontDatabase>
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

QFont font(double size, FontWeight weight) {
    QFont result(QStringLiteral("Inter"));
    result.setPixelSize(std::max(1, qRound(size)));
    result.setWeight(weight == FontWeight::Regular  ? QFont::Normal
                     : weight == FontWeight::Medium ? QFont::Medium
                                                    : QFont::DemiBold);
    result.setHintingPreference(QFont::PreferNoHinting);
    result.setStyleStrategy(QFont::PreferAntialias);
    return result;
}

} // namespace catchment::maps
