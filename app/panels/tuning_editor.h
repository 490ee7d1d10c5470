// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/edits/edit.h"

#include <QWidget>

#include <memory>
#include <optional>

class QCheckBox;
class QLabel;
class QListView;
class QSpinBox;
class QToolButton;

namespace catchment::app {

struct Workspace;
struct TuningOf;
class ElidedLabel;
class NetworkSearch;
class SessionForm;
class SessionModel;

/// How the selected region announces: as a whole, and on each of its sessions. The list shows what is in force, the
/// controls below it change the selected row.
class TuningEditor : public QWidget {
    Q_OBJECT

public:
    explicit TuningEditor(Workspace &workspace, QWidget *parent = nullptr);

    void setSearch(std::shared_ptr<const NetworkSearch> search);

private:
    QWidget *makeHeading();
    void makeControls();
    void makeList();
    void update();
    void showRow();
    void edit(Edit edit);
    void askForSession(bool ask);
    void add(const ExtraSession &session);
    void removeShown();
    TuningOf target() const;

    Workspace &workspace_;
    SessionModel *model_;
    ElidedLabel *heading_;
    QListView *view_;
    QWidget *controls_; ///< of the row; or, while a session is asked for:
    SessionForm *form_;
    QCheckBox *withhold_;
    QCheckBox *no_export_;
    QSpinBox *prepend_;
    QSpinBox *med_;
    QToolButton *reset_;
    QToolButton *add_;
    QToolButton *remove_;
    bool showing_ = false; ///< the controls follow, and do not edit
};

} // namespace catchment::app
