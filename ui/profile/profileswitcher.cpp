// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/profile/profileswitcher.h"

#include "ui/profile/profiledelegate.h"
#include "ui/profile/profileitems.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include "profiles/profilename.h"
#include "profiles/profilestore.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScreen>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

enum Action { CreateNew, Manage };

constexpr int mostRows = 10;

} // namespace

ProfileSwitcher::ProfileSwitcher(ProfileStore &store, QString currentId, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_store(store)
    , m_currentId(std::move(currentId))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setObjectName(u"profileSwitcher"_s);
    setAccessibleName(tr("Switch profile"));
    m_search->setObjectName(u"profileSearch"_s);
    m_search->setPlaceholderText(tr("Type the name of a profile"));
    m_search->setAccessibleName(tr("Find profile"));
    m_search->installEventFilter(this);
    m_list->setObjectName(u"profileSwitcherList"_s);
    m_list->setAccessibleName(tr("Profiles"));
    m_list->setItemDelegate(new ProfileDelegate(m_list));
    m_list->setModel(&m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the keys go through the field
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);

    auto *layout = new QVBoxLayout(this);
    const int margin = Metrics::space(2);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(Metrics::space(2));
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    setFocusProxy(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &ProfileSwitcher::refresh);
    connect(m_list, &QListView::clicked, this, &ProfileSwitcher::activate);
    connect(&store, &ProfileStore::changed, this, &ProfileSwitcher::refresh);
    refresh();
}

void ProfileSwitcher::openBelow(QWidget *button)
{
    const int width = std::max(button->width(), Metrics::space(100));
    setFixedWidth(width);
    fitHeight();
    QPoint corner = button->mapToGlobal(QPoint(0, button->height() + Metrics::space(1)));
    const QRect room = button->screen()->availableGeometry();
    corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width)));
    move(corner);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void ProfileSwitcher::refresh()
{
    m_model.clear();
    const QString typed = m_search->text();
    const QList<Profile> matching = profilesMatching(typed, m_store.profiles().profiles());
    for (const Profile &profile : matching) {
        QStandardItem *item = makeProfileItem(profile);
        const bool isCurrent = profile.id == m_currentId;
        item->setData(isCurrent, ProfileRole::IsCurrent);
        m_model.appendRow(item);
        if (isCurrent && typed.isEmpty())
            m_list->setCurrentIndex(item->index());
    }
    if (matching.isEmpty()) {
        //: %1 is what was typed
        auto *nothing = new QStandardItem(tr("No profile matches “%1”").arg(typed));
        nothing->setFlags(Qt::NoItemFlags);
        m_model.appendRow(nothing);
    } else if (!m_list->currentIndex().isValid()) {
        m_list->setCurrentIndex(m_model.index(0, 0));
    }
    addAction(tr("New profile…"), CreateNew);
    addAction(tr("Manage profiles…"), Manage);
    fitHeight();
}

void ProfileSwitcher::addAction(const QString &text, int action)
{
    auto *item = new QStandardItem(text);
    item->setData(action, ProfileRole::Action);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    m_model.appendRow(item);
}

void ProfileSwitcher::fitHeight()
{
    const int rows = std::min(m_model.rowCount(), mostRows);
    m_list->setFixedHeight(rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth());
    if (layout()->isEnabled())
        adjustSize();
}

bool ProfileSwitcher::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

void ProfileSwitcher::paintEvent(QPaintEvent *)
{
    const Scheme scheme = schemeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), color(ColorToken::Surface, scheme));
    painter.setPen(color(ColorToken::FieldBorder, scheme));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void ProfileSwitcher::activate(const QModelIndex &index)
{
    if (!index.isValid() || !(index.flags() & Qt::ItemIsEnabled))
        return;
    const QString id = index.data(ProfileRole::Id).toString();
    const QVariant action = index.data(ProfileRole::Action);
    close(); // first, so that what follows has the focus to itself
    if (!id.isEmpty())
        Q_EMIT chosen(id);
    else if (action.toInt() == CreateNew)
        Q_EMIT newRequested();
    else
        Q_EMIT manageRequested();
}

} // namespace desk
