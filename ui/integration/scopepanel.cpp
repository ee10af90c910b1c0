// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/integration/scopepanel.h"

#include "ui/integration/scopemodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include "core/inputtext.h"
#include "wording/integrationwording.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace desk {

ScopePanel::ScopePanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new ScopeModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_toggle(new QPushButton(this))
    , m_optedOut(new QLabel(this))
{
    m_toggle->setObjectName(u"scopesToggle"_s);
    m_toggle->setCheckable(true);
    m_toggle->setProperty("emphasis", u"quiet"_s);
    m_toggle->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_optedOut->setObjectName(u"optedOut"_s);
    m_optedOut->setTextFormat(Qt::PlainText);
    m_optedOut->setWordWrap(true);
    m_optedOut->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(2));
    layout->addWidget(m_toggle);
    layout->addWidget(m_optedOut);
    m_body = makeBody();
    layout->addWidget(m_body);
    connect(m_toggle, &QPushButton::toggled, this, &ScopePanel::setUnfolded);
    setUnfolded(false);
}

QWidget *ScopePanel::makeBody()
{
    auto *body = new QWidget(this);
    auto *label = new QLabel(tr("Filter"), body);
    m_filter = new QLineEdit(body);
    m_filter->setObjectName(u"scopesFilter"_s);
    m_filter->setAccessibleName(label->text());
    m_filter->setPlaceholderText(tr("Name or availability"));
    m_filter->setClearButtonEnabled(true);
    label->setBuddy(m_filter);
    m_none = new QLabel(body);
    m_none->setObjectName(u"scopesNone"_s);
    m_none->setTextFormat(Qt::PlainText);
    m_none->setWordWrap(true);
    m_none->setForegroundRole(QPalette::PlaceholderText);

    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterRole(ScopeModel::searchRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setRecursiveFilteringEnabled(true);
    m_tree = new QTreeView(body);
    m_tree->setObjectName(u"scopesTree"_s);
    //: What an integration may read and write
    m_tree->setAccessibleName(tr("Data access"));
    m_tree->setModel(m_filtered);
    m_tree->setUniformRowHeights(true);
    m_tree->setMinimumHeight(Metrics::space(70));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setTabKeyNavigation(false);
    m_tree->header()->setStretchLastSection(true);

    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::space(2));
    row->addWidget(label);
    row->addWidget(m_filter, 1);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(2));
    layout->addLayout(row);
    layout->addWidget(m_none);
    layout->addWidget(m_tree, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &ScopePanel::filter);
    return body;
}

void ScopePanel::present(const IntegrationDetails &details)
{
    const int rows = m_model->rowCount();
    m_model->setScopes(details.readModels, details.writeActions);
    const QString count = IntegrationWording::availableCount(details);
    //: A button that folds out a list; %1 is such as "12 of 60"
    m_toggle->setText(m_model->rowCount() == 0 ? tr("Data access: nothing listed")
                                               : tr("Data access: %1 available").arg(count));
    const QString optedOut = IntegrationWording::optedOut(details);
    //: %1 is a list of kinds of data, such as "Employees, Absences"
    m_optedOut->setText(tr("The client opted out of: %1").arg(optedOut));
    m_optedOut->setVisible(!optedOut.isEmpty());
    if (rows == 0) {
        m_tree->expandToDepth(0);
        m_tree->header()->resizeSection(0, Metrics::space(44));
    }
    noteMatches();
}

void ScopePanel::setUnfolded(bool unfolded)
{
    m_toggle->setIcon(icon(unfolded ? IconName::ChevronDown : IconName::ChevronRight));
    m_body->setVisible(unfolded);
}

void ScopePanel::filter(const QString &text)
{
    const QString wanted = cleanedInput(text);
    m_filtered->setFilterFixedString(wanted);
    if (wanted.isEmpty()) {
        m_tree->collapseAll();
        m_tree->expandToDepth(0);
    } else {
        m_tree->expandAll();
    }
    noteMatches();
}

void ScopePanel::noteMatches()
{
    const bool isEmpty = m_filtered->rowCount() == 0;
    const QString wanted = cleanedInput(m_filter->text());
    //: %1 is what was searched for
    m_none->setText(
        wanted.isEmpty() ? tr("Kombo lists nothing.") : tr("Nothing matches “%1”.").arg(wanted));
    m_none->setVisible(isEmpty);
    m_tree->setVisible(!isEmpty);
}

} // namespace desk
