// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_actions.h"

#include "app/export/chart_export.h"
#include "app/export/export_dialog.h"
#include "app/export/table_copy.h"
#include "app/workspace.h"
#include "io/view_io.h"
#include "qml/map/live_map.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QTableView>
#include <qcustomplot.h>

#include <algorithm>

namespace catchment::app {

ExportActions::ExportActions(Workspace &workspace, const qml::LiveMap *map, QWidget *window)
    : QObject(window), workspace_(workspace), map_(map), window_(window), export_(new QAction(tr("&Export …"), this)),
      copy_(new QAction(tr("Copy &map"), this)), charts_(new QMenu(tr("Save &chart"), window)) {
    export_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    copy_->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    connect(export_, &QAction::triggered, this, &ExportActions::showDialog);
    connect(copy_, &QAction::triggered, this, &ExportActions::copyMap);
    connect(&thread_, &ExportThread::copied, this, [](const QImage &image, const QByteArray &svg) {
        auto *data = new QMimeData;
        data->setImageData(image);
        data->setData(QStringLiteral("image/svg+xml"), svg);
        QGuiApplication::clipboard()->setMimeData(data);
    });
    const auto follow = [this] {
        const bool there = workspace_.results.catchments() != nullptr;
        export_->setEnabled(there);
        copy_->setEnabled(there);
        charts_->setEnabled(there);
    };
    connect(&workspace.results, &Results::changed, this, follow);
    follow();
    offerWhatIsThere();
}

void ExportActions::offerWhatIsThere() {
    for (QCustomPlot *plot : window_->findChildren<QCustomPlot *>()) {
        const QString name = plot->accessibleName().isEmpty() ? tr("Chart") : plot->accessibleName();
        if (plot->contextMenuPolicy() == Qt::DefaultContextMenu) {
            offerChartExport(plot, name);
        }
        charts_->addAction(tr("%1 …").arg(name), plot, [plot, name] { saveChartAs(*plot, name); });
    }
    for (QTableView *table : window_->findChildren<QTableView *>()) {
        offerTableCopy(table);
    }
}

ExportRequest ExportActions::request() const {
    ExportRequest out;
    out.catchments = workspace_.results.catchments();
    out.scenario = workspace_.document.scenario();
    if (!out.scenario.world.empty() && out.scenario.world != "builtin") {
        out.world_folder = workspace_.document.worldFolder().toStdString();
    }
    View &view = out.scenario.view;
    if (map_) {
        view.projection = map_->projection().toStdString();
        view.center.reset();
        if (view.projection == "globe") {
            view.center = GeoPoint{map_->centre().latitude(), map_->centre().longitude()};
        }
        view.layers.clear();
        for (const qml::LayerEntry &layer : map_->layers()) {
            const std::string word = layer.word.toStdString();
            if (layer.shown && std::ranges::find(known_layers(), word) != known_layers().end()) {
                view.layers.push_back(word);
            }
        }
        if (view.layers.empty()) { // which would stand for all
            view.layers.emplace_back("borders");
        }
    }
    view.select = workspace_.selection.city().toStdString();
    view.theme = "light";
    out.settings = figure_settings(out.scenario, view);
    out.settings.options.locale = QLocale();
    if (!view.select.empty()) {
        out.settings.options.selected = find_city(out.catchments->world(), view.select);
    }
    return out;
}

void ExportActions::showDialog() { ExportDialog(request(), window_).exec(); }

void ExportActions::copyMap() { thread_.copy(request()); }

} // namespace catchment::app
