// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/messageview.h"

#include "export/exchangetext.h"
#include "models/jsontreemodel.h"
#include "ui/inspector/findbar.h"
#include "ui/inspector/jsondelegate.h"
#include "ui/parts/labels.h"
#include "ui/parts/namedcombobox.h"
#include "ui/parts/quiettree.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// An outline of this many lines may stand open from the start.
constexpr int mostUnfolded = 400;

QToolButton *quietButton(IconName name, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(name));
    button->setProperty("emphasis", u"quiet"_s);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(text);
    button->setToolTip(text);
    return button;
}

} // namespace

MessageView::MessageView(QWidget *parent)
    : QWidget(parent)
    , m_json(new JsonTreeModel(this))
    , m_views(new NamedComboBox(this))
    , m_search(quietButton(IconName::Search, tr("Find"), this))
    , m_copy(quietButton(IconName::Copy, tr("Copy what is shown"), this))
    , m_find(new FindBar(this))
    , m_note(mutedLabel({}, this))
    , m_stack(new QStackedWidget(this))
    , m_tree(new QuietTree(m_stack))
    , m_text(new QPlainTextEdit(m_stack))
    , m_empty(mutedLabel({}, m_stack))
{
    m_views->setObjectName(u"messageViews"_s);
    m_views->setAccessibleName(tr("View"));
    m_views->addItem(tr("JSON"));
    m_views->addItem(tr("Raw text"));
    m_views->addItem(tr("Headers"));
    m_note->setObjectName(u"messageNote"_s);
    makeTree();
    makeText();
    layOut();
    connect(m_views, &QComboBox::activated, this, [this](int view) {
        m_wantsRaw = View(view) == View::Raw;
        choose(View(view));
    });
    connect(m_search, &QToolButton::clicked, this, &MessageView::showFind);
    connect(m_copy, &QToolButton::clicked, this, &MessageView::copyShown);
    connect(m_find, &FindBar::textChanged, this, &MessageView::find);
    connect(m_find, &FindBar::stepped, this, &MessageView::step);
    connect(m_find, &FindBar::closed, this,
        [this] { m_stack->currentWidget()->setFocus(Qt::OtherFocusReason); });
}

void MessageView::makeTree()
{
    m_tree->setObjectName(u"jsonTree"_s);
    m_tree->setAccessibleName(tr("JSON"));
    m_tree->setModel(m_json);
    m_tree->setItemDelegate(new JsonDelegate(m_tree));
    m_tree->setFont(Metrics::monospace());
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(Metrics::space(4));
    m_tree->setTabKeyNavigation(false);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(tr("Copy value"), m_tree);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &MessageView::copyValue);
    auto *unfold = new QAction(tr("Unfold all"), m_tree);
    connect(unfold, &QAction::triggered, m_tree, &QTreeView::expandAll);
    auto *fold = new QAction(tr("Fold all"), m_tree);
    connect(fold, &QAction::triggered, m_tree, &QTreeView::collapseAll);
    m_tree->addActions({copy, unfold, fold});
}

void MessageView::makeText()
{
    m_text->setObjectName(u"messageText"_s);
    m_text->setReadOnly(true);
    m_text->setFont(Metrics::monospace());
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_empty->setAlignment(Qt::AlignCenter);
}

void MessageView::layOut()
{
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_empty);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::space(1));
    row->addWidget(m_views);
    row->addWidget(m_note, 1);
    row->addWidget(m_search);
    row->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(1));
    layout->addLayout(row);
    layout->addWidget(m_find);
    layout->addWidget(m_stack, 1);
}

void MessageView::present(const Content &content)
{
    m_content = content;
    const QString body = bodyText();
    m_json->setText(body);
    // A first character that JSON does not have: folding has nothing to offer.
    const bool isJson = m_json->outline().size() > 0;
    if (view() == View::Headers || isJson == (view() == View::Json) || m_wantsRaw)
        showView();
    else
        choose(isJson ? View::Json : View::Raw);
}

MessageView::View MessageView::view() const
{
    return View(m_views->currentIndex());
}

void MessageView::showFind()
{
    m_find->open();
    find(m_find->text());
}

void MessageView::choose(View view)
{
    m_views->setCurrentIndex(static_cast<int>(view));
    showView();
}

void MessageView::showView()
{
    const bool isEmpty = view() != View::Headers && m_content.body.isEmpty();
    QStringList notes;
    if (view() != View::Headers)
        notes.append(m_content.note);
    if (isEmpty) {
        m_empty->setText(m_content.emptyBody);
        m_stack->setCurrentWidget(m_empty);
    } else if (view() == View::Json) {
        showJson();
        notes.append(jsonNote());
    } else {
        //: The accessible name of a text field
        m_text->setAccessibleName(view() == View::Headers ? tr("Headers") : tr("Raw text"));
        m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
        m_text->setPlainText(view() == View::Headers ? headerLines() : bodyText());
        m_stack->setCurrentWidget(m_text);
    }
    notes.removeAll(QString());
    m_note->setText(notes.join(u' '));
    m_copy->setEnabled(!isEmpty);
    m_search->setEnabled(!isEmpty);
    find(m_find->text());
}

void MessageView::showJson()
{
    m_stack->setCurrentWidget(m_tree);
    if (m_json->outline().size() <= mostUnfolded)
        m_tree->expandAll();
    else
        m_tree->expandToDepth(0);
}

QString MessageView::jsonNote() const
{
    const auto &problem = m_json->outline().problem();
    if (!problem)
        return {};
    switch (problem->kind) {
    case JsonOutline::Problem::Kind::Ended:
        return m_content.note.isEmpty() ? tr("This JSON ends too early.") : QString();
    case JsonOutline::Problem::Kind::NotJson:
        //: %1 counts the characters before the mistake
        return tr("No valid JSON from character %1 on; the raw text has it all.")
            .arg(problem->at + 1);
    case JsonOutline::Problem::Kind::TooDeep:
    case JsonOutline::Problem::Kind::TooMany:
        return tr("Too much to fold; the raw text has it all.");
    }
    Q_UNREACHABLE();
}

QString MessageView::headerLines() const
{
    QStringList lines;
    for (const auto &[name, value] : m_content.headers)
        lines.append(u"%1: %2"_s.arg(headerText(name), headerText(value)));
    return lines.isEmpty() ? tr("No headers.") : lines.join(u'\n');
}

QString MessageView::bodyText() const
{
    return headerText(m_content.body);
}

void MessageView::copyShown()
{
    const bool isHeaders = view() == View::Headers;
    QGuiApplication::clipboard()->setText(isHeaders ? headerLines() : bodyText());
    Q_EMIT copied(isHeaders ? tr("Headers copied") : tr("Body copied"));
}

void MessageView::copyValue()
{
    const QModelIndex index = m_tree->currentIndex();
    if (!index.isValid())
        return;
    QGuiApplication::clipboard()->setText(index.data(JsonTreeModel::PlainValueRole).toString());
    Q_EMIT copied(tr("Value copied"));
}

void MessageView::find(const QString &text)
{
    m_found.clear();
    m_foundAt = -1;
    if (m_stack->currentWidget() == m_tree)
        m_found = m_json->foundIn(text);
    if (m_stack->currentWidget() == m_text)
        m_text->moveCursor(QTextCursor::Start);
    step(1);
}

void MessageView::step(int direction)
{
    if (m_find->text().isEmpty()) {
        m_find->showPosition(0, 0);
        return;
    }
    if (m_stack->currentWidget() == m_text) {
        stepInText(direction);
        return;
    }
    const auto count = static_cast<int>(m_found.size());
    if (count > 0) {
        m_foundAt = (m_foundAt + direction + count) % count;
        m_tree->setCurrentIndex(m_found.at(m_foundAt));
        m_tree->scrollTo(m_found.at(m_foundAt));
    }
    m_find->showPosition(m_foundAt + 1, count);
}

void MessageView::stepInText(int direction)
{
    const QString wanted = m_find->text();
    const int count = countInText(wanted);
    const auto back = direction < 0 ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (count > 0 && !m_text->find(wanted, back)) {
        m_text->moveCursor(direction < 0 ? QTextCursor::End : QTextCursor::Start);
        m_text->find(wanted, back);
    }
    const QString before = m_text->toPlainText().left(m_text->textCursor().selectionStart());
    m_find->showPosition(static_cast<int>(before.count(wanted, Qt::CaseInsensitive)) + 1, count);
}

int MessageView::countInText(const QString &text) const
{
    return static_cast<int>(m_text->toPlainText().count(text, Qt::CaseInsensitive));
}

} // namespace desk
