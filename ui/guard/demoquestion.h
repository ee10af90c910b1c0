// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace desk {

//! What a person can decide when a production profile would be shown in a demo.
struct DemoChoices {
    std::function<void()> showProduction;
    std::function<void()> usePractice;
    //! Neither: no demo begins. Without it, leaving the question uses practice.
    bool canStop = false;
};

/*!
 * Asks over that window, with the focus on practice. At most one of the two is called. While a
 * question is open no other is asked.
 */
void askBeforeDemo(QWidget *window, const QString &profileName, const DemoChoices &choices);

} // namespace desk
