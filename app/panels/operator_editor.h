// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/edits/edit.h"

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace catchment::app {

struct Workspace;
class ElidedLabel;

/// Who announces: the world's operator, or one of one's own with a number, a name, a prefix and regions that can be
/// placed anywhere. One line that opens on demand. Sessions of its regions are edited where tuning is.
class OperatorEditor : public QWidget {
    Q_OBJECT

public:
    explicit OperatorEditor(Workspace &workspace, QWidget *parent = nullptr);

private:
    QWidget *makeHeading();
    void makeWorldPage();
    void makeOwnPage();
    void followWorld();
    void follow();
    void open(bool open);
    void change();
    void place();
    /// Makes an edit, or says why it cannot be made.
    void attempt(const std::function<Edit()> &make);
    void say(const QString &problem);

    Workspace &workspace_;
    ElidedLabel *who_;
    QToolButton *toggle_;
    QWidget *world_page_; ///< while the world's announces
    QWidget *own_page_;
    QLineEdit *asn_;
    QLineEdit *name_;
    QLineEdit *prefix_;
    QLineEdit *city_;
    QPushButton *back_;
    QLabel *error_;
};

} // namespace catchment::app
