// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace catchment::qml {

/// What the user is looking at, shared by the map and every panel, so that none of them needs to know another.
///
/// Holds names rather than indices, and does not check them: whoever shows a selection looks the names up in its own
/// world and ignores those that it does not have.
class Selection : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString city READ city WRITE setCity NOTIFY cityChanged)
    Q_PROPERTY(quint32 network READ network WRITE setNetwork NOTIFY networkChanged)
    Q_PROPERTY(int hop READ hop WRITE setHop NOTIFY hopChanged)
    Q_PROPERTY(QString region READ region WRITE setRegion NOTIFY regionChanged)

public:
    using QObject::QObject;

    /// The id of the city whose journey is shown, `chicago-us`; empty: none.
    QString city() const { return city_; }
    /// Another city has other networks and hops, so those are cleared.
    void setCity(const QString &id);

    /// The AS number of the access network whose users travel; 0: the largest of the city.
    quint32 network() const { return network_; }
    /// `asked`: which of its outcomes, where DNS steers and its users ask different resolvers; 0: the first.
    void setNetwork(quint32 asn, int asked = 0);
    int asked() const { return asked_; }

    /// Which decision of the journey is looked at, from 0; -1: none.
    int hop() const { return hop_; }
    void setHop(int hop);

    /// The code of the region that is looked at; empty: none.
    QString region() const { return region_; }
    void setRegion(const QString &code);

signals:
    void cityChanged();
    void networkChanged();
    void hopChanged();
    void regionChanged();

private:
    QString city_;
    quint32 network_ = 0;
    int asked_ = 0;
    int hop_ = -1;
    QString region_;
};

} // namespace catchment::qml
