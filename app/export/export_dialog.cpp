// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_dialog.h"

#include "app/animation/encoder.h"
#include "io/view_io.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace catchment::app {
namespace {

const QString folder_key = QStringLiteral("exportFolder");

QSpinBox *spinBox(int least, int most, int value, const QString &name, QWidget *parent) {
    auto *box = new QSpinBox(parent);
    box->setRange(least, most);
    box->setValue(value);
    box->setAccessibleName(name);
    box->setKeyboardTracking(false);
    return box;
}

void choose(QComboBox &box, const QString &word) { box.setCurrentIndex(std::max(0, box.findData(word))); }

} // namespace

ExportDialog::ExportDialog(ExportRequest request, QWidget *parent) : QDialog(parent), start_(std::move(request)) {
    setWindowTitle(tr("Export"));
    resize(1040, 620);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(18);
    form_ = makeForm();
    columns->addWidget(form_);
    columns->addWidget(makePreview(), 1);

    status_ = new QLabel(this);
    status_->setObjectName(QStringLiteral("exportStatus"));
    status_->setWordWrap(true);
    status_->setTextFormat(Qt::PlainText);
    progress_ = new QProgressBar(this);
    progress_->setRange(0, 100);
    progress_->setAccessibleName(tr("How much is written"));
    progress_->setTextVisible(false);
    progress_->hide();
    export_ = new QPushButton(tr("&Export …"), this);
    export_->setObjectName(QStringLiteral("exportButton"));
    export_->setDefault(true);
    close_ = new QPushButton(tr("Close"), this);
    auto *foot = new QHBoxLayout;
    foot->addWidget(status_, 1);
    foot->addWidget(progress_, 1);
    foot->addWidget(export_);
    foot->addWidget(close_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->addLayout(columns, 1);
    layout->addLayout(foot);

    connect(export_, &QPushButton::clicked, this, &ExportDialog::ask);
    connect(close_, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(&thread_, &ExportThread::previewed, this, [this](const QImage &image) {
        preview_ = image;
        showScaled();
    });
    connect(&thread_, &ExportThread::progressed, this,
            [this](double done) { progress_->setValue(static_cast<int>(done * 100)); });
    connect(&thread_, &ExportThread::written, this, [this](const QString &file) {
        setBusy(false);
        say(tr("Written: %1").arg(file));
    });
    connect(&thread_, &ExportThread::cancelled, this, [this] {
        setBusy(false);
        say(tr("Cancelled; nothing was written."));
    });
    connect(&thread_, &ExportThread::failed, this, [this](const QString &text) {
        setBusy(false);
        say(text, true);
    });
    followKind();
}

ExportDialog::~ExportDialog() = default;

QWidget *ExportDialog::makeForm() {
    const View &view = start_.scenario.view;
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFixedWidth(404);
    auto *widget = new QWidget(area);
    auto *form = new QFormLayout(widget);
    form->setContentsMargins(0, 0, 8, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    area->setWidget(widget);

    kind_ = new QComboBox(widget);
    kind_->setObjectName(QStringLiteral("exportKind"));
    const std::pair<QString, ExportKind> kinds[] = {
        {tr("PNG picture"), ExportKind::Png},
        {tr("SVG drawing"), ExportKind::Svg},
        {tr("PDF page"), ExportKind::Pdf},
        {tr("GIF animation of the flows"), ExportKind::Gif},
        {tr("WebP animation of the flows"), ExportKind::Webp},
        {tr("MP4 film of the flows"), ExportKind::Mp4},
        {tr("CSV table of the cities"), ExportKind::Csv},
        {tr("GeoJSON of cities and cells"), ExportKind::GeoJson},
        {tr("Bundle: pictures, data, scenario"), ExportKind::Bundle},
    };
    for (const auto &[text, kind] : kinds) {
        if (kind != ExportKind::Mp4 || can_write_mp4()) {
            kind_->addItem(text, static_cast<int>(kind));
        }
    }
    form->addRow(tr("&What"), kind_);

    preset_ = new QComboBox(widget);
    preset_->setObjectName(QStringLiteral("exportPreset"));
    preset_->addItem(tr("Screen"), QString());
    preset_->addItem(tr("Slide, 16:9"), QStringLiteral("slide"));
    preset_->addItem(tr("Column of a paper"), QStringLiteral("paper-column"));
    preset_->addItem(tr("Poster"), QStringLiteral("poster"));
    preset_->addItem(tr("Transparent ground"), QStringLiteral("transparent"));
    form->addRow(tr("&For"), preset_);

    width_ = spinBox(16, 30000, 1920, tr("Width in pixels"), widget);
    height_ = spinBox(16, 30000, 1080, tr("Height in pixels"), widget);
    auto *size = new QHBoxLayout;
    size->addWidget(width_, 1);
    size->addWidget(new QLabel(QStringLiteral("×"), widget));
    size->addWidget(height_, 1);
    form->addRow(tr("Size, pixels"), size);
    dpi_ = spinBox(least_dpi, most_dpi, 96, tr("Pixels to the inch"), widget);
    form->addRow(tr("Pixels to the &inch"), dpi_);

    theme_ = new QComboBox(widget);
    theme_->addItem(tr("Light"), QStringLiteral("light"));
    theme_->addItem(tr("Dark"), QStringLiteral("dark"));
    theme_->addItem(tr("For a projector"), QStringLiteral("projector"));
    form->addRow(tr("T&heme"), theme_); // light by default, whatever the window has
    projection_ = new QComboBox(widget);
    projection_->addItem(tr("Equal Earth"), QStringLiteral("equal-earth"));
    projection_->addItem(tr("Robinson"), QStringLiteral("robinson"));
    projection_->addItem(tr("Mercator"), QStringLiteral("mercator"));
    projection_->addItem(tr("Globe"), QStringLiteral("globe"));
    choose(*projection_, QString::fromStdString(view.projection));
    form->addRow(tr("&Projection"), projection_);

    title_ = new QLineEdit(QString::fromStdString(start_.scenario.title), widget);
    title_->setObjectName(QStringLiteral("exportTitle"));
    form->addRow(tr("&Title"), title_);
    subtitle_ = new QLineEdit(QString::fromStdString(view.subtitle), widget);
    subtitle_->setPlaceholderText(tr("made from the figures"));
    form->addRow(tr("&Subtitle"), subtitle_);
    caption_ = new QLineEdit(QString::fromStdString(view.caption), widget);
    caption_->setPlaceholderText(tr("none"));
    form->addRow(tr("&Caption"), caption_);
    addParts(*form);
    addMotion(*form);

    connect(kind_, &QComboBox::currentIndexChanged, this, &ExportDialog::followKind);
    connect(preset_, &QComboBox::currentIndexChanged, this, &ExportDialog::followPreset);
    for (const QComboBox *box : {theme_, projection_}) {
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::showPreview);
    }
    for (const QSpinBox *box : {width_, height_}) {
        connect(box, &QSpinBox::valueChanged, this, &ExportDialog::showPreview);
    }
    for (const QLineEdit *line : {title_, subtitle_, caption_}) {
        connect(line, &QLineEdit::textChanged, this, &ExportDialog::showPreview);
    }
    return area;
}

void ExportDialog::addParts(QFormLayout &form) {
    using maps::FigurePart;
    auto *grid = new QGridLayout;
    const std::pair<FigurePart, QString> parts[] = {
        {FigurePart::Title, tr("title")},       {FigurePart::Subtitle, tr("subtitle")},
        {FigurePart::Legend, tr("legend")},     {FigurePart::Caption, tr("caption")},
        {FigurePart::Name, tr("app")},          {FigurePart::Date, tr("date of the world")},
        {FigurePart::Attribution, tr("credit")}};
    int at = 0;
    const auto add = [&](QCheckBox *box) {
        grid->addWidget(box, at / 2, at % 2);
        ++at;
        connect(box, &QCheckBox::toggled, this, &ExportDialog::showPreview);
    };
    for (const auto &[part, text] : parts) {
        auto *box = new QCheckBox(text, this);
        box->setChecked(true);
        parts_[part] = box;
        add(box);
    }
    path_ = new QCheckBox(tr("way of the city"), this);
    path_->setChecked(!start_.scenario.view.select.empty());
    path_->setEnabled(!start_.scenario.view.select.empty());
    add(path_);
    form.addRow(tr("Shows"), grid);
}

void ExportDialog::addMotion(QFormLayout &form) {
    seconds_ = new QDoubleSpinBox(this);
    seconds_->setRange(1, 120);
    seconds_->setDecimals(1);
    seconds_->setValue(6);
    seconds_->setSuffix(tr(" s"));
    seconds_->setAccessibleName(tr("Length in seconds"));
    fps_ = spinBox(1, 50, 20, tr("Frames a second"), this);
    fps_->setSuffix(tr(" a second"));
    loop_ = new QCheckBox(tr("begins anew at its end"), this);
    loop_->setChecked(true);
    auto *row = new QHBoxLayout;
    row->addWidget(seconds_, 1);
    row->addWidget(fps_, 1);
    form.addRow(tr("Motion"), row);
    form.addRow(QString(), loop_);
}

QWidget *ExportDialog::makePreview() {
    picture_ = new QLabel(this);
    picture_->setObjectName(QStringLiteral("exportPreview"));
    picture_->setAccessibleName(tr("Preview"));
    picture_->setAlignment(Qt::AlignCenter);
    picture_->setMinimumSize(320, 240);
    picture_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    return picture_;
}

ExportKind ExportDialog::kind() const { return static_cast<ExportKind>(kind_->currentData().toInt()); }

void ExportDialog::followKind() {
    const bool drawn = is_picture(kind()) || is_animation(kind());
    for (QWidget *widget :
         std::initializer_list<QWidget *>{preset_, width_, height_, theme_, projection_, title_, subtitle_, caption_}) {
        widget->setEnabled(drawn);
    }
    for (const auto &[part, box] : parts_) {
        box->setEnabled(drawn);
    }
    path_->setEnabled(drawn && !start_.scenario.view.select.empty());
    dpi_->setEnabled(is_picture(kind()));
    for (QWidget *widget : std::initializer_list<QWidget *>{seconds_, fps_, loop_}) {
        widget->setEnabled(is_animation(kind()));
    }
    if (is_animation(kind()) && width_->value() > 1920) { // no slide shows more, and it takes for ever
        choose(*preset_, QStringLiteral("slide"));
    }
    showPreview();
}

void ExportDialog::followPreset() {
    View view;
    view.preset = preset_->currentData().toString().toStdString();
    const FigureSettings settings = figure_settings({}, view);
    const std::vector<std::pair<QSpinBox *, int>> values = {{width_, settings.options.size.width()},
                                                            {height_, settings.options.size.height()},
                                                            {dpi_, static_cast<int>(settings.dpi)}};
    for (const auto &[box, value] : values) {
        const QSignalBlocker quiet(box);
        box->setValue(value);
    }
    for (const auto &[part, box] : parts_) {
        const QSignalBlocker quiet(box);
        box->setChecked(settings.options.parts.contains(part));
    }
    showPreview();
}

ExportRequest ExportDialog::request() const {
    ExportRequest out = start_;
    out.kind = kind();
    View &view = out.scenario.view;
    view.projection = projection_->currentData().toString().toStdString();
    view.theme = theme_->currentData().toString().toStdString();
    view.preset = preset_->currentData().toString().toStdString();
    view.size = {width_->value(), height_->value()};
    view.dpi = dpi_->value();
    view.subtitle = subtitle_->text().toStdString();
    view.caption = caption_->text().toStdString();
    view.legend = true;
    if (view.projection != "globe") {
        view.center.reset();
    }
    view.without.clear();
    for (const auto &[part, box] : parts_) {
        if (!box->isChecked()) {
            view.without.emplace_back(maps::part_word(part));
        }
    }
    if (!path_->isChecked()) {
        view.select.clear();
    }
    out.scenario.title = title_->text().toStdString();
    out.settings = figure_settings(out.scenario, view);
    // What was unticked by the preset and ticked again is there.
    for (const auto &[part, box] : parts_) {
        if (box->isChecked()) {
            out.settings.options.parts.insert(part);
        }
    }
    if (kind() != ExportKind::Bundle) { // whose script runs in no language
        out.settings.options.locale = QLocale();
    }
    if (is_animation(out.kind)) {
        out.settings.options.transparent = false;
    }
    if (!view.select.empty()) {
        out.settings.options.selected = find_city(out.catchments->world(), view.select);
    }
    out.clock = {seconds_->value(), static_cast<double>(fps_->value()), loop_->isChecked()};
    return out;
}

void ExportDialog::showPreview() {
    const bool too_large = static_cast<double>(width_->value()) * height_->value() > maps::most_pixels;
    export_->setEnabled(!too_large && !busy_);
    if (too_large) {
        say(tr("More than 150 megapixels; choose a smaller size."), true);
        return;
    }
    say({});
    thread_.preview(request(), picture_->size() * devicePixelRatioF());
}

void ExportDialog::showScaled() {
    if (preview_.isNull()) {
        return;
    }
    QPixmap pixmap = QPixmap::fromImage(
        preview_.scaled(picture_->size() * devicePixelRatioF(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    picture_->setPixmap(pixmap);
}

void ExportDialog::resizeEvent(QResizeEvent *event) {
    QDialog::resizeEvent(event);
    showPreview();
}

void ExportDialog::ask() {
    const QString ending = QString::fromUtf8(export_ending(kind()).data());
    const QString name =
        QString::fromStdString(start_.scenario.app) + (ending.isEmpty() ? tr("-figure") : QLatin1Char('.') + ending);
    const QString folder = QSettings().value(folder_key, QDir::homePath()).toString();
    QString file = QFileDialog::getSaveFileName(this, tr("Export"), QDir(folder).filePath(name),
                                                ending.isEmpty() ? tr("Folder (*)")
                                                                 : tr("%1 (*.%2)").arg(ending.toUpper(), ending));
    if (file.isEmpty()) {
        return;
    }
    if (!ending.isEmpty() && QFileInfo(file).suffix().compare(ending, Qt::CaseInsensitive) != 0) {
        file += QLatin1Char('.') + ending;
    }
    QSettings().setValue(folder_key, QFileInfo(file).absolutePath());
    writeTo(file);
}

void ExportDialog::writeTo(const QString &file) {
    progress_->setValue(0);
    progress_->setRange(0, is_animation(kind()) ? 100 : 0); // of one picture nothing can be said
    say({});
    setBusy(true);
    thread_.write(request(), file.toStdString());
}

void ExportDialog::setBusy(bool busy) {
    busy_ = busy;
    form_->setEnabled(!busy);
    export_->setEnabled(!busy);
    progress_->setVisible(busy);
    status_->setVisible(!busy);
    close_->setText(busy ? tr("Cancel") : tr("Close"));
}

void ExportDialog::say(const QString &text, bool bad) {
    status_->setText(text);
    status_->setProperty("role", bad ? QStringLiteral("error") : QString());
    status_->style()->polish(status_);
}

void ExportDialog::reject() {
    if (busy_) {
        thread_.cancel();
    } else {
        QDialog::reject();
    }
}

} // namespace catchment::app
