// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/theme.h"

#include <QIcon>
#include <QString>

namespace catchment::app {

/// The toolbar icon `name` of resources/icons in the theme's colours: a drawing in one colour.
QIcon themedIcon(const QString &name, const maps::Theme &theme);

/// The application's own icon.
QIcon applicationIcon();

} // namespace catchment::app
