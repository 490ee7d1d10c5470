// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"

#include <QString>

namespace catchment::app {

/// A scenario after a change, and what the change is called where it can be undone: `Deploy nrt`.
struct Edit {
    QString name;
    Scenario scenario;
};

/// `AS1299`.
inline QString asText(Asn asn) { return QStringLiteral("AS%1").arg(asn.value); }

} // namespace catchment::app
