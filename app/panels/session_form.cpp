// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/session_form.h"

#include "app/panels/network_picker.h"
#include "app/panels/network_search.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

#include <algorithm>

namespace catchment::app {

SessionForm::SessionForm(QWidget *parent)
    : QWidget(parent), network_(new NetworkPicker(this)), relationship_(new QComboBox(this)),
      meeting_(new QComboBox(this)), add_(new QPushButton(tr("Add"), this)) {
    network_->setObjectName(QStringLiteral("sessionNetwork"));
    relationship_->setObjectName(QStringLiteral("sessionRelationship"));
    relationship_->setAccessibleName(tr("What the network is to the operator"));
    relationship_->addItem(tr("peer"), static_cast<int>(Relationship::Peer));
    relationship_->addItem(tr("provider"), static_cast<int>(Relationship::Provider));
    relationship_->setMinimumWidth(90);
    meeting_->setObjectName(QStringLiteral("sessionMeeting"));
    meeting_->setAccessibleName(tr("Where they meet"));
    meeting_->setMinimumWidth(80);
    add_->setObjectName(QStringLiteral("sessionAdd"));
    auto *cancel = new QPushButton(tr("Cancel"), this);

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(10, 2, 10, 2);
    layout->setHorizontalSpacing(6);
    layout->setVerticalSpacing(4);
    layout->addWidget(network_, 0, 0, 1, 2);
    layout->addWidget(relationship_, 1, 0);
    layout->addWidget(meeting_, 1, 1);
    layout->addWidget(add_, 2, 0);
    layout->addWidget(cancel, 2, 1);
    layout->setColumnStretch(1, 1);

    connect(network_, &NetworkPicker::networkChanged, this, &SessionForm::followNetwork);
    connect(network_, &QLineEdit::textEdited, this, &SessionForm::followNetwork);
    connect(network_, &QLineEdit::returnPressed, this, &SessionForm::accept);
    connect(add_, &QPushButton::clicked, this, &SessionForm::accept);
    connect(cancel, &QPushButton::clicked, this, &SessionForm::cancelled);
}

void SessionForm::setSearch(std::shared_ptr<const NetworkSearch> search) {
    search_ = std::move(search);
    network_->setSearch(search_);
}

void SessionForm::begin(const Region &region, const Operator &op, const Scenario &scenario) {
    region_ = region;
    known_.clear();
    if (search_) {
        for (const Session &s : op.sessions) {
            known_.emplace_back(search_->world().network(s.neighbour).asn, s.neighbour_is);
        }
    }
    for (const ExtraSession &s : scenario.sessions) {
        known_.emplace_back(s.asn, s.neighbour_is);
    }
    network_->setNetwork({});
    offerMeetings();
    followNetwork();
    network_->setFocus(Qt::OtherFocusReason);
}

void SessionForm::offerMeetings() {
    meeting_->clear();
    meeting_->addItem(tr("private"), QString());
    meeting_->setItemData(0, tr("They meet privately in the region's city"), Qt::ToolTipRole);
    if (!search_) {
        return;
    }
    for (const Exchange &exchange : search_->world().exchanges) {
        if (exchange.city == region_.city) {
            meeting_->addItem(QString::fromStdString(exchange.name), QString::fromStdString(exchange.id));
        }
    }
}

/// A network has one relationship with the operator: where it has one already, that is the one.
void SessionForm::followNetwork() {
    const auto asn = network_->network();
    const auto known = std::ranges::find_if(known_, [&](const auto &k) { return asn && k.first == *asn; });
    relationship_->setEnabled(known == known_.end());
    if (known != known_.end()) {
        if (relationship_->findData(static_cast<int>(known->second)) < 0) {
            relationship_->addItem(tr("customer"), static_cast<int>(Relationship::Customer));
        }
        relationship_->setCurrentIndex(relationship_->findData(static_cast<int>(known->second)));
    }
    add_->setEnabled(asn.has_value());
}

void SessionForm::accept() {
    const auto asn = network_->network();
    if (!asn) {
        return;
    }
    emit accepted({region_.code, *asn, static_cast<Relationship>(relationship_->currentData().toInt()),
                   meeting_->currentData().toString().toStdString()});
}

} // namespace catchment::app
