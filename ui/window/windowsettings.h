// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/batch/batchpreferences.h"
#include "ui/theme/theme.h"

#include <QByteArray>
#include <QString>

namespace desk {

/*!
 * How the window was left, in a settings file of the data folder. Holds no details of clients and
 * no secrets. A file that cannot be read counts as empty, and so does one of a later version, which
 * is left as it is.
 */
class WindowSettings {
public:
    explicit WindowSettings(const QString &dataFolder);

    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    QByteArray splitter() const;
    void setSplitter(const QByteArray &state);
    Theme::Choice scheme() const;
    void setScheme(Theme::Choice choice);
    //! Between the flow and the panels below it.
    QByteArray flowSplitter() const;
    void setFlowSplitter(const QByteArray &state);
    bool arePanelsShown() const;
    void setPanelsShown(bool shown);
    //! Between the history and the rest.
    QByteArray ledgerSplitter() const;
    void setLedgerSplitter(const QByteArray &state);
    bool isLedgerShown() const;
    void setLedgerShown(bool shown);
    BatchPreferences batch() const;
    void setBatch(const BatchPreferences &preferences);
    bool isJsonShown() const;
    void setJsonShown(bool shown);

private:
    QString m_file;
};

} // namespace desk
