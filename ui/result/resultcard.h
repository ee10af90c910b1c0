// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/integration.h"
#include "core/mismatch.h"

#include <QList>
#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QToolButton;
QT_END_NAMESPACE

namespace desk {

namespace Ui {
class ResultCard;
}

/*!
 * The resolved integration, each value with a button that copies it. If it is not the client the
 * link was made for, the card says so with both values and does not say connected until a person
 * has acknowledged it.
 */
class ResultCard final : public QWidget {
    Q_OBJECT

public:
    explicit ResultCard(QWidget *parent = nullptr);
    ~ResultCard() override;

    void present(const ResolvedIntegration &integration, const QList<Mismatch> &mismatches);
    //! The mismatches were acknowledged: it counts as connected, and the card keeps naming them.
    void showAcknowledged();

    bool isJsonShown() const;
    void setJsonShown(bool shown);

    void focusFirstAction();

Q_SIGNALS:
    void acknowledged();
    void newConnectionRequested();
    void backRequested();
    void copied(const QString &label);

private:
    struct Row {
        QString label;
        QLineEdit *value;
        QToolButton *copy;
    };

    void setUpRows();
    void copy(const Row &row);
    void showVerdict(bool isConnected);

    std::unique_ptr<Ui::ResultCard> m_ui;
    QList<Row> m_rows;
    QList<Mismatch> m_mismatches;
};

} // namespace desk
