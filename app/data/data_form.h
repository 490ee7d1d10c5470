// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/data_placement.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QMenu;
class QSlider;
class QSpinBox;
class QToolButton;

namespace catchment::app {

class ScenarioDocument;

/// Where the app's data lives and what is promised about it: model, primary, replicas, quorums, the share of writes.
class DataForm : public QWidget {
    Q_OBJECT

public:
    /// Shows and edits the document's scenario, which must live longer.
    explicit DataForm(ScenarioDocument &document, QWidget *parent = nullptr);

signals:
    /// The slider is being moved; no edit yet.
    void writeShareMoved(double share);

private:
    void showScenario();
    void showReplicas(const DataPlacement &data);
    void edit();
    void chooseModel();
    void toggleReplica(const std::string &code, bool on);
    void setShareText(int percent);

    ScenarioDocument &document_;
    QComboBox *model_;
    QComboBox *primary_;
    QToolButton *replicas_;
    QMenu *menu_; ///< of the replicas
    QSpinBox *write_quorum_;
    QSpinBox *read_quorum_;
    QSlider *write_share_; ///< per cent
    QLabel *share_text_;
};

} // namespace catchment::app
