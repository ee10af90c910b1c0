// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace desk {

/*!
 * A hash that remembers the order of insertion and forgets the oldest entry once it is full, so
 * that a client in a loop cannot fill the memory. Pointers are good until the next change.
 */
template <typename Value> class BoundedMemory {
public:
    static constexpr qsizetype maximumEntries = 10'000;

    void insert(const QString &key, const Value &value)
    {
        while (m_order.size() >= maximumEntries)
            m_values.remove(m_order.takeFirst());
        m_order.append(key);
        m_values.insert(key, value);
    }
    bool remove(const QString &key)
    {
        m_order.removeOne(key);
        return m_values.remove(key);
    }
    void clear()
    {
        m_values.clear();
        m_order.clear();
    }
    Value *find(const QString &key)
    {
        const auto found = m_values.find(key);
        return found == m_values.end() ? nullptr : &*found;
    }
    const Value *find(const QString &key) const
    {
        const auto found = m_values.constFind(key);
        return found == m_values.cend() ? nullptr : &*found;
    }

private:
    QHash<QString, Value> m_values;
    QStringList m_order;
};

} // namespace desk
