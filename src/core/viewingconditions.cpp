// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "viewingconditions.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Conditions = ViewingConditions;

QString pixels(QSize size)
{
    return u"%1 × %2"_s.arg(size.width()).arg(size.height());
}

QString factor(double scale)
{
    return QLocale::c().toString(scale, 'g', 4) + u'×';
}

bool isWithin(QSize size)
{
    return size.expandedTo(Conditions::smallestSize) == size
        && size.boundedTo(Conditions::largestSize) == size;
}

// What stands in a header unchanged: a line break would begin another header.
bool isHeaderText(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(),
        [](QChar character) { return character >= u' ' && character <= u'~'; });
}

QString sizeProblem(const Conditions &conditions)
{
    if (!conditions.size || isWithin(*conditions.size))
        return {};
    //: %1 is the size that was asked for, %2 the smallest and %3 the largest one, such as 200 × 200
    return Conditions::tr(
        "A view of %1 is not possible: it has to be between %2 and %3 CSS pixels.")
        .arg(pixels(*conditions.size), pixels(Conditions::smallestSize),
            pixels(Conditions::largestSize));
}

QString scaleProblem(const Conditions &conditions)
{
    // Written so that what is not a number is refused, too.
    const double scale = conditions.deviceScale.value_or(1);
    if (scale >= Conditions::smallestScale && scale <= Conditions::largestScale)
        return {};
    //: %1 is a factor such as 9×, %2 the smallest and %3 the largest one
    return Conditions::tr("A device scale of %1 is not possible: it has to be between %2 and %3.")
        .arg(factor(scale), factor(Conditions::smallestScale), factor(Conditions::largestScale));
}

QString zoomProblem(const Conditions &conditions)
{
    if (conditions.zoom >= Conditions::smallestZoom && conditions.zoom <= Conditions::largestZoom)
        return {};
    //: %1, %2 and %3 are numbers
    return Conditions::tr("A zoom of %1 % is not possible: it has to be between %2 and %3 %.")
        .arg(conditions.zoom)
        .arg(Conditions::smallestZoom)
        .arg(Conditions::largestZoom);
}

QString headerProblem(const QString &name, const QString &value)
{
    if (value.size() > Conditions::longestHeader)
        //: %1 is the name of a field, %2 a number
        return Conditions::tr("%1 is too long: it may have %2 characters at most.")
            .arg(name)
            .arg(Conditions::longestHeader);
    if (!isHeaderText(value))
        //: %1 is the name of a field
        return Conditions::tr("%1 may only have letters without accents, digits and common signs, "
                              "because it is sent in a header.")
            .arg(name);
    return {};
}

} // namespace

ViewingConditions ViewingConditions::rotated() const
{
    ViewingConditions turned = *this;
    if (size)
        turned.size = size->transposed();
    return turned;
}

QStringList ViewingConditions::problems() const
{
    QStringList found{sizeProblem(*this), scaleProblem(*this), zoomProblem(*this),
        headerProblem(tr("The language"), language),
        headerProblem(tr("The user agent"), userAgent)};
    found.removeAll(QString());
    return found;
}

QList<std::pair<QString, QString>> ViewingConditions::facts() const
{
    QList<std::pair<QString, QString>> facts;
    if (size)
        //: %1 is a size such as 390 × 844
        facts.append({tr("Viewport"), tr("%1 CSS pixels").arg(pixels(*size))});
    if (deviceScale)
        facts.append({tr("Device scale"), factor(*deviceScale)});
    if (hasTouch)
        facts.append({tr("Touch"), tr("yes")});
    if (zoom != 100)
        facts.append({tr("Zoom"), u"%1 %"_s.arg(zoom)});
    if (scheme != PageScheme::Application)
        facts.append({tr("Colour scheme"), scheme == PageScheme::Light ? tr("light") : tr("dark")});
    if (reducesMotion)
        facts.append({tr("Reduced motion"), tr("yes")});
    if (!language.isEmpty())
        facts.append({u"Accept-Language"_s, language});
    if (!userAgent.isEmpty())
        facts.append({u"User-Agent"_s, userAgent});
    return facts;
}

QString ViewingConditions::caption() const
{
    QStringList parts;
    if (size)
        parts.append(pixels(*size));
    if (deviceScale)
        parts.append(factor(*deviceScale));
    if (hasTouch)
        parts.append(tr("touch"));
    if (zoom != 100)
        parts.append(u"%1 %"_s.arg(zoom));
    return parts.join(u" · "_s);
}

ViewingConditions ViewportPreset::appliedTo(ViewingConditions conditions) const
{
    conditions.size = size;
    conditions.deviceScale = deviceScale;
    conditions.hasTouch = hasTouch;
    return conditions;
}

QList<ViewportPreset> viewportPresets()
{
    return {
        {{360, 640}, 3, true},
        {{390, 844}, 3, true},
        {{768, 1024}, 2, true},
        {{1280, 800}, 1, false},
        {{1440, 900}, 1, false},
    };
}

} // namespace desk
