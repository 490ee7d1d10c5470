// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "io/world_reader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <iostream>
#include <sstream>

using namespace catchment;
using namespace catchment::app;

/// `catchment import` by its words: exit status, what it says, what it leaves behind.
class TestImportCommand : public QObject {
    Q_OBJECT

private slots:
    void init();
    void writesAWorldThatOpens();
    void solvesLikeTheBuiltIn();
    void wrongWords_data();
    void wrongWords();
    void wrongInput_data();
    void wrongInput();
    void occupiedFolders();

private:
    struct Said {
        int status;
        QString text;
    };
    static Said run(const Command &command, const QStringList &words);
    Said import(const QStringList &words) const { return run(import_command(), words); }
    QString path(const QString &name) const { return dir_->filePath(name); }
    QString put(const QString &name, const QByteArray &content) const;
    QStringList entries() const { return QDir(dir_->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot); }

    std::unique_ptr<QTemporaryDir> dir_;
};

namespace {

QString data(const char *name) { return QStringLiteral(CATCHMENT_TEST_DATA "/import/") + name; }

/// What goes to a stream while it is alive.
class Caught {
public:
    explicit Caught(std::ostream &stream) : stream_(stream), before_(stream.rdbuf(text_.rdbuf())) {}
    ~Caught() { stream_.rdbuf(before_); }
    QString text() const { return QString::fromStdString(text_.str()); }

private:
    std::ostringstream text_;
    std::ostream &stream_;
    std::streambuf *before_;
};

} // namespace

void TestImportCommand::init() { dir_ = std::make_unique<QTemporaryDir>(); }

TestImportCommand::Said TestImportCommand::run(const Command &command, const QStringList &words) {
    std::vector<std::string> given;
    for (const QString &word : words) {
        given.push_back(word.toStdString());
    }
    const Caught errors(std::cerr);
    const int status = run_command(command, given);
    return {status, errors.text()};
}

QString TestImportCommand::put(const QString &name, const QByteArray &content) const {
    QFile file(path(name));
    const bool opened = file.open(QFile::WriteOnly);
    Q_ASSERT(opened);
    file.write(content);
    return file.fileName();
}

void TestImportCommand::writesAWorldThatOpens() {
    QVERIFY(QFile::copy(data("as-rel.txt"), path("20250901.as-rel2.txt")));
    const Said said = import({"--as-rel", path("20250901.as-rel2.txt"), "--presence", data("presence.csv"), "--names",
                              data("names.txt"), "--peeringdb", data("peeringdb.json"), "-o", path("world")});
    QCOMPARE(said.status, int(Done));
    QVERIFY2(said.text.contains("16 networks"), qPrintable(said.text));
    QVERIFY2(said.text.contains("'Moon, XX'"), qPrintable(said.text));
    const auto world = read_world(path("world").toStdString());
    QCOMPARE(world->networks.size(), std::size_t{16});
    QCOMPARE(world->date, std::string("2025-09-01"));
    QVERIFY(world->sources.size() > 4);
    for (const Source &source : world->sources) {
        QVERIFY(!source.licence.empty());
        QVERIFY2(source.title.find(dir_->path().toStdString()) == std::string::npos, source.title.c_str());
    }
}

void TestImportCommand::solvesLikeTheBuiltIn() {
    QCOMPARE(import({"--as-rel", data("as-rel.txt"), "-o", path("world")}).status, int(Done));
    const Said said = run(solve_command(), {"--world", path("world"), "-o", path("solved.json")});
    QVERIFY2(said.status == Done, qPrintable(said.text));
    QVERIFY(QFile(path("solved.json")).size() > 100'000); // all of the built-in cities
}

void TestImportCommand::wrongWords_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("message");
    QTest::newRow("nothing") << QStringList()
                             << "catchment import: no relationships; expected --as-rel FILE and -o FOLDER\n";
    QTest::newRow("no folder") << QStringList{"--as-rel", data("as-rel.txt")}
                               << "catchment import: no folder to write; expected --as-rel FILE and -o FOLDER\n";
    QTest::newRow("too many")
        << QStringList{"x"} << "catchment import: too many words, from 'x' on; expected --as-rel FILE and -o FOLDER\n";
}

void TestImportCommand::wrongWords() {
    QFETCH(QStringList, words);
    QFETCH(QString, message);
    const Said said = import(words);
    QCOMPARE(said.status, int(WrongInput));
    QCOMPARE(said.text, message);
}

void TestImportCommand::wrongInput_data() {
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << "--as-rel" << QByteArray() << ": is empty; expected ";
    QTest::newRow("words") << "--as-rel" << QByteArray("1|2|-1\n1|2 are friends\n")
                           << ":2: '1|2 are friends' is no relationship; expected ";
    QTest::newRow("binary") << "--as-rel"
                            << QByteArray("\x7f"
                                          "ELF\0\0\0",
                                          7)
                            << ":1: '?ELF?\?\?' is no relationship; expected ";
    QTest::newRow("broken bzip2") << "--as-rel" << QByteArray("BZh91AY&SY1234567890")
                                  << ": the bzip2 archive breaks off or is damaged; expected ";
    QTest::newRow("cycle") << "--as-rel" << QByteArray("1|2|-1\n3|4|-1\n2|1000|-1\n1000|1|-1\n")
                           << ":1: networks provide for each other in a circle: AS1 > AS2 > AS1000 > AS1 (lines 1, 3, "
                              "4); expected ";
    QTest::newRow("presence") << "--presence" << QByteArray("asn,city,country\n1,Rome\n") << ":2: 2 fields; expected ";
    QTest::newRow("names") << "--names" << QByteArray("1:A, US\nB\n") << ":2: 'B' names no network; expected ";
    QTest::newRow("peeringdb") << "--peeringdb" << QByteArray("{\"net\": [\n{\"id\": 1}]}")
                               << ":2: 'asn' in 'net' 1 is missing; expected ";
    QTest::newRow("truncated peeringdb") << "--peeringdb" << QByteArray("{\"net\": [\n{\"id\": 1")
                                         << ":2: the JSON text breaks off; expected ";
}

void TestImportCommand::wrongInput() {
    QFETCH(QString, option);
    QFETCH(QByteArray, content);
    QFETCH(QString, message);
    const QString file = put("input", content);
    QStringList words{option, file, "-o", path("world")};
    if (option != "--as-rel") {
        words << "--as-rel" << data("as-rel.txt");
    }
    const Said said = import(words);
    QCOMPARE(said.status, int(WrongInput));
    QVERIFY2(said.text.startsWith(file + message), qPrintable(said.text));
    QCOMPARE(said.text.count('\n'), 1);
    QCOMPARE(entries(), QStringList("input")); // nothing is left behind
    words[1] = path("none");
    const Said missing = import(words);
    QCOMPARE(missing.status, int(WrongInput));
    QVERIFY2(missing.text.startsWith(words[1] + ": cannot be opened: "), qPrintable(missing.text));
    QCOMPARE(entries(), QStringList("input"));
}

void TestImportCommand::occupiedFolders() {
    const QStringList words{"--as-rel", data("as-rel.txt"), "-o", path("world")};
    QCOMPARE(import(words).status, int(Done));
    const Said again = import(words);
    QCOMPARE(again.status, int(Failed));
    QVERIFY2(again.text.startsWith(path("world") + ": holds '"), qPrintable(again.text));
    QCOMPARE(import(QStringList(words) << "--force").status, int(Done));
    put("world/diary", "dear");
    QCOMPARE(import(QStringList(words) << "--force").status, int(Failed));
    QVERIFY(QFile::exists(path("world/diary")));
    QCOMPARE(entries(), QStringList("world"));
    QCOMPARE(import({"--as-rel", data("as-rel.txt"), "-o", path("none/world")}).status, int(Failed));
}

QTEST_APPLESS_MAIN(TestImportCommand)
#include "tst_import_command.moc"
