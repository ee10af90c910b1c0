// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "textlayout.h"

#include "console.h"

#include <algorithm>

namespace desk::TextLayout {

namespace {

constexpr int gap = 2;

QList<qsizetype> widthsOf(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths.at(i), row.at(i).size());
    }
    return widths;
}

QString lineOf(const QStringList &row, const QList<qsizetype> &widths)
{
    QString line;
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (widths.at(i) > 0)
            line += terminalText(row.at(i)).leftJustified(widths.at(i) + gap);
    }
    while (line.endsWith(u' '))
        line.chop(1);
    return line + u'\n';
}

} // namespace

QByteArray aligned(const QList<std::pair<QString, QString>> &rows)
{
    QList<QStringList> table;
    for (const auto &[label, value] : rows)
        table.append({label, value});
    return TextLayout::table(table);
}

QByteArray table(const QList<QStringList> &rows)
{
    const QList<qsizetype> widths = widthsOf(rows);
    QString text;
    for (const QStringList &row : rows)
        text += lineOf(row, widths);
    return text.toUtf8();
}

} // namespace desk::TextLayout
