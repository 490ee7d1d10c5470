// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/message_bar.h"

#include "app/widgets/appearance.h"
#include "app/widgets/icons.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace catchment::app {

MessageBar::MessageBar(const Appearance &appearance, QWidget *parent)
    : QFrame(parent), appearance_(appearance), sign_(new QLabel(this)), text_(new QLabel(this)),
      close_(new QToolButton(this)) {
    setObjectName(QStringLiteral("messageBar"));
    setProperty("role", QStringLiteral("message"));
    text_->setObjectName(QStringLiteral("messageText"));
    text_->setAccessibleName(tr("Message"));
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    close_->setToolTip(tr("Close this message"));
    close_->setAccessibleName(close_->toolTip());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 5, 6, 5);
    layout->setSpacing(10);
    layout->addWidget(sign_);
    layout->addWidget(text_, 1);
    layout->addWidget(close_, 0, Qt::AlignTop);
    connect(close_, &QToolButton::clicked, this, &QWidget::hide);
    connect(&appearance, &Appearance::changed, this, &MessageBar::restyle);
    restyle();
    hide();
}

void MessageBar::showMessage(const QString &text) {
    text_->setText(text);
    text_->setAccessibleName(text);
    show();
    QAccessibleEvent event(text_, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::restyle() {
    sign_->setPixmap(themedIcon(QStringLiteral("warning"), appearance_.theme()).pixmap(18));
    close_->setIcon(themedIcon(QStringLiteral("close"), appearance_.theme()));
}

} // namespace catchment::app
