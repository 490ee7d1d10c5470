// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/offer_bar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace catchment::app {

OfferBar::OfferBar(const QString &take, const QString &leave, QWidget *parent)
    : QFrame(parent), text_(new QLabel(this)), take_(new QPushButton(take, this)),
      leave_(new QPushButton(leave, this)) {
    setProperty("role", QStringLiteral("offer"));
    text_->setObjectName(QStringLiteral("offerText"));
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    take_->setObjectName(QStringLiteral("offerTake"));
    leave_->setObjectName(QStringLiteral("offerLeave"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 5, 6, 5);
    layout->setSpacing(8);
    layout->addWidget(text_, 1);
    layout->addWidget(take_);
    layout->addWidget(leave_);
    connect(take_, &QPushButton::clicked, this, [this] {
        hide();
        emit taken();
    });
    connect(leave_, &QPushButton::clicked, this, [this] {
        hide();
        emit left();
    });
    hide();
}

void OfferBar::offer(const QString &text) {
    text_->setText(text);
    show();
    QAccessibleEvent event(text_, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace catchment::app
