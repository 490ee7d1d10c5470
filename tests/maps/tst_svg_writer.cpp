// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/figure.h"
#include "maps/fonts.h"
#include "maps/sample.h"
#include "maps/svg_text.h"
#include "maps/svg_writer.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>
#include <set>

using namespace catchment;
using namespace catchment::maps;

namespace {

struct Element {
    QString name, text;
    QXmlStreamAttributes attributes;
    QString value(const char *key) const { return attributes.value(QLatin1String(key)).toString(); }
};

/// All elements in order. Fails where the file is not well-formed.
std::vector<Element> elements_of(const QByteArray &svg) {
    QXmlStreamReader reader(svg);
    std::vector<Element> all;
    std::vector<std::size_t> open;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            open.push_back(all.size());
            all.push_back({reader.name().toString(), {}, reader.attributes()});
        } else if (reader.isEndElement()) {
            open.pop_back();
        } else if (reader.isCharacters() && !open.empty()) {
            all[open.back()].text += reader.text();
        }
    }
    if (reader.hasError())
        qFatal("%s", qPrintable(reader.errorString()));
    return all;
}

/// The ends of what path_data() writes: every M, l and c, in page pixels.
std::vector<QPointF> ends_of(const QByteArray &data) {
    static const QRegularExpression token(QStringLiteral("[Mlcz]|-?(\\d+\\.?\\d*|\\.\\d+)"));
    std::vector<QPointF> ends;
    std::vector<double> numbers;
    QChar command;
    QPointF at, start;
    auto matches = token.globalMatch(QString::fromLatin1(data));
    while (matches.hasNext()) {
        const QString word = matches.next().captured();
        if (word[0].isLetter()) {
            command = word[0];
            numbers.clear();
            if (command == u'z')
                at = start;
            continue;
        }
        numbers.push_back(word.toDouble());
        if (numbers.size() < (command == u'c' ? 6u : 2u))
            continue;
        const QPointF end(numbers[numbers.size() - 2], numbers.back());
        at = command == u'M' ? end : at + end;
        if (command == u'M')
            start = at;
        ends.push_back(at);
        numbers.clear();
    }
    return ends;
}

DisplayList one(Layer layer, Item item) {
    DisplayList list;
    list.size = {200, 100};
    list.background = Qt::white;
    list.group(layer).items.push_back(std::move(item));
    return list;
}

} // namespace

class SvgWriterTest : public QObject {
    Q_OBJECT

    static DisplayList figure(QString title = QStringLiteral("Sample")) {
        FigureOptions options;
        options.size = {960, 540};
        options.title = std::move(title);
        options.layers.insert(Layer::Lens);
        return layout_figure(test::sample_catchments(), options);
    }

private slots:
    void initTestCase() { load_fonts(); }

    void layers_and_regions_are_groups_with_ids() {
        std::set<QString> ids;
        for (const Element &element : elements_of(write_svg(figure()))) {
            const QString id = element.value("id");
            QVERIFY2(id.isEmpty() || ids.insert(id).second, qPrintable(id)); // each but once
        }
        for (const char *id : {"sea", "land", "cells", "cells-ewr", "cells-ams", "cities", "regions", "regions-ewr",
                               "regions-ams", "labels", "labels-tokyo-jp", "legend", "captions", "attribution"})
            QVERIFY2(ids.contains(QLatin1String(id)), id);
    }

    void every_reference_has_its_definition() {
        const std::vector<Element> all = elements_of(write_svg(figure()));
        std::set<QString> ids;
        for (const Element &element : all)
            ids.insert(element.value("id"));
        int references = 0;
        for (const Element &element : all)
            for (const char *name : {"fill", "clip-path"})
                if (const QString value = element.value(name); value.startsWith(u"url(#")) {
                    QVERIFY2(ids.contains(value.mid(5).chopped(1)), qPrintable(value));
                    ++references;
                }
        QVERIFY(references > 3);
    }

    void text_is_text() {
        const DisplayList list = figure(QStringLiteral("A < B & \"C\""));
        QStringList expected, found;
        for (const Group &group : list.groups)
            for (const Item &item : group.items)
                if (const Text *text = std::get_if<Text>(&item.shape))
                    expected.append(text->text);
        for (const Element &element : elements_of(write_svg(list)))
            if (element.name == u"text")
                found.append(element.text);
        QCOMPARE(found, expected);
        QVERIFY(found.contains(QStringLiteral("A < B & \"C\"")));
    }

    void a_long_line_keeps_its_length() {
        Text text;
        text.text = QStringLiteral("short");
        text.position = {10, 20};
        text.colour = Qt::black;
        QVERIFY(!write_svg(one(Layer::Captions, {{}, text})).contains("textLength"));
        while (bounds(text).right() < 190)
            text.text += QLatin1Char('m');
        QVERIFY(write_svg(one(Layer::Captions, {{}, text})).contains("textLength"));
    }

    void paths_come_back_as_they_were() {
        int seen = 0;
        for (const Group &group : figure().groups)
            for (const Item &item : group.items) {
                const Stroke *stroke = std::get_if<Stroke>(&item.shape);
                if (!stroke)
                    continue;
                const std::vector<QPointF> ends = ends_of(svg::path_data(stroke->path));
                std::size_t at = 0;
                for (int i = 0; i < stroke->path.elementCount(); ++i) {
                    const QPointF point = stroke->path.elementAt(i);
                    if (stroke->path.elementAt(i).isCurveTo()) {
                        i += 2;
                        continue; // its end is the third of these; checked by what follows
                    }
                    // Points that fall on the one before were left out.
                    while (at < ends.size() && std::hypot(ends[at].x() - point.x(), ends[at].y() - point.y()) > 0.011)
                        ++at;
                    QVERIFY2(at < ends.size() || !stroke->path.elementAt(i).isLineTo(), "a point is missing");
                    if (at == ends.size())
                        break;
                    ++seen;
                }
            }
        QVERIFY(seen > 1000);
    }

    void closed_outlines_are_closed() {
        QPainterPath square;
        square.addRect(1, 2, 3.25, 4);
        QCOMPARE(svg::path_data(square), QByteArray("M1 2l3.25 0 0 4-3.25 0 0-4z"));
        QPainterPath line(QPointF(-0.004, 0.996));
        line.lineTo(0.1, 1);
        QCOMPARE(svg::path_data(line), QByteArray("M0 1l.1 0"));
    }

    void numbers_have_no_exponent_and_no_locale() {
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(svg::number(1e-9), QByteArray("0"));
        QCOMPARE(svg::number(-0.004), QByteArray("0"));
        QCOMPARE(svg::number(1234567.891), QByteArray("1234567.89"));
        QCOMPARE(svg::number(0.5), QByteArray("0.5"));
        QLocale::setDefault(QLocale::c());
    }

    void pies_fill_their_disc() {
        Pie pie;
        pie.centre = {50, 50};
        pie.radius = 10;
        pie.sectors = {{0.25, Qt::red}, {0.75, Qt::blue}};
        const QByteArray svg = write_svg(one(Layer::Cities, {QStringLiteral("x"), pie}));
        QVERIFY(svg.contains("M50 50L50 40A10 10 0 0 1 60 50Z")); // the first quarter, from the top
        QVERIFY(svg.contains("M50 50L60 50A10 10 0 1 1 50 40Z"));
    }

    void the_same_list_gives_the_same_bytes() { QVERIFY(write_svg(figure()) == write_svg(figure())); }
};

QTEST_MAIN(SvgWriterTest)
#include "tst_svg_writer.moc"
