// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/models/text_table_model.h"
#include "study/edge_study.h"

/// What announcing where the app is deployed and announcing at every edge mean for the users, side by side.
namespace catchment::qml {

/// Whole journeys, the backbone, and who is not served.
TextTable designFigures(const EdgeStudy &study);

/// Whose connections break when a deployed region fails, or its instances alone.
TextTable designFailures(const EdgeStudy &study);

/// Whole journeys of each city with users, most users first.
TextTable designCities(const EdgeStudy &study);

} // namespace catchment::qml
