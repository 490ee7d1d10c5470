// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

namespace catchment::app {

/// One line of text that is cut with an ellipsis where it does not fit, and then shows all of it as a tool tip.
class ElidedLabel : public QFrame {
    Q_OBJECT

public:
    using QFrame::QFrame;

    QString text() const { return text_; }
    void setText(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString text_;
};

} // namespace catchment::app
