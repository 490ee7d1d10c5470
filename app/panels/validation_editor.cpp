// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/validation_editor.h"

#include "app/edits/security_edits.h"
#include "app/panels/row_delegate.h"
#include "app/panels/validator_model.h"
#include "app/workspace.h"
#include "scenario/validators.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace catchment::app {

ValidationEditor::ValidationEditor(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), model_(new ValidatorModel(this)),
      share_(new QSlider(Qt::Horizontal, this)), order_(new QComboBox(this)), count_(new QLabel(this)),
      words_(new QLineEdit(this)), view_(new QListView(this)) {
    share_->setObjectName(QStringLiteral("validationShare"));
    share_->setAccessibleName(tr("Share of the networks that validate, in percent"));
    share_->setRange(0, 100);
    share_->setPageStep(10);
    share_->setTracking(false); // an edit when it is let go, not one per pixel
    order_->setObjectName(QStringLiteral("validationOrder"));
    order_->setAccessibleName(tr("Which networks validate first"));
    order_->setMinimumWidth(118);
    order_->addItem(tr("Largest first"), static_cast<int>(ValidatorOrder::LargestFirst));
    order_->addItem(tr("By lot"), static_cast<int>(ValidatorOrder::ByLot));
    count_->setObjectName(QStringLiteral("validationCount"));
    count_->setProperty("role", QStringLiteral("muted"));
    count_->setWordWrap(true);
    words_->setPlaceholderText(tr("Search networks"));
    words_->setAccessibleName(tr("Search networks that validate"));
    words_->setClearButtonEnabled(true);
    makeList();

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(6);
    layout->setVerticalSpacing(4);
    layout->addWidget(share_, 0, 0);
    layout->addWidget(order_, 0, 1);
    layout->addWidget(count_, 1, 0, 1, 2);
    layout->addWidget(words_, 2, 0, 1, 2);
    layout->addWidget(view_, 3, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    layout->setRowStretch(3, 1);

    connect(share_, &QSlider::valueChanged, this, &ValidationEditor::setShare);
    connect(share_, &QSlider::sliderMoved, this, [this](int percent) { count_->setText(tr("%1 %").arg(percent)); });
    connect(order_, &QComboBox::activated, this, &ValidationEditor::setShare);
    connect(words_, &QLineEdit::textChanged, this, [this](const QString &words) {
        model_->look(words);
        view_->scrollToTop();
    });
    connect(&workspace.document, &ScenarioDocument::scenarioChanged, this, &ValidationEditor::follow);
}

void ValidationEditor::makeList() {
    view_->setObjectName(QStringLiteral("validatorsView"));
    view_->setAccessibleName(tr("Networks that validate"));
    view_->setModel(model_);
    view_->setItemDelegate(new RowDelegate(workspace_.appearance, view_));
    view_->setMouseTracking(true);
    view_->setUniformItemSizes(true);
    view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->setMinimumHeight(60);
    connect(model_, &ValidatorModel::validationRequested, this, [this](Asn network, bool validates) {
        const Scenario &now = workspace_.document.scenario();
        std::vector<Asn> networks = now.security.origin_validation;
        std::erase(networks, network);
        if (validates) {
            networks.push_back(network);
        }
        workspace_.document.apply(setOriginValidation(now, std::move(networks)));
    });
}

void ValidationEditor::setSearch(std::shared_ptr<const NetworkSearch> search) {
    search_ = std::move(search);
    model_->setSearch(search_);
    follow();
}

void ValidationEditor::follow() {
    if (!search_) {
        return;
    }
    const auto &validators = workspace_.document.scenario().security.origin_validation;
    const auto all = static_cast<double>(search_->world().networks.size());
    model_->setValidators(validators);
    const QSignalBlocker quiet(share_);
    share_->setValue(static_cast<int>(std::lround(100 * static_cast<double>(validators.size()) / std::max(all, 1.0))));
    count_->setText(tr("%L1 of %L2 networks validate").arg(validators.size()).arg(static_cast<int>(all)));
}

void ValidationEditor::setShare() {
    if (search_) {
        const auto order = static_cast<ValidatorOrder>(order_->currentData().toInt());
        workspace_.document.apply(setOriginValidation(workspace_.document.scenario(),
                                                      validators(search_->world(), share_->value() / 100.0, order)));
    }
}

} // namespace catchment::app
