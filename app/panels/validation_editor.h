// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QSlider;

namespace catchment::app {

struct Workspace;
class NetworkSearch;
class ValidatorModel;

/// Which networks do origin validation: a share of all, or one by one.
class ValidationEditor : public QWidget {
    Q_OBJECT

public:
    explicit ValidationEditor(Workspace &workspace, QWidget *parent = nullptr);

    void setSearch(std::shared_ptr<const NetworkSearch> search);

private:
    void makeList();
    void follow();
    void setShare();

    Workspace &workspace_;
    std::shared_ptr<const NetworkSearch> search_;
    ValidatorModel *model_;
    QSlider *share_;
    QComboBox *order_;
    QLabel *count_;
    QLineEdit *words_;
    QListView *view_;
};

} // namespace catchment::app
