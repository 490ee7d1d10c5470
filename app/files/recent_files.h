// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace catchment::app {

/// The scenario files used last, newest first, kept from one run to the next.
class RecentFiles : public QObject {
    Q_OBJECT

public:
    static constexpr int most = 8;

    explicit RecentFiles(QObject *parent = nullptr);

    const QStringList &files() const { return files_; }

    void add(const QString &file);
    void remove(const QString &file);
    void clear();

signals:
    void changed();

private:
    void keep();

    QStringList files_;
};

} // namespace catchment::app
