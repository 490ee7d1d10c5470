// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/input_error.h"
#include "io/json_value.h"

#include <QTest>

using namespace catchment;

/// JSON values that know their lines.
class TestJsonValue : public QObject {
    Q_OBJECT

private slots:
    void values();
    void linesOfValues();
    void emptyValues();
    void wrongTypes();
    void wholeNumbers();
    void refuses_data();
    void refuses();
    void deepNesting();
};

namespace {

JsonValue parse(const std::string &text) { return JsonValue::parse(text, "f.json"); }

/// `line: problem` of what `action` throws.
template <class Action>
std::string trouble(Action action) {
    try {
        action();
    } catch (const InputError &error) {
        return std::to_string(error.line) + ": " + error.problem;
    }
    return "accepted";
}

} // namespace

void TestJsonValue::values() {
    const JsonValue json =
        parse(R"({"t": "Köln \u20ac", "n": 1.5, "i": -3, "b": true, "a": [1, "x"], "o": {"k": null}})");
    QCOMPARE(json.find("t")->text("t"), "Köln €");
    QCOMPARE(json.find("n")->number("n"), 1.5);
    QCOMPARE(json.find("i")->number("i"), -3.0);
    QCOMPARE(json.find("i")->whole("i", -5, 5), -3);
    QVERIFY(json.find("b")->boolean("b"));
    QCOMPARE(json.find("a")->array("a").size(), 2u);
    QVERIFY(json.find("o")->find("k")->is_null());
    QVERIFY(!json.find("none"));
    QVERIFY(!json.find("a")->find("k"));
    QCOMPARE(json.object("it").front().first, "t"); // in the order of the text
}

void TestJsonValue::linesOfValues() {
    const JsonValue json = parse("{\n\"a\": 1,\n\"b\":\n 2,\n\"c\": [\n1,\n\n2],\n\"d\": {\n\"e\": \"x\"}\n}");
    QCOMPARE(json.line(), 1u);
    QCOMPARE(json.find("a")->line(), 2u);
    QCOMPARE(json.find("b")->line(), 3u); // where its key stands
    QCOMPARE(json.find("c")->line(), 5u);
    QCOMPARE(json.find("c")->array("c")[0].line(), 6u);
    QCOMPARE(json.find("c")->array("c")[1].line(), 8u);
    QCOMPARE(json.find("d")->find("e")->line(), 10u);
    QCOMPARE(parse("{\r\n\"a\": 1,\r\n\"b\": 2}").find("b")->line(), 3u);
}

void TestJsonValue::emptyValues() {
    for (const char *text : {"null", "[]", "{}"}) {
        QVERIFY(parse(text).is_empty());
    }
    for (const char *text : {"0", "false", "\"\"", "[null]"}) {
        QVERIFY(!parse(text).is_empty());
    }
}

void TestJsonValue::wrongTypes() {
    const JsonValue json = parse("{\n\n\"a\": null}");
    const JsonValue &a = *json.find("a");
    QCOMPARE(trouble([&] { a.text("'a'"); }), "3: 'a' is of the wrong type");
    QCOMPARE(trouble([&] { a.number("'a'"); }), "3: 'a' is of the wrong type");
    QCOMPARE(trouble([&] { a.whole("'a'", 0, 1); }), "3: 'a' is of the wrong type");
    QCOMPARE(trouble([&] { a.boolean("'a'"); }), "3: 'a' is of the wrong type");
    QCOMPARE(trouble([&] { a.array("'a'"); }), "3: 'a' is of the wrong type");
    QCOMPARE(trouble([&] { a.object("'a'"); }), "3: 'a' is of the wrong type");
    QVERIFY_EXCEPTION_THROWN(a.fail("p", "e"), InputError);
}

void TestJsonValue::wholeNumbers() {
    const auto whole = [](const char *text) { return trouble([&] { parse(text).whole("n", 0, 4294967295); }); };
    QCOMPARE(whole("4294967295"), "accepted");
    QCOMPARE(whole("0"), "accepted");
    QCOMPARE(whole("4294967296"), "1: n is out of range");
    QCOMPARE(whole("18446744073709551615"), "1: n is out of range");
    QCOMPARE(whole("-1"), "1: n is out of range");
    QCOMPARE(whole("1.0"), "1: n is of the wrong type");
    QCOMPARE(whole("1e30"), "1: n is of the wrong type");
}

void TestJsonValue::refuses_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const char *text, int line) {
        QTest::newRow(name) << QByteArray(text) << line;
    };
    row("nothing", "", 1);
    row("words", "hello", 1);
    row("open object", "{\"a\": 1", 1);
    row("open text", "{\"a\":\n \"x}", 2);
    row("comma at the end", "{\"a\": 1,\n}", 2);
    row("no comma", "{\"a\": 1\n\"b\": 2}", 2);
    row("something after it", "{}\n{}", 2);
    row("comment", "{ // no\n}", 1);
    row("a key twice", "{\"a\": 1,\n\"a\": 2}", 2);
    row("single quotes", "{'a': 1}", 1);
    row("not a number", "[NaN]", 1);
    row("broken UTF-8", "[\"\xff\"]", 1);
}

void TestJsonValue::refuses() {
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    try {
        parse(text.toStdString());
        QFAIL("was accepted");
    } catch (const InputError &error) {
        QCOMPARE(error.file, "f.json");
        QCOMPARE(static_cast<int>(error.line), line);
        QVERIFY2(!QByteArray(error.what()).contains("nlohmann") && !QByteArray(error.what()).contains('\n'),
                 error.what());
    }
}

void TestJsonValue::deepNesting() {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    parse(nested(64));
    QCOMPARE(trouble([&] { parse(nested(65)); }), "1: nested too deeply");
    QCOMPARE(trouble([&] { parse(nested(1'000'000)); }), "1: nested too deeply");
}

QTEST_APPLESS_MAIN(TestJsonValue)
#include "tst_json_value.moc"
