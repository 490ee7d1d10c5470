// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/steering.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QSpinBox;

namespace catchment::app {

class ScenarioDocument;

/// Whom users ask, whether the question says who they are, and how long the answer is kept.
class DnsForm : public QWidget {
    Q_OBJECT

public:
    /// Shows and edits the document's scenario, which must live longer.
    explicit DnsForm(ScenarioDocument &document, QWidget *parent = nullptr);

    /// For a further row.
    QFormLayout *form() const { return form_; }

private:
    void show();
    void edit();

    ScenarioDocument &document_;
    QFormLayout *form_;
    QComboBox *resolver_;
    QSpinBox *public_share_; ///< per cent
    QCheckBox *client_subnet_;
    QSpinBox *ttl_;
};

} // namespace catchment::app
