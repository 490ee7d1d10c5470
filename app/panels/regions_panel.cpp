// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/regions_panel.h"

#include "app/panels/operator_editor.h"
#include "app/panels/region_actions.h"
#include "app/panels/region_delegate.h"
#include "app/panels/tuning_editor.h"
#include "app/workspace.h"
#include "qml/models/region_model.h"

#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace catchment::app {
namespace {

constexpr int codeRole = static_cast<int>(qml::RegionModel::Role::Code);

} // namespace

RegionsPanel::RegionsPanel(Workspace &workspace, const RegionActions &actions, QWidget *parent)
    : QWidget(parent), workspace_(workspace), actions_(actions), model_(new qml::RegionModel(this)),
      filter_(new QSortFilterProxyModel(this)), search_(new QLineEdit(this)), view_(new QTreeView(this)),
      tuning_(new TuningEditor(workspace, this)) {
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    filter_->setSourceModel(model_);
    filter_->setRecursiveFilteringEnabled(true);
    filter_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    filter_->setFilterRole(static_cast<int>(qml::RegionModel::Role::SearchText));

    search_->setPlaceholderText(tr("Search regions"));
    search_->setAccessibleName(tr("Search regions"));
    search_->setClearButtonEnabled(true);
    connect(search_, &QLineEdit::textChanged, this, &RegionsPanel::search);

    makeView();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 4);
    layout->setSpacing(4);
    auto *search_row = new QVBoxLayout;
    search_row->setContentsMargins(10, 0, 10, 0);
    search_row->addWidget(search_);
    layout->addWidget(new OperatorEditor(workspace, this));
    layout->addLayout(search_row);
    auto *halves = new QSplitter(Qt::Vertical, this);
    halves->setObjectName(QStringLiteral("regionsSplitter"));
    halves->setChildrenCollapsible(false);
    halves->addWidget(view_);
    halves->addWidget(tuning_);
    halves->setStretchFactor(0, 1);
    halves->setHandleWidth(7);
    halves->setSizes({310, 270});
    layout->addWidget(halves, 1);

    followWorkspace();
}

void RegionsPanel::setSearch(std::shared_ptr<const NetworkSearch> search) { tuning_->setSearch(std::move(search)); }

void RegionsPanel::makeView() {
    view_->setObjectName(QStringLiteral("regionsView"));
    view_->setAccessibleName(tr("Regions"));
    view_->setModel(filter_);
    view_->setItemDelegate(new RegionDelegate(workspace_.appearance, view_));
    view_->setHeaderHidden(true);
    view_->setRootIsDecorated(false);
    view_->setIndentation(0);
    view_->setMouseTracking(true);
    view_->setExpandsOnDoubleClick(false);
    view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(view_, &QTreeView::customContextMenuRequested, this, &RegionsPanel::showMenu);
    connect(view_, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (!index.parent().isValid()) {
            view_->setExpanded(index, !view_->isExpanded(index));
        }
    });
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (const QString code = current.data(codeRole).toString(); !code.isEmpty()) {
            workspace_.selection.setRegion(code);
        }
    });
}

void RegionsPanel::followWorkspace() {
    ScenarioDocument &document = workspace_.document;
    const auto colours = [this] {
        model_->setColours([this](const QString &code) { return workspace_.appearance.regionColour(code); });
    };
    colours();
    connect(&workspace_.appearance, &Appearance::changed, this, colours);
    connect(&workspace_.results, &Results::worldChanged, this, [this] {
        model_->setWorld(workspace_.results.world());
        op_.reset();
        followOperator();
    });
    connect(&workspace_.results, &Results::changed, this,
            [this] { model_->setCatchments(workspace_.results.catchments()); });
    connect(&document, &ScenarioDocument::scenarioChanged, this, [this, &document] {
        followOperator();
        model_->setScenario(document.scenario());
        view_->doItemsLayout(); // deployed rows are taller
    });
    connect(model_, &qml::RegionModel::deploymentRequested, this, [&document](const QString &code, bool deployed) {
        document.apply(deployRegion(document.scenario(), code.toStdString(), deployed));
    });
    connect(&workspace_.selection, &qml::Selection::regionChanged, this, &RegionsPanel::showSelected);
    model_->setScenario(document.scenario());
}

void RegionsPanel::followOperator() {
    if (workspace_.op() != op_) {
        op_ = workspace_.op();
        model_->setOperator(op_);
        expandGroups();
    }
}

void RegionsPanel::search(const QString &words) {
    filter_->setFilterFixedString(words.trimmed());
    expandGroups();
}

void RegionsPanel::expandGroups() {
    const bool all = !search_->text().trimmed().isEmpty();
    for (int row = 0; row < filter_->rowCount(); ++row) {
        const QModelIndex group = filter_->index(row, 0);
        const int status = group.data(static_cast<int>(qml::RegionModel::Role::Status)).toInt();
        view_->setExpanded(group, all || status == static_cast<int>(RegionStatus::Deployable));
    }
}

void RegionsPanel::showSelected() {
    const QModelIndex index = filter_->mapFromSource(model_->indexOf(workspace_.selection.region()));
    if (index.isValid() && index != view_->currentIndex()) {
        view_->setCurrentIndex(index);
        view_->scrollTo(index);
    }
}

void RegionsPanel::showMenu(const QPoint &at) {
    const QString code = view_->indexAt(at).data(codeRole).toString();
    if (code.isEmpty()) {
        return;
    }
    workspace_.selection.setRegion(code);
    QMenu menu(this);
    actions_.fill(menu);
    menu.exec(view_->viewport()->mapToGlobal(at));
}

} // namespace catchment::app
