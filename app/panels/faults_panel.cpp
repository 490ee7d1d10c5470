// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/faults_panel.h"

#include "app/edits/scenario_edits.h"
#include "app/job.h"
#include "app/panels/fault_model.h"
#include "app/panels/row_delegate.h"
#include "app/workspace.h"
#include "study/carried.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace catchment::app {
namespace {

/// How many users a thing carries; nothing for what the results do not know.
std::optional<double> usersOf(const Carried &carried, const Catchments &of, const Event &fault) {
    const World &world = of.world();
    switch (fault.what) {
    case Event::What::Network: {
        const auto found = world.network_by_asn.find(fault.asn);
        return found == world.network_by_asn.end() ? std::nullopt
                                                   : std::optional(carried.networks[found->second.index()]);
    }
    case Event::What::Link:
        return carried.link(fault.asn, fault.other);
    case Event::What::Exchange: {
        const auto found = world.exchange_by_id.find(fault.name);
        return found == world.exchange_by_id.end() ? std::nullopt
                                                   : std::optional(carried.exchanges[found->second.index()]);
    }
    case Event::What::Cable:
        return carried.cable(fault.name);
    case Event::What::Region:
        break;
    }
    const auto region = find_region(of.op(), fault.name);
    return region ? std::optional(carried.regions[region->index()]) : std::nullopt;
}

} // namespace

FaultsPanel::FaultsPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), model_(new FaultModel(this)), counting_(new Job(this)),
      search_(new QLineEdit(this)), kind_(new QComboBox(this)), view_(new QListView(this)),
      repair_(new QPushButton(tr("&Repair all"), this)) {
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    search_->setObjectName(QStringLiteral("faultSearch"));
    search_->setPlaceholderText(tr("Search what can fail"));
    search_->setAccessibleName(tr("Search what can fail"));
    search_->setClearButtonEnabled(true);
    kind_->setObjectName(QStringLiteral("faultKind"));
    kind_->setAccessibleName(tr("Which kind of things"));
    kind_->setMinimumWidth(100);
    kind_->addItem(tr("Everything"));
    const std::pair<QString, Event::What> kinds[] = {{tr("Regions"), Event::What::Region},
                                                     {tr("Exchanges"), Event::What::Exchange},
                                                     {tr("Cables"), Event::What::Cable},
                                                     {tr("Networks"), Event::What::Network},
                                                     {tr("Links"), Event::What::Link}};
    for (const auto &[name, what] : kinds) {
        kind_->addItem(name, static_cast<int>(what));
    }
    repair_->setObjectName(QStringLiteral("repairAll"));
    makeView();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 8);
    layout->setSpacing(6);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(10, 0, 10, 0);
    top->setSpacing(6);
    top->addWidget(search_);
    auto *row = new QHBoxLayout;
    row->addWidget(kind_, 1);
    row->addWidget(repair_);
    top->addLayout(row);
    layout->addLayout(top);
    layout->addWidget(view_, 1);
    auto *note = new QLabel(tr("At the right: users passing now"), this);
    note->setProperty("role", QStringLiteral("muted"));
    note->setWordWrap(true);
    note->setContentsMargins(12, 0, 12, 0);
    layout->addWidget(note);

    connect(search_, &QLineEdit::textChanged, this, &FaultsPanel::look);
    connect(kind_, &QComboBox::currentIndexChanged, this, &FaultsPanel::look);
    connect(repair_, &QPushButton::clicked, this,
            [this] { workspace_.document.apply(repairAll(workspace_.document.scenario())); });
    connect(&workspace.document, &ScenarioDocument::scenarioChanged, this, &FaultsPanel::follow);
    connect(&workspace.results, &Results::changed, this, &FaultsPanel::countUsers);
    follow();
}

void FaultsPanel::makeView() {
    view_->setObjectName(QStringLiteral("faultsView"));
    view_->setAccessibleName(tr("What can fail"));
    view_->setModel(model_);
    view_->setItemDelegate(new RowDelegate(workspace_.appearance, view_));
    view_->setMouseTracking(true);
    view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(model_, &FaultModel::faultRequested, this, [this](const Event &fault) {
        // What is ticked moves to the top; the keys stay at its place.
        const int row = view_->currentIndex().row();
        workspace_.document.apply(faultEdit(workspace_.document.scenario(), fault));
        view_->setCurrentIndex(model_->index(std::min(row, model_->rowCount() - 1)));
    });
}

void FaultsPanel::setSearch(std::shared_ptr<const NetworkSearch> search) {
    networks_ = std::move(search);
    op_.reset();
    follow();
}

void FaultsPanel::look() {
    const QVariant what = kind_->currentData();
    model_->look(search_->text().trimmed(),
                 what.isValid() ? std::optional(static_cast<Event::What>(what.toInt())) : std::nullopt);
    view_->scrollToTop();
}

void FaultsPanel::follow() {
    const Scenario &scenario = workspace_.document.scenario();
    repair_->setEnabled(!scenario.faults.empty());
    model_->setScenario(scenario);
    // A large world takes a moment to be prepared for searching, so that waits until somebody looks.
    if (networks_ && isVisible() && op_ != workspace_.op()) {
        op_ = workspace_.op();
        model_->setSearch(std::make_shared<FaultSearch>(networks_, op_));
    }
}

void FaultsPanel::countUsers() {
    const auto &catchments = workspace_.results.catchments();
    if (!isVisible() || !catchments || catchments == counted_) {
        return;
    }
    counted_ = catchments;
    counting_->start<Carried>(
        [catchments](const std::stop_token &stop, const Progress &) { return carried(*catchments, stop); },
        [this, catchments](Carried found) {
            model_->setUsers([carried = std::make_shared<const Carried>(std::move(found)),
                              catchments](const Event &fault) { return usersOf(*carried, *catchments, fault); });
        });
}

void FaultsPanel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    follow();
    countUsers();
}

} // namespace catchment::app
