// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace catchment::app {

struct Workspace;
class UsersChart;

/// Users per region before and after the last edit, beside what the edit changed.
class ChartsPanel : public QWidget {
    Q_OBJECT

public:
    explicit ChartsPanel(Workspace &workspace, QWidget *parent = nullptr);

private:
    void show();

    Workspace &workspace_;
    QLabel *title_;
    UsersChart *users_;
};

} // namespace catchment::app
