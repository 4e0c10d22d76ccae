using System.Globalization;
using System.Net;
using EngagementHub.Conversation;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Core.Data;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Conversation;

/// <summary>A struck word is looked for in every table of the database, so that a surface added later is looked at too.</summary>
public sealed class RedactionEverywhereTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    private const string Struck = "Zebedee Quill";

    [Fact]
    public async Task Struck_words_are_gone_from_page_notices_waiting_mail_reasons_and_every_table()
    {
        var on = await hub.Open();
        await ConversationFixture.Write(await hub.As("tom"), on, $"Ask {Struck} about it");
        var id = Assert.Single(await hub.Received(on)).Id;
        var (mina, noah) = (await hub.As("mina"), await hub.As("noah"));
        await (await mina.Open($"/moderation/{id}/ask")).Submit(("Colleague", $"{People.Noah}"), ("Words", $"Do you know {Struck}?"));
        await (await noah.Open($"/moderation/{id}/decline")).Submit(("Clause", "1"), ("Reason", $"It names {Struck}"), ("Suggestion", $"Without {Struck}"));
        await hub.TellWriters();
        await (await (await hub.As("tom")).Open($"/comments/appeal?id={id}")).Submit(("Words", $"{Struck} does not mind"));
        await Flagged(id);
        await (await mina.Open($"/moderation/appeals/{await hub.In((_, db) => db.Appeals.Where(a => a.CommentId == id).Select(a => a.Id).SingleAsync())}")).Submit(("Outcome", "Dismissed"), ("Reason", $"{Struck} does mind"));
        await hub.In<object?>(async (_, db) =>
        {
            var comment = await db.Comments.SingleAsync(c => c.Id == id);
            (await db.Discussions.SingleAsync(d => d.On == on)).Halt(Talk.By(People.Mina), new(Talk.Code, Talk.Code.Clause(1), $"About {Struck} again", null, QueuedWhileHalted.AreDecided) { Thread = comment });
            return null;
        });
        Assert.NotEmpty(await TablesWith(Struck));

        await (await mina.Open($"/moderation/{id}/redact")).Submit(("Words", Struck), ("Clause", "1"), ("Reason", "name"));

        Assert.Empty(await TablesWith(Struck));
        foreach (var (person, url) in ((string, string)[])[("tom", "/comments/mine"), ("tom", "/notifications"), ("tom", $"/comments/write?on={on}&from={id}"), ("mina", "/moderation/log"), ("mina", $"/moderation/{id}/history"), ("noah", "/notifications")])
        {
            var page = await (await hub.As(person)).Open(url);
            page.MustBe(HttpStatusCode.OK);
            Assert.DoesNotContain(Struck, page.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Struck_words_are_gone_from_every_moderators_queue_at_the_next_look()
    {
        hub.Clock.Now = Talk.Now;
        var (on, mina, noah) = (await hub.Open(title: "Struck"), await hub.As("mina"), await hub.As("noah"));
        await ConversationFixture.Write(await hub.As("tom"), on, "Ask Zebedee Quill about it");
        var (id, queue) = (Assert.Single(await hub.Received(on)).Id, $"/moderation?post={await hub.In((_, db) => db.Discussions.Where(d => d.On == on).Select(d => d.Id).SingleAsync())}");
        Assert.All([await mina.Open(queue), await noah.Open(queue)], page => Assert.Contains("Zebedee Quill", page.Text, StringComparison.Ordinal));

        await (await mina.Open($"/moderation/{id}/redact")).Submit(("Words", "Zebedee Quill"), ("Clause", "1"), ("Reason", "name"));

        foreach (var page in (HubPage[])[await noah.Open(queue), await mina.Open(queue), await noah.Open("/moderation"), await mina.Open("/moderation")])
        {
            page.MustBe(HttpStatusCode.OK);
            Assert.DoesNotContain("Zebedee", page.Body, StringComparison.Ordinal);
        }

        Assert.Contains("[redacted: name]", (await noah.Open(queue)).Text, StringComparison.Ordinal);
    }

    /// <summary>People with a role see a discussion that is drawn once for all of them; the one kept here would be kept for an hour, so that no passing of time ends it.</summary>
    [Fact]
    public async Task Struck_words_are_gone_from_the_discussion_that_is_drawn_once_for_people_with_roles()
    {
        var (on, mina, noah) = (await hub.Open(title: "Drawn"), await hub.As("mina"), await hub.As("noah"));
        await ConversationFixture.Write(await hub.As("tom"), on, $"Do ask {Struck} about it");
        var id = Assert.Single(await hub.Received(on)).Id;
        await hub.In<object?>(async (_, db) =>
        {
            (await db.Comments.Include(c => c.Decisions).SingleAsync(c => c.Id == id)).Approve(new(People.Mina, hub.Clock.Now));
            return null;
        });
        var drawn = new DrawnDiscussions(hub.Services.GetRequiredService<Editions>(), TimeSpan.FromHours(1)).Drawn;
        var key = (on, hub.Clock.Now);
        await drawn.GetAsync(key, async () => new HtmlString((await hub.Show(on, noah)).Body));
        Assert.True(drawn.TryGet(key, out var kept) && $"{kept}".Contains(Struck, StringComparison.Ordinal));

        await (await mina.Open($"/moderation/{id}/redact")).Submit(("Words", Struck), ("Clause", "1"), ("Reason", "name"));

        Assert.False(drawn.TryGet(key, out _));
        Assert.DoesNotContain(Struck, (await hub.Show(on, noah)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Struck_words_are_gone_from_the_grounds_on_which_a_name_was_opened()
    {
        var on = await hub.Open(Anonymity.NameWithheld);
        await ConversationFixture.Write(await hub.As("tom"), on, "I shall find Quentin Quell", "withheld");
        var comment = Assert.Single(await hub.Received(on));
        await (await (await hub.As("office")).Open("/openings")).Submit("#ask", ("Comment", comment.Url), ("Grounds", "A threat to Quentin Quell"));

        await (await (await hub.As("mina")).Open($"/moderation/{comment.Id}/redact")).Submit(("Words", "Quentin Quell"), ("Clause", "1"), ("Reason", "name"));

        Assert.Empty(await TablesWith("Quentin Quell"));
    }

    // Flagged while readers saw it, and declined after that: the notice to moderators quotes the reader.
    private Task<object?> Flagged(Guid id) => hub.In<object?>(async (_, db) =>
    {
        var comment = await db.Comments.Include(c => c.Decisions).SingleAsync(c => c.Id == id);
        comment.Approve(new(People.Mina, hub.Clock.Now));
        db.Flags.Add(EngagementHub.Conversation.Moderation.Flag.Raise(comment, People.Sam, hub.Clock.Now, $"{Struck} is named"));
        return null;
    });

    private Task<List<string>> TablesWith(string words) => hub.In(async (_, db) =>
    {
        List<string> found = [];
        await db.Database.OpenConnectionAsync();
        foreach (var column in db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.SelectMany(t => t.Columns))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM \"{column.Table.Name}\" WHERE CAST(\"{column.Name}\" AS TEXT) LIKE '%{words}%'";
            if (Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) > 0)
            {
                found.Add($"{column.Table.Name}.{column.Name}");
            }
        }

        return found;
    });
}
