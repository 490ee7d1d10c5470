// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export_job.h"

#include <QDialog>
#include <QImage>

#include <map>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace catchment::app {

/// A figure of what is on the map, as a file: what it is for, what stands on it, and how that looks, before it is
/// written. Animations show progress and can be cancelled. Chooses; export_job.h writes.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// `request`: the results, the scenario with the view to begin with, and the world's folder.
    explicit ExportDialog(ExportRequest request, QWidget *parent = nullptr);
    ~ExportDialog() override;

    /// As it is chosen now.
    ExportRequest request() const;

    /// Writes without asking where.
    void writeTo(const QString &file);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void reject() override;

private:
    QWidget *makeForm();
    QWidget *makePreview();
    void addParts(QFormLayout &form);
    void addMotion(QFormLayout &form);
    void followPreset();
    void followKind();
    void showPreview();
    void showScaled();
    void ask();
    void setBusy(bool busy);
    void say(const QString &text, bool bad = false);
    ExportKind kind() const;

    ExportRequest start_;
    QComboBox *kind_, *preset_, *theme_, *projection_;
    QSpinBox *width_, *height_, *dpi_, *fps_;
    QDoubleSpinBox *seconds_;
    QLineEdit *title_, *subtitle_, *caption_;
    QCheckBox *path_, *loop_;
    std::map<maps::FigurePart, QCheckBox *> parts_;
    QLabel *picture_, *status_;
    QProgressBar *progress_;
    QPushButton *export_, *close_;
    QWidget *form_ = nullptr;
    QImage preview_;
    bool busy_ = false;
    ExportThread thread_;
};

} // namespace catchment::app
