// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;

namespace catchment::qml {
class CityTableModel;
}

namespace catchment::app {

struct Workspace;

/// Those rows of a CityTableModel that have every word of a filter, whatever its case and accents.
class CityFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString &words);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    /// What has no value comes last, in whatever order.
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList words_;
};

/// The twin of the map for those who read tables: every city with what its users reach and why. It selects what the
/// map selects.
class CityTable : public QWidget {
    Q_OBJECT

public:
    explicit CityTable(Workspace &workspace, QWidget *parent = nullptr);

    /// Puts the cursor into the table.
    void begin();

    /// The selected rows as other programs take them, with the names of the columns; all where none is selected.
    QString tsv() const;

    /// The rows that the filter leaves, as `catchment solve --format csv` writes them.
    std::string csv() const;

    /// Writes csv() to a file. Emits `failed` where that cannot be.
    bool save(const QString &file);

signals:
    void failed(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeView();
    void makeButtons();
    void follow();
    void showResults();
    void showSelected();
    void showCount();
    void setFilter(const QString &words);
    void ask();

    Workspace &workspace_;
    qml::CityTableModel *model_;
    CityFilter *filter_;
    QLineEdit *search_;
    QLabel *count_;
    QToolButton *copy_;
    QToolButton *export_;
    QTableView *view_;
    bool quiet_ = false; ///< rows come and go: where the cursor ends up was nobody's choice
};

} // namespace catchment::app
