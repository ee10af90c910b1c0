// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/tools/tooloffer.h"
#include "ui/tools/toolpopup.h"

#include "models/toolindex.h"

#include <QPointer>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QKeyEvent;
class QLabel;
class QLineEdit;
class QToolButton;
QT_END_NAMESPACE

namespace desk {

class PictureStore;
class ToolMarks;
class ToolSheet;

/*!
 * The form's field for the tool: type to search, or open the list. A tool that is not in the list,
 * or no list at all, keeps nobody from typing an id; a hint below says so, once the field was left.
 * Also shows what staff should know of the chosen tool before they send a link.
 */
class ToolPicker final : public QWidget {
    Q_OBJECT

public:
    explicit ToolPicker(QWidget *parent = nullptr);
    ~ToolPicker() override;

    //! Where pictures come from; may go first. Null: there are placeholders only.
    void setPictures(PictureStore *pictures);

    //! Keeps what is chosen or typed, and looks at it again in the light of the new list.
    void setOffer(const ToolOffer &offer);

    /*!
     * What would be sent: the id of the tool that is chosen, or that the text means, else the text
     * itself, cleaned. Nothing if the field is empty.
     */
    std::optional<QString> toolId() const;
    //! The tool that toolId() stands for, if the list has it.
    std::optional<Tool> tool() const;
    bool isKnown() const { return tool().has_value(); }
    //! A sentence if the text must not be sent as it stands: several tools are called so.
    std::optional<QString> problem() const;

    //! Shown as its label as soon as the list has it. Emits toolChanged() if it is another one.
    void setToolId(const std::optional<QString> &id);

    //! For its label's buddy and for errors beside the form; also the picker's focus proxy.
    QLineEdit *edit() const { return m_edit; }

    bool isListOpen() const;
    void openList();
    void closeList();

Q_SIGNALS:
    //! toolId() or tool() say something else than before, for whatever reason.
    void toolChanged();
    //! A person typed, chose or cleared something.
    void edited();
    //! The list should be asked for, or asked for again.
    void refreshRequested();
    //! Something was copied to the clipboard; the label says what.
    void copied(const QString &label);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setUpEdit();
    void setUpButtons();
    void connectParts();
    void makePopup();
    void showText(const QString &id);
    void takeTyping();
    void choose(const QString &id);
    void settle();
    void noteChange();
    void showTool();
    void showHint();
    QString hint() const;
    void showPicture();
    void placeButtons();
    void showOffer();
    ToolPopup::Foot foot() const;
    QString emptyText() const;
    bool handleKey(const QKeyEvent &event);
    void openSheet();
    void presentSheet();
    std::optional<qsizetype> position() const;

    ToolOffer m_offer;
    ToolIndex m_tools;
    std::optional<QString> m_chosenId; // until somebody types
    std::optional<Tool> m_shown; // with its picture and marks; none while somebody types
    std::optional<QString> m_lastId; // as last told by toolChanged(), and so the next
    std::optional<Tool> m_lastTool;
    bool m_isTyping = false;
    bool m_isShowingText = false;
    QPointer<PictureStore> m_pictures;
    QLineEdit *m_edit;
    QLabel *m_picture;
    QToolButton *m_clear;
    QToolButton *m_open;
    QLabel *m_hint;
    ToolMarks *m_marks;
    QPointer<ToolPopup> m_popup; // belongs to the window, so that nothing clips it
    QPointer<ToolSheet> m_sheet;
};

} // namespace desk
