// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/options.h"

#include <QCommandLineParser>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>
#include <span>
#include <string_view>

namespace tandem {

namespace {

QSize sizeFrom(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{3,4})x(\\d{3,4})$"));
    const auto match = form.match(text);
    return match.hasMatch() ? QSize(match.captured(1).toInt(), match.captured(2).toInt()) : QSize();
}

std::span<char *> wordsOf(int argc, char **argv)
{
    return std::span(argv, static_cast<std::size_t>(argc));
}

std::unexpected<Error> wrong(const char *option, const QString &value, const char *wanted)
{
    return failure(Reason::InvalidParams,
                   std::string("--") + option + " \"" + value.toStdString() + "\": " + wanted);
}

} // namespace

Result<Options> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Tandem, the agent's desktop."));
    const auto versionOption = parser.addVersionOption();
    const auto text = [](const char *words) { return QString::fromLatin1(words); };
    // Qt's own help option brings --help-all, which tells nothing more without a display.
    const QCommandLineOption helpOption({text("h"), text("help")}, text("Tell the options."));
    parser.addOption(helpOption);
    parser.addOptions(
        {{text("server"), text("Sign in at this server."), text("URL")},
         {text("data"), text("Keep settings and drafts in this folder."), text("DIR")},
         {text("embedded"), text("Work without a server: this program is all of it.")},
         {text("demo"), text("The same with a small company to try; alice signs in.")},
         {text("screenshot"), text("Write a picture of a view and end."), text("FILE")},
         {text("view"), text("Which view; wrong names list the right ones."), text("NAME")},
         {text("theme"), text("system, light, dark or contrast."), text("NAME")},
         {text("scale"), text("Size of texts, 90 to 150."), text("PERCENT")},
         {text("size"), text("Size of the picture, like 1280x800."), text("WxH")},
         {text("language"), text("Language of the texts, like de."), text("CODE")}});
    const bool isRight = parser.parse(arguments);
    if (parser.isSet(helpOption))
        parser.showHelp();
    if (parser.isSet(versionOption))
        parser.showVersion();
    if (!isRight)
        return failure(Reason::InvalidParams, parser.errorText().toStdString());
    if (!parser.positionalArguments().isEmpty())
        return failure(Reason::InvalidParams, "There are no arguments without \"--\".");

    Options options;
    options.server = parser.value(text("server"));
    options.screenshot = parser.value(text("screenshot"));
    options.view = parser.value(text("view"));
    options.theme = parser.value(text("theme"));
    options.language = parser.value(text("language"));
    options.isDemo = parser.isSet(text("demo"));
    options.isEmbedded = options.isDemo || parser.isSet(text("embedded"));
    options.dataFolder = parser.value(text("data"));
    if (options.dataFolder.isEmpty()) {
        options.dataFolder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                             + (options.isDemo ? text("/tandem-demo") : text("/tandem"));
    }
    if (options.isEmbedded && !options.server.isEmpty())
        return failure(Reason::InvalidParams, "Either --server or --embedded, not both.");
    static const QStringList themes{text("system"), text("light"), text("dark"), text("contrast")};
    if (parser.isSet(text("theme")) && !themes.contains(options.theme))
        return wrong("theme", options.theme, "there are system, light, dark and contrast.");
    if (parser.isSet(text("scale"))) {
        options.scalePercent = parser.value(text("scale")).toInt();
        if (options.scalePercent < 90 || options.scalePercent > 150)
            return wrong("scale", parser.value(text("scale")), "it is 90 to 150.");
    }
    if (parser.isSet(text("size"))) {
        options.size = sizeFrom(parser.value(text("size")));
        if (!options.size.isValid())
            return wrong("size", parser.value(text("size")), "write it like 1280x800.");
    }
    return options;
}

bool asksForScreenshot(int argc, char **argv)
{
    return std::ranges::any_of(wordsOf(argc, argv), [](const std::string_view word) {
        return word.starts_with("--screenshot");
    });
}

bool asksForWords(int argc, char **argv)
{
    return std::ranges::any_of(wordsOf(argc, argv), [](const std::string_view word) {
        return word == "--help" || word == "-h" || word == "--version" || word == "-v";
    });
}

} // namespace tandem
