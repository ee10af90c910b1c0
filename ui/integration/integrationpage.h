// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/guard/productionguard.h"

#include "aftercare/integrationcare.h"
#include "aftercare/setupwatch.h"
#include "core/integration.h"
#include "core/mismatch.h"
#include "core/profiletag.h"
#include "session/linkorder.h"

#include <QList>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
class QPushButton;
QT_END_NAMESPACE

namespace desk {

class CareActions;
class CareNotice;
class IntegrationValues;
class LiveLine;
class Notice;
class ScopePanel;
class StandingView;
class StatePanel;
struct ErrorMessage;

/*!
 * One integration: what is known of it, each value with a button that copies it, and what can be
 * done with it. Two things are shown, alone or together: what a connect session resolved, by
 * present(), and what the API says of it now, by follow().
 *
 * If it is not the client the link was made for, the page says so with both values and does not say
 * connected until a person has acknowledged it.
 *
 * Reads, pauses, resumes, syncs and deletes through its care. Links are made by whoever hears
 * reconnectRequested() and setupFlowRequested(), once the guard has let them through; the typed
 * confirmation of a deletion names profile and organization and needs no guard besides.
 */
class IntegrationPage final : public QWidget {
    Q_OBJECT

public:
    explicit IntegrationPage(QWidget *parent = nullptr);
    ~IntegrationPage() override;

    /*!
     * Shows what a session resolved. A care that is followed stays if it is of this integration,
     * and reads it again; any other is let go.
     */
    void present(const ResolvedIntegration &integration, const QList<Mismatch> &mismatches);
    //! The mismatches were acknowledged: it counts as connected, and the page keeps naming them.
    void showAcknowledged();

    /*!
     * Shows what this care knows, reads it if it knows nothing yet, and watches a setup that is not
     * complete. What was presented before stays if it is of this integration. The care is not
     * owned and may go at any time; null: follows nothing, and only what was presented is shown.
     */
    void follow(IntegrationCare *care, const ProfileTag &profile);
    IntegrationCare *care() const { return m_care; }

    //! Stands before reconnecting and opening the setup flow; without one they are not asked about.
    void setGuard(ProductionGuard guard) { m_guard = std::move(guard); }
    //! The language that is offered first for a flow.
    void setFlowLanguage(FlowLanguage language) { m_language = language; }
    //! How a setup is watched from the next follow() on.
    void setWatchPace(const WatchPace &pace) { m_pace = pace; }
    //! One line about program and engine, for Copy for support.
    void setVersions(const QString &versions) { m_versions = versions; }
    //! While a flow is open no other can be begun; the buttons say so.
    void setFlowOpen(bool open);
    //! Why a link that was requested here was not made, beside the actions.
    void showFailure(const ErrorMessage &message);

    bool isJsonShown() const;
    void setJsonShown(bool shown);
    /*!
     * E-mails and ids show as dots unless they are samples, and the JSON is hidden, however it was
     * ordered to be; what is copied stays true.
     */
    void setMasked(bool masked);

    void focusFirstAction();

Q_SIGNALS:
    void acknowledged();
    void newConnectionRequested();
    void backRequested();
    //! label says what is in the clipboard now.
    void copied(const QString &label);
    void reconnectRequested(const desk::Reconnection &reconnection);
    void setupFlowRequested(const desk::SetupVisit &visit);
    //! The state changed while it was watched; worth a notification.
    void setupChanged(
        const QString &organization, const desk::SetupState &from, const desk::SetupState &to);
    void deleted(const QString &integrationId);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class NextStep { None, Reconnect, OpenSetup, Resume };

    QWidget *makeContent();
    QWidget *makeButtons(QWidget *parent);
    void connectActions();
    void connectCare(IntegrationCare &care);
    void letGo();
    void startWatch();
    void toggleWatch();
    void takeSuccess(IntegrationCare::Action action);

    void render();
    void renderState();
    void renderStanding();
    void renderActions();
    void renderDetails();
    void noteTime();
    void showMismatches();
    void setJson(const QString &json);

    //! With masks in it where the page is masked.
    QString asShown(const QString &text) const;
    QString integrationId() const;
    QString organization() const;
    IntegrationCare::Presence presence() const;
    const IntegrationDetails *details() const; //!< null if nothing was read
    bool isKnown() const { return m_resolved || details(); }
    bool isReviewed() const { return m_mismatches.isEmpty() || m_isAcknowledged; }
    NextStep nextStep() const;
    static QString labelOf(NextStep step);

    void askToReconnect();
    void askToOpenSetup();
    void askToDelete();
    void guarded(
        GuardedAction action, const QString &organization, const std::function<void()> &proceed);
    void takeNextStep();
    void copyForSupport();

    QPointer<IntegrationCare> m_care;
    std::unique_ptr<SetupWatch> m_watch;
    WatchPace m_pace = WatchPace::gentle();
    ProfileTag m_profile;
    ProductionGuard m_guard;
    FlowLanguage m_language = FlowLanguage::English;
    QString m_versions;
    bool m_isFlowOpen = false;
    bool m_isMasked = false;

    std::optional<ResolvedIntegration> m_resolved;
    QList<Mismatch> m_mismatches;
    bool m_isAcknowledged = false;

    StatePanel *m_state;
    QWidget *m_content = nullptr;
    StandingView *m_standing = nullptr;
    LiveLine *m_live = nullptr;
    Notice *m_mismatchNotice = nullptr;
    CareNotice *m_careNotice = nullptr;
    IntegrationValues *m_values = nullptr;
    QPushButton *m_newConnection = nullptr;
    QPushButton *m_back = nullptr;
    CareActions *m_actions = nullptr;
    ScopePanel *m_scopes = nullptr;
    QPushButton *m_jsonToggle = nullptr;
    QPlainTextEdit *m_json = nullptr;
};

} // namespace desk
