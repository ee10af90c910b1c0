// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "messagetexts.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

MessageTexts english()
{
    return {
        .subject = u"Connect your software for %1"_s,
        .subjectWithTool = u"Connect %1 for %2"_s,
        .greeting = u"Hello,"_s,
        .purpose = u"With the link below you can connect the software that %1 uses with our "
                   "service. It opens a page that guides you through the steps. The link is meant "
                   "for you alone, so please do not pass it on."_s,
        .purposeWithTool = u"With the link below you can connect %1 with our service for %2. It "
                           "opens a page that guides you through the steps. The link is meant for "
                           "you alone, so please do not pass it on."_s,
        .reconnectSubject = u"Reconnect %1 for %2"_s,
        .reconnectPurpose =
            u"The connection of %1 with our service for %2 needs to be renewed. The link below opens a page that guides you through the steps. The link is meant for you alone, so please do not pass it on."_s,
        .setupSubject = u"Setup of %1 for %2"_s,
        .setupPurpose =
            u"The link below opens the setup of the connection of %1 with our service for %2 and guides you through the steps. The link is meant for you alone, so please do not pass it on."_s,
        .reminderSubject = u"Reminder: %1"_s,
        .reminder =
            u"On %1 we sent you a link for %2; it opens a page that guides you through the steps. It may have been overlooked, so here it is again:"_s,
        .reminderHelp =
            u"If you have finished meanwhile, a short word is enough. And if anything is in the way, we are glad to help."_s,
        .validUntil = u"The link works until %1."_s,
        .validUntilAbout = u"The link works until about %1."_s,
        .guide = u"This guide describes the steps:"_s,
        .guideOfTool = u"This guide describes the steps for %1:"_s,
        .farewell = u"Kind regards"_s,
        .dateFormat = u"d MMMM yyyy"_s,
    };
}

MessageTexts german()
{
    return {
        .subject = u"Verbinden Sie Ihre Software für %1"_s,
        .subjectWithTool = u"Verbinden Sie %1 für %2"_s,
        .greeting = u"Guten Tag,"_s,
        .purpose = u"über den folgenden Link können Sie die Software, die %1 einsetzt, mit unserem "
                   "Dienst verbinden. Er öffnet eine Seite, die Sie durch die einzelnen Schritte "
                   "führt. Der Link ist nur für Sie bestimmt; bitte geben Sie ihn nicht weiter."_s,
        .purposeWithTool =
            u"über den folgenden Link können Sie %1 für %2 mit unserem Dienst verbinden. Er öffnet "
            "eine Seite, die Sie durch die einzelnen Schritte führt. Der Link ist nur für Sie "
            "bestimmt; bitte geben Sie ihn nicht weiter."_s,
        .reconnectSubject = u"Erneuern Sie die Verbindung von %1 für %2"_s,
        .reconnectPurpose =
            u"die Verbindung von %1 mit unserem Dienst für %2 muss erneuert werden. Der folgende Link öffnet eine Seite, die Sie durch die einzelnen Schritte führt. Der Link ist nur für Sie bestimmt; bitte geben Sie ihn nicht weiter."_s,
        .setupSubject = u"Einrichtung von %1 für %2"_s,
        .setupPurpose =
            u"der folgende Link öffnet die Einrichtung der Verbindung von %1 mit unserem Dienst für %2 und führt Sie durch die einzelnen Schritte. Der Link ist nur für Sie bestimmt; bitte geben Sie ihn nicht weiter."_s,
        .reminderSubject = u"Erinnerung: %1"_s,
        .reminder =
            u"am %1 haben wir Ihnen einen Link für %2 geschickt; er öffnet eine Seite, die Sie durch die einzelnen Schritte führt. Vielleicht ist er untergegangen, deshalb hier noch einmal:"_s,
        .reminderHelp =
            u"Falls inzwischen alles erledigt ist, genügt eine kurze Nachricht. Und wenn etwas im Weg steht, helfen wir gern."_s,
        .validUntil = u"Der Link funktioniert bis zum %1."_s,
        .validUntilAbout = u"Der Link funktioniert bis etwa zum %1."_s,
        .guide = u"Diese Anleitung beschreibt die einzelnen Schritte:"_s,
        .guideOfTool = u"Diese Anleitung beschreibt die einzelnen Schritte für %1:"_s,
        .farewell = u"Mit freundlichen Grüßen"_s,
        .dateFormat = u"d. MMMM yyyy"_s,
    };
}

// French puts a blank that does not break in front of a colon.
MessageTexts french()
{
    return {
        .subject = u"Connexion du logiciel de %1"_s,
        .subjectWithTool = u"Connexion de %1 pour %2"_s,
        .greeting = u"Bonjour,"_s,
        .purpose = u"Le lien ci-dessous vous permet de connecter à notre service le logiciel "
                   "utilisé par %1. Il ouvre une page qui vous guide étape par étape. Ce lien vous "
                   "est personnel\u00A0: merci de ne pas le transmettre."_s,
        .purposeWithTool =
            u"Le lien ci-dessous vous permet de connecter %1 à notre service pour %2. Il ouvre une "
            "page qui vous guide étape par étape. Ce lien vous est personnel\u00A0: merci de ne "
            "pas le transmettre."_s,
        .reconnectSubject = u"Renouvellement de la connexion de %1 pour %2"_s,
        .reconnectPurpose =
            u"La connexion de %1 à notre service pour %2 doit être renouvelée. Le lien ci-dessous ouvre une page qui vous guide étape par étape. Ce lien vous est strictement personnel, merci de ne pas le transmettre."_s,
        .setupSubject = u"Configuration de %1 pour %2"_s,
        .setupPurpose =
            u"Le lien ci-dessous ouvre la configuration de la connexion de %1 à notre service pour %2 et vous guide étape par étape. Ce lien vous est strictement personnel, merci de ne pas le transmettre."_s,
        .reminderSubject = u"Rappel\u00A0: %1"_s,
        .reminder =
            u"Le %1, nous vous avons envoyé un lien pour %2\u00A0; il ouvre une page qui vous guide étape par étape. Il vous a peut-être échappé, le voici de nouveau\u00A0:"_s,
        .reminderHelp =
            u"Si tout est déjà fait, un petit mot nous suffit. Et si quelque chose vous arrête, nous vous aidons volontiers."_s,
        .validUntil = u"Le lien est valable jusqu’au %1."_s,
        .validUntilAbout = u"Le lien est valable jusqu’au %1 environ."_s,
        .guide = u"Ce guide décrit les étapes\u00A0:"_s,
        .guideOfTool = u"Ce guide décrit les étapes pour %1\u00A0:"_s,
        .farewell = u"Cordialement"_s,
        .dateFormat = u"d MMMM yyyy"_s,
    };
}

// The date stands behind a colon, since the article before it would depend on the day.
MessageTexts italian()
{
    return {
        .subject = u"Collegamento del software di %1"_s,
        .subjectWithTool = u"Collegamento di %1 per %2"_s,
        .greeting = u"Buongiorno,"_s,
        .purpose = u"con il link riportato di seguito può collegare al nostro servizio il software "
                   "utilizzato da %1. Si apre una pagina che La guida passo dopo passo. Il link è "
                   "personale: La preghiamo di non inoltrarlo ad altri."_s,
        .purposeWithTool =
            u"con il link riportato di seguito può collegare %1 al nostro servizio per %2. Si apre "
            "una pagina che La guida passo dopo passo. Il link è personale: La preghiamo di non "
            "inoltrarlo ad altri."_s,
        .reconnectSubject = u"Rinnovo del collegamento di %1 per %2"_s,
        .reconnectPurpose =
            u"Il collegamento di %1 con il nostro servizio per %2 deve essere rinnovato. Il link qui sotto apre una pagina che La guida passo dopo passo. Il link è destinato esclusivamente a Lei: La preghiamo di non inoltrarlo."_s,
        .setupSubject = u"Configurazione di %1 per %2"_s,
        .setupPurpose =
            u"Il link qui sotto apre la configurazione del collegamento di %1 con il nostro servizio per %2 e La guida passo dopo passo. Il link è destinato esclusivamente a Lei: La preghiamo di non inoltrarlo."_s,
        .reminderSubject = u"Promemoria: %1"_s,
        .reminder =
            u"in data %1 Le abbiamo inviato un link per %2, che apre una pagina con la guida passo dopo passo. Forse è sfuggito, quindi eccolo di nuovo:"_s,
        .reminderHelp =
            u"Se nel frattempo ha già concluso, basta un breve messaggio. E se qualcosa La blocca, La aiutiamo volentieri."_s,
        .validUntil = u"Scadenza del link: %1."_s,
        .validUntilAbout = u"Scadenza indicativa del link: %1."_s,
        .guide = u"Questa guida descrive i passaggi:"_s,
        .guideOfTool = u"Questa guida descrive i passaggi per %1:"_s,
        .farewell = u"Cordiali saluti"_s,
        .dateFormat = u"d MMMM yyyy"_s,
    };
}

MessageTexts spanish()
{
    return {
        .subject = u"Conexión del software de %1"_s,
        .subjectWithTool = u"Conexión de %1 para %2"_s,
        .greeting = u"Buenos días:"_s,
        .purpose = u"Con el siguiente enlace puede conectar el software que utiliza %1 con nuestro "
                   "servicio. Se abre una página que le guía paso a paso. El enlace es personal; "
                   "le rogamos que no lo comparta."_s,
        .purposeWithTool =
            u"Con el siguiente enlace puede conectar %1 con nuestro servicio para %2. Se abre una "
            "página que le guía paso a paso. El enlace es personal; le rogamos que no lo "
            "comparta."_s,
        .reconnectSubject = u"Renovación de la conexión de %1 para %2"_s,
        .reconnectPurpose =
            u"La conexión de %1 con nuestro servicio para %2 debe renovarse. El enlace siguiente abre una página que le guía paso a paso. El enlace es personal; le rogamos que no lo comparta."_s,
        .setupSubject = u"Configuración de %1 para %2"_s,
        .setupPurpose =
            u"El enlace siguiente abre la configuración de la conexión de %1 con nuestro servicio para %2 y le guía paso a paso. El enlace es personal; le rogamos que no lo comparta."_s,
        .reminderSubject = u"Recordatorio: %1"_s,
        .reminder =
            u"El %1 le enviamos un enlace para %2; abre una página que le guía paso a paso. Quizá se le pasó por alto, así que aquí lo tiene de nuevo:"_s,
        .reminderHelp =
            u"Si ya ha terminado, basta con un breve mensaje. Y si algo se lo impide, le ayudamos con mucho gusto."_s,
        .validUntil = u"El enlace es válido hasta el %1."_s,
        .validUntilAbout = u"El enlace es válido hasta el %1 aproximadamente."_s,
        .guide = u"Esta guía describe los pasos:"_s,
        .guideOfTool = u"Esta guía describe los pasos para %1:"_s,
        .farewell = u"Un cordial saludo"_s,
        .dateFormat = u"d 'de' MMMM 'de' yyyy"_s,
    };
}

} // namespace

MessageTexts messageTexts(FlowLanguage language)
{
    switch (language) {
    case FlowLanguage::English:
        return english();
    case FlowLanguage::German:
        return german();
    case FlowLanguage::French:
        return french();
    case FlowLanguage::Italian:
        return italian();
    case FlowLanguage::Spanish:
        return spanish();
    }
    Q_UNREACHABLE();
}

} // namespace desk
