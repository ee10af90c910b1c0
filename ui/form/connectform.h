// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"
#include "core/detailscheck.h"

#include <QStringList>
#include <QWidget>

#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace desk {

class CheckedField;
class MaskedEdit;
class PictureStore;
struct CategoryChange;
struct ToolOffer;

namespace Ui {
class ConnectForm;
}

/*!
 * The details of one client, all that create-link knows. What is typed stays until clear() or
 * setDetails(); what another choice makes impossible is locked or cleared, and said.
 */
class ConnectForm final : public QWidget {
    Q_OBJECT

public:
    //! What the profile in use says about the form.
    struct Rules {
        OriginIdPolicy originIds = OriginIdPolicy::Optional;
        Category category = Category::Hris; //!< of an empty form
        FlowLanguage language = FlowLanguage::English; //!< of an empty form
    };

    explicit ConnectForm(QWidget *parent = nullptr);
    ~ConnectForm() override;

    //! As it would be sent: cleaned, empty optional fields absent, locked ones left out.
    ConnectDetails details() const;
    //! As it stands there, locked fields included; for whoever keeps or copies the form.
    ConnectDetails typed() const;
    void setDetails(const ConnectDetails &details);
    bool isComplete() const;
    //! Nobody has changed anything since clear().
    bool isPristine() const;

    void setRules(const Rules &rules);
    //! What can be said about the tools of the category that is chosen.
    void setTools(const ToolOffer &offer);
    //! See ToolPicker::setPictures().
    void setPictures(PictureStore *pictures);

    //! What an empty form holds: the choices that the profile makes.
    ConnectDetails emptyDetails() const;
    //! Empties it; clear() also puts the cursor into the first field.
    void reset();
    void clear();
    void focusFirstField();
    //! Puts the cursor on the button that asks to submit.
    void focusSubmit();
    //! What stands right above that button, and comes before it by Tab; the form owns it then.
    void placeAboveSubmit(QWidget *widget);
    //! Shows all problems at once and puts the cursor into the first; asks to submit if there are
    //! none.
    void submit();
    //! While a link is being made the button says so and a second press does nothing.
    void setCreating(bool creating);
    //! Marks the field of which the server said that, until it is edited.
    void refuse(DetailsField field, const QString &sentence);
    //! E-mail and ids show as dots unless they are samples.
    void setMasked(bool masked);

Q_SIGNALS:
    void submitted(const desk::ConnectDetails &details);
    //! The form can be sent now, or no longer.
    void completenessChanged(bool isComplete);
    //! Something was typed or chosen, by a person or by setDetails().
    void edited();
    //! The tools of this category are wanted.
    void categoryChanged(desk::Category category);
    //! The list of tools should be asked for again.
    void toolsWanted();
    void copied(const QString &label);

private:
    void setUpLook();
    void setUpTexts();
    void setUpChoices();
    void changeCategory();
    void bringBack(Category category);
    void fitToCategory();
    void drop(const ConnectDetails &before, const CategoryChange &change);
    void noteEdit();
    void showProblems();
    void focusField(CheckedField *field);
    CheckedField *fieldOf(DetailsField field) const;

    //! What the last change of category took away; it is back when the category is.
    struct Dropped {
        Category category = Category::Hris;
        std::optional<QString> tool;
        bool filtering = false;
    };

    std::unique_ptr<Ui::ConnectForm> m_ui;
    QList<CheckedField *> m_texts;
    QList<MaskedEdit *> m_masks;
    CheckedField *m_email = nullptr;
    CheckedField *m_organization = nullptr;
    CheckedField *m_originId = nullptr;
    CheckedField *m_tool = nullptr;
    Rules m_rules;
    std::optional<QStringList> m_tools;
    Category m_category = Category::Hris;
    Category m_categoryBefore = Category::Hris;
    bool m_toolMustFit = false; // it was chosen for another category
    QString m_toolName; // as it was called there
    std::optional<Dropped> m_dropped;
    bool m_isFilling = false;
    bool m_wasComplete = false;
    bool m_isCreating = false;
};

} // namespace desk
