// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/chart_export.h"
#include "app/export/export_actions.h"
#include "app/export/export_dialog.h"
#include "app/export/table_copy.h"
#include "app/program.h"
#include "app/window.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <qcustomplot.h>

#include <algorithm>

using namespace catchment;
using namespace catchment::app;

/// What leaves the window: the dialog, the clipboard, charts and tables.
class TestExportDialog : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<Program> program_;

    ExportActions &actions() const { return *program_->window().findChild<ExportActions *>(); }
    static void choose(ExportDialog &dialog, const char *name, const QVariant &data) {
        auto *box = dialog.findChild<QComboBox *>(QLatin1String(name));
        QVERIFY(box->findData(data) >= 0);
        box->setCurrentIndex(box->findData(data));
    }
    static QString status(const ExportDialog &dialog) {
        return dialog.findChild<QLabel *>(QStringLiteral("exportStatus"))->text();
    }
    QByteArray content(const QString &name) const {
        QFile file(folder_.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void initTestCase() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
        use_working_graphics();
        WindowOptions options;
        options.world = CATCHMENT_RESOURCES "/world";
        program_ = std::make_unique<Program>(*qApp, options);
        program_->window().show();
        program_->start();
        QTRY_VERIFY(program_->workspace().results.catchments());
    }
    void cleanupTestCase() { program_.reset(); }

    void previewsWhatIsChosen() {
        ExportDialog dialog(actions().request());
        dialog.show();
        const auto *preview = dialog.findChild<QLabel *>(QStringLiteral("exportPreview"));
        QTRY_VERIFY_WITH_TIMEOUT(!preview->pixmap().isNull(), 20000);
        const QImage first = preview->pixmap().toImage();
        choose(dialog, "exportPreset", QStringLiteral("paper-column"));
        QTRY_VERIFY_WITH_TIMEOUT(preview->pixmap().size() != first.size(), 20000);
        const ExportRequest request = dialog.request();
        QCOMPARE(request.settings.dpi, 600.0);
        QVERIFY(!request.settings.options.parts.contains(maps::FigurePart::Title));
        QCOMPARE(request.settings.options.theme, QStringLiteral("light"));
    }

    void writesFiles() {
        ExportDialog dialog(actions().request());
        dialog.show();
        dialog.findChild<QLineEdit *>(QStringLiteral("exportTitle"))->setText(QStringLiteral("From the window"));
        choose(dialog, "exportKind", static_cast<int>(ExportKind::Svg));
        dialog.writeTo(folder_.filePath(QStringLiteral("map.svg")));
        QTRY_VERIFY_WITH_TIMEOUT(status(dialog).contains(QStringLiteral("map.svg")), 20000);
        QVERIFY(content(QStringLiteral("map.svg")).contains(">From the window<"));
        choose(dialog, "exportKind", static_cast<int>(ExportKind::Csv));
        dialog.writeTo(folder_.filePath(QStringLiteral("map.csv")));
        QTRY_VERIFY_WITH_TIMEOUT(status(dialog).contains(QStringLiteral("map.csv")), 20000);
        QVERIFY(content(QStringLiteral("map.csv")).startsWith("id,city,"));
    }

    void saysWhatCannotBeWritten() {
        ExportDialog dialog(actions().request());
        dialog.show();
        dialog.writeTo(QStringLiteral("/proc/none/map.png"));
        QTRY_VERIFY_WITH_TIMEOUT(status(dialog).contains(QStringLiteral("cannot be written")), 20000);
        QVERIFY(dialog.isVisible());
    }

    void refusesTooManyPixels() {
        ExportDialog dialog(actions().request());
        dialog.show();
        for (QSpinBox *box : dialog.findChildren<QSpinBox *>()) {
            if (box->maximum() == 30000) {
                box->setValue(30000);
            }
        }
        QVERIFY(status(dialog).contains(QStringLiteral("150 megapixels")));
        QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("exportButton"))->isEnabled());
    }

    void anAnimationCanBeCancelled() {
        ExportDialog dialog(actions().request());
        dialog.show();
        choose(dialog, "exportKind", static_cast<int>(ExportKind::Gif));
        dialog.writeTo(folder_.filePath(QStringLiteral("flows.gif")));
        dialog.close(); // while it is busy this means to cancel
        QVERIFY(dialog.isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(status(dialog).contains(QStringLiteral("Cancelled")), 60000);
        QVERIFY(!QFile::exists(folder_.filePath(QStringLiteral("flows.gif"))));
        dialog.close();
        QVERIFY(!dialog.isVisible());
    }

    void copiesTheMap() {
        QGuiApplication::clipboard()->clear();
        actions().copyAction()->trigger();
        const auto *data = QGuiApplication::clipboard()->mimeData();
        QTRY_VERIFY_WITH_TIMEOUT((data = QGuiApplication::clipboard()->mimeData()) && data->hasImage(), 20000);
        QVERIFY(data->data(QStringLiteral("image/svg+xml")).contains("<svg"));
    }

    void chartsBecomeFiles() {
        const auto plots = program_->window().findChildren<QCustomPlot *>();
        QVERIFY(!plots.empty());
        QCOMPARE(actions().chartsMenu()->actions().size(), plots.size());
        const auto users = std::ranges::find(plots, QStringLiteral("Users per region"), &QWidget::accessibleName);
        QVERIFY(users != plots.end());
        QCustomPlot &plot = **users;
        plot.resize(400, 200);
        const QImage image = QImage::fromData(chart_file(plot, maps::PictureFormat::Png, QStringLiteral("users")));
        QCOMPARE(image.size(), QSize(1200, 600));
        QCOMPARE(plot.size(), QSize(400, 200)); // as it was
        const QByteArray svg = chart_file(plot, maps::PictureFormat::Svg, QStringLiteral("users"));
        QVERIFY(svg.contains("<text") && svg.contains(">ewr<"));
        const QByteArray pdf = chart_file(plot, maps::PictureFormat::Pdf, QStringLiteral("users"));
        QVERIFY(pdf.startsWith("%PDF") && pdf.contains("/FontFile"));
        QCOMPARE(chart_file(plot, maps::PictureFormat::Pdf, QStringLiteral("users")), pdf);
        copyChart(plot, QStringLiteral("users"));
        QVERIFY(QGuiApplication::clipboard()->mimeData()->hasImage());
    }

    void tablesBecomeText() {
        QStandardItemModel model(2, 2);
        model.setHorizontalHeaderLabels({QStringLiteral("City"), QStringLiteral("ms")});
        model.setItem(0, 0, new QStandardItem(QStringLiteral("a\tb")));
        model.setItem(1, 1, new QStandardItem(QStringLiteral("12")));
        QCOMPARE(table_text(model), QStringLiteral("City\tms\na b\t\n\t12\n"));
    }
};

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"
