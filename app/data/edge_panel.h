// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/proxy.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QCheckBox;
class QFormLayout;
class QLabel;
class QSlider;
class QSpinBox;
class QTableView;
class QToolButton;

namespace catchment::app {

struct Workspace;
class InstanceModel;

/// Who announces, and what is behind the edge: instances, their limits, and the hour of the day. The day can be played:
/// loads follow the sun, and no edit is made until it is stopped.
class EdgePanel : public QWidget {
    Q_OBJECT

public:
    explicit EdgePanel(Workspace &workspace, QWidget *parent = nullptr);

    bool playing() const { return clock_.isActive(); }

private:
    void makeTable();
    QFormLayout *makeForm();
    QWidget *makeHour();
    void showScenario();
    void edit();
    void showLoad();
    void showHour(std::optional<double> hour);
    void showPlay();
    void play(bool on);
    void tick();
    std::optional<double> chosenHour() const;

    Workspace &workspace_;
    InstanceModel *model_;
    QCheckBox *everywhere_;
    QTableView *table_;
    QSpinBox *soft_;
    QSpinBox *hard_;
    QCheckBox *overflow_;
    QCheckBox *at_one_hour_;
    QSlider *hour_; ///< half hours
    QLabel *hour_text_;
    QToolButton *play_;
    QLabel *sum_;
    QTimer clock_;
};

} // namespace catchment::app
