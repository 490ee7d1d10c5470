// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QTableView;

namespace catchment::qml {
class MoverModel;
}

namespace catchment::app {

class ElidedLabel;
struct Workspace;

/// What the last edit did: its name, a sentence, and who moved from where to where.
class ChangesPanel : public QWidget {
    Q_OBJECT

public:
    explicit ChangesPanel(Workspace &workspace, QWidget *parent = nullptr);

private:
    void makeTable();
    void show();

    Workspace &workspace_;
    qml::MoverModel *model_;
    ElidedLabel *title_;
    QLabel *sentence_;
    QTableView *table_;
};

} // namespace catchment::app
