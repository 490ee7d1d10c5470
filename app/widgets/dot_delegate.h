// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace catchment::app {

/// Puts a region's dot before its code, on the ground of its row.
class DotDelegate : public QStyledItemDelegate {
public:
    /// `colour_role`: under which the model has the dot's colour; no dot where that is invalid.
    explicit DotDelegate(int colour_role, QObject *parent = nullptr)
        : QStyledItemDelegate(parent), colour_role_(colour_role) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int colour_role_;
};

} // namespace catchment::app
