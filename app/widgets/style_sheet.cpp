// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/style_sheet.h"

#include <utility>

namespace catchment::app {
namespace {

/// Names in @…@ stand for the theme's colours.
constexpr auto sheet = R"(
QMainWindow, QMainWindow::separator { background: @window@; }
QMainWindow::separator { width: 6px; height: 6px; }
QMainWindow::separator:hover { background: @hover@; }

QMenuBar { background: @window@; padding: 1px 6px; border: none; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @hover@; color: @text@; }
QMenu { background: @panel@; border: 1px solid @line@; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accent@; color: @onAccent@; }
QMenu::item:disabled { color: @muted@; }
QMenu::separator { height: 1px; background: @line@; margin: 4px 8px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 6px; }
QMenu::icon { margin-left: 6px; }

QToolBar { background: @window@; border: none; padding: 4px 8px 6px 8px; spacing: 4px; }
QToolBar::separator { background: @line@; width: 1px; margin: 5px 5px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px; }
QToolButton:hover { background: @hover@; }
QToolButton:pressed, QToolButton:checked { background: @hover@; border-color: @line@; }
QToolButton:focus { border-color: @accent@; }
QToolButton::menu-indicator { image: none; }

QLabel[role="dockTitle"] { background: @panel@; color: @text@; font-weight: 600; padding: 8px 12px 4px 12px; }

QLineEdit { background: @field@; border: 1px solid @line@; border-radius: 6px; padding: 5px 8px;
    selection-background-color: @accent@; selection-color: @onAccent@; }
QLineEdit:focus { border-color: @accent@; }
QLineEdit[invalid="true"] { border-color: @bad@; }
QLabel[role="error"] { color: @bad@; }
QLabel[role="muted"] { color: @muted@; }
QLabel[role="warning"] { color: @warning@; }
QLabel[role="good"] { color: @good@; }
QLabel[role="lessonTitle"], QLabel[role="points"] { font-weight: 600; }
QLabel[role="question"] { font-weight: 600; padding-top: 4px; }
QTextBrowser, QWidget#lessonPanel { background: @panel@; }
QToolButton[role="choice"] { border-color: @line@; padding: 4px 7px; }
QToolButton[role="choice"]:checked { border: 2px solid @accent@; padding: 3px 6px; }
QPlainTextEdit { background: @field@; border: 1px solid @line@; border-radius: 6px; }
QPlainTextEdit:focus { border-color: @accent@; }
QRadioButton::indicator { width: 13px; height: 13px; border: 1px solid @muted@; border-radius: 7px; background: @field@; }
QRadioButton::indicator:focus, QRadioButton::indicator:hover { border-color: @accent@; }
QRadioButton::indicator:checked { border: 4px solid @accent@; width: 7px; height: 7px; }
QRadioButton::indicator:disabled { border-color: @line@; }

QComboBox { background: @field@; border: 1px solid @line@; border-radius: 6px; padding: 4px 8px; min-height: 18px; }
QComboBox:hover { background: @hover@; }
QComboBox:focus, QComboBox:on { border-color: @accent@; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/icons/chevron.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @panel@; border: 1px solid @line@; outline: none;
    selection-background-color: @accent@; selection-color: @onAccent@; }

QProgressBar { background: @alternate@; border: 1px solid @line@; border-radius: 4px; max-height: 8px; }
QProgressBar::chunk { background: @accent@; border-radius: 3px; }

QTreeView, QTableView, QListView { background: @panel@; border: none; outline: none; }
QTreeView::branch { background: @panel@; }
QTreeView[role="list"]::item { padding: 3px 6px; }
QTreeView[role="list"]::item:selected { background: @accent@; color: @onAccent@; }
QTableView { gridline-color: transparent; alternate-background-color: @alternate@; }
QTableView::item { padding: 2px 8px; border: none; }
QTableView::item:selected { background: @accent@; color: @onAccent@; }
QHeaderView { background: @panel@; border: none; }
QHeaderView::section { background: @panel@; color: @muted@; border: none; border-bottom: 1px solid @line@;
    padding: 3px 8px; font-weight: 500; }

QSplitter#regionsSplitter::handle:vertical { background: @panel@; border-top: 1px solid @line@; margin: 2px 10px 0 10px; }

QCheckBox { spacing: 8px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @muted@; border-radius: 4px; background: @field@; }
QCheckBox::indicator:focus, QCheckBox::indicator:hover { border-color: @accent@; }
QCheckBox::indicator:checked { background: @accent@; border-color: @accent@; image: url(:/icons/@tick@.svg); }
QCheckBox::indicator:disabled { border-color: @line@; }

QSlider::groove:horizontal { height: 4px; background: @line@; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent@; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; margin: -5px 0; border-radius: 7px; background: @accent@; }
QSlider::handle:horizontal:focus { border: 2px solid @text@; }
QTableView#cityTable QHeaderView::section { padding-right: 16px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @line@; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @muted@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTabWidget::pane { border: none; background: @panel@; }
QTabBar { background: @panel@; }
QTabBar::tab { background: @panel@; color: @muted@; padding: 5px 12px 4px 12px; margin: 0 1px;
    border: none; border-bottom: 2px solid transparent; }
QTabWidget#editPanels QTabBar::tab { padding: 5px 6px 4px 6px; }
QTabBar::tab:hover { color: @text@; background: @hover@; }
QTabBar::tab:selected { color: @text@; border-bottom-color: @accent@; font-weight: 600; }
QTabBar::tab:focus { color: @accent@; }
QTabBar QToolButton { background: @panel@; border: 1px solid @line@; border-radius: 4px; padding: 2px; }

QStatusBar { background: @window@; color: @muted@; border: none; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @muted@; padding: 2px 0; }
QSizeGrip { image: none; width: 0; height: 0; }

QToolTip { background: @panel@; color: @text@; border: 1px solid @line@; padding: 4px 6px; }

QFrame[role="message"] { background: @panel@; border: 1px solid @bad@; border-left: 4px solid @bad@;
    border-radius: 6px; }
QFrame[role="offer"] { background: @panel@; border: 1px solid @accent@; border-left: 4px solid @accent@;
    border-radius: 6px; }
QFrame[role="palette"] { background: @panel@; border: 1px solid @line@; border-radius: 8px; }
QFrame[role="caption"] { background: @window@; }
QWidget[role="card"] { background: @panel@; }
QPushButton { background: @field@; border: 1px solid @line@; border-radius: 6px; padding: 5px 14px; }
QPushButton:hover { background: @hover@; }
QPushButton:disabled { color: @muted@; }
QPushButton:focus, QPushButton:default { border-color: @accent@; }
)";

} // namespace

QString styleSheet(const maps::Theme &theme) {
    QString text = QString::fromUtf8(sheet);
    const std::pair<const char *, QColor> colours[] = {
        {"@window@", theme.window},
        {"@panel@", theme.panel},
        {"@field@", theme.field},
        {"@line@", theme.line},
        {"@alternate@", theme.alternate},
        {"@text@", theme.text},
        {"@muted@", theme.muted},
        {"@accent@", theme.accent},
        {"@onAccent@", theme.on_accent},
        {"@hover@", theme.hover},
        {"@bad@", theme.bad},
        {"@good@", theme.good},
        {"@warning@", theme.warning},
    };
    for (const auto &[name, colour] : colours) {
        text.replace(QLatin1String(name), colour.name(QColor::HexRgb));
    }
    text.replace(QLatin1String("@tick@"), theme.dark ? QStringLiteral("tick-dark") : QStringLiteral("tick"));
    return text;
}

} // namespace catchment::app
