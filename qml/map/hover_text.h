// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/flows.h"
#include "maps/hit_test.h"
#include "study/catchments.h"

#include <QString>

namespace catchment::qml {

/// `Chicago, US`; `8.1 M users · ewr 19 ms`.
struct HoverText {
    QString title, detail;
};

/// What a card says of the thing under the pointer; empty where the world does not know it. `flows`: may be null.
HoverText hover_text(const Catchments &catchments, const maps::FlowMap *flows, const maps::Target &target);

/// The segments between the two cities of a stretch, `frankfurt-de|prague-cz`.
std::vector<SegmentId> segments_of(const World &world, const QString &cities);

} // namespace catchment::qml
