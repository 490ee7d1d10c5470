// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journey/journey_panel.h"

#include "app/journey/journey_delegate.h"
#include "app/panels/fault_menus.h"
#include "app/studies/wish_panel.h"
#include "app/workspace.h"
#include "maps/fonts.h"
#include "qml/models/journey_model.h"
#include "qml/models/numbers.h"
#include "study/lookup.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QStringList>
#include <QVBoxLayout>

namespace catchment::app {
namespace {

constexpr int askedRole = Qt::UserRole + 1; ///< of a network's outcomes, which
constexpr double least_for_wishes = 360;    ///< pixels of height
constexpr int decisionRole = static_cast<int>(qml::JourneyModel::Role::Decision);

} // namespace

void WrappingTree::resizeEvent(QResizeEvent *event) {
    QTreeView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        scheduleDelayedItemsLayout();
    }
}

JourneyPanel::JourneyPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), model_(new qml::JourneyModel(this)), headline_(new QLabel(this)),
      place_(new QLabel(this)), remark_(new QLabel(this)), networks_(new QComboBox(this)),
      view_(new WrappingTree(this)), wish_(new QWidget(this)) {
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    headline_->setObjectName(QStringLiteral("journeyHeadline"));
    headline_->setFont(maps::font(18, maps::FontWeight::SemiBold));
    headline_->setTextFormat(Qt::PlainText);
    headline_->setWordWrap(true);
    headline_->setContentsMargins(12, 2, 12, 0);
    place_->setProperty("role", QStringLiteral("muted"));
    place_->setWordWrap(true);
    place_->setTextFormat(Qt::PlainText);
    place_->setContentsMargins(12, 0, 12, 2);
    remark_->setObjectName(QStringLiteral("journeyRemark"));
    remark_->setProperty("role", QStringLiteral("warning"));
    remark_->setFont(maps::font(13, maps::FontWeight::Medium));
    remark_->setWordWrap(true);
    remark_->setTextFormat(Qt::PlainText);
    remark_->setContentsMargins(12, 0, 12, 2);
    networks_->setObjectName(QStringLiteral("journeyNetworks"));
    networks_->setAccessibleName(tr("Access network"));
    networks_->setToolTip(tr("The access network whose users travel"));
    // Long names are cut rather than widening the dock.
    networks_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    networks_->setMinimumContentsLength(12);
    makeView();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(4);
    layout->addWidget(headline_);
    layout->addWidget(place_);
    layout->addWidget(remark_);
    auto *row = new QVBoxLayout;
    row->setContentsMargins(12, 0, 12, 2);
    row->addWidget(networks_);
    layout->addLayout(row);
    layout->addWidget(view_, 1);
    layout->addWidget(wish_);
    auto *inner = new QVBoxLayout(wish_);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->addWidget(new WishPanel(workspace, wish_));
    follow();
}

/// The steps come first: what could be wished for has room only below a good part of them.
void JourneyPanel::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    wish_->setVisible(height() >= maps::text_room(least_for_wishes));
    // The step that is looked at stays in sight, once the rows have their new heights.
    const auto again = [this] {
        if (view_->currentIndex().isValid()) {
            view_->scrollTo(view_->currentIndex(), QAbstractItemView::PositionAtTop);
        }
    };
    QMetaObject::invokeMethod(this, again, Qt::QueuedConnection);
}

void JourneyPanel::makeView() {
    view_->setObjectName(QStringLiteral("journeyView"));
    view_->setAccessibleName(tr("Steps of the journey"));
    view_->setModel(model_);
    view_->setItemDelegate(new JourneyDelegate(workspace_.appearance, view_));
    view_->setHeaderHidden(true);
    view_->setRootIsDecorated(false);
    view_->setIndentation(0);
    view_->setMouseTracking(true);
    view_->setExpandsOnDoubleClick(false);
    view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(view_, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        // The first click shows the step, here and on the map; the next ones fold it and unfold it.
        if (!index.parent().isValid()) {
            view_->setExpanded(index, index != clicked_ || !view_->isExpanded(index));
            clicked_ = index;
        }
    });
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        workspace_.selection.setHop(current.isValid() ? current.data(decisionRole).toInt() : -1);
    });
    view_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(view_, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        const QModelIndex index = view_->indexAt(at);
        const QModelIndex step = index.parent().isValid() ? index.parent() : index;
        QMenu menu(this);
        if (step.isValid() && step.data(decisionRole).toInt() >= 0) {
            FaultMenus(workspace_).fillHop(menu, step.data(decisionRole).toInt());
        }
        if (!menu.isEmpty()) {
            menu.exec(view_->viewport()->mapToGlobal(at));
        }
    });
    connect(networks_, &QComboBox::activated, this, [this](int row) {
        workspace_.selection.setNetwork(networks_->itemData(row).toUInt(), networks_->itemData(row, askedRole).toInt());
    });
}

void JourneyPanel::follow() {
    const auto colours = [this] {
        model_->setColours([this](const QString &code) { return workspace_.appearance.regionColour(code); });
    };
    colours();
    connect(&workspace_.appearance, &Appearance::changed, this, colours);
    connect(&workspace_.journey, &CurrentJourney::changed, this, [this] {
        showNetworks();
        showSteps();
    });
    connect(&workspace_.selection, &qml::Selection::hopChanged, this, &JourneyPanel::showHop);
    showNetworks();
    showSteps();
}

void JourneyPanel::showNetworks() {
    const QSignalBlocker quiet(networks_);
    networks_->clear();
    const auto &journey = workspace_.journey.journey();
    if (!journey) {
        networks_->hide();
        return;
    }
    const Catchments &catchments = *workspace_.journey.catchments();
    for (const NetworkOutcome &outcome : catchments.outcomes_of(journey->city)) {
        const Network &network = catchments.world().network(outcome.network);
        const QString region = outcome.region
                                   ? QString::fromStdString(catchments.op().regions[outcome.region->index()].code)
                               : outcome.captured ? qml::hijackerCode()
                                                  : tr("unreached");
        const QString resolver = QString::fromStdString(resolver_name(catchments.world(), outcome.resolver));
        const QString name = QString::fromStdString(network.name);
        const QString who = resolver.isEmpty() ? name : tr("%1 by %2").arg(name, resolver);
        networks_->addItem(tr("%1 (%2) → %3").arg(who, qml::shareText(outcome.share), region), network.asn.value);
        const int row = networks_->count() - 1;
        const bool first = row == 0 || networks_->itemData(row - 1) != networks_->itemData(row);
        networks_->setItemData(row, first ? 0 : networks_->itemData(row - 1, askedRole).toInt() + 1, askedRole);
        if (outcome.network == journey->outcome.network && outcome.resolver == journey->outcome.resolver) {
            networks_->setCurrentIndex(row);
        }
    }
    networks_->setVisible(networks_->count() > 1);
}

void JourneyPanel::showSteps() {
    const auto &journey = workspace_.journey.journey();
    if (!journey) {
        headline_->setText(tr("Click a city on the map"));
        place_->setText(tr("Its users' journey to the app is told here."));
        model_->setSteps({});
        remark_->hide();
        return;
    }
    const Catchments &catchments = *workspace_.journey.catchments();
    const City &city = catchments.world().city(journey->city);
    headline_->setText(qml::journeyHeadline(catchments, *journey));
    place_->setText(tr("%1 users online · through %2")
                        .arg(qml::usersText(static_cast<double>(city.users)),
                             QString::fromStdString(catchments.world().network(journey->outcome.network).name)));
    QStringList remarks{qml::detourHeadline(catchments, *journey), qml::contestedHeadline(*journey)};
    remarks.removeAll(QString());
    remark_->setText(remarks.join(QLatin1Char('\n')));
    remark_->setVisible(!remark_->text().isEmpty());
    model_->setSteps(qml::journeySteps(catchments, *journey));
    // The first decision with a choice is the one to read.
    for (int row = 0; row < model_->rowCount(); ++row) {
        const QModelIndex step = model_->index(row, 0);
        if (model_->rowCount(step) > 1) {
            view_->expand(step);
            break;
        }
    }
    view_->scrollToTop();
}

void JourneyPanel::showHop() {
    const int hop = workspace_.selection.hop();
    const QModelIndex current = view_->currentIndex();
    if (hop < 0 || (current.isValid() && current.data(decisionRole).toInt() == hop)) {
        return;
    }
    for (int row = 0; row < model_->rowCount(); ++row) {
        const QModelIndex step = model_->index(row, 0);
        if (step.data(decisionRole).toInt() == hop) {
            view_->setCurrentIndex(step);
            view_->expand(step);
            view_->scrollTo(step, QAbstractItemView::PositionAtTop); // with the routes below it
            return;
        }
    }
}

} // namespace catchment::app
