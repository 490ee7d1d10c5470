// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/shortcuts_dialog.h"

#include "qml/map/live_map.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSet>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace catchment::app {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("catchment::app", text); }

/// Without the mark of the letter to press.
QString plain(QString text) {
    text.replace(QStringLiteral("&&"), QChar(u'\x1f')).remove(QLatin1Char('&'));
    return text.replace(QChar(u'\x1f'), QLatin1Char('&'));
}

QString keysOf(const QAction &action) {
    QStringList keys;
    for (const QKeySequence &sequence : action.shortcuts()) {
        keys << sequence.toString(QKeySequence::NativeText);
    }
    return keys.join(tr(" or "));
}

void gather(const QMenu &menu, ShortcutGroup &group, QSet<const QAction *> &seen) {
    for (const QAction *action : menu.actions()) {
        if (action->menu()) {
            gather(*action->menu(), group, seen);
        } else if (!action->shortcut().isEmpty() && !seen.contains(action)) {
            seen.insert(action);
            group.entries.emplace_back(plain(action->text()), keysOf(*action));
        }
    }
}

} // namespace

std::vector<ShortcutGroup> shortcutsOf(const QMainWindow &window) {
    std::vector<ShortcutGroup> groups;
    QSet<const QAction *> seen;
    const auto add = [&groups](ShortcutGroup group) {
        if (!group.entries.empty()) {
            groups.push_back(std::move(group));
        }
    };
    for (const QAction *top : qobject_cast<QMenuBar *>(window.menuWidget())->actions()) {
        if (top->menu()) {
            ShortcutGroup group{plain(top->text()), {}};
            gather(*top->menu(), group, seen);
            add(std::move(group));
        }
    }
    ShortcutGroup others{tr("In the panels"), {}};
    for (const QAction *action : window.findChildren<QAction *>()) {
        if (!action->shortcut().isEmpty() && !seen.contains(action) && !action->text().isEmpty()) {
            seen.insert(action);
            others.entries.emplace_back(plain(action->text()), keysOf(*action));
        }
    }
    add(std::move(others));
    ShortcutGroup map{tr("On the map"), {}};
    for (const qml::MapKey &key : qml::map_keys()) {
        map.entries.emplace_back(key.what, key.keys);
    }
    add(std::move(map));
    return groups;
}

void showShortcuts(QMainWindow &window) {
    auto *dialog = new QDialog(&window);
    dialog->setObjectName(QStringLiteral("shortcutsDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keyboard shortcuts"));
    auto *list = new QTreeWidget(dialog);
    list->setAccessibleName(dialog->windowTitle());
    list->setColumnCount(2);
    list->setHeaderLabels({tr("What it does"), tr("Keys")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    for (const ShortcutGroup &group : shortcutsOf(window)) {
        auto *head = new QTreeWidgetItem(list, {group.title});
        head->setFirstColumnSpanned(true);
        QFont bold = list->font();
        bold.setWeight(QFont::DemiBold);
        head->setFont(0, bold);
        head->setExpanded(true);
        for (const auto &[what, keys] : group.entries) {
            new QTreeWidgetItem(head, {what, keys});
        }
    }
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    list->header()->setStretchLastSection(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(list);
    layout->addWidget(buttons);
    const QFontMetrics metrics(list->font());
    dialog->resize(64 * metrics.averageCharWidth(), 28 * metrics.height());
    dialog->show();
}

} // namespace catchment::app
