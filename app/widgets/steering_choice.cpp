// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/steering_choice.h"

#include "app/edits/steering_edits.h"
#include "app/files/scenario_document.h"

namespace catchment::app {

SteeringChoice::SteeringChoice(ScenarioDocument &document, QWidget *parent) : QComboBox(parent) {
    setObjectName(QStringLiteral("steering"));
    setAccessibleName(tr("Steering"));
    setToolTip(tr("How users are led to a region: one address for all, and BGP picks; or each region its own, and the "
                  "name server picks"));
    addItem(tr("Anycast"), static_cast<int>(Steering::Anycast));
    addItem(tr("DNS"), static_cast<int>(Steering::Dns));
    connect(this, &QComboBox::activated, this, [this, &document](int at) {
        document.apply(steerBy(document.scenario(), static_cast<Steering>(itemData(at).toInt())));
    });
    const auto follow = [this, &document] {
        setCurrentIndex(findData(static_cast<int>(document.scenario().steering)));
    };
    connect(&document, &ScenarioDocument::scenarioChanged, this, follow);
    follow();
}

} // namespace catchment::app
