using System.Net;
using EngagementHub.Core.Ports;
using EngagementHub.Responses;
using EngagementHub.Responses.Boards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Responses;

/// <summary>Comments that arrive while a digest is published, through the real blog and the real conversation.</summary>
public sealed class DigestRaceTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Fact]
    public async Task What_arrives_while_a_digest_is_published_stands_since_publication_and_the_sum_printed_holds()
    {
        var story = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Responses", "story.recipe.json"), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await hub.ApplyRecipe(story)).ExitCode);
        var board = $"/responses/blogging.period/{StableId.From("priyas-days")}";
        var (priya, tom) = (await hub.As("priya"), await hub.As("tom"));
        var form = await priya.Open($"{board}/digest");
        var started = new TaskCompletionSource();

        var arriving = Task.Run(async () =>
        {
            for (var i = 1; i <= 12; i++)
            {
                await WriteAsync(tom, $"One more question, number {i}.");
                started.TrySetResult();
            }
        }, TestContext.Current.CancellationToken);
        await Task.WhenAny(started.Task, arriving);
        var published = await form.PublishDigest(("Title", "In the middle of it"), ("Standfirst", "All until the preview"));
        await arriving;

        published.MustBe(HttpStatusCode.OK);
        Assert.Contains("= 4 received ✓", published.Text, StringComparison.Ordinal);
        var digest = await hub.In((_, db) => db.Digests.SingleAsync(d => d.Title == "In the middle of it"));
        Assert.Equal((4, 4), (digest.Received, digest.Entries.Select(e => e.Comment).Distinct().Count()));
        var now = await hub.In(async (services, _) => await services.GetRequiredService<BoardShelf>().OfAsync((await services.GetRequiredService<IResponseScopes>().FindAsync(digest.Scope))!));
        Assert.True(now.Sum.Holds, now.Sum.InWords());
        Assert.Equal((now.Comments.Count - 4, 16), (now.SincePublication.Count, now.Comments.Count));
    }

    private static async Task WriteAsync(HubClient tom, string words)
    {
        var written = await (await tom.Open($"/comments/write?on=blogging.post/{StableId.From("ask-me")}")).Submit(("Text", words), ("Shown", "named"), ("Accept", "true"));
        var sent = written.Text.Contains("waits for a moderator", StringComparison.Ordinal) ? written : await written.Submit("main form:has([name=Text])", ("Text", words), ("Shown", "named"));
        sent.MustBe(HttpStatusCode.OK);
    }
}
