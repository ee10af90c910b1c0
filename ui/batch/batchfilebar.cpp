// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/batch/batchfilebar.h"

#include "ui/parts/elidedlabel.h"
#include "ui/parts/labels.h"
#include "ui/parts/namedcombobox.h"
#include "ui/theme/metrics.h"

#include "batch/batchdesk.h"
#include "wording/batchwording.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr std::array encodings{CsvEncoding::Utf8, CsvEncoding::Utf8WithMark,
    CsvEncoding::Utf16LittleEndian, CsvEncoding::Utf16BigEndian, CsvEncoding::Latin1};
constexpr std::array separators{CsvSeparator::Comma, CsvSeparator::Semicolon, CsvSeparator::Tab};

template <typename Values>
QComboBox *choiceOf(const Values &values, const QString &label, QHBoxLayout *row, QWidget *parent)
{
    auto *title = new QLabel(label, parent);
    auto *combo = new NamedComboBox(parent);
    title->setBuddy(combo);
    combo->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    for (const auto value : values)
        combo->addItem(BatchWording::name(value), int(value));
    row->addWidget(title);
    row->addWidget(combo);
    return combo;
}

} // namespace

BatchFileBar::BatchFileBar(QWidget *parent)
    : QWidget(parent)
    , m_choose(new QPushButton(tr("&Choose File…"), this))
    , m_name(new ElidedLabel({}, this))
    , m_facts(mutedLabel({}, this))
    , m_dialect(new QWidget(this))
{
    m_choose->setObjectName(u"batchChoose"_s);
    m_name->setObjectName(u"batchFile"_s);
    m_facts->setObjectName(u"batchFacts"_s);
    m_facts->setWordWrap(false);
    showChoose(true);
    auto *dialect = new QHBoxLayout(m_dialect);
    dialect->setContentsMargins(0, 0, 0, 0);
    dialect->setSpacing(Metrics::space(2));
    m_encoding = choiceOf(encodings, tr("&Encoding:"), dialect, m_dialect);
    m_encoding->setObjectName(u"batchEncoding"_s);
    m_separator = choiceOf(separators, tr("&Separator:"), dialect, m_dialect);
    m_separator->setObjectName(u"batchSeparator"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_facts);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::space(3));
    row->addWidget(m_choose);
    row->addLayout(words, 1);
    row->addWidget(m_dialect);
    m_dialect->hide();
    connect(m_choose, &QPushButton::clicked, this, &BatchFileBar::chooseRequested);
    connect(m_encoding, &QComboBox::activated, this, [this] {
        Q_EMIT encodingChosen(static_cast<CsvEncoding>(m_encoding->currentData().toInt()));
    });
    connect(m_separator, &QComboBox::activated, this, [this] {
        Q_EMIT separatorChosen(static_cast<CsvSeparator>(m_separator->currentData().toInt()));
    });
}

void BatchFileBar::present(const BatchDesk &desk)
{
    showChoose(!desk.isOpen());
    m_dialect->setVisible(desk.isOpen());
    m_name->setVisible(desk.isOpen());
    m_facts->setVisible(desk.isOpen());
    if (!desk.isOpen())
        return;
    const CsvReading &reading = desk.reading();
    m_name->setText(QFileInfo(desk.file()).fileName());
    m_name->setToolTip(QDir::toNativeSeparators(desk.file()).toHtmlEscaped());
    //: %1 is such as "132 rows", %2 such as "5 columns"
    m_facts->setText(tr("%1, %2").arg(tr("%n row(s)", nullptr, int(reading.rows.size())),
        tr("%n column(s)", nullptr, int(reading.header.size()))));
    const QSignalBlocker encodingBlocker(m_encoding);
    const QSignalBlocker separatorBlocker(m_separator);
    m_encoding->setCurrentIndex(m_encoding->findData(int(reading.dialect.encoding)));
    m_separator->setCurrentIndex(m_separator->findData(int(reading.dialect.separator)));
}

// The one step there is, until there is a table.
void BatchFileBar::showChoose(bool isNext)
{
    m_choose->setProperty("emphasis", isNext ? u"primary"_s : QString());
    m_choose->update();
}

void BatchFileBar::setFree(bool canChoose, bool canReadAgain)
{
    m_choose->setEnabled(canChoose);
    m_dialect->setEnabled(canReadAgain);
}

void BatchFileBar::focusChoose()
{
    m_choose->setFocus(Qt::OtherFocusReason);
}

} // namespace desk
