using EngagementHub.Core.Ports;
using EngagementHub.Tests.Conversation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Search;

/// <summary>A hub with two blogs of Olu's, Priya in charge of the first from 18 to 27 April 2007, and a code of conduct.</summary>
public sealed class SearchHub : HubFixture, IAsyncLifetime
{
    public const string Blog = "/blogs/leaders";

    private const string Content = """
        { "name": "search", "steps": [
          { "name": "CodeOfConduct", "Versions": [{ "Version": "1.0", "InForceFrom": "2007-01-15", "Introduction": "So that everybody can speak.", "Clauses": [{ "Number": 1, "Title": "Be civil", "Text": "Criticise the idea." }] }] },
          { "name": "content", "data": [
            { "ContentType": "Blog", "ContentItemId": "leaders", "DisplayText": "The leaders' blog", "Owner": "office", "AutoroutePart": { "Path": "leaders" } },
            { "ContentType": "Blog", "ContentItemId": "estates", "DisplayText": "Estates", "Owner": "office", "AutoroutePart": { "Path": "estates" } }] },
          { "name": "HostingPeriods", "HostingPeriods": [{ "HostingPeriodId": "p1", "Blog": "leaders", "Host": "priya", "FirstDay": "2007-04-18", "LastDay": "2007-04-27", "AcceptedUtc": "2007-04-10T09:00:00Z" }] }] }
        """;

    public async ValueTask InitializeAsync() => Assert.Equal((0, ""), Silent(await ApplyRecipe(Content)));

    /// <summary>A post as a recipe tells it, out for readers at that instant.</summary>
    internal async Task<SubjectRef> Post(string key, string title, string text, string publishedUtc = "2007-04-19T08:00:00Z", string blog = "leaders", string author = "priya", bool preModerated = true)
    {
        var item = System.Text.Json.JsonSerializer.Serialize(new
        {
            name = key,
            steps = new[]
            {
                new
                {
                    name = "content",
                    data = new[]
                    {
                        new
                        {
                            ContentType = "BlogPost", ContentItemId = key, DisplayText = title, Author = author, Owner = author, Published = true, PublishedUtc = publishedUtc,
                            AutoroutePart = new { Path = $"{blog}/{key}" }, MarkdownBodyPart = new { Markdown = text }, ContainedPart = new { ListContentItemId = blog },
                            CommentsPart = new { PreModerated = preModerated, AnonymousAllowed = true },
                        },
                    },
                },
            },
        });
        Assert.Equal((0, ""), Silent(await ApplyRecipe(item)));
        return new("blogging.post", StableId.From(key));
    }

    /// <summary>Writes a comment by name and has it approved; the comment's identifier.</summary>
    internal async Task<Guid> Comment(SubjectRef on, string text, string shown = "named", bool approve = true)
    {
        await ConversationFixture.Write(await As("tom"), on, text, shown);
        var id = await In(async (_, db) => (await db.Set<EngagementHub.Conversation.Comments.Comment>().Where(c => c.On == on).OrderByDescending(c => c.Number).FirstAsync()).Id);
        if (approve)
        {
            await (await (await As("mina")).Open("/moderation")).Submit($"#queue-{id} form");
        }

        return id;
    }

    internal async Task<(int Code, string Output)> Rebuild()
    {
        await using var scope = Services.CreateAsyncScope();
        var command = scope.ServiceProvider.GetServices<IHostCommand>().Single(c => c.Name == "rebuild-search");
        using var output = new StringWriter();
        return (await command.RunAsync([], output, TextWriter.Null, CancellationToken.None), output.ToString());
    }

    /// <summary>The headings a reader is shown.</summary>
    internal async Task<IReadOnlyList<string>> Find(string words, string more = "") => Headings(await Page(words, more));

    internal async Task<HubPage> Page(string words, string more = "") => await (await As("sam")).Open($"/search?q={Uri.EscapeDataString(words)}{more}");

    internal static IReadOnlyList<string> Headings(HubPage page) => [.. page.Document.QuerySelectorAll(".hub-results h3").Select(h => h.TextContent.Trim())];

    private static (int, string) Silent((int Code, string Errors) run) => (run.Code, run.Code == 0 ? "" : run.Errors);
}
