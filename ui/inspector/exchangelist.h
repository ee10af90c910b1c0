// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTableView>

namespace desk {

class ExchangeRows;

/*!
 * The list of the inspector. Shows as many columns as have room, the endpoint always; follows what
 * comes at the end as long as its end is in sight.
 */
class ExchangeList final : public QTableView {
    Q_OBJECT

public:
    //! The rows must live as long.
    explicit ExchangeList(ExchangeRows *rows, QWidget *parent = nullptr);

Q_SIGNALS:
    //! Return or Enter on a row.
    void detailWanted();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void measure();
    void fitColumns();
    void rememberEnd();
    void followEnd();

    ExchangeRows *m_rows;
    QList<int> m_widths;
    bool m_isAtEnd = true;
};

} // namespace desk
