// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/integration.h"
#include "core/integrationdetails.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QLineEdit;
class QToolButton;
QT_END_NAMESPACE

namespace desk {

/*!
 * The values of an integration in rows: label, value, and a button that copies it. The first six
 * rows always stand there, since scripts look for them; the others only once they have a value.
 */
class IntegrationValues final : public QWidget {
    Q_OBJECT

public:
    explicit IntegrationValues(QWidget *parent = nullptr);

    //! What is known from either call; what was read later counts more. Either may be null.
    void present(const ResolvedIntegration *resolved, const IntegrationDetails *details);
    //! Says anew how long ago things were.
    void presentTimes(const IntegrationDetails &details);
    //! E-mail and ids show as dots unless they are samples; what is copied stays true.
    void setMasked(bool masked);

Q_SIGNALS:
    void copied(const QString &label);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Field {
        IntegrationId,
        Tool,
        Organization,
        Email,
        OriginId,
        Setup,
        Status,
        Category,
        ScopeConfig,
        Created,
        OldSince,
    };

    struct Row {
        Field field;
        QString label;
        QLabel *name;
        QLineEdit *value;
        QToolButton *copy;
        QString shown;
        QString exact;
    };

    void addRow(Field field, const QString &objectName, const QString &label);
    void presentResolved(const ResolvedIntegration &integration);
    void presentDetails(const IntegrationDetails &details, bool keepsEmail);
    //! Nothing: a dash, with nothing to copy.
    void setValue(Field field, const std::optional<QString> &text);
    //! As shown, and as it is copied and told on hovering.
    void setValue(Field field, const QString &text, const QString &exact);
    //! Takes the value away; the rows that may hide do.
    void clear(Field field);
    void setTime(Field field, const QDateTime &time);
    void setShown(const Row &row, bool shown);
    void render(const Row &row);
    bool isMasked(const Row &row) const;
    Row &rowOf(Field field);
    void copy(Field field);

    QGridLayout *m_grid;
    QList<Row> m_rows;
    bool m_isMasked = false;
};

} // namespace desk
