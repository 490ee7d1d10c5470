// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/tab_order.h"

#include <QWidget>

namespace catchment::app {

QList<QWidget *> tabStops(const QWidget &part) {
    QList<QWidget *> stops;
    QWidget *window = part.window();
    QWidget *at = window;
    do {
        if (part.isAncestorOf(at) && at->window() == window && (at->focusPolicy() & Qt::TabFocus) &&
            !at->focusProxy()) {
            stops << at;
        }
        at = at->nextInFocusChain();
    } while (at != window);
    return stops;
}

void setTabOrderOf(const QList<QWidget *> &parts) {
    QList<QWidget *> order;
    for (const QWidget *part : parts) {
        order << tabStops(*part);
    }
    for (qsizetype i = 1; i < order.size(); ++i) {
        QWidget::setTabOrder(order[i - 1], order[i]);
    }
}

} // namespace catchment::app
