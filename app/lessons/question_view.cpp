// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/question_view.h"

#include "maps/fonts.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace catchment::app {
namespace {

/// A label that wraps beside a button, which cannot wrap its own words; a click on either ticks.
class OptionLabel : public QLabel {
public:
    OptionLabel(const QString &words, QAbstractButton *button, QWidget *parent) : QLabel(parent), button_(button) {
        setTextFormat(Qt::PlainText);
        setText(words);
        setWordWrap(true);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::MinimumExpanding);
    }

protected:
    void mouseReleaseEvent(QMouseEvent *) override {
        if (button_->isEnabled()) {
            button_->click();
        }
    }

private:
    QAbstractButton *button_;
};

} // namespace

QuestionView::QuestionView(const Question &question, const LessonAnswer &answer, const std::optional<Score> &score,
                           QWidget *parent)
    : QWidget(parent) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    switch (question.kind) {
    case QuestionKind::Choice:
        addOptions(question, answer, score);
        break;
    case QuestionKind::Number:
        addNumber(answer, score);
        break;
    case QuestionKind::Text:
        addText(answer, score);
        break;
    case QuestionKind::Predict:
    case QuestionKind::Paint:
        break;
    }
}

void QuestionView::addOptions(const Question &question, const LessonAnswer &answer, const std::optional<Score> &score) {
    for (std::size_t i = 0; i < question.options.size(); ++i) {
        const int number = static_cast<int>(i);
        const QString words = QString::fromStdString(question.options[i].text);
        QAbstractButton *button =
            question.right.size() > 1 ? static_cast<QAbstractButton *>(new QCheckBox(this)) : new QRadioButton(this);
        button->setObjectName(QStringLiteral("option%1").arg(i + 1));
        button->setAccessibleName(words);
        button->setChecked(std::find(answer.chosen.begin(), answer.chosen.end(), number) != answer.chosen.end());
        button->setEnabled(!score);
        const bool right = std::find(question.right.begin(), question.right.end(), number) != question.right.end();
        auto *label = new OptionLabel(words, button, this);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop); // its first line beside the button
        label->setContentsMargins(0, std::max(0, (button->sizeHint().height() - label->fontMetrics().height()) / 2), 0,
                                  0);
        auto *row = new QHBoxLayout;
        row->setSpacing(6);
        row->addWidget(button, 0, Qt::AlignTop);
        row->addWidget(label, 1);
        if (score) {
            // The sign tells it as well as the weight: never colour alone.
            label->setText((right                 ? QStringLiteral("✓ ")
                            : button->isChecked() ? QStringLiteral("✗ ")
                                                  : QString()) +
                           words);
            label->setProperty("role", right                 ? QStringLiteral("good")
                                       : button->isChecked() ? QStringLiteral("error")
                                                             : QStringLiteral("muted"));
        }
        static_cast<QVBoxLayout *>(layout())->addLayout(row);
        connect(button, &QAbstractButton::clicked, this, &QuestionView::edited);
        options_.push_back(button);
    }
}

void QuestionView::addNumber(const LessonAnswer &answer, const std::optional<Score> &score) {
    number_ = new QLineEdit(this);
    number_->setObjectName(QStringLiteral("number"));
    number_->setAccessibleName(tr("Your number"));
    number_->setPlaceholderText(tr("a number"));
    if (answer.number) {
        number_->setText(QLocale().toString(*answer.number, 'g', 6));
    }
    number_->setEnabled(!score);
    layout()->addWidget(number_);
    if (score && score->right) {
        auto *right = new QLabel((score->points > 0 ? tr("✓ It is %1.") : tr("✗ It is %1."))
                                     .arg(QLocale().toString(*score->right, 'f', *score->right < 100 ? 1 : 0)),
                                 this);
        right->setProperty("role", score->points > 0 ? QStringLiteral("good") : QStringLiteral("error"));
        right->setWordWrap(true);
        layout()->addWidget(right);
    }
    connect(number_, &QLineEdit::textChanged, this, &QuestionView::edited);
    connect(number_, &QLineEdit::returnPressed, this, &QuestionView::submitted);
}

void QuestionView::addText(const LessonAnswer &answer, const std::optional<Score> &score) {
    text_ = new QPlainTextEdit(this);
    text_->setObjectName(QStringLiteral("words"));
    text_->setAccessibleName(tr("Your answer"));
    text_->setPlaceholderText(tr("in your own words"));
    text_->setPlainText(QString::fromStdString(answer.text));
    text_->setReadOnly(score.has_value());
    text_->setFixedHeight(maps::text_room(84));
    text_->setTabChangesFocus(true);
    layout()->addWidget(text_);
    connect(text_, &QPlainTextEdit::textChanged, this, &QuestionView::edited);
}

LessonAnswer QuestionView::answer() const {
    LessonAnswer out;
    for (std::size_t i = 0; i < options_.size(); ++i) {
        if (options_[i]->isChecked()) {
            out.chosen.push_back(static_cast<int>(i));
        }
    }
    if (number_) {
        bool good = false;
        double value = QLocale().toDouble(number_->text().trimmed(), &good);
        if (!good) {
            value = QLocale::c().toDouble(number_->text().trimmed(), &good);
        }
        if (good) {
            out.number = value;
        }
    }
    if (text_) {
        out.text = text_->toPlainText().trimmed().toStdString();
    }
    return out;
}

bool QuestionView::ready() const {
    const LessonAnswer now = answer();
    return !now.chosen.empty() || now.number || !now.text.empty();
}

} // namespace catchment::app
