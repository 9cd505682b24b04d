// SPDX-License-Identifier: GPL-3.0-or-later
// What strategies ask of chats, and hear of them.
#include "chat/chatchecks.h"
#include "chat/chats.h"

#include "domain/limits.h"
#include "domain/webaddress.h"

#include <algorithm>

namespace tandem {

namespace {

struct Said
{
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Said, (), (text))

constexpr std::size_t mostChoices = 10;

Result<std::vector<std::string>> choicesFrom(const std::string &text)
{
    std::vector<std::string> choices;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find('|', from), text.size());
        choices.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    const auto isBad = [](const std::string &one) {
        return one.size() > limits::shortText || !checkMessage(one, "choices");
    };
    if (choices.size() > mostChoices || std::ranges::any_of(choices, isBad)) {
        return failure(Reason::InvalidParams,
                       "Choices are at most 10 texts of 1 to 256 bytes, separated by |.",
                       "choices");
    }
    return choices;
}

// What a client draws as one piece; the text of the message says the same in words.
struct Card
{
    std::string title;
    std::optional<std::string> text;
    std::optional<std::string> image;
    std::optional<std::string> link;
    std::optional<std::string> linkText;
};
BOOST_DESCRIBE_STRUCT(Card, (), (title, text, image, link, linkText))

Result<Card> cardFrom(const ActionCall &call)
{
    const auto maybe = [&](const char *name) {
        return call.has(name) ? std::optional(call[name]) : std::nullopt;
    };
    Card card{call["title"], maybe("text"), maybe("image"), maybe("link"), maybe("linkText")};
    if (card.title.empty() || card.title.size() > limits::shortText)
        return failure(Reason::InvalidParams, "A title has 1 to 256 bytes.", "title");
    if (card.linkText && card.linkText->size() > limits::shortText)
        return failure(Reason::InvalidParams, "A linkText has at most 256 bytes.", "linkText");
    if (card.link && !isWebAddress(*card.link))
        return failure(Reason::InvalidParams, "A link is an http or https address.", "link");
    if (card.image && (!isWebAddress(*card.image) || !card.image->starts_with("https:")))
        return failure(Reason::InvalidParams, "An image is an https address.", "image");
    return card;
}

std::string inWords(const Card &card)
{
    auto words = card.title;
    for (const auto &part : {card.text, card.link}) {
        if (part && !part->empty())
            words += '\n' + *part;
    }
    return words;
}

} // namespace

void Chats::addActions()
{
    auto &actions = m_engine.actions();
    actions.add({"chat.card",
                 "The company shows a card: a title, and where given a text, a picture, a link and "
                 "answers to choose from, separated by |.",
                 {{"title", true},
                  {"text", false},
                  {"image", false},
                  {"link", false},
                  {"linkText", false},
                  {"choices", false}}},
                [this](const ActionCall &call) -> Result<std::string> {
                    const auto choices = choicesFrom(call["choices"]);
                    if (!choices)
                        return std::unexpected(choices.error());
                    const auto card = cardFrom(call);
                    if (!card)
                        return std::unexpected(card.error());
                    if (auto said = say(call.interaction, inWords(*card), *choices,
                                        {{"card", json::toText(*card)}});
                        !said)
                        return std::unexpected(said.error());
                    return {};
                });
    actions.add({"chat.say",
                 "The company says a text to the customer, with answers to choose from, separated "
                 "by |.",
                 {{"text", true}, {"choices", false}}},
                [this](const ActionCall &call) -> Result<std::string> {
                    const auto choices = choicesFrom(call["choices"]);
                    if (!choices)
                        return std::unexpected(choices.error());
                    if (auto said = say(call.interaction, call["text"], *choices); !said)
                        return std::unexpected(said.error());
                    return {};
                });
    actions.add({"chat.close",
                 "Ends the conversation, with a last text where one is given.",
                 {{"text", false}}},
                [this](const ActionCall &call) -> Result<std::string> {
                    if (call.has("text")) {
                        if (auto said = respond(call.interaction, call["text"]); !said)
                            return std::unexpected(said.error());
                    } else if (!find(call.interaction)) {
                        return failure(Reason::WrongState, "It is no chat.");
                    }
                    endConversation(call.interaction);
                    return {};
                });
}

Result<void> Chats::respond(InteractionId id, const std::string &text) { return say(id, text, {}); }

Result<void> Chats::say(InteractionId id, const std::string &text,
                        const std::vector<std::string> &choices, protocol::Data userData)
{
    auto *chat = record(id);
    if (!chat || chat->endedAt)
        return failure(Reason::WrongState, "It is no chat, or the chat has ended.");
    if (auto checked = checkMessage(text, "text"); !checked)
        return checked;
    const auto speaker = company(*chat);
    happen(*chat, speaker,
           {ChatEventType::Message, text, {}, {}, {}, choices, std::move(userData)});
    return {};
}

void Chats::tellStrategies(InteractionId id, const std::string &event, const std::string &text)
{
    m_engine.announce(StrategyEvent{id, event, json::toText(Said{text})});
}

} // namespace tandem
