namespace EngagementHub.Tests.Conversation;

public sealed class StruckWordsQueueTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    [Fact]
    public async Task A_comment_whose_number_was_struck_is_said_to_have_been_held_for_it()
    {
        var on = await hub.Open(title: "Telephones");
        await ConversationFixture.Write(await hub.As("tom"), on, "Ring 020 7035 4848 or write to me@example.org");
        var id = Assert.Single(await hub.Received(on)).Id;
        var mina = await hub.As("mina");
        Assert.Equal(["Held: telephone number", "Held: e-mail address"], Tags(await mina.Open("/moderation")).Order(StringComparer.Ordinal).Reverse());

        await (await mina.Open($"/moderation/{id}/redact")).Submit(("Found", "020 7035 4848"), ("Clause", "3"), ("Reason", "personal data"));

        Assert.Equal(["Held: e-mail address", "Was held: telephone number, struck since"], Tags(await mina.Open("/moderation")));
    }

    private static IEnumerable<string> Tags(HubPage queue) => queue.Document.QuerySelectorAll(".hub-queue-item .govuk-tag, .hub-queue-item .hub-tag").Select(t => t.TextContent.Trim().TrimStart('◆', '◇', '○', '◌', '■', ' ')).Where(t => t.Contains("eld:", StringComparison.Ordinal));
}
