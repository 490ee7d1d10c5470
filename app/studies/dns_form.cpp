// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/dns_form.h"

#include "app/edits/steering_edits.h"
#include "app/files/scenario_document.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <cmath>

namespace catchment::app {
namespace {

int per_cent(double share) { return static_cast<int>(std::lround(100 * share)); }

} // namespace

DnsForm::DnsForm(ScenarioDocument &document, QWidget *parent)
    : QWidget(parent), document_(document), form_(new QFormLayout(this)), resolver_(new QComboBox(this)),
      public_share_(new QSpinBox(this)), client_subnet_(new QCheckBox(tr("client su&bnet"), this)),
      ttl_(new QSpinBox(this)) {
    resolver_->setObjectName(QStringLiteral("dnsResolver"));
    resolver_->setToolTip(tr("Whom users ask for the app's address"));
    resolver_->addItem(tr("the network's own"), static_cast<int>(ResolverKind::Network));
    resolver_->addItem(tr("public"), static_cast<int>(ResolverKind::Public));
    resolver_->addItem(tr("some of each"), static_cast<int>(ResolverKind::Mixed));
    public_share_->setObjectName(QStringLiteral("dnsPublicShare"));
    public_share_->setAccessibleName(tr("Share of the users who ask a public resolver"));
    public_share_->setToolTip(public_share_->accessibleName());
    public_share_->setRange(0, 100);
    public_share_->setSuffix(tr(" %"));
    client_subnet_->setObjectName(QStringLiteral("dnsClientSubnet"));
    client_subnet_->setToolTip(tr("Resolvers pass on where the user is (RFC 7871)"));
    ttl_->setObjectName(QStringLiteral("dnsTtl"));
    ttl_->setToolTip(tr("For how long resolvers keep an answer"));
    ttl_->setRange(0, Dns::longest_ttl);
    ttl_->setSuffix(tr(" s"));
    for (QSpinBox *box : {public_share_, ttl_}) {
        box->setKeyboardTracking(false); // one edit for one number
        connect(box, &QSpinBox::valueChanged, this, &DnsForm::edit);
    }
    connect(resolver_, &QComboBox::activated, this, &DnsForm::edit);
    connect(client_subnet_, &QCheckBox::clicked, this, &DnsForm::edit);
    connect(&document, &ScenarioDocument::scenarioChanged, this, &DnsForm::show);

    form_->setContentsMargins(0, 0, 0, 0);
    form_->setVerticalSpacing(4);
    form_->addRow(tr("Re&solver"), resolver_);
    auto *share = new QHBoxLayout;
    share->setSpacing(8);
    share->addWidget(public_share_);
    share->addWidget(client_subnet_, 1);
    form_->addRow(tr("P&ublic"), share);
    form_->addRow(tr("TT&L"), ttl_);
    if (auto *label = qobject_cast<QLabel *>(form_->labelForField(share))) {
        label->setBuddy(public_share_);
    }
    show();
}

void DnsForm::show() {
    const Dns &dns = document_.scenario().dns;
    const QSignalBlocker quiet[] = {QSignalBlocker(resolver_), QSignalBlocker(public_share_),
                                    QSignalBlocker(client_subnet_), QSignalBlocker(ttl_)};
    resolver_->setCurrentIndex(resolver_->findData(static_cast<int>(dns.resolver)));
    const bool mixed = dns.resolver == ResolverKind::Mixed;
    public_share_->setEnabled(mixed);
    public_share_->setValue(mixed ? per_cent(dns.public_share) : dns.resolver == ResolverKind::Network ? 0 : 100);
    client_subnet_->setChecked(dns.client_subnet);
    ttl_->setValue(dns.ttl);
}

void DnsForm::edit() {
    Dns dns = document_.scenario().dns;
    dns.resolver = static_cast<ResolverKind>(resolver_->currentData().toInt());
    // What a file says more exactly stays, unless it is changed here.
    if (public_share_->isEnabled() && public_share_->value() != per_cent(dns.public_share)) {
        dns.public_share = public_share_->value() / 100.0;
    }
    dns.client_subnet = client_subnet_->isChecked();
    dns.ttl = ttl_->value();
    document_.apply(setDns(document_.scenario(), dns));
}

} // namespace catchment::app
