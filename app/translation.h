// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

class QCoreApplication;

namespace catchment::app {

/// Has the window speak the language of a locale, where there is a translation; else it speaks English. Call before
/// anything is shown. Commands without a window always speak English.
void useLanguageOf(const QLocale &locale, QCoreApplication &application);

} // namespace catchment::app
