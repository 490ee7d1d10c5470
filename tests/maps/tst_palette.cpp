// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/colour.h"
#include "maps/theme.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

using namespace catchment::maps;

class PaletteTest : public QObject {
    Q_OBJECT

    /// For the eyes that tell the two least apart.
    static double worst_difference(const QColor &a, const QColor &b) {
        double worst = 1000;
        for (const Vision vision : {Vision::Normal, Vision::Protanopia, Vision::Deuteranopia, Vision::Tritanopia})
            worst = std::min(worst, difference(seen_with(vision, a), seen_with(vision, b)));
        return worst;
    }

    static void expect_apart(const std::vector<std::string> &codes, double least) {
        for (std::size_t i = 0; i < codes.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                const double apart = worst_difference(region_colour(codes[i]), region_colour(codes[j]));
                QVERIFY2(apart >= least,
                         qPrintable(QStringLiteral("%1 and %2: %3")
                                        .arg(QString::fromStdString(codes[i]), QString::fromStdString(codes[j]))
                                        .arg(apart)));
            }
    }

private slots:
    void the_story_is_told_apart_by_everyone() { expect_apart({"ewr", "ams"}, 20); }

    void one_region_per_part_of_the_world() { expect_apart({"ewr", "ams", "nrt", "gru", "sin", "jnb", "bom"}, 8.5); }

    void regions_deployed_together() {
        expect_apart({"ewr", "ord", "iad"}, 8);
        expect_apart({"lax", "sjc"}, 8);
        expect_apart({"ams", "fra", "cdg"}, 8);
        expect_apart({"ams", "lhr"}, 8);
        expect_apart({"nrt", "sin"}, 8);
    }

    void no_two_deployable_regions_look_alike() {
        expect_apart({"ams", "arn", "bom", "cdg", "dfw", "ewr", "fra", "gru", "iad", "jnb", "lax", "lhr", "nrt", "ord",
                      "sin", "sjc", "syd", "yyz"},
                     3.5);
    }

    void captured_is_no_region() {
        for (const QString &name : theme_names())
            for (const char *code : {"ams", "arn", "bom", "cdg", "dfw", "ewr", "fra", "gru", "iad", "jnb", "lax", "lhr",
                                     "nrt", "ord", "sin", "sjc", "syd", "yyz"}) {
                const Theme &t = theme(name);
                const double apart = worst_difference(t.captured, t.solid(region_colour(code)));
                QVERIFY2(apart >= 10,
                         qPrintable(QStringLiteral("%1 %2: %3").arg(name, QLatin1String(code)).arg(apart)));
                QVERIFY(worst_difference(t.captured, t.unreached) >= 10);
            }
    }

    void unknown_codes_have_a_colour_of_their_own_for_good() {
        QCOMPARE(region_colour("xyz"), region_colour("xyz"));
        QCOMPARE(region_colour("xyz").name(), QStringLiteral("#1476b6"));
        QVERIFY(region_colour("abc") != region_colour("xyz"));
    }

    void text_can_be_read() {
        for (const QString &name : theme_names()) {
            const Theme &t = theme(name);
            for (const QColor &ground : {t.panel, t.window, t.field, t.alternate}) {
                QVERIFY(contrast(t.text, ground) >= 7);
                QVERIFY(contrast(t.muted, ground) >= 4.5);
                for (const QColor &word : {t.good, t.warning, t.bad})
                    QVERIFY2(contrast(word, ground) >= 4.5, qPrintable(name + word.name() + ground.name()));
            }
            QVERIFY(contrast(t.on_accent, t.accent) >= 4.5);
        }
    }

    void codes_can_be_read_on_their_colours() {
        for (const char *code : {"ewr", "ams", "nrt", "gru", "sin", "syd", "jnb", "bom", "fra"})
            for (const QString &name : theme_names()) {
                const QColor ground = theme(name).solid(region_colour(code));
                QVERIFY2(contrast(text_on(ground), ground) >= 4.4, code);
            }
    }
};

QTEST_GUILESS_MAIN(PaletteTest)
#include "tst_palette.moc"
