// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QTreeView>
#include <QWidget>

class QComboBox;
class QLabel;

namespace catchment::qml {
class JourneyModel;
}

namespace catchment::app {

struct Workspace;

/// A tree whose rows are laid out anew when its width changes, since their words wrap.
class WrappingTree : public QTreeView {
    Q_OBJECT

public:
    using QTreeView::QTreeView;

protected:
    void resizeEvent(QResizeEvent *event) override;
};

/// The selected city's journey: headline, whose users travel, and each step with what was decided there.
class JourneyPanel : public QWidget {
    Q_OBJECT

public:
    explicit JourneyPanel(Workspace &workspace, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeView();
    void follow();
    void showNetworks();
    void showSteps();
    void showHop();

    Workspace &workspace_;
    qml::JourneyModel *model_;
    QLabel *headline_;
    QLabel *place_;
    QLabel *remark_;
    QComboBox *networks_;
    WrappingTree *view_;
    QWidget *wish_;
    QPersistentModelIndex clicked_; ///< the last step
};

} // namespace catchment::app
