// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "refusedfield.h"

#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Property {
    QLatin1StringView name;
    DetailsField field;
};

constexpr std::array properties{
    Property{"end_user_email"_L1, DetailsField::Email},
    Property{"end_user_organization_name"_L1, DetailsField::Organization},
    Property{"end_user_origin_id"_L1, DetailsField::OriginId},
    Property{"integration_category"_L1, DetailsField::Category},
    Property{"integration_tool"_L1, DetailsField::Tool},
    Property{"remote_environment"_L1, DetailsField::RemoteEnvironment},
    Property{"language"_L1, DetailsField::Language},
    Property{"scope_config_id"_L1, DetailsField::ScopeConfigId},
    Property{"enable_filtering"_L1, DetailsField::Filtering},
    Property{"enable_field_mapping"_L1, DetailsField::FieldMapping},
    Property{"link_type"_L1, DetailsField::LinkType},
};

bool isWordCharacter(QChar character)
{
    return character.isLetterOrNumber() || character == u'_';
}

bool holdsWord(const QString &text, QLatin1StringView word)
{
    for (qsizetype at = text.indexOf(word); at != -1; at = text.indexOf(word, at + 1)) {
        const qsizetype end = at + word.size();
        const bool begins = at == 0 || !isWordCharacter(text.at(at - 1));
        const bool ends = end == text.size() || !isWordCharacter(text.at(end));
        if (begins && ends)
            return true;
    }
    return false;
}

} // namespace

std::optional<DetailsField> refusedField(const ApiError &error)
{
    if (error.code != "PLATFORM.INPUT_INVALID"_L1)
        return std::nullopt;
    std::optional<DetailsField> found;
    for (const Property &property : properties) {
        if (!holdsWord(error.message, property.name))
            continue;
        if (found)
            return std::nullopt;
        found = property.field;
    }
    return found;
}

} // namespace desk
