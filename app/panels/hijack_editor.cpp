// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/hijack_editor.h"

#include "app/edits/security_edits.h"
#include "app/panels/network_picker.h"
#include "app/panels/network_search.h"
#include "app/workspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>

#include <algorithm>

namespace catchment::app {

HijackEditor::HijackEditor(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), network_(new NetworkPicker(this)), city_(new QComboBox(this)),
      length_(new QComboBox(this)), forged_(new QCheckBox(tr("Forge the operator's &origin"), this)),
      button_(new QPushButton(this)) {
    network_->setObjectName(QStringLiteral("hijacker"));
    network_->setAccessibleName(tr("Hijacking network"));
    city_->setObjectName(QStringLiteral("hijackCity"));
    city_->setAccessibleName(tr("City of the hijack"));
    city_->setMinimumWidth(110);
    length_->setObjectName(QStringLiteral("hijackLength"));
    length_->setMinimumWidth(70);
    length_->setAccessibleName(tr("Length of the hijacked prefix"));
    forged_->setObjectName(QStringLiteral("hijackForged"));
    forged_->setToolTip(tr("The announced path ends in the operator's AS number, so that origin validation finds it "
                           "valid where the length is"));
    button_->setObjectName(QStringLiteral("hijackButton"));

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(6);
    layout->setVerticalSpacing(6);
    layout->addWidget(network_, 0, 0, 1, 2);
    layout->addWidget(city_, 1, 0);
    layout->addWidget(length_, 1, 1);
    layout->addWidget(forged_, 2, 0, 1, 2);
    layout->addWidget(button_, 3, 0, 1, 2);
    layout->setColumnStretch(0, 1);

    connect(network_, &NetworkPicker::networkChanged, this, [this] {
        offerCities(network_->network());
        edit();
    });
    connect(network_, &QLineEdit::editingFinished, this, [this] {
        if (city_->count() == 0) { // a number was typed, and nothing chosen
            offerCities(network_->network());
        }
    });
    connect(city_, &QComboBox::activated, this, &HijackEditor::edit);
    connect(length_, &QComboBox::activated, this, &HijackEditor::edit);
    connect(forged_, &QCheckBox::clicked, this, &HijackEditor::edit);
    connect(button_, &QPushButton::clicked, this, &HijackEditor::press);
    connect(&workspace.document, &ScenarioDocument::scenarioChanged, this, &HijackEditor::follow);
    connect(&workspace.results, &Results::worldChanged, this, &HijackEditor::follow);
    follow();
}

void HijackEditor::setSearch(std::shared_ptr<const NetworkSearch> search) {
    search_ = std::move(search);
    network_->setSearch(search_);
    follow();
}

void HijackEditor::offerCities(std::optional<Asn> asn) {
    city_->clear();
    if (search_ && asn) {
        const World &world = search_->world();
        const NetworkId network = world.network_by_asn.at(*asn);
        std::vector<CityId> cities;
        for (auto r = world.router_begin[network.index()]; r < world.router_begin[network.index() + 1]; ++r) {
            cities.push_back(world.routers[r].city);
        }
        std::ranges::stable_sort(cities, std::greater{}, [&](CityId c) { return world.city(c).users; });
        for (const CityId c : cities) {
            const City &city = world.city(c);
            city_->addItem(
                QStringLiteral("%1, %2").arg(QString::fromStdString(city.name), QString::fromStdString(city.country)),
                QString::fromStdString(city.id));
        }
    }
    city_->setEnabled(city_->count() > 0);
    button_->setEnabled(city_->count() > 0);
}

/// From the operator's own length to the longest that networks accept.
void HijackEditor::offerLengths() {
    const auto op = workspace_.op();
    if (!op || (length_->count() > 0 && length_->itemData(0).toInt() == op->prefix.length)) {
        return;
    }
    length_->clear();
    const int longest = std::max<int>(op->prefix.length, Security::longest_prefix);
    for (int length = op->prefix.length; length <= longest; ++length) {
        length_->addItem(QStringLiteral("/%1").arg(length), length);
        length_->setItemData(length_->count() - 1,
                             length == op->prefix.length ? tr("the operator's own") : tr("more specific"),
                             Qt::ToolTipRole);
    }
}

void HijackEditor::follow() {
    offerLengths();
    const auto &hijack = workspace_.document.scenario().security.hijack;
    button_->setText(hijack ? tr("End the hijack") : tr("Hijack"));
    if (hijack && search_ && search_->world().network_by_asn.contains(hijack->asn)) {
        if (network_->network() != hijack->asn || city_->count() == 0) {
            network_->setNetwork(hijack->asn);
            offerCities(hijack->asn);
        }
        city_->setCurrentIndex(city_->findData(QString::fromStdString(hijack->city)));
        length_->setCurrentIndex(length_->findData(static_cast<int>(hijack->prefix_length)));
        const auto op = workspace_.op();
        forged_->setChecked(op && hijack->path.size() > 1 && hijack->path.back() == op->asn);
    }
    button_->setEnabled(hijack || city_->count() > 0);
    city_->setEnabled(city_->count() > 0);
}

std::optional<Hijack> HijackEditor::wanted() const {
    const auto asn = network_->network();
    const auto op = workspace_.op();
    if (!asn || !op || city_->currentIndex() < 0 || length_->currentIndex() < 0) {
        return std::nullopt;
    }
    return Hijack{*asn, city_->currentData().toString().toStdString(),
                  static_cast<std::uint8_t>(length_->currentData().toUInt()),
                  hijackPath(*asn, *op, forged_->isChecked())};
}

void HijackEditor::edit() {
    const Scenario &now = workspace_.document.scenario();
    if (const auto hijack = wanted(); hijack && now.security.hijack) {
        workspace_.document.apply(setHijack(now, *hijack));
    }
}

void HijackEditor::press() {
    const Scenario &now = workspace_.document.scenario();
    if (now.security.hijack) {
        workspace_.document.apply(clearHijack(now));
    } else if (const auto hijack = wanted()) {
        workspace_.document.apply(setHijack(now, *hijack));
    }
}

} // namespace catchment::app
