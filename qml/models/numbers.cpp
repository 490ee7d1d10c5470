// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/models/numbers.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace catchment::qml {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("catchment::qml", text); }

/// Below ten with one decimal, else whole.
QString shortNumber(double value) {
    const QLocale locale;
    if (std::abs(value) < 9.95) {
        return locale.toString(value, 'f', 1);
    }
    return locale.toString(value, 'f', 0);
}

} // namespace

QString usersText(double users) {
    if (users < 999.5) {
        return QLocale().toString(users, 'f', 0);
    }
    if (users < 999.5e3) {
        return tr("%1 k").arg(shortNumber(users / 1e3));
    }
    if (users < 999.5e6) {
        return tr("%1 M").arg(shortNumber(users / 1e6));
    }
    return tr("%1 bn").arg(QLocale().toString(users / 1e9, 'f', 2));
}

QString shareText(double share) {
    const double percent = share * 100;
    if (percent > 0 && percent < 0.1) {
        return tr("< %1 %").arg(QLocale().toString(0.1, 'f', 1));
    }
    return tr("%1 %").arg(percent == 0 ? QLocale().toString(0) : shortNumber(percent));
}

QString msText(double ms) { return tr("%1 ms").arg(shortNumber(ms)); }

QString signedMsText(double ms) {
    if (std::abs(ms) < 0.05) {
        return tr("±0 ms");
    }
    return (ms > 0 ? QStringLiteral("+") : QStringLiteral("−")) + msText(std::abs(ms));
}

QString kmText(double km) { return tr("%1 km").arg(QLocale().toString(km, 'f', 0)); }

} // namespace catchment::qml
