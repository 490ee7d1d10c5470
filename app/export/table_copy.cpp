// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/table_copy.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QStringList>

namespace catchment::app {

QString table_text(const QAbstractItemModel &model) {
    const auto plain = [](QString text) { // what would look like another cell
        return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
    };
    QString out;
    for (int row = -1; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            cells << plain(
                (row < 0 ? model.headerData(column, Qt::Horizontal) : model.index(row, column).data()).toString());
        }
        out += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return out;
}

void offerTableCopy(QAbstractItemView *view) {
    auto *copy = new QAction(QCoreApplication::translate("TableCopy", "Copy &table"), view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    view->addAction(copy);
    if (view->contextMenuPolicy() == Qt::DefaultContextMenu) {
        view->setContextMenuPolicy(Qt::ActionsContextMenu);
    }
    QObject::connect(copy, &QAction::triggered, view, [view] {
        if (view->model()) {
            QGuiApplication::clipboard()->setText(table_text(*view->model()));
        }
    });
}

} // namespace catchment::app
