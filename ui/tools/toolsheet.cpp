// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/tools/toolsheet.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include "core/foldedname.h"
#include "wording/toolwording.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

enum Column { NameColumn, StatusColumn, ColumnCount };

// What the filter looks at: label and id, folded once.
constexpr int SearchRole = Qt::UserRole;
constexpr qsizetype longestName = 200;

QIcon iconOf(const QString &status)
{
    if (status == "SUPPORTED"_L1)
        return icon(IconName::Check, ColorToken::Success);
    if (status == "UNSUPPORTED"_L1 || status == "NOT_IMPLEMENTED"_L1)
        return icon(IconName::X, ColorToken::MutedText);
    return icon(IconName::CircleHelp, ColorToken::MutedText);
}

QString nameOf(const Coverage &coverage)
{
    const QString name = coverage.label.isEmpty() ? coverage.id : coverage.label;
    return name.left(longestName).simplified();
}

class RoomyRows final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return size.expandedTo({0, Metrics::space(7)});
    }
};

// Shows the item if it or something in it matches; what is below a match is shown whole.
bool showMatching(QTreeWidgetItem *item, const QString &query, bool isBelowMatch)
{
    const bool matches =
        isBelowMatch || item->data(NameColumn, SearchRole).toString().contains(query);
    bool hasMatch = matches;
    bool hasMatchBelow = false;
    for (int i = 0; i < item->childCount(); ++i) {
        const bool childMatches = showMatching(item->child(i), query, matches);
        hasMatchBelow = hasMatchBelow || childMatches;
    }
    hasMatch = hasMatch || hasMatchBelow;
    item->setHidden(!hasMatch);
    if (!query.isEmpty())
        item->setExpanded(hasMatchBelow && !matches);
    return hasMatch;
}

} // namespace

ToolSheet::ToolSheet(QWidget *parent)
    : QDialog(parent)
    , m_title(new QLabel(this))
    , m_second(new QLabel(this))
    , m_filter(new QLineEdit(this))
    , m_tree(new QTreeWidget(this))
    , m_empty(new QLabel(this))
{
    setObjectName(u"toolSheet"_s);
    setModal(false);
    m_title->setFont(Metrics::title());
    m_second->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_title, m_second, m_empty}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_filter->setObjectName(u"coverageFilter"_s);
    m_filter->setPlaceholderText(tr("Filter models, actions, fields"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setClearButtonEnabled(false);
    m_tree->setObjectName(u"coverageTree"_s);
    m_tree->setAccessibleName(tr("Coverage"));
    setTabOrder(m_filter, m_tree);
    m_tree->setColumnCount(ColumnCount);
    m_tree->setHeaderLabels({tr("Name"), tr("Status")});
    m_tree->header()->setSectionsMovable(false);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(StatusColumn, QHeaderView::ResizeToContents);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setItemDelegate(new RoomyRows(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setObjectName(u"coverageEmpty"_s);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(4), Metrics::space(4), Metrics::space(4), Metrics::space(3));
    layout->setSpacing(Metrics::space(2));
    auto *close = new QToolButton(this);
    close->setIcon(icon(IconName::X));
    close->setProperty("emphasis", u"quiet"_s);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setAccessibleName(tr("Close coverage"));
    close->setToolTip(tr("Close coverage"));
    connect(close, &QToolButton::clicked, this, &QDialog::reject);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    layout->addLayout(head);
    layout->addWidget(m_second);
    layout->addWidget(m_filter);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_empty, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &ToolSheet::filter);
}

void ToolSheet::present(const Tool &tool, const QString &title, const QString &secondLine)
{
    //: The title of a panel; %1 is the name of a tool
    setWindowTitle(tr("Coverage of %1").arg(title));
    m_title->setText(title);
    m_second->setText(ToolWording::identity(secondLine, tool.id));
    if (tool == m_tool)
        return;
    m_tool = tool;
    fill();
}

void ToolSheet::fill()
{
    m_tree->clear();
    addSection(tr("Can be read"), m_tool.readModels);
    addSection(tr("Can be written"), m_tool.writeActions);
    addSection(tr("Features"), m_tool.features);
    filter();
}

void ToolSheet::addSection(const QString &name, const QList<Coverage> &groups)
{
    if (groups.isEmpty())
        return;
    auto *section = new QTreeWidgetItem(m_tree, {name});
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    section->setFont(NameColumn, bold);
    section->setFlags(Qt::ItemIsEnabled);
    for (const Coverage &group : groups) {
        QTreeWidgetItem *const row = addRow(section, group);
        for (const Coverage &field : group.fields)
            addRow(row, field);
    }
    section->setExpanded(true);
}

QTreeWidgetItem *ToolSheet::addRow(QTreeWidgetItem *parent, const Coverage &coverage)
{
    auto *row = new QTreeWidgetItem(parent);
    const QString status = ToolWording::coverage(coverage.status);
    // Of something that cannot be used no field can.
    const QString fields =
        coverage.status == "SUPPORTED"_L1 ? ToolWording::fieldCount(coverage) : QString();
    row->setText(NameColumn, nameOf(coverage));
    row->setIcon(StatusColumn, iconOf(coverage.status));
    //: A status such as "Supported" (%1) and how many fields are (%2)
    row->setText(StatusColumn, fields.isEmpty() ? status : tr("%1, %2").arg(status, fields));
    row->setToolTip(StatusColumn, ToolWording::coverageMeaning(coverage.status));
    row->setData(NameColumn, Qt::ToolTipRole, coverage.id.left(longestName).toHtmlEscaped());
    row->setData(NameColumn, SearchRole,
        foldedName(nameOf(coverage) + u'\n' + coverage.id.left(longestName)));
    return row;
}

void ToolSheet::filter()
{
    const QString query = foldedName(m_filter->text().simplified());
    bool hasMatch = false;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *const section = m_tree->topLevelItem(i);
        hasMatch = showMatching(section, query, query.isEmpty()) || hasMatch;
        section->setExpanded(true);
    }
    m_tree->setVisible(hasMatch);
    m_empty->setVisible(!hasMatch);
    //: %1 is what was typed into the filter
    m_empty->setText(tr("Nothing here matches “%1”.").arg(m_filter->text().left(longestName)));
}

void ToolSheet::openBeside()
{
    if (!isVisible() && parentWidget()) {
        const QRect window = parentWidget()->window()->frameGeometry();
        const QRect screen = parentWidget()->screen()->availableGeometry();
        const int width = std::min(Metrics::space(110), screen.width());
        const int height =
            std::min(std::max(window.height(), Metrics::space(100)), screen.height());
        const QRect place(window.right() + 1 - width, window.top(), width, height);
        setGeometry(std::clamp(place.left(), screen.left(), screen.right() + 1 - width),
            std::clamp(place.top(), screen.top(), screen.bottom() + 1 - height), width, height);
    }
    show();
    raise();
    activateWindow();
    m_filter->setFocus(Qt::OtherFocusReason);
}

void ToolSheet::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_tree->viewport()->update();
}

} // namespace desk
