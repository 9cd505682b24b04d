// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/xmltags.h"

#include <algorithm>

namespace tandem {

namespace {

// Of a tag that begins the text, with its ">".
std::size_t lengthOfTag(std::string_view text)
{
    char quote = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return i + 1;
    }
    return text.size();
}

std::size_t lengthUpTo(std::string_view end, std::string_view text)
{
    return std::min(text.find(end), text.size());
}

} // namespace

std::size_t longestTag(std::string_view xml)
{
    std::size_t longest = 0;
    for (auto begin = xml.find('<'); begin != xml.npos; begin = xml.find('<')) {
        xml.remove_prefix(begin);
        std::size_t length = 0;
        if (xml.starts_with("<!--"))
            length = lengthUpTo("-->", xml);
        else if (xml.starts_with("<![CDATA["))
            length = lengthUpTo("]]>", xml);
        else if (xml.starts_with("<?"))
            length = lengthUpTo("?>", xml);
        else
            longest = std::max(longest, length = lengthOfTag(xml));
        xml.remove_prefix(length);
    }
    return longest;
}

} // namespace tandem
