// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace catchment::app {

class Appearance;

/// A message in the window rather than in its way: what went wrong and where, until it is closed or replaced.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(const Appearance &appearance, QWidget *parent = nullptr);

    void showMessage(const QString &text);

private:
    const Appearance &appearance_;
    QLabel *sign_;
    QLabel *text_;
    QToolButton *close_;
    void restyle();
};

} // namespace catchment::app
