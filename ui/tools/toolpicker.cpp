// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/tools/toolpicker.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/tools/toolmarks.h"
#include "ui/tools/toolpicture.h"
#include "ui/tools/toolpopup.h"
#include "ui/tools/toolsheet.h"

#include "catalogue/picturestore.h"
#include "core/inputtext.h"
#include "wording/toolwording.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

ToolPicker::ToolPicker(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_picture(new QLabel(this))
    , m_clear(new QToolButton(this))
    , m_open(new QToolButton(this))
    , m_hint(new QLabel(this))
    , m_marks(new ToolMarks(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(1));
    layout->addWidget(m_edit);
    layout->addWidget(m_hint);
    layout->addWidget(m_marks);
    setUpEdit();
    setUpButtons();
    connectParts();
    showTool();
}

ToolPicker::~ToolPicker()
{
    if (m_popup) {
        m_popup->disconnect(this);
        delete m_popup;
    }
}

void ToolPicker::setUpEdit()
{
    m_edit->setObjectName(u"toolEdit"_s);
    m_edit->setAccessibleName(tr("Tool"));
    m_edit->setPlaceholderText(tr("Optional: any tool, chosen in the flow"));
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    m_picture->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_picture->hide();
    m_hint->setObjectName(u"toolHint"_s);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setFont(Metrics::small());
    m_hint->hide();
}

void ToolPicker::setUpButtons()
{
    m_clear->setObjectName(u"clearToolButton"_s);
    m_clear->setIcon(icon(IconName::X, ColorToken::MutedText));
    m_clear->setAccessibleName(tr("Clear tool"));
    m_clear->setToolTip(tr("Clear tool"));
    m_clear->setFocusPolicy(Qt::TabFocus);
    m_clear->hide();
    m_open->setObjectName(u"openToolsButton"_s);
    m_open->setIcon(icon(IconName::ChevronDown, ColorToken::MutedText));
    m_open->setAccessibleName(tr("Show tools"));
    m_open->setToolTip(tr("Show tools"));
    m_open->setFocusPolicy(Qt::NoFocus); // the arrow keys do the same from within the field
    const int side = Metrics::iconSize() * 3 / 4;
    for (QToolButton *button : {m_clear, m_open}) {
        button->setProperty("emphasis", u"quiet"_s);
        button->setIconSize({side, side});
        button->setCursor(Qt::ArrowCursor);
    }
    setTabOrder(m_edit, m_clear);
}

void ToolPicker::connectParts()
{
    connect(m_edit, &QLineEdit::textChanged, this, &ToolPicker::takeTyping);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        const bool hasSomethingToShow =
            m_tools.size() > 0 || m_offer.state != ToolOffer::State::Failed;
        if (hasSomethingToShow)
            openList();
    });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        closeList();
        m_edit->setFocus(Qt::OtherFocusReason);
        m_edit->clear();
        settle();
    });
    connect(m_open, &QToolButton::clicked, this, [this] {
        m_edit->setFocus(Qt::OtherFocusReason);
        if (isListOpen())
            closeList();
        else
            openList();
    });
    connect(m_marks, &ToolMarks::coverageRequested, this, &ToolPicker::openSheet);
    connect(m_marks, &ToolMarks::copied, this, &ToolPicker::copied);
}

void ToolPicker::setPictures(PictureStore *pictures)
{
    if (m_pictures)
        m_pictures->disconnect(this);
    m_pictures = pictures;
    if (m_popup)
        m_popup->setPictures(pictures);
    if (pictures) {
        connect(pictures, &PictureStore::arrived, this, [this](const QString &url) {
            if (m_shown && m_shown->iconUrl == url)
                showPicture();
        });
    }
    showPicture();
}

void ToolPicker::setOffer(const ToolOffer &offer)
{
    // Not compared one by one: with their coverage that takes longer than to index them anew.
    const bool hasNewTools = !offer.tools.isSharedWith(m_offer.tools);
    m_offer = offer;
    if (hasNewTools) {
        m_tools = ToolIndex(offer.tools);
        if (m_chosenId)
            showText(*m_chosenId);
        if (m_popup)
            m_popup->setTools(m_tools);
    }
    showOffer();
    if (!m_edit->hasFocus())
        settle();
    else if (!m_isTyping)
        showTool();
    noteChange();
}

std::optional<QString> ToolPicker::toolId() const
{
    if (m_chosenId)
        return m_chosenId;
    const ToolIndex::Meaning meaning = m_tools.meaningOf(m_edit->text());
    if (meaning.kind == ToolIndex::Meaning::Kind::OneTool)
        return m_tools.tool(meaning.position).id;
    const QString text = cleanedInput(m_edit->text());
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

std::optional<qsizetype> ToolPicker::position() const
{
    if (m_chosenId)
        return m_tools.positionOf(*m_chosenId);
    const ToolIndex::Meaning meaning = m_tools.meaningOf(m_edit->text());
    if (meaning.kind != ToolIndex::Meaning::Kind::OneTool)
        return std::nullopt;
    return meaning.position;
}

std::optional<Tool> ToolPicker::tool() const
{
    const auto known = position();
    return known ? std::optional(m_tools.tool(*known)) : std::nullopt;
}

std::optional<QString> ToolPicker::problem() const
{
    if (m_chosenId)
        return std::nullopt;
    const ToolIndex::Meaning meaning = m_tools.meaningOf(m_edit->text());
    if (meaning.kind != ToolIndex::Meaning::Kind::SeveralTools)
        return std::nullopt;
    return ToolWording::sharedLabel(cleanedInput(m_edit->text()), meaning.count);
}

void ToolPicker::setToolId(const std::optional<QString> &id)
{
    closeList();
    const QString cleaned = cleanedInput(id.value_or(QString()));
    m_chosenId = cleaned.isEmpty() ? std::nullopt : std::optional(cleaned);
    m_isTyping = false;
    showText(cleaned);
    showTool();
    noteChange();
}

void ToolPicker::showText(const QString &id)
{
    const auto known = m_tools.positionOf(id);
    m_isShowingText = true;
    m_edit->setText(known ? m_tools.title(*known) : id);
    m_isShowingText = false;
    m_edit->setCursorPosition(0);
}

void ToolPicker::takeTyping()
{
    placeButtons();
    if (m_isShowingText)
        return;
    m_chosenId.reset();
    m_isTyping = true;
    showTool();
    if (m_popup && isListOpen()) {
        m_popup->setQuery(m_edit->text());
        showOffer();
    }
    noteChange();
    Q_EMIT edited();
}

void ToolPicker::choose(const QString &id)
{
    m_chosenId = id;
    m_isTyping = false;
    showText(id);
    showTool();
    noteChange();
    Q_EMIT edited();
}

// What was typed is looked at once it is finished, so that nothing jumps or complains before.
void ToolPicker::settle()
{
    if (isListOpen())
        return;
    m_isTyping = false;
    if (!m_chosenId) {
        if (const auto known = position()) {
            m_chosenId = m_tools.tool(*known).id;
            showText(*m_chosenId);
        }
    }
    showTool();
    noteChange();
}

void ToolPicker::noteChange()
{
    const std::optional<QString> id = toolId();
    const std::optional<Tool> known = tool();
    if (id == m_lastId && known == m_lastTool)
        return;
    m_lastId = id;
    m_lastTool = known;
    Q_EMIT toolChanged();
}

void ToolPicker::showTool()
{
    m_shown = m_isTyping ? std::nullopt : tool();
    m_marks->present(m_shown);
    if (m_sheet && m_sheet->isVisible() && m_shown)
        presentSheet();
    showPicture();
    showHint();
}

void ToolPicker::showHint()
{
    const QString text = hint();
    m_hint->setText(text);
    m_hint->setForegroundRole(problem() ? QPalette::BrightText : QPalette::PlaceholderText);
    m_hint->setVisible(!text.isEmpty());
}

QString ToolPicker::hint() const
{
    const std::optional<QString> id = toolId();
    if (m_isTyping || !id)
        return {};
    if (const auto sentence = problem())
        return *sentence;
    if (const auto known = position()) {
        return m_tools.sharesLabel(*known) ? ToolWording::identity(m_tools.secondLine(*known), *id)
                                           : QString();
    }
    return m_offer.state == ToolOffer::State::Ready ? ToolWording::notInList(*id)
                                                    : ToolWording::noListToCompare();
}

void ToolPicker::showPicture()
{
    m_picture->setVisible(m_shown.has_value());
    if (m_shown) {
        const int side = ToolPicture::side();
        const qreal ratio = devicePixelRatioF();
        QPixmap pixmap(QSize(side, side) * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        const QRect box(0, 0, side, side);
        const QSize inner = ToolPicture::inner(box, palette()).size();
        const QImage picture =
            m_pictures ? m_pictures->picture(m_shown->iconUrl, inner, ratio) : QImage();
        QPainter painter(&pixmap);
        ToolPicture::paint(painter, box, picture, m_edit->text(), palette());
        painter.end();
        m_picture->setPixmap(pixmap);
    }
    placeButtons();
}

void ToolPicker::placeButtons()
{
    const bool hasText = !m_edit->text().isEmpty();
    m_clear->setVisible(hasText && m_edit->isEnabled());
    const QRect field = m_edit->geometry();
    const int side = field.height() - Metrics::space(1);
    const int gap = (field.height() - side) / 2;
    QRect button(field.right() + 1 - gap - side, field.top() + gap, side, side);
    m_open->setGeometry(QStyle::visualRect(layoutDirection(), field, button));
    button.translate(-side, 0);
    m_clear->setGeometry(QStyle::visualRect(layoutDirection(), field, button));
    const int pictureSide = ToolPicture::side();
    const QRect picture(field.left() + Metrics::space(2),
        field.top() + (field.height() - pictureSide) / 2, pictureSide, pictureSide);
    m_picture->setGeometry(QStyle::visualRect(layoutDirection(), field, picture));

    const int before = m_shown ? pictureSide + Metrics::space(1) : 0;
    const int after = hasText ? 2 * side : side;
    if (layoutDirection() == Qt::LeftToRight)
        m_edit->setTextMargins(before, 0, after, 0);
    else
        m_edit->setTextMargins(after, 0, before, 0);
}

bool ToolPicker::isListOpen() const
{
    return m_popup && m_popup->isVisible();
}

void ToolPicker::openList()
{
    if (isListOpen() || !isVisible() || !m_edit->isEnabled())
        return;
    if (m_popup && m_popup->parentWidget() != window())
        delete m_popup;
    if (!m_popup)
        makePopup();
    m_popup->setQuery(m_isTyping ? m_edit->text() : QString());
    showOffer();
    m_popup->open();
    if (!m_isTyping && m_chosenId)
        m_popup->highlight(*m_chosenId);
    if (m_offer.state == ToolOffer::State::NotAsked && !m_offer.isRefreshing)
        Q_EMIT refreshRequested();
}

void ToolPicker::makePopup()
{
    m_popup = new ToolPopup(m_edit, window());
    m_popup->setPictures(m_pictures);
    m_popup->setTools(m_tools);
    connect(m_popup, &ToolPopup::chosen, this, &ToolPicker::choose);
    connect(m_popup, &ToolPopup::actionTriggered, this, &ToolPicker::refreshRequested);
    connect(m_popup, &ToolPopup::closed, this, [this] {
        if (!m_edit->hasFocus())
            settle();
    });
}

void ToolPicker::closeList()
{
    if (m_popup)
        m_popup->hide();
}

void ToolPicker::showOffer()
{
    if (!m_popup)
        return;
    m_popup->setFoot(foot());
    m_popup->setEmptyText(emptyText());
}

ToolPopup::Foot ToolPicker::foot() const
{
    const bool hasList = m_offer.state == ToolOffer::State::Ready;
    if (!hasList && (m_offer.isRefreshing || m_offer.state == ToolOffer::State::Loading))
        return {tr("Reading the tools…"), {}};
    if (!hasList && m_offer.state == ToolOffer::State::Failed) {
        //: %1 is a sentence that says why there is no list of tools
        return {tr("No list: %1").arg(m_offer.problem), tr("Try again")};
    }
    if (!hasList)
        return {tr("The tools have not been read yet."), tr("Read tools")};
    const QString age =
        ToolWording::listAge(m_tools.size(), m_offer.fetchedAt, QDateTime::currentDateTimeUtc());
    if (m_offer.isRefreshing) {
        //: %1 is how many tools there are and how old the list is
        return {tr("%1. Reading again…").arg(age), {}};
    }
    if (m_offer.problem.isEmpty())
        return {age, tr("Refresh")};
    //: %1 is how many tools there are and how old the list is, %2 a sentence: why it is not newer
    return {tr("%1. %2").arg(age, m_offer.problem), tr("Try again")};
}

QString ToolPicker::emptyText() const
{
    const QString text = cleanedInput(m_edit->text());
    if (m_offer.state != ToolOffer::State::Ready)
        return tr("You can type the ID of a tool meanwhile.");
    if (m_tools.size() == 0)
        return tr("No tool is switched on for this category.");
    return ToolWording::notInList(text);
}

bool ToolPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (isListOpen() && ToolPopup::isListKey(static_cast<QKeyEvent &>(*event))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress:
        if (handleKey(static_cast<QKeyEvent &>(*event)))
            return true;
        break;
    case QEvent::FocusOut:
        if (static_cast<QFocusEvent &>(*event).reason() != Qt::PopupFocusReason) {
            closeList();
            settle();
        }
        break;
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::EnabledChange:
        placeButtons();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

bool ToolPicker::handleKey(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isVertical = event.key() == Qt::Key_Down || event.key() == Qt::Key_Up;
    if (isVertical && modifiers == Qt::AltModifier) {
        if (isListOpen())
            closeList();
        else
            openList();
        return true;
    }
    if (!isListOpen()) {
        if (event.key() != Qt::Key_Down || modifiers != Qt::NoModifier)
            return false;
        openList();
        return true;
    }
    const bool isTab = event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab;
    if (isTab) {
        if (const auto id = m_popup->highlighted(); id && m_popup->isHighlightMeant())
            choose(*id);
        closeList();
        return false; // and the focus moves on
    }
    return m_popup->handleKey(event);
}

void ToolPicker::openSheet()
{
    if (!m_shown)
        return;
    if (!m_sheet)
        m_sheet = new ToolSheet(this);
    presentSheet();
    m_sheet->openBeside();
}

void ToolPicker::presentSheet()
{
    if (const auto known = m_tools.positionOf(m_shown->id))
        m_sheet->present(*m_shown, m_tools.title(*known), m_tools.secondLine(*known));
}

void ToolPicker::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showPicture();
}

void ToolPicker::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeButtons();
}

void ToolPicker::hideEvent(QHideEvent *event)
{
    closeList();
    QWidget::hideEvent(event);
}

} // namespace desk
