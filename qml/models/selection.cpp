// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/models/selection.h"

namespace catchment::qml {

void Selection::setCity(const QString &id) {
    if (id == city_) {
        return;
    }
    city_ = id;
    setHop(-1);
    setNetwork(0);
    emit cityChanged();
}

void Selection::setNetwork(quint32 asn, int asked) {
    if (asn == network_ && asked == asked_) {
        return;
    }
    network_ = asn;
    asked_ = asked;
    setHop(-1);
    emit networkChanged();
}

void Selection::setHop(int hop) {
    if (hop != hop_) {
        hop_ = hop;
        emit hopChanged();
    }
}

void Selection::setRegion(const QString &code) {
    if (code != region_) {
        region_ = code;
        emit regionChanged();
    }
}

} // namespace catchment::qml
