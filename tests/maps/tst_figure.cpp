// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/figure.h"
#include "maps/fonts.h"
#include "maps/painter.h"
#include "maps/sample.h"

#include <QTest>

#include <cmath>

using namespace catchment;
using namespace catchment::maps;

class FigureTest : public QObject {
    Q_OBJECT

    static FigureOptions options() {
        FigureOptions result;
        result.size = {960, 540};
        result.title = QStringLiteral("Sample");
        return result;
    }

    static std::vector<QRectF> label_boxes(const DisplayList &list) {
        std::vector<QRectF> boxes;
        for (const Group &group : list.groups)
            if (group.layer == Layer::Labels)
                for (const Item &item : group.items)
                    if (const Text *text = std::get_if<Text>(&item.shape)) {
                        // From the top of the capitals to the base line: what the eye takes for the word.
                        const QRectF box = bounds(*text);
                        boxes.emplace_back(box.left(), text->position.y() - text->size * 0.7, box.width(),
                                           text->size * 0.7);
                    }
        return boxes;
    }

private slots:
    void initTestCase() { load_fonts(); }

    void the_same_input_gives_the_same_bytes() {
        const auto catchments = test::sample_catchments();
        const auto draw = [&] {
            const DisplayList list = layout_figure(catchments, options());
            return render_image(list, {960, 540});
        };
        const QImage one = draw(), other = draw();
        QCOMPARE(one.size(), QSize(960, 540));
        QVERIFY(one == other);
    }

    void it_shows_what_is_captured() {
        const auto catchments = test::hijacked_catchments();
        const DisplayList list = layout_figure(catchments, options());
        const QImage image = render_image(list, {960, 540});
        const QRgb captured = theme(u"light").cell(theme(u"light").captured, 1).rgb();
        int of_captured = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                of_captured += image.pixel(x, y) == captured;
        QVERIFY(of_captured > 50);
        QStringList words;
        for (const Group &group : list.groups)
            for (const Item &item : group.items)
                if (const Text *text = std::get_if<Text>(&item.shape))
                    words.append(text->text);
        QVERIFY(words.contains(QStringLiteral("captured by AS1002")));
        QVERIFY(words.filter(QStringLiteral(" captured")).size() == 1); // in the subtitle
        QVERIFY(words.filter(QStringLiteral("unreached")).isEmpty());
    }

    void it_shows_both_catchments() {
        const QImage image = render_image(layout_figure(test::sample_catchments(), options()), {960, 540});
        const QRgb west = theme(u"light").cell(region_colour("ewr"), 1).rgb();
        const QRgb east = theme(u"light").cell(region_colour("ams"), 1).rgb();
        int of_west = 0, of_east = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                of_west += image.pixel(x, y) == west;
                of_east += image.pixel(x, y) == east;
            }
        QVERIFY(of_west > 200);
        QVERIFY(of_east > 200);
    }

    void labels_do_not_overlap() {
        FigureOptions with_path = options();
        const auto catchments = test::sample_catchments({"ewr", "ams", "nrt", "gru"});
        with_path.selected = find_city(catchments->world(), "Tokyo");
        for (const auto &[width, height] : {std::pair{960, 540}, {1920, 1080}, {500, 400}}) {
            with_path.size = {width, height};
            const auto boxes = label_boxes(layout_figure(catchments, with_path));
            QVERIFY(boxes.size() > 3);
            for (std::size_t i = 0; i < boxes.size(); ++i)
                for (std::size_t j = 0; j < i; ++j)
                    QVERIFY(!boxes[i].intersects(boxes[j]));
        }
    }

    /// No line runs across the map because it left it on one side and came back on the other.
    void nothing_streaks_across_the_map() {
        const auto catchments = test::sample_catchments();
        FigureOptions figure = options();
        figure.selected = find_city(catchments->world(), "Tokyo");
        for (const ProjectionKind kind : all_projections()) {
            figure.projection = kind;
            for (const Group &group : layout_figure(catchments, figure).groups) {
                if (group.layer > Layer::Paths)
                    continue;
                for (const Item &item : group.items)
                    if (const Stroke *stroke = std::get_if<Stroke>(&item.shape))
                        for (int i = 1; i < stroke->path.elementCount(); ++i)
                            if (stroke->path.elementAt(i).isLineTo())
                                QVERIFY(std::abs(stroke->path.elementAt(i).x - stroke->path.elementAt(i - 1).x) < 480);
            }
        }
    }

    void layers_can_be_left_out() {
        FigureOptions few = options();
        few.layers = {Layer::Land, Layer::Cells};
        for (const Group &group : layout_figure(test::sample_catchments(), few).groups)
            QVERIFY(few.layers.contains(group.layer));
    }

    void every_layer_has_its_word() {
        for (const Layer layer : all_layers())
            QCOMPARE(layer_from_word(layer_word(layer)), std::optional(layer));
        QVERIFY(!layer_from_word("clouds"));
    }
};

QTEST_MAIN(FigureTest)
#include "tst_figure.moc"
