// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace catchment::app {

struct Workspace;
class NetworkPicker;
class NetworkSearch;

/// Who hijacks, from where and with which prefix. A button begins and ends the hijack; while it is on, every control
/// changes it at once.
class HijackEditor : public QWidget {
    Q_OBJECT

public:
    explicit HijackEditor(Workspace &workspace, QWidget *parent = nullptr);

    void setSearch(std::shared_ptr<const NetworkSearch> search);

private:
    void follow();
    void offerCities(std::optional<Asn> network);
    void offerLengths();
    std::optional<Hijack> wanted() const;
    void edit();
    void press();

    Workspace &workspace_;
    std::shared_ptr<const NetworkSearch> search_;
    NetworkPicker *network_;
    QComboBox *city_;
    QComboBox *length_;
    QCheckBox *forged_;
    QPushButton *button_;
};

} // namespace catchment::app
