// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/linkoptions.h"
#include "session/linkorder.h"

#include <QDialog>

#include <optional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace desk {

//! Asks how a link for an integration that is there already should be made.
class LinkOptionsDialog final : public QDialog {
    Q_OBJECT

public:
    //! kind: Reconnection or Setup; only the first has a scope config.
    LinkOptionsDialog(LinkOrder::Kind kind, const QString &organization, FlowLanguage language,
        QWidget *parent = nullptr);

    // Once the dialog was accepted.
    ReconnectionOptions reconnectionOptions() const;
    SetupOptions setupOptions() const;

    void accept() override;

private:
    QLabel *addField(const QString &label, QWidget *field);
    void addScopeConfig();
    void explainLinkType();
    FlowLanguage language() const;
    LinkType linkType() const;

    QComboBox *m_language;
    QComboBox *m_linkType;
    QLabel *m_validity;
    QLineEdit *m_scopeConfig = nullptr;
    QLabel *m_scopeConfigError = nullptr;
};

} // namespace desk
