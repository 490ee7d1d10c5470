// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/figure.h"
#include "maps/fonts.h"
#include "maps/picture_file.h"
#include "maps/sample.h"

#include <QImage>
#include <QRegularExpression>
#include <QTest>

using namespace catchment;
using namespace catchment::maps;

class PictureFileTest : public QObject {
    Q_OBJECT

    static DisplayList figure() {
        FigureOptions options;
        options.size = {640, 360};
        options.title = QStringLiteral("Sample");
        return layout_figure(test::sample_catchments(), options);
    }

private slots:
    void initTestCase() { load_fonts(); }

    void every_format_has_its_word() {
        for (const PictureFormat format : all_pictures())
            QCOMPARE(picture_from_word(picture_word(format)), std::optional(format));
        QVERIFY(!picture_from_word("bmp"));
        QVERIFY(!picture_from_word(""));
    }

    void the_same_list_gives_the_same_bytes() {
        const PictureOptions options{150, QStringLiteral("Sample"), {}, QStringLiteral("2026-01-01")};
        for (const PictureFormat format : all_pictures()) {
            const QByteArray one = picture_file(figure(), format, options);
            QVERIFY(one.size() > 10'000);
            QVERIFY(one == picture_file(figure(), format, options));
        }
    }

    void a_png_states_its_size_and_has_no_needless_alpha() {
        DisplayList list = figure();
        QImage image = QImage::fromData(picture_file(list, PictureFormat::Png, {300, {}, {}, {}}));
        QCOMPARE(image.size(), QSize(640, 360));
        QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 300);
        QVERIFY(!image.hasAlphaChannel());
        list.background = Qt::transparent;
        image = QImage::fromData(picture_file(list, PictureFormat::Png));
        QVERIFY(image.hasAlphaChannel());
        QCOMPARE(qAlpha(image.pixel(1, 1)), 0);
    }

    /// Its day is the world's, and nothing else in it tells when it was made.
    void a_pdf_is_dated_and_holds_its_fonts() {
        const QByteArray pdf = picture_file(figure(), PictureFormat::Pdf, {96, {}, {}, QStringLiteral("2026-01-02")});
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("/CreationDate (D:20260102000000Z"));
        QCOMPARE(pdf.count("D:20"), 1);
        QVERIFY(pdf.count("/FontFile") >= 2);
        QVERIFY(!pdf.contains("/Subtype /Image"));
        const auto box =
            QRegularExpression(QStringLiteral("/MediaBox \\[0 0 (\\d+)[.0-9]* (\\d+)")).match(QString::fromLatin1(pdf));
        QCOMPARE(box.captured(1), QStringLiteral("480")); // 640 pixels of 1/96 inch in points
        QCOMPARE(box.captured(2), QStringLiteral("270"));
    }

    /// Objects begin where the table at the end says.
    void a_pdf_is_still_whole() {
        const QByteArray pdf = picture_file(figure(), PictureFormat::Pdf, {96, {}, {}, QStringLiteral("2026-01-02")});
        const qsizetype table = pdf.mid(pdf.lastIndexOf("startxref\n") + 10).simplified().split(' ')[0].toLongLong();
        QVERIFY(pdf.mid(table).startsWith("xref"));
        const QList<QByteArray> lines = pdf.mid(table).split('\n');
        int objects = 0;
        for (qsizetype i = 3; i < lines.size() && lines[i].contains(" n"); ++i, ++objects) {
            const QByteArray object = pdf.mid(lines[i].left(10).toLongLong(), 12);
            QVERIFY2(object.startsWith(QByteArray::number(i - 2) + " 0 obj"), object.constData());
        }
        QVERIFY(objects > 5);
    }
};

QTEST_MAIN(PictureFileTest)
#include "tst_picture_file.moc"
