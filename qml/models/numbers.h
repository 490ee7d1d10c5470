// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Figures as people read them, in the user's locale.
namespace catchment::qml {

/// People: `840`, `12 k`, `8.1 M`, `2.1 bn`.
QString usersText(double users);

/// A fraction of 1 as a percentage: `41 %`, below ten with one decimal, `< 0.1 %`.
QString shareText(double share);

/// Milliseconds: `19 ms`, below ten with one decimal.
QString msText(double ms);

/// Milliseconds with their sign: `+4.2 ms`, `−38 ms`.
QString signedMsText(double ms);

/// Whole kilometres: `1,145 km`.
QString kmText(double km);

} // namespace catchment::qml
