// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/detailscheck.h"
#include "core/prefill.h"

#include <QList>
#include <QScrollArea>
#include <QStringList>

#include <optional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QGridLayout;
class QLineEdit;
QT_END_NAMESPACE

namespace desk {

class BatchDesk;
class FieldChips;

/*!
 * Which column gives which field, and the values of all rows for what no column gives. Shows what
 * the desk has and says by signal what a person chose.
 */
class BatchColumns final : public QScrollArea {
    Q_OBJECT

public:
    explicit BatchColumns(QWidget *parent = nullptr);

    void present(const BatchDesk &desk);

Q_SIGNALS:
    void columnChosen(int column, std::optional<desk::DetailsField> field);
    void commonChanged(const desk::Prefill &common);

private:
    void makeColumns(const QStringList &header);
    void makeCommon(QGridLayout *grid);
    QComboBox *addChoice(QGridLayout *grid, DetailsField field);
    QLineEdit *addText(QGridLayout *grid, DetailsField field);
    void showCommon(const Prefill &common);
    Prefill common() const;

    QStringList m_header;
    QWidget *m_content;
    FieldChips *m_chips;
    QWidget *m_columnBox = nullptr;
    QList<QComboBox *> m_fields; // one for each column
    QComboBox *m_category = nullptr;
    QComboBox *m_language = nullptr;
    QComboBox *m_linkType = nullptr;
    QComboBox *m_filtering = nullptr;
    QComboBox *m_fieldMapping = nullptr;
    QLineEdit *m_tool = nullptr;
    QLineEdit *m_remoteEnvironment = nullptr;
    QLineEdit *m_scopeConfig = nullptr;
};

} // namespace desk
