// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/appearance.h"

#include "app/widgets/style_sheet.h"
#include "maps/fonts.h"
#include "qml/models/region_model.h"

#include <QApplication>
#include <QPalette>
#include <QSettings>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace catchment::app {
namespace {

const QString key = QStringLiteral("theme");

/// In the order of Appearance::Mode.
const std::array mode_words = {QStringLiteral("desktop"), QStringLiteral("light"), QStringLiteral("dark"),
                               QStringLiteral("projector")};

QPalette paletteOf(const maps::Theme &theme) {
    QPalette palette;
    palette.setColor(QPalette::Window, theme.panel);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.field);
    palette.setColor(QPalette::AlternateBase, theme.alternate);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::Button, theme.panel);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.bad);
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    palette.setColor(QPalette::ToolTipBase, theme.panel);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.on_accent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::Light, theme.hover);
    palette.setColor(QPalette::Midlight, theme.hover);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Dark, theme.line);
    palette.setColor(QPalette::Shadow, theme.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, theme.muted);
    }
    return palette;
}

} // namespace

Appearance::Appearance(QApplication &application, Mode mode, QObject *parent)
    : QObject(parent), application_(application),
      desktop_is_dark_(application.palette().color(QPalette::Window).lightness() < 128), mode_(mode) {
    maps::load_fonts();
    // One look on every desktop; palette and style sheet do the rest.
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    apply();
}

void Appearance::setMode(Mode mode) {
    if (mode != mode_) {
        mode_ = mode;
        apply();
    }
}

Appearance::Mode Appearance::kept() {
    const QString word = QSettings().value(key).toString();
    const auto found = std::ranges::find(mode_words, word);
    return found != mode_words.end() ? static_cast<Mode>(found - mode_words.begin()) : Mode::Desktop;
}

void Appearance::keep() const { QSettings().setValue(key, mode_words[static_cast<std::size_t>(mode_)]); }

void Appearance::setVision(const QString &word) {
    if (word != vision_) {
        vision_ = word;
        apply();
    }
}

const maps::Theme &Appearance::theme() const {
    QString name = mode_words[static_cast<std::size_t>(mode_)];
    if (mode_ == Mode::Desktop) {
        name = desktop_is_dark_ ? QStringLiteral("dark") : QStringLiteral("light");
    }
    return maps::theme(vision_.isEmpty() ? name : name + QLatin1Char(':') + vision_);
}

QColor Appearance::regionColour(const QString &code) const {
    if (code == qml::hijackerCode()) {
        return theme().captured;
    }
    return theme().solid(maps::region_colour(code.toStdString()));
}

void Appearance::apply() {
    const QPalette palette = paletteOf(theme());
    QApplication::setFont(maps::font(13));
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    application_.setStyleSheet(styleSheet(theme()));
    emit changed();
}

} // namespace catchment::app
