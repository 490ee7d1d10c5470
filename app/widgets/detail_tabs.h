// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

class QMenu;

namespace catchment::app {

/// Below the map: charts, tables and studies, one at a time. What they show is theirs.
class DetailTabs : public QTabWidget {
    Q_OBJECT

public:
    explicit DetailTabs(QWidget *parent = nullptr);

    /// `page` goes after those that are there. `name` is for tests and for what is kept between runs.
    void add(QWidget *page, const QString &title, const QString &name);

    /// Brings the page of this name to the front; nothing where there is none.
    void showPage(const QString &name);

private:
    void fill(QMenu &list);
};

} // namespace catchment::app
