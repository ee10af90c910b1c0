// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/parts/notice.h"

#include "core/prefilladdress.h"
#include "core/tool.h"
#include "workspace/workspace.h"

#include <QDateTime>
#include <QString>
#include <QWidget>

#include <functional>
#include <optional>

namespace desk {

class ConnectForm;
class DraftKeeper;
class DraftStore;
class DuplicateNotice;
class DuplicateWatch;
class PictureStore;
class TemplateStore;
class ToolCatalogue;
class ToolFeed;
struct ApiError;
struct ErrorMessage;
struct LinkError;

/*!
 * The page with the form: what it says to people stands above it, and what it needs of the profile
 * in use comes from the workspace. Everything of Parts must outlive it.
 */
class FormPage final : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        Workspace &workspace;
        ToolCatalogue &tools;
        PictureStore &pictures;
        DraftStore &drafts;
        TemplateStore &templates;
        DuplicateWatch *duplicates = nullptr; //!< null: nobody looks for duplicates
    };

    explicit FormPage(const Parts &parts, QWidget *parent = nullptr);

    ConnectForm *form() const { return m_form; }
    //! The form begins with a draft of the profile in use.
    bool hasDraft() const { return m_hasDraft; }
    //! What was submitted under that profile has become a link and is no draft any more.
    void settleDraft(const QString &profileId);
    //! What is known of a tool of the profile in use.
    std::optional<Tool> tool(const QString &id, Category category) const;

    //! Says something above the form; the action runs if its button is pressed.
    void present(const Notice::Content &content, std::function<void()> action = nullptr,
        std::function<void()> secondAction = nullptr);
    void dismissNotice();
    //! An empty form for the next client; in a demo it holds the sample again.
    void startOver();
    /*!
     * In a demo the form holds a sample, and what stood in it and above it comes back afterwards;
     * e-mails and ids are masked.
     */
    void setDemo(bool on);
    /*!
     * Of the practice profile only integrations count as duplicates that were seen at that time or
     * later, for they end with its server. Invalid: all.
     */
    void setPracticeSince(const QDateTime &time);
    //! Why there is no link, with the field marked where that can be told.
    void showFailure(const ApiError &error);
    void showFailure(const LinkError &error);
    //! The same about a link of another profile, which has nothing to do with what stands here.
    void showFailureOf(const QString &profileName, const ErrorMessage &message);
    //! Why there is no client to make one with; nothing if the workspace waits or is ready.
    void showMissingClient();

    //! An empty form but for these values, with a way back to what stood there.
    void beginWith(const Prefill &prefill);
    //! The same with all that an earlier attempt was made with.
    void beginWith(const ConnectDetails &details, const QString &organization);
    void openTemplates();
    void saveTemplate();
    //! Shows what the address would fill in, and fills if the person agrees.
    void offer(const QString &address);

Q_SIGNALS:
    //! As ConnectForm::submitted(), unless a duplicate stands in the way.
    void submitted(const desk::ConnectDetails &details);
    //! Of the profile in use, in place of a second one.
    void reconnectRequested(const QString &integrationId);
    //! The profile in use needs a key, or another one.
    void keyWanted();
    void copied(const QString &label);

private:
    struct Message {
        Notice::Content content;
        std::function<void()> action;
        std::function<void()> secondAction;
        bool isAboutClient = false;
    };

    void setUpDuplicates();
    void followProfile();
    void followDuplicates();
    void showDuplicates();
    void submit(const ConnectDetails &details);
    void beginDemo();
    void endDemo();
    QString masked(const QString &text) const;
    void offerDetails(const ConnectDetails &left);
    void fill(const ConnectDetails &details, const QString &what);

    Parts m_parts;
    Notice *m_notice;
    ConnectForm *m_form;
    DraftKeeper *m_drafts;
    ToolFeed *m_tools;
    DuplicateNotice *m_duplicates = nullptr;
    QDateTime m_practiceSince;
    Message m_message;
    std::optional<Message> m_messageBeforeDemo;
    bool m_isDemo = false;
    bool m_hasDraft = false;
};

} // namespace desk
