// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/figure.h"
#include "maps/figure_parts.h"
#include "maps/fonts.h"
#include "maps/painter.h"
#include "maps/sample.h"

#include <QTest>

#include <cmath>
#include <map>
#include <set>

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

    static QStringList texts(const DisplayList &list) {
        QStringList words;
        for (const Group &group : list.groups)
            for (const Item &item : group.items)
                if (const Text *text = std::get_if<Text>(&item.shape))
                    words.append(text->text);
        return words;
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
        const QStringList words = texts(list);
        QVERIFY(words.contains(QStringLiteral("captured by AS1002")));
        QVERIFY(words.filter(QStringLiteral(" captured")).size() == 1); // in the subtitle
        QVERIFY(words.filter(QStringLiteral("unreached")).isEmpty());
    }

    void it_says_what_is_behind_the_edge() {
        const auto sample = test::sample_catchments();
        Scenario scenario = *sample->solution->scenario;
        scenario.announce = Announce::Everywhere;
        const std::shared_ptr<const World> world(sample, &sample->world());
        const auto before = catchments(Solver(world).solve(scenario));
        const QStringList both = texts(layout_figure(before, options())).filter(QStringLiteral(" ms to the instance"));
        QCOMPARE(both.size(), 1);
        QVERIFY(!both[0].contains(QStringLiteral(" fail")));
        for (const std::string &code : scenario.regions)
            scenario.edge.instances.push_back({code, 1, 1});
        const auto after = catchments(Solver(world).solve(scenario));
        const QString users = figure::Sheet(options()).numbers().users(after->summary.users);
        QCOMPARE(
            texts(layout_figure(after, options())).filter(QStringLiteral(" · requests of %1 fail").arg(users)).size(),
            1);
        FigureOptions difference = options();
        difference.before = before;
        QCOMPARE(texts(layout_figure(after, difference))
                     .filter(QStringLiteral("connections of %1 users break").arg(users))
                     .size(),
                 1);
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

    void parts_can_be_left_out() {
        FigureOptions all = options();
        all.caption = QStringLiteral("Under the map");
        all.name = QStringLiteral("my-app");
        const auto count = [&](const FigureOptions &figure, const QString &words) {
            int found = 0;
            for (const QString &text : texts(layout_figure(test::sample_catchments(), figure)))
                found += text.contains(words);
            return found;
        };
        const std::map<FigurePart, QString> words{{FigurePart::Title, QStringLiteral("Sample")},
                                                  {FigurePart::Subtitle, QStringLiteral("mean round trip")},
                                                  {FigurePart::Legend, QStringLiteral("Region")},
                                                  {FigurePart::Caption, QStringLiteral("Under the map")},
                                                  {FigurePart::Name, QStringLiteral("my-app")},
                                                  {FigurePart::Date, QStringLiteral("2026-01-01")},
                                                  {FigurePart::Attribution, QStringLiteral("GeoNames")}};
        QCOMPARE(words.size(), every_part().size());
        for (const auto &[part, word] : words) {
            QCOMPARE(part_from_word(part_word(part)), std::optional(part));
            QCOMPARE(count(all, word), 1);
            FigureOptions without = all;
            without.parts.erase(part);
            QCOMPARE(count(without, word), 0);
        }
    }

    /// Nothing that is written leaves the page, however much there is to write and however little room.
    void text_stays_on_the_page() {
        FigureOptions figure = options();
        figure.title = QStringLiteral("A title that is a good deal longer than anything that fits into one line");
        figure.caption = figure.title + QStringLiteral(". ") + figure.title;
        const auto catchments = test::sample_catchments({"ewr", "ams", "nrt", "gru"});
        for (const QSize size : {QSize(960, 540), QSize(400, 700), QSize(3000, 600)})
            for (const double scale : {0.6, 1.0, 1.8}) {
                figure.size = size;
                figure.scale = scale;
                for (const Group &group : layout_figure(catchments, figure).groups)
                    for (const Item &item : group.items)
                        if (const Text *text = std::get_if<Text>(&item.shape)) {
                            const QRectF box = bounds(*text);
                            QVERIFY2(box.left() >= 0 && box.right() <= size.width() + 0.5 && box.top() >= -1 &&
                                         text->position.y() <= size.height(),
                                     qPrintable(text->text));
                        }
            }
    }

    void a_transparent_figure_has_no_ground() {
        FigureOptions figure = options();
        figure.transparent = true;
        const QImage image = render_image(layout_figure(test::sample_catchments(), figure), {960, 540});
        QCOMPARE(qAlpha(image.pixel(2, 300)), 0);
        int opaque = 0;
        for (int x = 0; x < 960; ++x)
            opaque += qAlpha(image.pixel(x, 200)) == 255;
        QVERIFY(opaque > 50);
    }

    /// What did not move is plain, what did has the new region's colour.
    void a_difference_shows_what_moved() {
        FigureOptions figure = options();
        figure.before = test::sample_catchments({"ewr", "ams"});
        const auto now = test::sample_catchments({"ewr", "ams", "nrt"});
        const DisplayList list = layout_figure(now, figure);
        std::set<QString> coloured;
        for (const Group &group : list.groups)
            if (group.layer == Layer::Cells)
                for (const Item &item : group.items)
                    coloured.insert(item.id);
        std::set<QString> gained;
        for (std::size_t i = 0; i < now->cities.size(); ++i)
            if (now->cities[i].region && now->cities[i].region != figure.before->cities[i].region)
                gained.insert(QString::fromStdString(now->op().regions[now->cities[i].region->index()].code));
        QVERIFY(!gained.empty());
        QCOMPARE(coloured, gained);
        QVERIFY(texts(list).contains(QStringLiteral("did not move")));
        QCOMPARE(texts(list).filter(QStringLiteral(" users moved")).size(), 1);
    }

    void several_maps_share_a_legend() {
        std::vector<FigurePanel> panels;
        const std::vector<std::vector<std::string>> all{{"ewr"}, {"ewr", "ams"}, {"ewr", "ams", "nrt"}};
        for (const auto &regions : all)
            panels.push_back({test::sample_catchments(regions), QStringLiteral("with %1").arg(regions.size())});
        const DisplayList list = layout_panels(panels, options());
        const QStringList words = texts(list);
        for (const char *once : {"with 1", "with 2", "with 3"})
            QCOMPARE(words.count(QLatin1String(once)), 1);
        for (const char *letter : {"a", "b", "c"}) // at the map, and above its column of the legend
            QVERIFY(words.count(QLatin1String(letter)) >= 2);
        // A row each, on every map that has it a tag.
        QCOMPARE(words.count(QStringLiteral("ewr")), 4);
        QCOMPARE(words.count(QStringLiteral("ams")), 3);
        QCOMPARE(words.count(QStringLiteral("nrt")), 2);
        // The maps do not overlap, and stay on the page.
        std::vector<QRectF> frames;
        for (const Group &group : list.groups)
            if (group.layer == Layer::Land)
                frames.push_back(group.clip.value());
        QCOMPARE(frames.size(), std::size_t{3});
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY(QRectF(0, 0, 960, 540).contains(frames[i]));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!frames[i].intersects(frames[j]));
        }
    }

    void every_layer_has_its_word() {
        for (const Layer layer : all_layers())
            QCOMPARE(layer_from_word(layer_word(layer)), std::optional(layer));
        QVERIFY(!layer_from_word("clouds"));
    }
};

QTEST_MAIN(FigureTest)
#include "tst_figure.moc"
