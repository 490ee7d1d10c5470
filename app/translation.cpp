// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace catchment::app {

void useLanguageOf(const QLocale &locale, QCoreApplication &application) {
    const auto load = [&](const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&application);
        if (translator->load(locale, name, QStringLiteral("_"), folder)) {
            QCoreApplication::installTranslator(translator);
        } else {
            delete translator;
        }
    };
    load(QStringLiteral("catchment_en"), QStringLiteral(":/translations")); // plurals, for all that is not translated
    load(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)); // buttons of dialogs
    load(QStringLiteral("catchment"), QStringLiteral(":/translations"));
}

} // namespace catchment::app
