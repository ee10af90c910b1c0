// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "batch/csvdialect.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace desk {

class BatchDesk;

//! Which table it is and how it was read, as words that can be changed. Reads nothing itself.
class BatchFileBar final : public QWidget {
    Q_OBJECT

public:
    explicit BatchFileBar(QWidget *parent = nullptr);

    void present(const BatchDesk &desk);
    //! Whether another table can be chosen, and whether this one can be read another way.
    void setFree(bool canChoose, bool canReadAgain);
    void focusChoose();

Q_SIGNALS:
    void chooseRequested();
    void encodingChosen(desk::CsvEncoding encoding);
    void separatorChosen(desk::CsvSeparator separator);

private:
    void showChoose(bool isNext);

    QPushButton *m_choose;
    QLabel *m_name;
    QLabel *m_facts;
    QWidget *m_dialect;
    QComboBox *m_encoding;
    QComboBox *m_separator;
};

} // namespace desk
