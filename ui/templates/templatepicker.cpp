// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/templates/templatepicker.h"

#include "ui/parts/notice.h"
#include "ui/parts/statepanel.h"
#include "ui/templates/templatelistmodel.h"
#include "ui/templates/templaterow.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include "wording/draftswording.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

TemplatePicker::TemplatePicker(TemplateStore &store, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_model(new TemplateListModel(this))
    , m_search(new QLineEdit(this))
    , m_notice(new Notice(this))
    , m_pages(new QStackedWidget(this))
    , m_list(new QListView(this))
    , m_empty(new StatePanel(this))
    , m_undoText(new QLabel(this))
    , m_undoBar(makeUndoBar())
{
    setWindowTitle(tr("Templates"));
    m_search->setObjectName(u"searchEdit"_s);
    m_search->setAccessibleName(tr("Search templates"));
    m_search->setPlaceholderText(tr("Search templates"));
    m_search->addAction(icon(IconName::Search, ColorToken::MutedText), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_pages->addWidget(makeList());
    m_pages->addWidget(m_empty);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(4), Metrics::space(4), Metrics::space(4), Metrics::space(4));
    layout->setSpacing(Metrics::space(3));
    layout->addWidget(m_search);
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_undoBar);
    layout->addWidget(makeButtons());
    resize(Metrics::space(120), Metrics::space(100));

    setUpActions();
    m_store.refresh();
    showProblem();
    search();
    m_search->setFocus(Qt::OtherFocusReason);
}

QWidget *TemplatePicker::makeList()
{
    m_list->setObjectName(u"templateList"_s);
    m_list->setAccessibleName(tr("Templates"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TemplateRow(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->installEventFilter(this);
    return m_list;
}

QWidget *TemplatePicker::makeUndoBar()
{
    auto *bar = new QWidget(this);
    bar->setObjectName(u"undoBar"_s);
    m_undoText->setTextFormat(Qt::PlainText);
    m_undoText->setWordWrap(true);
    auto *undo = new QPushButton(tr("Undo deletion"), bar);
    undo->setObjectName(u"undoButton"_s);
    undo->setAutoDefault(false);
    connect(undo, &QPushButton::clicked, this, &TemplatePicker::undoRemoval);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_undoText, 1);
    layout->addWidget(undo);
    bar->hide();
    return bar;
}

QWidget *TemplatePicker::makeButtons()
{
    auto *row = new QWidget(this);
    m_rename = new QPushButton(tr("Rename"), row);
    m_delete = new QPushButton(tr("Delete"), row);
    auto *close = new QPushButton(tr("Close"), row);
    m_open = new QPushButton(tr("Open template"), row);
    m_rename->setObjectName(u"renameButton"_s);
    m_delete->setObjectName(u"deleteButton"_s);
    m_open->setObjectName(u"openButton"_s);
    m_open->setProperty("emphasis", u"primary"_s);
    m_rename->setToolTip(QKeySequence(Qt::Key_F2).toString(QKeySequence::NativeText));
    m_delete->setToolTip(QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText));
    for (QPushButton *button : {m_rename, m_delete, close})
        button->setAutoDefault(false);
    m_open->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);

    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(2));
    layout->addWidget(m_rename);
    layout->addWidget(m_delete);
    layout->addStretch();
    layout->addWidget(close);
    layout->addWidget(m_open);
    return row;
}

void TemplatePicker::setUpActions()
{
    const auto editCurrent = [this] {
        m_list->setFocus(Qt::OtherFocusReason);
        m_list->edit(m_list->currentIndex());
    };
    auto *rename = new QAction(this);
    rename->setShortcut(Qt::Key_F2);
    addAction(rename);
    connect(rename, &QAction::triggered, this, editCurrent);
    connect(m_rename, &QPushButton::clicked, this, editCurrent);
    connect(m_delete, &QPushButton::clicked, this, &TemplatePicker::removeCurrent);
    connect(m_open, &QPushButton::clicked, this, &TemplatePicker::choose);
    connect(m_list, &QListView::doubleClicked, this, &TemplatePicker::choose);
    connect(m_search, &QLineEdit::textChanged, this, &TemplatePicker::search);
    connect(&m_store, &TemplateStore::changed, this, &TemplatePicker::showChanges);
    // The list is still busy with its editor, and must not be filled anew under its hands.
    connect(
        m_model, &TemplateListModel::renamed, this, &TemplatePicker::rename, Qt::QueuedConnection);
    connect(m_empty, &StatePanel::actionTriggered, this, [this] {
        if (m_search->text().isEmpty()) {
            reject();
            Q_EMIT saveRequested();
        } else {
            m_search->clear();
            m_search->setFocus(Qt::OtherFocusReason);
        }
    });
}

// Typing goes to the search while the arrows walk through what it finds.
bool TemplatePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_list && key == Qt::Key_Delete) {
        removeCurrent();
        return true;
    }
    if (watched == m_search && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        moveBy(key == Qt::Key_Down ? 1 : -1);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void TemplatePicker::moveBy(int rows)
{
    const int last = m_model->rowCount() - 1;
    if (last < 0)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, last);
    m_list->setCurrentIndex(m_model->index(row));
}

void TemplatePicker::search()
{
    m_model->show(m_store.templates(), m_search->text());
    select({}); // the best comes first
    showWhatThereIs();
}

void TemplatePicker::showChanges()
{
    const QString current = currentId();
    m_model->show(m_store.templates(), m_search->text());
    select(current);
    showWhatThereIs();
}

void TemplatePicker::select(const QString &id)
{
    const int row = std::max(0, m_model->rowOf(id));
    if (row < m_model->rowCount())
        m_list->setCurrentIndex(m_model->index(row));
}

void TemplatePicker::showWhatThereIs()
{
    const bool hasSome = m_model->rowCount() > 0;
    for (QPushButton *button : {m_open, m_rename, m_delete})
        button->setEnabled(hasSome);
    m_pages->setCurrentWidget(hasSome ? static_cast<QWidget *>(m_list) : m_empty);
    if (hasSome)
        return;
    if (m_search->text().isEmpty()) {
        m_empty->present({IconName::Info, {}, tr("No templates yet"),
            tr("A template fills the form with what you need again and again: category, tool, "
               "language and the rest."),
            {}, tr("Save the form as a template"), {}});
        return;
    }
    //: %1 is what was typed
    m_empty->present({IconName::Search, {}, tr("No template answers to “%1”").arg(m_search->text()),
        {}, {}, tr("Clear search"), {}});
}

QString TemplatePicker::currentId() const
{
    return m_list->currentIndex().data(TemplateListModel::IdRole).toString();
}

void TemplatePicker::choose()
{
    const std::optional<Template> current = m_store.byId(currentId());
    if (!current)
        return;
    m_store.noteOpened(current->id);
    accept();
    Q_EMIT chosen(*current);
}

void TemplatePicker::rename(const QString &id, const QString &name)
{
    const auto renamed = m_store.rename(id, name);
    if (!renamed) {
        showError(renamed.error());
        return;
    }
    m_notice->dismiss();
    select(id);
}

void TemplatePicker::removeCurrent()
{
    const int row = m_list->currentIndex().row();
    auto removed = m_store.remove(currentId());
    if (!removed) {
        showError(removed.error());
        return;
    }
    m_removed = *removed;
    //: %1 is the name of a template
    m_undoText->setText(tr("“%1” was deleted.").arg(m_removed->removed.name));
    m_undoBar->show();
    // The one that took its place is the next to be looked at.
    const int last = m_model->rowCount() - 1;
    if (last >= 0)
        m_list->setCurrentIndex(m_model->index(std::min(row, last)));
}

void TemplatePicker::undoRemoval()
{
    if (!m_removed)
        return;
    const auto restored = m_store.restore(*m_removed);
    if (!restored) {
        showError(restored.error());
        return;
    }
    m_removed.reset();
    m_undoBar->hide();
    select(restored->id);
    m_search->setFocus(Qt::OtherFocusReason);
}

void TemplatePicker::showError(const TemplateError &error)
{
    m_notice->present({Notice::Tone::Error, tr("Nothing was changed"),
        DraftsWording::sentence(error), error.file ? error.file->systemText : QString(), {}});
}

void TemplatePicker::showProblem()
{
    if (const auto &problem = m_store.problem()) {
        m_notice->present({Notice::Tone::Warning, tr("A template could not be read"),
            DraftsWording::sentence(*problem), problem->systemText, {}});
    }
}

} // namespace desk
