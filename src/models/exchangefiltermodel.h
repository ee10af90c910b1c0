// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractProxyModel>
#include <QByteArrayList>
#include <QList>
#include <QString>
#include <QTimer>

namespace desk {

class ExchangeTableModel;

//! What of the exchanges is wanted.
struct ExchangeFilter {
    enum class Class { All, Failed, Slow };

    //! Each word has to be found, in whatever case: in endpoint, URL, status or body.
    QString text{};
    Class only = Class::All;

    friend bool operator==(const ExchangeFilter &, const ExchangeFilter &) = default;
};

/*!
 * The rows of an ExchangeTableModel that a filter lets through, in their order. A new filter takes
 * effect in slices of a few milliseconds, so that a key press never waits for the whole list: the
 * first slice at once, the rest from the event loop. Expects of its source what ExchangeTableModel
 * does: rows come at the end and go at the front.
 */
class ExchangeFilterModel : public QAbstractProxyModel {
    Q_OBJECT

public:
    explicit ExchangeFilterModel(QObject *parent = nullptr);

    //! Once, with a model that lives as long.
    void setExchanges(ExchangeTableModel *exchanges);
    ExchangeTableModel *exchanges() const { return m_exchanges; }

    void setFilter(const ExchangeFilter &filter);
    const ExchangeFilter &filter() const { return m_filter; }
    //! Not everything has been looked at yet.
    bool isFiltering() const;

    QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;

Q_SIGNALS:
    //! Everything has been looked at.
    void filtered();

private:
    void startOver();
    QList<qint64> nextSlice();
    void continueFiltering();
    void onRowsInserted();
    void onRowsAboutToBeRemoved(int last);
    void onRowsRemoved(int count);
    bool accepts(int sourceRow) const;
    qint64 end() const;
    qsizetype leadingRowsBefore(qint64 position) const;

    ExchangeTableModel *m_exchanges = nullptr;
    ExchangeFilter m_filter;
    QByteArrayList m_words; // case-folded UTF-8
    // Positions count from the first row there ever was, so that they survive what goes in front.
    qint64 m_gone = 0;
    qint64 m_looked = 0; // everything before it was looked at
    QList<qint64> m_accepted;
    qsizetype m_leaving = 0;
    QTimer m_slices;
};

} // namespace desk
