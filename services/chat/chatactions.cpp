// SPDX-License-Identifier: GPL-3.0-or-later
// What strategies ask of chats, and hear of them.
#include "chat/chats.h"

#include "domain/limits.h"

namespace tandem {

namespace {

struct Said
{
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Said, (), (text))

} // namespace

void Chats::addActions()
{
    auto &actions = m_engine.actions();
    actions.add({"chat.say", "The company says a text to the customer.", {{"text", true}}},
                [this](const ActionCall &call) -> Result<std::string> {
                    if (auto said = respond(call.interaction, call["text"]); !said)
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

Result<void> Chats::respond(InteractionId id, const std::string &text)
{
    const auto *chat = find(id);
    if (!chat || chat->endedAt)
        return failure(Reason::WrongState, "It is no chat, or the chat has ended.");
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        return failure(Reason::InvalidParams, "The text is empty.", "text");
    if (text.size() > limits::messageText)
        return failure(Reason::InvalidParams, "The text is longer than 16 KiB.", "text");
    announce(id, text);
    return {};
}

void Chats::tellStrategies(InteractionId id, const std::string &event, const std::string &text)
{
    m_engine.announce(StrategyEvent{id, event, json::toText(Said{text})});
}

} // namespace tandem
