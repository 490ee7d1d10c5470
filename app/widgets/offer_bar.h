// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace catchment::app {

/// An offer in the window rather than in its way: a sentence, a button that takes it and one that does not.
class OfferBar : public QFrame {
    Q_OBJECT

public:
    /// `take` and `leave` are the buttons' words.
    OfferBar(const QString &take, const QString &leave, QWidget *parent = nullptr);

    /// Shows the offer until `hide` or until it is answered.
    void offer(const QString &text);

signals:
    void taken();
    void left();

private:
    QLabel *text_;
    QPushButton *take_;
    QPushButton *leave_;
};

} // namespace catchment::app
