// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/tools/toolpopup.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/tools/tooldelegate.h"

#include "catalogue/picturestore.h"
#include "models/toollistmodel.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCursor>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int mostRows = 9;
constexpr double cornerRadius = 6;

} // namespace

ToolPopup::ToolPopup(QWidget *anchor, QWidget *window)
    : QFrame(window)
    , m_anchor(anchor)
    , m_model(new ToolListModel(this))
    , m_delegate(new ToolDelegate(this))
    , m_list(new QListView(this))
    , m_empty(new QLabel(this))
    , m_footRow(new QWidget(this))
    , m_foot(new QLabel(m_footRow))
    , m_action(new QPushButton(m_footRow))
{
    setObjectName(u"toolPopup"_s);
    setAccessibleName(tr("Tools"));
    setAttribute(Qt::WA_NoMousePropagation);
    setFocusPolicy(Qt::NoFocus);
    hide();
    setUpList();
    setUpFoot();

    auto *foot = new QHBoxLayout(m_footRow);
    foot->setContentsMargins(
        Metrics::space(2), Metrics::space(1), Metrics::space(1), Metrics::space(1));
    foot->addWidget(m_foot, 1);
    foot->addWidget(m_action);
    auto *layout = new QVBoxLayout(this);
    const int edge = Metrics::space(1);
    layout->setContentsMargins(edge, edge, edge, 1);
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_footRow);
}

void ToolPopup::setUpList()
{
    m_list->setObjectName(u"toolList"_s);
    m_list->setAccessibleName(tr("Tools"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->viewport()->setFocusPolicy(Qt::NoFocus);
    m_list->setMinimumHeight(ToolDelegate::rowHeight());
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    connect(m_list, &QListView::entered, this, &ToolPopup::follow);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &row) {
        m_list->setCurrentIndex(row);
        chooseHighlighted();
    });
}

void ToolPopup::setUpFoot()
{
    m_empty->setObjectName(u"toolListEmpty"_s);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(
        Metrics::space(2), Metrics::space(2), Metrics::space(2), Metrics::space(2));
    m_foot->setObjectName(u"toolListFoot"_s);
    m_foot->setTextFormat(Qt::PlainText);
    m_foot->setWordWrap(true);
    m_foot->setFont(Metrics::small());
    m_foot->setForegroundRole(QPalette::PlaceholderText);
    m_action->setObjectName(u"toolListAction"_s);
    m_action->setProperty("emphasis", u"quiet"_s);
    m_action->setFocusPolicy(Qt::NoFocus);
    m_action->setFont(Metrics::small());
    connect(m_action, &QPushButton::clicked, this, &ToolPopup::actionTriggered);
}

void ToolPopup::setPictures(PictureStore *pictures)
{
    if (m_pictures)
        m_pictures->disconnect(this);
    m_pictures = pictures;
    m_delegate->setPictures(pictures);
    if (pictures) {
        connect(pictures, &PictureStore::arrived, this, [this] { m_list->viewport()->update(); });
    }
}

void ToolPopup::setTools(const ToolIndex &tools)
{
    const std::optional<QString> before = highlighted();
    m_model->setTools(tools);
    if (before)
        highlight(*before);
    showRows();
}

void ToolPopup::setQuery(const QString &query)
{
    m_model->setQuery(query);
    m_hasMoved = false;
    if (!query.trimmed().isEmpty() && m_model->rowCount() > 0)
        moveTo(0);
    else
        m_list->setCurrentIndex({});
    showRows();
}

void ToolPopup::setFoot(const Foot &foot)
{
    m_foot->setText(foot.text);
    m_action->setText(foot.action);
    m_action->setVisible(!foot.action.isEmpty());
    //: A tooltip of a button; %1 is its label, such as "Refresh", %2 a key
    m_action->setToolTip(tr("%1 (%2)").arg(
        foot.action, QKeySequence(Qt::Key_F5).toString(QKeySequence::NativeText)));
    showRows();
}

void ToolPopup::setEmptyText(const QString &text)
{
    m_empty->setText(text);
    showRows();
}

void ToolPopup::showRows()
{
    const bool hasRows = m_model->rowCount() > 0;
    m_list->setVisible(hasRows);
    m_empty->setVisible(!hasRows && !m_empty->text().isEmpty());
    if (isVisible())
        place();
}

void ToolPopup::open()
{
    if (!m_anchor || isVisible())
        return;
    const QRect field(m_anchor->mapTo(parentWidget(), QPoint(0, 0)), m_anchor->size());
    const int below = parentWidget()->height() - field.bottom();
    const int wanted = mostRows * ToolDelegate::rowHeight() + Metrics::space(10);
    // Decided once: a list that jumps to the other side while somebody types cannot be read.
    m_isAbove = below < wanted && field.top() > below;
    m_pointer = QCursor::pos();
    qApp->installEventFilter(this);
    show();
    raise();
    place();
}

void ToolPopup::place()
{
    if (isHidden())
        return;
    if (!m_anchor || !m_anchor->isVisible() || m_anchor->visibleRegion().isEmpty()) {
        hide();
        return;
    }
    const int gap = Metrics::space(1) / 2;
    const QRect field(m_anchor->mapTo(parentWidget(), QPoint(0, 0)), m_anchor->size());
    const int room =
        (m_isAbove ? field.top() : parentWidget()->height() - field.bottom() - 1) - 2 * gap;
    const int width =
        std::min(std::max(field.width(), Metrics::space(70)), parentWidget()->width());
    const int height = std::min(room, heightFor(width));
    const int left = std::clamp(field.left(), 0, parentWidget()->width() - width);
    const int top = m_isAbove ? field.top() - gap - height : field.bottom() + 1 + gap;
    setGeometry(left, top, width, height);
}

int ToolPopup::heightFor(int width) const
{
    const QMargins edges = layout()->contentsMargins();
    const int inner = width - edges.left() - edges.right();
    const int rows = std::min(mostRows, m_model->rowCount());
    const int content = rows > 0 ? rows * ToolDelegate::rowHeight()
        : m_empty->isHidden()    ? 0
                                 : m_empty->heightForWidth(inner);
    return edges.top() + content + m_footRow->layout()->totalHeightForWidth(inner) + edges.bottom();
}

void ToolPopup::highlight(const QString &toolId)
{
    if (const int row = m_model->rowOf(toolId); row >= 0) {
        moveTo(row);
        m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtCenter);
    }
}

std::optional<QString> ToolPopup::highlighted() const
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return std::nullopt;
    return current.data(ToolListModel::IdRole).toString();
}

bool ToolPopup::isHighlightMeant() const
{
    return m_hasMoved || (m_model->rowCount() == 1 && !m_model->query().trimmed().isEmpty());
}

bool ToolPopup::isListKey(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
    case Qt::Key_F5:
        return modifiers == Qt::NoModifier;
    default:
        return false;
    }
}

bool ToolPopup::handleKey(const QKeyEvent &event)
{
    if (!isListKey(event))
        return false;
    const int row = m_list->currentIndex().row(); // -1: none
    switch (event.key()) {
    case Qt::Key_Escape:
        hide();
        return true;
    case Qt::Key_F5:
        if (!m_action->isHidden())
            Q_EMIT actionTriggered();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        chooseHighlighted();
        return true;
    case Qt::Key_Up:
        moveTo(row < 0 ? m_model->rowCount() - 1 : row - 1);
        break;
    case Qt::Key_Down:
        moveTo(row + 1);
        break;
    case Qt::Key_PageUp:
        moveTo(row - pageRows());
        break;
    case Qt::Key_PageDown:
        moveTo(std::max(0, row) + pageRows());
        break;
    case Qt::Key_Home:
        moveTo(0);
        break;
    default: // End
        moveTo(m_model->rowCount() - 1);
        break;
    }
    m_hasMoved = true;
    m_pointer = QCursor::pos();
    return true;
}

// A list that appears or scrolls under a pointer at rest must not take its highlight from there.
void ToolPopup::follow(const QModelIndex &row)
{
    const QPoint pointer = QCursor::pos();
    if (pointer == m_pointer)
        return;
    m_pointer = pointer;
    m_list->setCurrentIndex(row);
}

int ToolPopup::pageRows() const
{
    return std::max(1, m_list->viewport()->height() / ToolDelegate::rowHeight() - 1);
}

void ToolPopup::moveTo(int row)
{
    if (m_model->rowCount() == 0)
        return;
    m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, m_model->rowCount() - 1), 0));
}

void ToolPopup::chooseHighlighted()
{
    const std::optional<QString> id = highlighted();
    hide();
    if (id)
        Q_EMIT chosen(*id);
}

bool ToolPopup::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || !m_anchor)
        return false;
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        // By place, since the buttons in the field are not its children.
        const QPoint pointer = static_cast<QMouseEvent *>(event)->globalPosition().toPoint();
        const bool isOurs = widget == this || isAncestorOf(widget)
            || m_anchor->rect().contains(m_anchor->mapFromGlobal(pointer));
        if (!isOurs)
            hide();
        break;
    }
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Hide:
        // Not at once: in the midst of a layout the field may seem to be nowhere.
        if (widget->isAncestorOf(m_anchor) || widget == m_anchor)
            QMetaObject::invokeMethod(this, &ToolPopup::place, Qt::QueuedConnection);
        break;
    case QEvent::WindowDeactivate:
        if (widget == window())
            hide();
        break;
    default:
        break;
    }
    return false;
}

void ToolPopup::hideEvent(QHideEvent *event)
{
    qApp->removeEventFilter(this);
    QFrame::hideEvent(event);
    Q_EMIT closed();
}

void ToolPopup::paintEvent(QPaintEvent *)
{
    const Scheme scheme = schemeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(ColorToken::FieldBorder, scheme), 1));
    painter.setBrush(color(ColorToken::Field, scheme));
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius, cornerRadius);
}

} // namespace desk
