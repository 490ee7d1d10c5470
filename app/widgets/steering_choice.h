// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace catchment::app {

class ScenarioDocument;

/// Anycast or DNS: how users are led to a region.
class SteeringChoice : public QComboBox {
    Q_OBJECT

public:
    /// Shows and edits the document's scenario, which must live longer.
    explicit SteeringChoice(ScenarioDocument &document, QWidget *parent = nullptr);
};

} // namespace catchment::app
