// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/exchange.h"

#include <QScrollArea>

QT_BEGIN_NAMESPACE
class QFormLayout;
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace desk {

class TimingsView;

//! What an exchange was and what came of it, in a few lines.
class OverviewPage final : public QScrollArea {
    Q_OBJECT

public:
    explicit OverviewPage(QWidget *parent = nullptr);

    void present(const Exchange &exchange);

private:
    QLabel *addLine(QFormLayout *form, const QString &name, const QString &objectName);

    QLineEdit *m_url;
    QLabel *m_outcome;
    QLabel *m_sent;
    QLabel *m_size;
    QLabel *m_duration;
    TimingsView *m_timings;
};

} // namespace desk
