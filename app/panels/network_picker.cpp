// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/network_picker.h"

#include "app/edits/edit.h"
#include "app/panels/network_search.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStandardItemModel>

namespace catchment::app {
namespace {

constexpr std::size_t mostOffers = 30;
constexpr int asnRole = Qt::UserRole + 1;

} // namespace

QString networkText(const NetworkSearch &search, Asn asn) {
    const World &world = search.world();
    const auto found = world.network_by_asn.find(asn);
    const QString number = asText(asn);
    return found == world.network_by_asn.end()
               ? number
               : QStringLiteral("%1 · %2").arg(QString::fromStdString(world.network(found->second).name), number);
}

NetworkPicker::NetworkPicker(QWidget *parent)
    : QLineEdit(parent), completer_(new QCompleter(this)), offers_(new QStandardItemModel(completer_)) {
    setPlaceholderText(tr("Network: name or AS number"));
    setAccessibleName(tr("Network"));
    setAccessibleDescription(tr("Type a name or an AS number and choose from the list"));
    setClearButtonEnabled(true);
    completer_->setModel(offers_);
    completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer_->setMaxVisibleItems(10);
    completer_->setWidget(this);
    connect(this, &QLineEdit::textEdited, this, &NetworkPicker::offer);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty() && chosen_) {
            chosen_.reset();
            emit networkChanged();
        }
    });
    connect(completer_, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { take(Asn{index.data(asnRole).toUInt()}); });
}

void NetworkPicker::setSearch(std::shared_ptr<const NetworkSearch> search) { search_ = std::move(search); }

void NetworkPicker::offer(const QString &words) {
    if (chosen_) {
        chosen_.reset();
        emit networkChanged();
    }
    offers_->clear();
    if (!search_ || words.trimmed().isEmpty()) {
        completer_->popup()->hide();
        return;
    }
    const auto found = search_->find(words.toStdString(), mostOffers);
    for (const NetworkId network : found.networks) {
        const Asn asn = search_->world().network(network).asn;
        auto *item = new QStandardItem(networkText(*search_, asn));
        item->setData(asn.value, asnRole);
        offers_->appendRow(item);
    }
    if (found.more > 0) {
        auto *item = new QStandardItem(tr("… %L1 more, type to narrow").arg(found.more));
        item->setFlags(Qt::NoItemFlags);
        offers_->appendRow(item);
    }
    if (found.networks.empty()) {
        completer_->popup()->hide();
    } else {
        completer_->complete();
    }
}

void NetworkPicker::take(Asn asn) {
    setNetwork(asn);
    emit networkChanged();
}

void NetworkPicker::setNetwork(std::optional<Asn> asn) {
    chosen_ = asn;
    setText(asn && search_ ? networkText(*search_, *asn) : asn ? asText(*asn) : QString());
    setCursorPosition(0);
}

std::optional<Asn> NetworkPicker::network() const {
    if (chosen_ || !search_) {
        return chosen_;
    }
    const auto words = search_words(text().toStdString());
    bool number = false;
    const Asn asn{words.size() == 1 ? QString::fromStdString(words.front()).toUInt(&number) : 0};
    if (number && search_->world().network_by_asn.contains(asn)) {
        return asn;
    }
    return std::nullopt;
}

} // namespace catchment::app
