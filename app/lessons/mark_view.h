// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;
class QTreeWidget;

namespace catchment::app {

struct Workspace;
class LessonRun;

/// The regions that a class gives to cities before the answer is shown: one city after the other by click or keys
/// (1, 2, … take a region, 0 none), or a brush for the map where a catchment is painted. Afterwards: what was right,
/// and why the others go elsewhere.
class MarkView : public QWidget {
    Q_OBJECT

public:
    MarkView(Workspace &workspace, LessonRun &run, QWidget *parent = nullptr);

    /// The region that the brush paints, or that a click gives; "" for none.
    QString brush() const { return brush_; }

    /// The city whose turn it is; empty where there is none.
    QString city() const;
    /// Makes it this city's turn, where it is one of those that are asked about.
    void setCity(const QString &id);

    /// Gives the city whose turn it is a region, and goes on to the next without one.
    void give(const QString &code);

signals:
    void turnChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addChoices();
    void addCities();
    void showMarks();
    void showScore();

    Workspace &workspace_;
    LessonRun &run_;
    QTreeWidget *cities_ = nullptr;
    QLabel *painted_ = nullptr;
    std::vector<QToolButton *> choices_;
    QString brush_;
};

} // namespace catchment::app
